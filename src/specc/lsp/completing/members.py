"""Behind a dot: fields of what was captured, of contracts, and names of imported modules."""

from __future__ import annotations

from specc.lsp.completing.names import symbol_suggestion
from specc.lsp.completing.suggestion import Suggestion, field_suggestion
from specc.lsp.cursor import Part
from specc.lsp.scene import Scene, ref_text
from specc.semantics.symbols import Symbol
from specc.semantics.types import ContractType


def behind_dot(scene: Scene) -> list[Suggestion]:
    """What may follow the dot at the cursor."""
    parts = scene.cursor.parts
    dot = parts[-1]
    before = parts[-2] if len(parts) > 1 else None
    if before is None:
        return []
    if before.symbol in ("NAME", "__ref_star_0") and not _is_value(scene, before):
        return _behind_name(scene, dot.start)
    start = next(
        (
            part.start
            for part in reversed(parts[:-1])
            if part.symbol in ("atom", "variable", "NAME")
        ),
        before.start,
    )
    expr = scene.expression(start, dot.start)
    if expr is None:
        return []
    found = scene.infer(expr)
    return [field_suggestion(each) for each in scene.fields(found.type, found.spread).values()]


def _is_value(scene: Scene, name: Part) -> bool:
    """Whether a name on the stack is that of a capture; of a ref the grammar knows no better."""
    return "STRING" in scene.cursor.accepted  # `x."any name"` goes for values alone


def _behind_name(scene: Scene, dot: int) -> list[Suggestion]:
    head: list[str] = []
    for part in reversed(scene.cursor.parts[:-1]):
        if part.symbol == "NAME":
            head.insert(0, ref_text(part.value))
            break
        if part.symbol.startswith("__ref_star"):
            head = [ref_text(each) for each in part.value] + head
    text = ".".join(head)
    members = [
        symbol_suggestion(scene, symbol, name.removeprefix(f"{text}."))
        for name, symbol in scene.scope.visible.items()
        if name.startswith(f"{text}.") and _fits(scene, symbol)
    ]
    contract, rest = _contract(scene, head)
    if contract is None:
        return members
    fields = scene.fields(ContractType(contract))
    for name in rest:
        inner = fields.get(name)
        fields = scene.fields(inner.type) if inner is not None else {}
    return members + [field_suggestion(each) for each in fields.values()]


def _fits(scene: Scene, symbol: Symbol) -> bool:
    """Whether a thing of another module can stand here."""
    statement = scene.statement
    first = statement[0].symbol if statement else ""
    if first == "AS" or any(part.symbol == "AS" for part in statement[-4:]):
        return symbol.kind in ("role", "actor")
    if first in ("NAME", "ref", "target"):
        return symbol.kind in ("endpoint", "flow")
    return symbol.kind in ("contract", "endpoint", "flow")


def _contract(scene: Scene, head: list[str]) -> tuple[Symbol | None, list[str]]:
    for length in (1, 2):
        symbol = scene.scope.find(".".join(head[:length]))
        if symbol is not None and symbol.kind == "contract":
            return symbol, head[length:]
    return None, []
