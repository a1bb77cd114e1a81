"""How the values of a rule's symbols become the arguments of the function that builds its node.

This is the contract that the head of the grammar states: what is only written leaves no value, an
optional part that is absent leaves None, and the items of a list stand in the place of the list.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

Values: TypeAlias = list[Any]
Pick: TypeAlias = Callable[[Values], Sequence[Any]]


class Part(NamedTuple):
    """One argument: the symbol's place in the rule, or None for what is absent.

    `many` says that the symbol's value is a list, whose items are an argument each.
    """

    place: int | None
    many: bool


def picker(parts: Sequence[Part], as_list: bool = False) -> Pick:
    """A function from the values of a rule's symbols to the arguments of its builder.

    With `as_list` what it returns is a list of its own, that may grow.
    """
    if as_list or any(part.many for part in parts):
        return _spreading(tuple(parts))
    places = [-1 if part.place is None else part.place for part in parts]
    if not places:
        return _nothing
    if len(places) == 1:
        return _gapped(_single(places[0])) if places[0] < 0 else _single(places[0])
    getter: Pick = itemgetter(*places)
    return _gapped(getter) if -1 in places else getter


def _nothing(values: Values) -> Sequence[Any]:
    return ()


def _single(place: int) -> Pick:
    return itemgetter(slice(place, place + 1 or None))


def _gapped(getter: Pick) -> Pick:
    """Where a part is absent, the getter finds None at the place -1."""

    def pick(values: Values) -> Sequence[Any]:
        values.append(None)
        return getter(values)

    return pick


def _spreading(parts: tuple[Part, ...]) -> Pick:
    """A list that comes first is extended, not copied: what grows by one item stays linear."""
    first, rest = Part(None, many=True), parts
    if parts and parts[0].many:
        first, rest = parts[0], parts[1:]

    def pick(values: Values) -> Sequence[Any]:
        arguments: Values = [] if first.place is None else values[first.place]
        for place, many in rest:
            if many and place is not None:
                arguments += values[place]
            else:
                arguments.append(None if place is None else values[place])
        return arguments

    return pick
