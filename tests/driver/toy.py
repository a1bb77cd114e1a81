"""A compiler of a line or two, so that tests of the driver are about the driver.

A toy spec has one word a line: `service`, `endpoint`, `import X`, `data X`, `until DAY`, `warn` and
`error`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from specc.diagnostics.catalogue import modules as codes
from specc.diagnostics.code import Code
from specc.diagnostics.model import Diagnostic, Label
from specc.driver import compiling, sources
from specc.driver.compiling import Made
from specc.driver.facts import Facts
from specc.driver.manifest import Manifest
from specc.driver.state import digest
from specc.source import SourceFile, Span

WARNING = Code(
    "BTS999", title="a warning", explanation="", example="", fixed="", severity="warning"
)


class Toy:
    """The toy compiler; `compiled` lists the roots in the order in which they were compiled."""

    def __init__(self) -> None:
        self.compiled: list[str] = []
        self.parsed: list[str] = []
        self.version = 1

    def parse(self, name: str, text: str) -> SimpleNamespace:
        self.parsed.append(name)
        source = SourceFile(name, text)
        return SimpleNamespace(module=SimpleNamespace(source=source, text=text), diagnostics=())

    def facts(self, name: str, module: SimpleNamespace) -> Facts:
        words = [line.split() for line in getattr(module, "text", "").splitlines() if line]
        folder = posixpath.dirname(name)
        return Facts(
            imports=[posixpath.join(folder, word[1]) for word in words if word[0] == "import"],
            service=["service"] in words,
            tested=["endpoint"] in words,
            until=[word[1] for word in words if word[0] == "until"],
        )

    def check(self, root: str, read: sources.Sources) -> SimpleNamespace:
        self.compiled.append(root)
        texts, diagnostics, waiting, seen = [], [], [root], set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            parsed = read.load(name)
            if parsed is None:
                source = SourceFile(root, "")
                missing = Label(source, Span(0, 0))
                diagnostics.append(Diagnostic(codes.IMPORT_NOT_FOUND, f"no `{name}`", missing))
                continue
            diagnostics += parsed.diagnostics
            source = parsed.module.source
            texts.append(source.text)
            for line in source.text.splitlines():
                at = Label(source, Span(source.text.index(line), source.text.index(line) + 1))
                match line.split():
                    case ["import", other]:
                        waiting.append(posixpath.join(posixpath.dirname(name), other))
                    case ["data", other]:
                        texts.append(read.read_text(other) or "")
                    case ["error", *words]:
                        diagnostics.append(
                            Diagnostic(codes.IMPORT_PATH, " ".join(["wrong", *words]), at)
                        )
                    case ["warn", *words]:
                        diagnostics.append(Diagnostic(WARNING, " ".join(["odd", *words]), at))
        return SimpleNamespace(
            root=root,
            diagnostics=tuple(diagnostics),
            has_errors=any(each.severity == "error" for each in diagnostics),
            text="\n".join(texts),
        )

    def lower(self, front: SimpleNamespace, suite: str, *_: object) -> SimpleNamespace:
        return SimpleNamespace(name=suite, front=front)

    def plan(self, suite: SimpleNamespace) -> SimpleNamespace:
        return suite

    def emit(self, plan: SimpleNamespace, *_: object) -> Iterator[Made]:
        suite, text = plan.name, plan.front.text
        files = {"conftest.py": f"# {self.version}\n{text!r}\n", "pytest.ini": "[pytest]\n"}
        if "endpoint" in text:
            files["test_it.py"] = "def test_it():\n    pass\n"
        manifest = Manifest(suite, plan.front.root)
        for name, content in files.items():
            manifest.hold(name, digest(content.encode()))
            yield f"{suite}/{name}", (content.encode(),)
        yield f"{suite}/manifest.json", manifest


def install(patch: pytest.MonkeyPatch) -> Toy:
    """Put the toy compiler in the place of the real one."""
    toy = Toy()
    patch.setattr(sources, "parsed", toy.parse)
    patch.setattr(sources, "facts_of", toy.facts)
    patch.setattr(compiling, "checked", toy.check)
    patch.setattr(compiling, "lowered", toy.lower)
    patch.setattr(compiling, "planned", toy.plan)
    patch.setattr(compiling, "emitted", toy.emit)
    return toy
