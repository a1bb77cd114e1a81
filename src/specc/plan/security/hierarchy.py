"""A thing under a parent is reached under that parent alone."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const, Thing, walk
from specc.plan.nodes import SetUp, values_of
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, entitled, reread
from specc.plan.security.identities import declared
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested, Who

_RULES = ("bola.hierarchy",)


def hierarchy(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`bola.hierarchy` where a path names a thing after the one that it was made under."""
    named = [item for item in endpoint.parameters if item.place_in == "path" and item.feed]
    if len(named) < 2 or not endpoint.owned:
        return
    outer, inner = named[-2].feed, named[-1].feed
    if outer is None or inner is None or outer.contract == inner.contract:
        return
    try:
        call = entitled(recipes, endpoint)
        child = recipes.set_up(inner.contract, False, frozenset())
        parent = recipes.set_up(outer.contract, False, frozenset())
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, endpoint.as_place, str(reason))
        return
    if child is None or parent is None or not _names(child, outer.contract):
        return
    owner = parent.owner.removeprefix("new_")
    stranger = recipes.stranger_to(owner)
    if stranger is None:
        role = recipes.role_of(owner)
        why = f"{role} has one actor only: declare a second one, with a parent of its own"
        yield Untested(endpoint.name, _RULES, endpoint.as_place, why)
        return
    if recipes.role_of(stranger) in endpoint.allowed:
        return  # the whole role may call it
    others: list[tuple[str, Argument]] = [("intruder", Who(stranger))]
    if parent.call is not None:
        if any(thing.contract for thing in _things(parent)):
            why = f"a {outer.contract} of {stranger}'s takes other things first"
            yield Untested(endpoint.name, _RULES, endpoint.as_place, why)
            return
        others.append(("parent", parent.call))
    elif not _owns(recipes, stranger, outer.contract):
        why = f"the steps of {stranger} make no {outer.contract} of its own"
        yield Untested(endpoint.name, _RULES, endpoint.as_place, why)
        return
    else:
        others.append(("own", Const(outer.contract)))
    others.append(("param", Const(named[-2].name)))
    others.append(("key", Const([*parent.path, *outer.path])))
    look = None if endpoint.method in SAFE else reread(recipes, endpoint, call)
    if look is not None:
        others.append(("reread", look))
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "keeps_to_its_parent",
        call,
        tuple(others),
        f"Under a {outer.contract} of their own, a stranger does not reach {owner}'s "
        f"{inner.contract}.",
        endpoint.as_place,
        writes=True,
    )


def _names(set_up: SetUp, contract: str) -> bool:
    """Whether the call that makes a thing names a thing of a contract."""
    return any(thing.contract == contract for thing in _things(set_up))


def _things(set_up: SetUp) -> Iterator[Thing]:
    for value in () if set_up.call is None else values_of(set_up.call):
        for item in walk(value):
            if isinstance(item, Thing):
                yield item


def _owns(recipes: Recipes, actor: str, contract: str) -> bool:
    found = declared(recipes, actor)
    return found is not None and any(name == contract for name, _ in found.owns)
