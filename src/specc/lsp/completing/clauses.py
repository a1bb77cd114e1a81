"""Words of closed vocabularies: statuses, conditions, metrics, rules, parameters to page by."""

from __future__ import annotations

from http import HTTPStatus

from specc.lsp.completing.suggestion import Suggestion, key
from specc.lsp.cursor import Part
from specc.lsp.scene import Scene, ref_text
from specc.semantics.checks.conditions import KINDS
from specc.semantics.checks.endpoints import METRICS as LIMITED
from specc.semantics.checks.metrics import METRICS
from specc.semantics.checks.security import PER
from specc.semantics.rules import FAMILIES, INJECTIONS, RULES
from specc.semantics.types import ContractType
from specc.syntax.nodes.endpoint import Parameter, PathParameter, ReturnsClause

_OF_PARAMETER = ("unknown", "invalid", "malformed")
_USUAL = (200, 201, 202, 204, 400, 401, 403, 404, 409, 415, 422, 429)


def declared_statuses(scene: Scene) -> list[Suggestion]:
    """The statuses that the called endpoint declares."""
    signature = scene.target()
    found: dict[int, Suggestion] = {}
    for clause in signature.returns if signature is not None else ():
        conditions = ", ".join(
            " ".join(filter(None, (each.parameter.text if each.parameter else "", each.kind)))
            for each in clause.conditions
        )
        detail = f"when {conditions}" if conditions else _phrase(clause.status)
        found.setdefault(clause.status, Suggestion(str(clause.status), "value", detail))
    return list(found.values())


def usual_statuses(scene: Scene) -> list[Suggestion]:
    """Statuses that an endpoint may yet declare."""
    declared = {clause.status for clause in _clauses(scene) if isinstance(clause, ReturnsClause)}
    return [
        Suggestion(str(status), "value", _phrase(status))
        for status in _USUAL
        if status not in declared
    ]


def conditions(scene: Scene) -> list[Suggestion]:
    """What may follow `when`: a condition, or a parameter and what is wrong with it."""
    top = scene.cursor.above[0]
    if top == "label":
        return [Suggestion(word, "word") for word in _OF_PARAMETER]
    subjects = ["body", "query", *_parameters(scene)]
    found = [Suggestion(word, "word") for word in sorted(KINDS - set(_OF_PARAMETER))]
    found += [
        Suggestion(f"{key(name)} {word}", "word")
        for name in subjects
        for word in _OF_PARAMETER
        if _fits(word, name)
    ]
    return found


def _fits(word: str, name: str) -> bool:
    """Whether a condition of this word may be about a parameter, or `body` or `query`."""
    match word:
        case "malformed":
            return name == "body"
        case "unknown":
            return name not in ("body", "query")
        case _:
            return True


def paging(scene: Scene) -> list[Suggestion]:
    """Query parameters that a list may be paged by."""
    names = [
        clause.name.text
        for clause in _clauses(scene)
        if isinstance(clause, Parameter) and clause.place == "query"
    ]
    return [Suggestion(name, "variable", "query") for name in names]


def selected_fields(scene: Scene, base: str) -> list[Suggestion]:
    """The fields that `only` and `without` may name."""
    symbol = scene.scope.find(base)
    if symbol is None or symbol.kind != "contract":
        return []
    return [Suggestion(name, "field") for name in scene.fields(ContractType(symbol))]


def metrics(scene: Scene) -> list[Suggestion]:
    """What a threshold may be about."""
    return [Suggestion(name, "word", "metric") for name in METRICS]


def limits(scene: Scene) -> list[Suggestion]:
    """What `within` may be about."""
    return [Suggestion(name, "word", "metric") for name in sorted(LIMITED)]


def rules(scene: Scene) -> list[Suggestion]:
    """Families of rules, and rules."""
    return [
        *(Suggestion(name, "word", "family") for name in sorted(FAMILIES)),
        *(Suggestion(name, "word", "rule") for name in sorted(RULES)),
    ]


def rule_kinds(scene: Scene) -> list[Suggestion]:
    """What may follow `injection`."""
    return [Suggestion(name, "word", "kind of injection") for name in sorted(INJECTIONS)]


def per(scene: Scene) -> list[Suggestion]:
    """Whom a rate is counted by."""
    return [Suggestion(name, "word") for name in PER]


def _clauses(scene: Scene) -> list[object]:
    part = scene.cursor.last("_items{clause}")
    return list(part.value) if part is not None else []


def _parameters(scene: Scene) -> list[str]:
    named: list[Part] = [part for part in scene.cursor.parts if part.symbol == "path"]
    inside = [*(part.value for part in named), *_clauses(scene)]
    found: dict[str, None] = {}
    for each in inside:
        for part in getattr(each, "parts", (each,)):
            if isinstance(part, Parameter | PathParameter):
                found[part.name.text] = None
    return list(found)


def base_of(scene: Scene) -> str:
    """The name of the type that `only` or `without` follows."""
    part = next((p for p in reversed(scene.cursor.parts) if p.symbol in ("shaped", "NAME")), None)
    if part is None:
        return ""
    return ref_text(getattr(part.value, "ref", part.value))


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
