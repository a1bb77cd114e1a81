"""The general explanation: what stands here, and what could stand here instead."""

from specc.diagnostics.catalogue.syntax import UNEXPECTED
from specc.diagnostics.suggest import did_you_mean
from specc.source import Span
from specc.syntax.expectations import NAMES
from specc.syntax.explain.scene import Finding, Scene
from specc.syntax.wording import quoted

_LONGEST = 60
"""The columns of a statement's beginning that are shown."""


def unexpected(scene: Scene) -> Finding:
    texts = scene.expectations.texts
    words = [texts[kind] for kind in scene.accepted if kind in texts]
    near = did_you_mean(scene.word, words) if scene.kind == "NAME" else None
    expected = scene.expectations.described(scene.accepted)
    if near:
        message = f"unexpected {_shown(scene)}, did you mean `{near}`?"
    elif expected:
        message = f"unexpected {_shown(scene)}, expected {expected}"
    else:
        message = f"unexpected {_shown(scene)}"
    return Finding(UNEXPECTED, message, _span(scene), help=None if near else _block(scene))


def _block(scene: Scene) -> str | None:
    """What to write where a block has to follow, and something of it stands behind a word alone."""
    if scene.accepted != {"LBRACE"} or scene.kind == "$END":
        return None
    said = scene.text[scene.place.start : scene.span.start].strip()
    if "\n" in said or len(said) > _LONGEST:
        return None
    return f"a block follows: `{said} {{ ... }}`, each statement of it on a line of its own"


def _shown(scene: Scene) -> str:
    if scene.kind in ("_NL", "$END"):
        return NAMES[scene.kind]
    return quoted(scene.word)


def _span(scene: Scene) -> Span:
    """A newline is blamed on the place behind the line's last token."""
    if scene.kind == "_NL":
        return Span(scene.span.start, scene.span.start + 1)
    return scene.span
