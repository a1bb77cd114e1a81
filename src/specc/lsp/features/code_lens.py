"""Code lens: run a test, show its generated code, and what the last run said of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls import uris

from specc.ir.naming import slug
from specc.lsp.feature import Feature
from specc.lsp.last_run import Known
from specc.source import Span
from specc.syntax.nodes.declarations import Test
from specc.syntax.nodes.endpoint import Endpoint

if TYPE_CHECKING:
    from specc.lsp.session import Session

RUN = "specc.runTest"
"""The editor's own command: it has a terminal. Its argument is `{file, only, label}`."""
SHOW = "specc.showGenerated"
"""The server's command: it has the editor open a file at a line. Its argument is `{uri, line}`."""

_SAID = {
    "held": "held",
    "broken": "broken",
    "error": "without a verdict",
    "noted": "a mild finding",
    "waived": "waived",
    "not_run": "not run",
}


def _lenses(session: Session, params: types.CodeLensParams) -> list[types.CodeLens]:
    name = session.name(params.text_document)
    parsed = session.modules.load(name)
    if parsed is None:
        return []
    known = session.last_run.of_file(name)
    found: list[types.CodeLens] = []
    for node in parsed.module.declarations:
        match node:
            case Test(title=title):
                text = title.plain
                only = f"test.{slug(text)}" if text is not None else "test."
                mine = [each for each in known if each.kind == "test" and each.text == text]
                found += _of(session, name, title.span, mine, only, text or "", "this test")
            case Endpoint(name=named):
                mine = [each for each in known if each.endpoint == named.text]
                only = f"{named.text}.*"
                found += _of(session, name, named.span, mine, only, named.text, "its obligations")
            case _:
                pass
    return found


def _of(
    session: Session, name: str, span: Span, known: list[Known], only: str, label: str, what: str
) -> Iterator[types.CodeLens]:
    where = session.text(name).range(span)
    given: dict[str, Any] = {"file": os.path.abspath(name), "only": only, "label": label}
    yield types.CodeLens(where, types.Command(f"Run {what}", RUN, arguments=[given]))
    tested = next((each for each in known if each.test is not None), None)
    place = session.last_run.place(tested) if tested is not None else None
    if place is not None:
        path, line = place
        shown = {"uri": uris.from_fs_path(os.path.abspath(path)), "line": line}
        yield types.CodeLens(where, types.Command("Show generated code", SHOW, arguments=[shown]))
    said = _outcomes(known)
    if said:
        yield types.CodeLens(where, types.Command(f"Last run: {said}", ""))


def _outcomes(known: Iterable[Known]) -> str:
    counts = Counter(each.outcome for each in known if each.outcome is not None)
    return ", ".join(f"{counts[each]} {word}" for each, word in _SAID.items() if counts[each])


FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_CODE_LENS,
        _lenses,
        empty=[],
        options=types.CodeLensOptions(resolve_provider=False),
    ),
)


def _show(session: Session, given: Any) -> None:
    """Have the editor open a file that a build wrote. Only such files are shown."""
    path = uris.to_fs_path(str(given["uri"])) or ""
    output = os.path.realpath(session.last_run.output)
    if not os.path.realpath(path).startswith(output + os.sep):
        return
    line = int(given.get("line") or 0)
    place = types.Range(types.Position(line, 0), types.Position(line, 0))
    session.server.window_show_document(
        types.ShowDocumentParams(str(given["uri"]), take_focus=True, selection=place)
    )


COMMANDS = (Feature(SHOW, _show),)
