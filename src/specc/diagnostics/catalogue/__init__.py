"""The catalogue: every code that the compiler can raise, by id.

A module of this package holds the codes of one subject as constants, so that a check imports the
few that it raises. `CATALOGUE` is collected when it is first asked for: a formatter run, which
needs the syntax codes only, does not pay for the others.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from specc.diagnostics.code import Code

MODULES = (
    "syntax",
    "habits",
    "parts",
    "modules",
    "names",
    "types",
    "endpoints",
    "effects",
    "calls",
    "values",
    "captures",
    "expressions",
    "tables",
    "load",
    "security",
    "pipelines",
    "graph",
    "warnings",
)

RETIRED: tuple[str, ...] = ()
"""Ids of codes that are raised no more. They stay reserved: an id never changes its meaning."""

CATALOGUE: Mapping[str, Code]
"""All codes by id, in the order of their ids."""


def constants() -> Iterator[tuple[str, Code]]:
    """Every code with the name of its constant, in the order of the modules."""
    for name in MODULES:
        module = import_module(f"{__name__}.{name}")
        for constant, value in vars(module).items():
            if isinstance(value, Code):
                yield constant, value


def collect(codes: Iterable[Code], retired: Iterable[str] = RETIRED) -> Mapping[str, Code]:
    """The codes by id. An id that is given twice, or that is retired, is a mistake of ours."""
    reserved = frozenset(retired)
    by_id: dict[str, Code] = {}
    for code in codes:
        if code.id in reserved:
            raise ValueError(f"{code.id} is retired and cannot be used again")
        if code.id in by_id:
            raise ValueError(f"{code.id} is defined twice")
        by_id[code.id] = code
    return MappingProxyType(dict(sorted(by_id.items())))


if not TYPE_CHECKING:  # a type checker sees the declared name, and no other that isn't there

    def __getattr__(name: str) -> object:
        if name != "CATALOGUE":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        catalogue = collect(code for _, code in constants())
        globals()[name] = catalogue
        return catalogue
