"""Producers: where an endpoint's path needs a thing, some endpoint must be able to create one."""

from __future__ import annotations

import attrs

from specc.diagnostics.catalogue import graph as codes
from specc.semantics.context import Context
from specc.semantics.findings import declared_here
from specc.semantics.signatures import Argument, Signature
from specc.semantics.symbols import Symbol
from specc.semantics.types import FieldType, Literal, Scalar, Type, Union


@attrs.frozen(eq=False)
class _Maker:
    """An endpoint that creates a thing, and the things that it needs to be called."""

    signature: Signature
    needs: dict[Symbol, Argument]


def check_producers(context: Context) -> None:
    """Reports path parameters that nothing feeds, and makers that wait for each other."""
    makers: dict[Symbol, list[_Maker]] = {}
    needs = {item: _needs(context, item) for item in context.signatures.values()}
    for signature, needed in needs.items():
        scope = context.program.scopes[signature.symbol.module]
        for effect in signature.effects:
            thing = scope.visible.get(effect.thing.text)
            if effect.kind == "creates" and thing is not None:
                makers.setdefault(thing, []).append(_Maker(signature, needed))
    for signature, needed in needs.items():
        for thing, argument in needed.items():
            scope = context.program.scopes[signature.symbol.module]
            if thing not in makers and not context.is_partial(scope):
                context.findings.add(
                    codes.NO_PRODUCER,
                    f"`{signature.symbol.name}` needs {thing.name}, and nothing creates one",
                    signature.symbol.module,
                    argument.span,
                    secondary=[declared_here(thing)],
                    hint=f"add `creates {thing.name}` to the endpoint that makes it, or give an"
                    f' example: `{{{argument.name}: string = "..."}}`',
                )
    _report_circles(context, makers)


def _needs(context: Context, signature: Signature) -> dict[Symbol, Argument]:
    found: dict[Symbol, Argument] = {}
    for argument in signature.arguments.values():
        if argument.place == "path" and argument.required:
            type_ = argument.type
            if isinstance(type_, FieldType) and not _is_enumerable(context, type_):
                found.setdefault(type_.contract, argument)
    return found


def _is_enumerable(context: Context, type_: Type) -> bool:
    """Whether the values are known without any thing: `Order.status`."""
    match context.resolver.body_of(type_):
        case Literal() | Scalar("bool"):
            return True
        case Union(options):
            return all(isinstance(option, Literal) for option in options)
    return False


def _report_circles(context: Context, makers: dict[Symbol, list[_Maker]]) -> None:
    """Finds things that can be made, starting from those whose makers need nothing."""
    made: set[Symbol] = set()
    waiting: dict[Symbol, list[tuple[Symbol, _Maker]]] = {}
    ready: list[Symbol] = []

    def settle(thing: Symbol, maker: _Maker) -> None:
        if thing not in made and all(item in made or item not in makers for item in maker.needs):
            made.add(thing)
            ready.append(thing)

    for thing, candidates in makers.items():
        for maker in candidates:
            for needed in maker.needs:
                waiting.setdefault(needed, []).append((thing, maker))
            settle(thing, maker)
    while ready:
        for thing, maker in waiting.get(ready.pop(), ()):
            settle(thing, maker)
    _draw_circles(context, makers, made)


def _draw_circles(context: Context, makers: dict[Symbol, list[_Maker]], made: set[Symbol]) -> None:
    done: set[Symbol] = set()
    for start in makers:
        path: dict[Symbol, _Maker] = {}
        at: Symbol | None = start if start not in made else None
        while at is not None and at not in done and at not in path:
            path[at] = makers[at][0]
            at = next(
                (item for item in makers[at][0].needs if item in makers and item not in made), None
            )
        if at is not None and at in path:
            things = list(path)
            circle = things[things.index(at) :]
            drawn = " → ".join(thing.name for thing in [*circle, at])
            maker = path[at]
            context.findings.add(
                codes.PRODUCER_CYCLE,
                f"no {at.name} can ever be created: {drawn}",
                maker.signature.symbol.module,
                next(
                    argument.span
                    for needed, argument in maker.needs.items()
                    if needed in makers and needed not in made
                ),
                f"to create {at.name} takes {(circle[1:] or [at])[0].name} first",
                secondary=[declared_here(path[thing].signature.symbol) for thing in circle[1:]],
                hint="one of them must be creatable without the others",
            )
        done.update(path)
