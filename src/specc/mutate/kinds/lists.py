"""Lists that miss, repeat or show too much, and pages with gaps."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir.nodes import Endpoint
from specc.mock.access import selects
from specc.mock.defects import Quirk
from specc.mock.listing import is_filter, limit_name
from specc.mock.state import State
from specc.mutate.kinds.quirks import quirk_of
from specc.mutate.mutant import Mutant


def listing(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Lists that miss, repeat or show too much, and pages with gaps."""
    effect = endpoint.effect("lists")
    if effect is None or effect.at is None:
        return
    place = effect.place
    yield quirk_of(endpoint, "misses_one", Quirk.MISSES_ONE, place, "lists")
    yield quirk_of(endpoint, "shows_twice", Quirk.SHOWS_TWICE, place, "lists", "pages")
    hidden = [
        reader
        for reader in state.readers_of(effect.contract)
        if effect.contract in reader.owned
        and not set(reader.allowed) & set(endpoint.allowed)
        and not reader.open
    ]
    if (hidden and set(endpoint.allowed) & set(state.recipes.by_role)) or effect.of_self:
        yield quirk_of(endpoint, "shows_strangers", Quirk.SHOWS_STRANGERS, place, "hides")
    for parameter in endpoint.parameters:
        if is_filter(state, endpoint, parameter) and parameter.feed is not None:
            yield quirk_of(
                endpoint,
                "ignores_filter",
                Quirk.IGNORES_FILTER,
                parameter.place,
                f"filters.{parameter.name}",
                of=parameter.name,
            )
    if any(selects(state, endpoint, item) for item in endpoint.parameters):
        yield quirk_of(endpoint, "ignores_parent", Quirk.IGNORES_PARENT, place, "misplaced")
    pages = endpoint.pages
    if pages is not None and limit_name(endpoint) is not None:
        for kind, quirk in (
            ("ignores_limit", Quirk.IGNORES_LIMIT),
            ("skips_between_pages", Quirk.SKIPS_BETWEEN_PAGES),
            ("repeats_between_pages", Quirk.REPEATS_BETWEEN_PAGES),
            ("ends_early", Quirk.ENDS_EARLY),
        ):
            yield quirk_of(endpoint, kind, quirk, pages.place, "pages", "lists")
