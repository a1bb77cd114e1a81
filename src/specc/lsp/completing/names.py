"""Names of what is declared: calls, actors, roles, contracts."""

from __future__ import annotations

from specc.lsp.completing.suggestion import FAR, Suggestion, in_snippet, key, summary
from specc.lsp.scene import Scene
from specc.semantics.identities import BUILT_IN
from specc.semantics.signatures import Signature
from specc.semantics.symbols import Symbol
from specc.semantics.types import SCALARS, Record

_SORTS = {
    "endpoint": "endpoint",
    "flow": "flow",
    "contract": "type",
    "role": "actor",
    "actor": "actor",
}


def symbol_suggestion(
    scene: Scene, symbol: Symbol, name: str, snippet: str | None = None
) -> Suggestion:
    """A declared thing by its name."""
    return Suggestion(
        name,
        _SORTS.get(symbol.kind, "word"),  # type: ignore[arg-type]
        summary(symbol),
        symbol.node.doc,
        snippet=snippet,
    )


def calls(scene: Scene) -> list[Suggestion]:
    """Endpoints, each with what a call must give it, and flows."""
    found = []
    for name, symbol in scene.named("endpoint", "flow").items():
        signature = scene.context.signatures.get(symbol)
        snippet = _call(scene, name, signature) if signature is not None else None
        found.append(symbol_suggestion(scene, symbol, name, snippet))
    return found


def targets(scene: Scene, *kinds: str) -> list[Suggestion]:
    """Things of some kinds, by their names alone."""
    return [symbol_suggestion(scene, symbol, name) for name, symbol in scene.named(*kinds).items()]


def identities(scene: Scene, *, built_in: bool = True) -> list[Suggestion]:
    """Who may call: actors, roles, and the two that are built in."""
    found = targets(scene, "actor", "role")
    if built_in:
        found += [Suggestion(name, "actor", "built in", group=FAR) for name in BUILT_IN]
    return found


def types(scene: Scene) -> list[Suggestion]:
    """Contracts, and the types that are built in."""
    scalars = [Suggestion(name, "type", "built in", group=FAR) for name in sorted(SCALARS)]
    return targets(scene, "contract") + scalars


def _call(scene: Scene, name: str, signature: Signature) -> str | None:
    """A call with stops where its arguments and its body go; None where it needs neither."""
    stop = 0
    arguments = []
    for each in signature.arguments.values():
        if each.required:
            stop += 1
            arguments.append(f"{in_snippet(key(each.name))}: ${stop}")
    text = in_snippet(name) + (f"({', '.join(arguments)})" if arguments else "")
    if signature.body_type is not None:
        body = scene.context.program.body_of(signature.body_type)
        entries = []
        if isinstance(body, Record):
            for field in body.properties:
                if not field.optional and not field.readonly:
                    stop += 1
                    entries.append(f"{in_snippet(key(field.name))}: ${stop}")
        inner = ", ".join(entries) if entries else f"${stop + 1}"
        text += f" with {{ {inner} \\}}"
    return f"{text}$0" if arguments or signature.body_type is not None else None
