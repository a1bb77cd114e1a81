"""Which sorts of things fit the cursor: told by what the parser has on its stack."""

from __future__ import annotations

from specc.lsp.completing import clauses, names
from specc.lsp.completing.keys import keys
from specc.lsp.completing.keywords import keywords
from specc.lsp.completing.members import behind_dot
from specc.lsp.completing.suggestion import Suggestion
from specc.lsp.completing.values import values
from specc.lsp.scene import Scene


def suggestions(scene: Scene) -> list[Suggestion]:
    """All that may be written at the cursor, of each name the first."""
    found: dict[str, Suggestion] = {}
    for each in (*_fitting(scene), *keywords(scene)):
        found.setdefault(each.label, each)
    return list(found.values())


def _fitting(scene: Scene) -> list[Suggestion]:
    accepted, above = scene.cursor.accepted, scene.cursor.above
    top = above[0] if above else ""
    if top == "DOT" and "NAME" in accepted:
        return behind_dot(scene)
    if "KEY" in accepted and not accepted & {"EXPECT", "READONLY"}:
        return keys(scene)
    if top == "EXPECTS" or (top == "COMMA" and "STATUS_CLASS" in accepted):
        return clauses.declared_statuses(scene) + _columns(scene)
    if top == "RETURNS":
        return clauses.usual_statuses(scene)
    if "NAME" not in accepted:
        return []
    return _names(scene, top)


def _names(scene: Scene, top: str) -> list[Suggestion]:
    accepted = scene.cursor.accepted
    first = scene.statement[0].symbol if scene.statement else ""
    if "EXPECT" in accepted:
        return names.calls(scene)
    if "OPEN" in accepted:
        return names.types(scene)
    if "FALSE" in accepted:
        return values(scene)
    found: list[Suggestion] = []
    match top:
        case "AS" if first != "IMPORT":
            found = names.identities(scene)
        case "COMMA" if first == "AS":
            found = names.identities(scene)
        case "OF" if first == "AS":
            found = names.targets(scene, "contract")
        case "IS":
            found = names.targets(scene, "role")
        case "effect":
            found = names.targets(scene, "contract")
        case "WHEN" if first == "ABORT":
            found = clauses.metrics(scene)
        case "WHEN" | "label":
            found = clauses.conditions(scene)
        case "COMMA" if first == "RETURNS":
            found = clauses.conditions(scene)
        case "BY":
            found = clauses.paging(scene)
        case "COMMA" if first == "PAGES":
            found = clauses.paging(scene)
        case "ONLY" | "WITHOUT" | "_COMMA_NAME":
            found = clauses.selected_fields(scene, clauses.base_of(scene))
        case "WITHIN":
            found = clauses.limits(scene)
        case "LIMIT" | "OF":
            found = names.targets(scene, "endpoint")
        case "INTEGER":
            found = names.targets(scene, "flow", "endpoint")
        case "PER":
            found = clauses.per(scene)
        case "ON":
            found = names.targets(scene, "endpoint")
        case "UNTIL" | "OR" | "REGRESSION":
            found = clauses.metrics(scene)
        case _:
            found = _first_names(scene)
    return found


def _first_names(scene: Scene) -> list[Suggestion]:
    """Where a statement may start with a word that is no keyword."""
    accepted = scene.cursor.accepted
    if "MEMORY" in accepted:
        return clauses.metrics(scene)
    if "DEPENDENCIES" in accepted:
        return clauses.rules(scene)
    statement = scene.statement
    if statement and "ON" in accepted and scene.text.startswith("injection", statement[0].start):
        return clauses.rule_kinds(scene)
    return []


def _columns(scene: Scene) -> list[Suggestion]:
    return [
        Suggestion(name, "variable", "a column of `cases`")
        for name, binding in scene.environment.variables.items()
        if not binding.is_response and binding.origin is None
    ]
