"""Effects: the thing that an endpoint creates, reads or lists is in what it answers."""

from __future__ import annotations

from specc.diagnostics.catalogue.effects import (
    EFFECT_ABSENT,
    EFFECT_AMBIGUOUS,
    EFFECT_PLACE,
    NOTHING_OWNED,
)
from specc.semantics.context import Context
from specc.semantics.findings import declared_here
from specc.semantics.signatures import Signature, returned_type
from specc.semantics.symbols import Symbol
from specc.semantics.things import Path, places_of
from specc.semantics.types import NULL, UNKNOWN, ListOf, MapOf, Record, Type, Union
from specc.syntax.nodes.endpoint import Effect


def check_effects(context: Context) -> None:
    """Checks the effects of all endpoints, and that what they protect comes into being."""
    created: set[Symbol] = set()
    for signature in context.signatures.values():
        scope = context.program.scopes[signature.symbol.module]
        for effect in signature.effects:
            thing = context.resolver.names.contract(effect.thing, scope)
            if thing is None:
                continue
            context.used.add(thing)
            if effect.kind == "creates":
                created.add(thing)
            if signature.node not in context.damaged:
                _check_effect(context, signature, effect, thing)
    for signature in context.signatures.values():
        _check_owners(context, signature, created)


def _check_effect(context: Context, signature: Signature, effect: Effect, thing: Symbol) -> None:
    if effect.from_request:
        body = signature.body_type
        if body is None or not _held(context, thing, body):
            _report_absent(context, signature, effect, thing, "what is sent")
        return
    clause = signature.success
    if clause is None:
        return
    answer = returned_type(clause, context.program)
    if effect.at is not None:
        _check_at(context, signature, effect, effect.at, thing, answer)
        return
    if answer == NULL and effect.kind in {"updates", "deletes"}:
        return
    if context.resolver.body_of(answer) == UNKNOWN:
        return
    places = places_of(thing, answer, context.resolver)
    shown = effect.kind in {"reads", "lists"} and _shown(context, thing, answer)
    if not places and not shown and effect.kind not in {"updates", "deletes"}:
        _report_absent(context, signature, effect, thing, f"the {clause.status} response")
    elif len(places) > 1 and effect.kind != "deletes":
        _report_twice(context, signature, effect, thing, places)


def _shown(context: Context, thing: Symbol, type_: Type, depth: int = 0) -> bool:
    """Whether something in an answer is a view of the thing: a record with a field of its name."""
    whole, body = context.resolver.definition(thing), context.resolver.body_of(type_)
    if not isinstance(whole, Record) or depth > 4:
        return False
    match body:
        case Record(properties):
            return any(whole.get(item.name) is not None for item in properties) or any(
                _shown(context, thing, item.type, depth + 1) for item in properties
            )
        case ListOf(item):
            return _shown(context, thing, item, depth + 1)
        case MapOf(value=value):
            return _shown(context, thing, value, depth + 1)
        case Union(options):
            return any(_shown(context, thing, option, depth + 1) for option in options)
        case _:
            return False


def _held(context: Context, thing: Symbol, type_: Type) -> bool:
    """Whether what is sent is the thing: as such, or some of its fields."""
    if places_of(thing, type_, context.resolver):
        return True
    sent = context.resolver.body_of(type_)
    body = context.resolver.definition(thing)
    if not isinstance(sent, Record) or not isinstance(body, Record):
        return sent == UNKNOWN or body == UNKNOWN
    return bool({item.name for item in sent.properties} & {item.name for item in body.properties})


def _check_at(
    context: Context,
    signature: Signature,
    effect: Effect,
    at: tuple[str, ...],
    thing: Symbol,
    answer: Type,
) -> None:
    type_: Type = answer
    for name in at:
        type_ = _step(context, type_, name)
    if type_ != UNKNOWN and () not in {
        tuple(part for part in place if part != "*")
        for place in places_of(thing, type_, context.resolver)
    }:
        context.findings.add(
            EFFECT_PLACE,
            f"there is no `{thing.name}` at {'.'.join(('body', *at))}",
            signature.symbol.module,
            effect.span,
            secondary=[declared_here(thing)],
            hint=_places_hint(places_of(thing, answer, context.resolver)),
        )


def _step(context: Context, type_: Type, name: str) -> Type:
    body = context.resolver.body_of(type_)
    if isinstance(body, Union):
        options = [_step(context, option, name) for option in body.options if option != NULL]
        found = [option for option in options if option != NULL]
        return found[0] if found else NULL
    if isinstance(body, Record):
        field = body.get(name)
        return field.type if field is not None else UNKNOWN if body.open else NULL
    if isinstance(body, MapOf):
        return body.value
    if isinstance(body, ListOf) and name == "*":
        return body.item
    return UNKNOWN if body == UNKNOWN else NULL


def _report_absent(
    context: Context, signature: Signature, effect: Effect, thing: Symbol, where: str
) -> None:
    if context.damaged:
        return
    hint = {
        "creates": f"return it, or write `creates {thing.name} from request`: what was sent is it",
    }.get(effect.kind, f"return it, or leave `{effect.kind} {thing.name}` out")
    context.findings.add(
        EFFECT_ABSENT,
        f"`{signature.symbol.name}` {effect.kind} {thing.name}, but {where} holds none",
        signature.symbol.module,
        effect.span,
        secondary=[declared_here(thing)],
        hint=hint,
    )


def _report_twice(
    context: Context, signature: Signature, effect: Effect, thing: Symbol, places: list[Path]
) -> None:
    context.findings.add(
        EFFECT_AMBIGUOUS,
        f"the response of `{signature.symbol.name}` holds more than one {thing.name}",
        signature.symbol.module,
        effect.span,
        hint=_places_hint(places, f"{effect.kind} {thing.name} "),
    )


def _places_hint(places: list[Path], before: str = "") -> str | None:
    shown = [".".join(("body", *(part for part in place if part != "*"))) for place in places]
    written = " or ".join(f"`{before}at {place}`" for place in dict.fromkeys(shown))
    return f"say which: {written}" if places else None


def _check_owners(context: Context, signature: Signature, created: set[Symbol]) -> None:
    if signature.allowed is None:
        return
    scope = context.program.scopes[signature.symbol.module]
    for item in signature.allowed.allowed:
        if item.owned is None:
            continue
        owned = context.resolver.names.contract(item.owned, scope)
        if owned is None:
            continue
        context.used.add(owned)
        if owned not in created and not context.is_partial(scope):
            context.findings.add(
                NOTHING_OWNED,
                f"nobody can own {owned.name}: no endpoint creates one",
                scope.module,
                item.owned.span,
                secondary=[declared_here(owned)],
                hint=f"add `creates {owned.name}` to the endpoint that makes it",
            )
