"""Values: captures and columns, functions, and the values that a type allows."""

from __future__ import annotations

from specc.lsp.completing.keys import wanted
from specc.lsp.completing.suggestion import FAR, Suggestion, in_snippet
from specc.lsp.scene import Scene
from specc.semantics.expressions.functions import FUNCTIONS
from specc.semantics.type_text import type_text, value_text
from specc.semantics.types import Literal, Scalar, Type, Union


def values(scene: Scene) -> list[Suggestion]:
    """What an expression may start with at the cursor."""
    found = [Suggestion(text, "value", "allowed here") for text in _allowed(scene, wanted(scene))]
    for name, binding in scene.environment.variables.items():
        detail = type_text(binding.type)
        found.append(Suggestion(name, "variable", detail, binding.origin))
    for name, function in FUNCTIONS.items():
        argument = "$1" if function.takes else ""
        found.append(
            Suggestion(
                name,
                "function",
                function.usage,
                text=f"{name}(" if function.takes else f"{name}()",
                snippet=f"{in_snippet(name)}({argument})$0",
                group=FAR,
            )
        )
    return found


def _allowed(scene: Scene, type_: Type, depth: int = 0) -> list[str]:
    """The values of a type, where they are few and known."""
    body = scene.context.program.body_of(type_)
    match body:
        case Literal(value):
            return [value_text(value)]
        case Scalar("bool"):
            return ["true", "false"]
        case Union(options) if depth < 10:
            found = [text for each in options for text in _allowed(scene, each, depth + 1)]
            return list(dict.fromkeys(found))
    return []
