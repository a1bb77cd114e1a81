"""The rooms of `src/specc`: imports run down only, and few rooms touch the disk."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "specc"

_BELOW_IR = {"source", "cache", "diagnostics", "rules", "syntax", "semantics", "frontend"}
_BELOW_EMITTERS = _BELOW_IR | {"ir", "plan"}
_BELOW_DRIVER = _BELOW_EMITTERS | {
    "coverage",
    "emit",
    "format",
    "graphing",
    "importers",
    "learning",
    "mock",
    "mutate",
    "reporting",
    "selftest",
    "serving",
}

MAY_IMPORT: dict[str, set[str]] = {
    "source": set(),
    "cache": set(),
    "rules": set(),
    "diagnostics": {"source"},
    "syntax": {"source", "cache", "diagnostics"},
    "format": {"source", "diagnostics", "syntax"},
    "highlight": {"source", "diagnostics", "syntax", "semantics"},
    "semantics": {"source", "diagnostics", "rules", "syntax"},
    "frontend": {"source", "diagnostics", "syntax", "semantics"},
    "ir": _BELOW_IR - {"cache"},
    "plan": _BELOW_EMITTERS - {"cache"},
    "emit": _BELOW_EMITTERS - {"cache"},
    "graphing": _BELOW_EMITTERS - {"cache"},
    "coverage": _BELOW_EMITTERS - {"cache"},
    "learning": _BELOW_EMITTERS - {"cache"},
    "importers": {"source", "diagnostics", "syntax", "format"},
    "driver": _BELOW_DRIVER,
    "lsp": _BELOW_DRIVER | {"driver"},
    "cli": _BELOW_DRIVER | {"driver", "lsp", "demo", "runtime"},
    "runtime": {"rules"},
    "serving": set(),
    "reporting": set(),
    "demo": {"serving"},
    "selftest": {"rules", "serving"},
    "mock": _BELOW_EMITTERS - {"cache"} | {"serving"},
    "mutate": _BELOW_EMITTERS - {"cache"} | {"mock", "serving"},
    "__main__": {"cli"},
}
"""What a room may import besides itself and the version. A new room is a decision: it goes here."""

MAY_TOUCH_THE_DISK = {"cli", "lsp", "driver", "cache", "runtime", "demo"}

PACKAGE_DATA = {"syntax/grammar_file.py"}
"""Files that read what is shipped with them."""

DISK = {"os", "pathlib", "shutil", "tempfile", "glob", "subprocess", "io"}

MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST = 400
"""Lines of a module; one that needs more has more than one purpose."""


def room_of(path: Path) -> str:
    """The room that a module is in; a module of the package itself is a room of its own."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """The modules that a module names in its imports, with the lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = node.module or ""
            if node.level:
                inside = path.relative_to(PACKAGE.parent).with_suffix("").parts[: -node.level]
                package = ".".join([*inside, *package.split(".")]).rstrip(".")
            if package == "specc":
                yield from ((node.lineno, f"specc.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, package


def rooms_imported(path: Path) -> Iterator[tuple[int, str]]:
    """The rooms that a module imports from."""
    for line, name in imports(path):
        parts = name.split(".")
        if parts[0] == "specc" and len(parts) > 1 and parts[1] != "__version__":
            yield line, parts[1]


def test_every_room_is_known() -> None:
    assert {room_of(path) for path in MODULES} - {"__init__"} <= set(MAY_IMPORT)


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_imports_run_down_only(room: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}:{line} imports {imported}"
        for path in MODULES
        if room_of(path) == room
        for line, imported in rooms_imported(path)
        if imported != room and imported not in MAY_IMPORT[room]
    ]
    assert not wrong, "\n".join(wrong)


def test_the_package_itself_imports_nothing() -> None:
    assert not list(imports(PACKAGE / "__init__.py"))


def test_few_rooms_touch_the_disk() -> None:
    wrong = []
    for path in MODULES:
        name = path.relative_to(PACKAGE).as_posix()
        if room_of(path) in MAY_TOUCH_THE_DISK or name in PACKAGE_DATA:
            continue
        wrong += [
            f"{name}:{line} imports {module}"
            for line, module in imports(path)
            if module.split(".")[0] in DISK
        ]
        wrong += [
            f"{name}:{node.lineno} opens a file"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "open"
        ]
    assert not wrong, "\n".join(wrong)


def test_no_module_is_long() -> None:
    long = [
        f"{path.relative_to(PACKAGE)}: {lines} lines"
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    ]
    assert not long, "\n".join(long)
