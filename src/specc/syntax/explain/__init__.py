"""Explains faults: says what the writer most likely meant, and what to do about it.

Each explanation is a function that looks at one kind of mistake, and says None where it isn't that.
They are asked in order, from the most certain to the most general.
"""

from collections.abc import Callable

from specc.syntax.explain import brackets, lines, signs, words
from specc.syntax.explain.scene import Finding, Scene
from specc.syntax.explain.unexpected import unexpected

EXPLANATIONS: tuple[Callable[[Scene], Finding | None], ...] = (
    signs.too_deep,
    brackets.unclosed_before_declaration,
    brackets.unclosed_at_end,
    signs.unfinished_literal,
    signs.foreign_sign,
    words.gherkin,
    lines.list_item,
    signs.unknown_character,
    brackets.unclosed_before_statement,
    brackets.unmatched,
    lines.misplaced_doc,
    words.unknown_declaration,
    lines.unnamed_argument,
    words.unknown_statement,
    lines.dashed_name,
    lines.missing_colon,
    lines.extra_colon,
    lines.equals_sign,
    lines.bad_unit,
    lines.two_statements,
)


def explain(scene: Scene) -> Finding:
    """What is wrong at a fault."""
    for explanation in EXPLANATIONS:
        finding = explanation(scene)
        if finding is not None:
            return finding
    return unexpected(scene)
