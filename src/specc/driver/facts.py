"""What is kept of each module, so that the suites are known without parsing it again."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from specc.syntax.nodes.declarations import Module
    from specc.syntax.nodes.security import Security


class Facts(TypedDict):
    """What is kept of a module between builds. A plain dict, as it comes out of the state file."""

    imports: list[str]
    service: bool
    tested: bool
    """Whether it declares anything that a suite could be made of."""
    until: list[str]
    """The last days of its waivers: on the day after one, the outcome changes by itself."""


def facts_of(name: str, module: Module) -> Facts:
    """The facts of a parsed module."""
    from specc.syntax.nodes.declarations import Import, Service, Test
    from specc.syntax.nodes.endpoint import Endpoint
    from specc.syntax.nodes.load import Load
    from specc.syntax.nodes.security import Security

    folder = posixpath.dirname(name)
    imports, until = [], []
    service = tested = False
    for declaration in module.declarations:
        match declaration:
            case Import():
                written = declaration.path.plain
                if written:
                    imports.append(posixpath.normpath(posixpath.join(folder, written)))
            case Service():
                service = True
            case Security():
                tested = True
                until += _waiver_days(declaration)
            case Endpoint(waivers=waivers):
                tested = True
                until += [str(each.until.value) for each in waivers if each.until is not None]
            case Load() | Test():
                tested = True
            case _:
                pass
    return Facts(imports=imports, service=service, tested=tested, until=sorted(until))


def _waiver_days(security: Security) -> list[str]:
    """The last days of a security block's waivers, as in 2030-01-01."""
    from specc.syntax.nodes.security import Waiver

    return [
        str(entry.until.value)
        for entry in security.entries
        if isinstance(entry, Waiver) and entry.until is not None
    ]


def closure(root: str, facts: dict[str, Facts]) -> list[str]:
    """The root and every module that it reaches by imports, as far as they are known, sorted."""
    reached, waiting = {root}, [root]
    while waiting:
        known = facts.get(waiting.pop())
        for name in known["imports"] if known else ():
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return sorted(reached)
