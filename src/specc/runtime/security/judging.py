"""Whether an answer is as good as the entitled actor's, and whether a thing has changed."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specc.runtime.diff import differences
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt, leaves
from specc.runtime.security.breach import inconclusive, succeeded

_TELLING = 8
"""Characters of a value that hardly stands in an answer by chance."""


def alike(answer: Response, control: Response) -> bool:
    """Whether an answer gives what the entitled actor's gives: a success of the same make.

    An answer without a body gives nothing, and neither does a list with nothing in it.
    """
    if not 200 <= answer.status < 300 or not answer.content.strip():
        return False
    if granted(control) and not granted(answer):
        return False  # it says no in another way
    if not control.is_json or not answer.is_json:
        return (
            not control.is_json
            and answer.status == control.status
            and answer.media == control.media
            and (answer.media != "text/html" or answer.content == control.content)
        )
    one, other = answer.json, control.json
    if not leaves(one) and leaves(other):
        return False
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return set(one) == set(other) or _conforms(answer)
    return isinstance(one, list) and isinstance(other, list)


def _conforms(answer: Response) -> bool:
    """Whether it is what the endpoint promises for its status, where that says anything."""
    promise = answer.endpoint.promises.get(answer.status) if answer.endpoint else None
    contract = None if promise is None else promise.contract
    if contract is None or isinstance(contract.schema, bool) or not contract.schema.get("required"):
        return False
    return contract.holds(answer.json)


def granted(response: Response) -> bool:
    """Whether a call was answered as a success, also by what its endpoint promises for that.

    Some services refuse with a 200 that says "fail".
    """
    if not succeeded(response):
        return False
    promise = response.endpoint.promises.get(response.status) if response.endpoint else None
    if promise is None or promise.contract is None:
        return True
    return response.is_json and promise.contract.holds(response.json)


def telling(thing: Json, attempt: Attempt) -> set[str]:
    """The values of a thing that tell it from others, and that an attempt does not send itself."""
    return {text for text in leaves(thing) if len(text) >= _TELLING} - attempt.says()


@attrs.define(eq=False)
class Watched:
    """A thing as its owner reads it before and after somebody else's attempt."""

    look: Attempt
    before: Response
    moving: frozenset[str]

    @staticmethod
    def by(look: Attempt) -> Watched:
        """Read it twice: what changes by itself is not looked at. Skips if it can't be read."""
        __tracebackhide__ = True
        first, second = look.send(), look.send()
        if not succeeded(first) or not succeeded(second):
            inconclusive(f"the owner's own look at the thing is answered {second.status}")
        moving = _places(first, second)
        return Watched(look, second, moving)

    def changed(self) -> tuple[str, Response] | None:
        """How it is another than before, and the answer that shows it; None if it is as before."""
        after = self.look.send()
        if not succeeded(after):
            return f"its owner is answered {after.status} for it now", after
        places = sorted(
            place for place in _places(self.before, after) if not self._moves_by_itself(place)
        )
        return (f"its owner reads another {', '.join(places)} now", after) if places else None

    def _moves_by_itself(self, place: str) -> bool:
        """Whether the place, what it is in, or something in it was not the same twice before."""
        return any(place.startswith(each) or each.startswith(place) for each in self.moving)


def _places(one: Response, other: Response) -> frozenset[str]:
    if one.is_json and other.is_json:
        return frozenset(each.path or "content" for each in differences(other.json, one.json))
    return frozenset() if one.content == other.content else frozenset({"content"})
