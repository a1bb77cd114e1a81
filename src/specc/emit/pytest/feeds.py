"""Flows that are fed from a table: a constant for each table, and the row that a run takes."""

from __future__ import annotations

from collections.abc import Iterable

from specc.emit.pytest.imports import Imports
from specc.emit.pytest.names import Names
from specc.emit.pytest.steps import values_of
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Raw, Subscript, literal
from specc.emit.python.statements import assignment
from specc.ir import nodes
from specc.ir.expressions import Column, walk
from specc.ir.steps import walk_steps


def feed_constants(
    flows: Iterable[nodes.Flow], names: Names, imports: Imports, taken: Iterable[str] = ()
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The constants of flows' tables: their names by flow, and the lines that make them."""
    found: dict[str, str] = {}
    lines: list[str] = []
    for flow in flows:
        if not _columns(flow):
            continue
        base = f"{names.flows[flow.name].upper()}_ROWS"
        name, number = base, 2
        while name in names.taken or name in found.values() or name in taken:
            name, number = f"{base}_{number}", number + 1
        imports.runtime("feed")
        spec = Expressions(names, imports).spec(flow.spec)
        lines.append(assignment(name, Call("feed", (literal(flow.table), spec))))
        found[flow.name] = name
    return found, tuple(lines)


def feeding(flow: nodes.Flow, feeds: dict[str, str], values: Expressions) -> list[str]:
    """The line of a flow that takes a row; its columns become known to `values`."""
    columns = _columns(flow)
    if not columns:
        return []
    for column in columns:
        values.variables[column] = Subscript(Raw("row"), literal(column)).flat
    return [assignment("row", Raw(f"{feeds[flow.name]}.take()"), 4)]


def _columns(flow: nodes.Flow) -> list[str]:
    """The columns that a flow's steps look at, in their order."""
    return list(
        dict.fromkeys(
            item.name
            for step in walk_steps(flow.steps)
            for value in values_of(step)
            for item in walk(value)
            if isinstance(item, Column)
        )
    )
