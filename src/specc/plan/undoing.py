"""Clean-up: which call deletes what an endpoint has made, and by whom."""

from __future__ import annotations

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.nodes import FromArgument, FromThing, Undo
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError


def undos(recipes: Recipes) -> dict[str, Undo]:
    """How what each endpoint makes is deleted, where the spec says how."""
    found: dict[str, Undo] = {}
    for endpoint in recipes.suite.endpoints:
        effect = endpoint.effect("creates")
        undo = None if effect is None else _undo(endpoint, effect.contract, recipes)
        if undo is not None:
            found[endpoint.name] = undo
    return found


def _undo(endpoint: nodes.Endpoint, contract: str, recipes: Recipes) -> Undo | None:
    for remover, deleted in recipes.by_effect.get(("deletes", contract), ()):
        if deleted.of_self:
            continue
        params = _params(endpoint, remover, contract)
        if params is None:
            continue
        try:
            maker, deleter = recipes.principal(endpoint), recipes.principal(remover)
        except UnreachableError:
            continue
        entitled = contract in remover.owned or recipes.role_of(maker) in remover.allowed
        other = not entitled and deleter not in (maker, ANONYMOUS)
        return Undo(remover.name, params, deleter if other else None, _says_gone(remover))
    return None


def _says_gone(remover: nodes.Endpoint) -> tuple[int, ...]:
    """The statuses, besides the usual, that a deletion of what is not there is answered with."""
    found = {
        item.status: None
        for item in remover.returns
        if item.status not in (404, 410)
        and any(
            condition.kind in ("unknown", "deleted", "repeated") for condition in item.conditions
        )
    }
    return tuple(found)


def _params(
    maker: nodes.Endpoint, remover: nodes.Endpoint, contract: str
) -> tuple[tuple[str, FromThing | FromArgument | Const], ...] | None:
    """Where the remover's arguments come from; None where one of them is not to be had."""
    found: list[tuple[str, FromThing | FromArgument | Const]] = []
    for parameter in remover.parameters:
        if not parameter.required:
            continue
        if parameter.feed is not None and parameter.feed.contract == contract:
            found.append((parameter.name, FromThing(parameter.feed.path)))
            continue
        same = next(
            (
                item.name
                for item in maker.parameters
                if item.feed is not None and item.feed == parameter.feed
            ),
            None,
        )
        if same is not None:
            found.append((parameter.name, FromArgument(same)))
        elif isinstance(parameter.example, Const):
            found.append((parameter.name, parameter.example))
        else:
            return None
    # A deletion that does not say which thing it is about might be of any other.
    return tuple(found) if any(isinstance(source, FromThing) for _, source in found) else None
