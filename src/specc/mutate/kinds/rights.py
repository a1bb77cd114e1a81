"""Whoever should be refused is let in, and the other way round."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from specc.ir.nodes import Endpoint
from specc.mock.defects import Defect, Quirk
from specc.mock.state import State
from specc.mutate.kinds.quirks import quirk_of
from specc.mutate.mutant import Mutant


def access(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Whoever should be refused is let in; who should be let in is refused."""
    name, place = endpoint.name, endpoint.as_place
    if name in state.identities.logins:
        yield quirk_of(
            endpoint, "trusts_any_login", Quirk.TRUSTS_ANY_LOGIN, place, "refuses", "rejects"
        )
    if endpoint.open:
        return
    yield _believed(
        endpoint,
        "ignores_authentication",
        "nobody in particular is let in",
        lambda item: attrs.evolve(item, allowed=("anyone",), owned=()),
        "refuses.anonymous",
    )
    yield quirk_of(
        endpoint,
        "trusts_any_credential",
        Quirk.TRUSTS_ANY_CREDENTIAL,
        place,
        "refuses.made_up_credential",
    )
    entitled = _entitled(state, endpoint)
    for role in state.recipes.by_role:
        if role in entitled:
            continue
        yield _believed(
            endpoint,
            "ignores_role",
            f"{role} is let in",
            _with_role(role),
            f"refuses.{role}",
            of=role,
        )
    if len(endpoint.allowed) + len(endpoint.owned) > 1:
        for word in endpoint.allowed:
            yield _believed(
                endpoint,
                "refuses_role",
                f"{word} is refused",
                _without_role(word),
                f"allows.{word}",
                "conforms",
                of=word,
            )
    if endpoint.owned and any(
        state.recipes.role_of(state.recipes.owner_of(contract) or "") not in endpoint.allowed
        for contract in endpoint.owned
    ):
        yield quirk_of(endpoint, "ignores_owner", Quirk.IGNORES_OWNER, place, "refuses.stranger")


def _believed(
    endpoint: Endpoint,
    kind: str,
    text: str,
    spec: Callable[[Endpoint], Endpoint],
    *expected: str,
    of: str = "",
) -> Mutant:
    ids = tuple(f"{endpoint.name}.{item}" for item in expected)
    defect = Defect(endpoint.name, spec=spec)
    return Mutant(kind, endpoint.name, of, endpoint.as_place, text, defect, ids)


def _with_role(role: str) -> Callable[[Endpoint], Endpoint]:
    return lambda item: attrs.evolve(item, allowed=(*item.allowed, role))


def _without_role(role: str) -> Callable[[Endpoint], Endpoint]:
    def believed(item: Endpoint) -> Endpoint:
        return attrs.evolve(item, allowed=tuple(each for each in item.allowed if each != role))

    return believed


def _entitled(state: State, endpoint: Endpoint) -> set[str]:
    """The roles that may call, by themselves or as owners."""
    found = set(endpoint.allowed)
    for contract in endpoint.owned:
        owner = state.recipes.owner_of(contract)
        found.add(state.recipes.role_of(owner or "") or "")
    return found
