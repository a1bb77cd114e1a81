"""What may be wrong with a mock: nothing, or one thing, so that it can be told who notices."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

import attrs

from specc.ir.nodes import Endpoint

if TYPE_CHECKING:
    from specc.mock.call import Call, Reply


class Quirk(Enum):
    """A way to behave wrongly that no change of the spec could describe."""

    LOSES_WRITE = "answers as if it had written"
    WRITES_IN_PART = "writes all but one field"
    WRITES_ELSEWHERE = "writes to another thing"
    DELETES_NOTHING = "answers as if it had deleted"
    STILL_READABLE = "what is deleted can still be read"
    STILL_LISTED = "what is deleted is still listed"
    CLEARS_UNSENT = "an update clears what was not sent"
    READING_WRITES = "reading changes the thing"
    IGNORES_REPETITION = "a repeated call is like a first one"
    FAILS_WHEN_REPEATED = "the same call a second time fails"
    MAKES_UP_UNKNOWN = "what is unknown is made up"
    FAILS_ON_UNKNOWN = "what is unknown is a fault of the server"
    OTHERS_THING = "another actor's thing is answered"
    WRONG_THING = "another thing than the one asked for is answered"
    IGNORES_OWNER = "whose it is does not matter"
    IGNORES_PARENT = "under which thing it was made does not matter"
    TRUSTS_ANY_LOGIN = "any password will do"
    TRUSTS_ANY_CREDENTIAL = "any credential will do"
    TAKES_READONLY = "what only the server decides is taken from the client"
    MISSES_ONE = "a list misses one"
    SHOWS_TWICE = "a list shows one twice"
    SHOWS_STRANGERS = "a list shows what belongs to others"
    IGNORES_FILTER = "a filter is ignored"
    IGNORES_LIMIT = "a page's limit is ignored"
    SKIPS_BETWEEN_PAGES = "between two pages one is skipped"
    REPEATS_BETWEEN_PAGES = "the last of a page is the next one's first"
    ENDS_EARLY = "the first page is the last one"
    ACCEPTS_STALE = "an old version may write"
    IGNORES_UNCHANGED = "what is known already is sent again"
    KEEPS_VERSION = "a change leaves the version as it is"
    NO_RATE_LIMIT = "calls are not counted"
    IGNORES_ORDER = "a list is in the opposite order"
    MISCOUNTS = "a list says that there is one more than there is"
    IGNORES_STATE = "any state leads to any other"
    KEEPS_STATE = "a thing stays in the state that it is in"
    FAILED_CALL_WRITES = "a call that is refused writes all the same"


@attrs.frozen(eq=False)
class Defect:
    """One thing that is wrong with one endpoint.

    `spec` changes what the mock believes of the endpoint; `quirk` is a way to behave, about the
    field or parameter `of` where it is about one; `reply` changes each answer before it is sent.
    """

    endpoint: str
    spec: Callable[[Endpoint], Endpoint] | None = None
    quirk: Quirk | None = None
    of: str = ""
    reply: Callable[[Call, Reply], Reply] | None = None


@attrs.define(eq=False)
class Defects:
    """The defect of a mock, if it has one; `reached` tells whether it ever made a difference."""

    defect: Defect | None = None
    reached: bool = False

    def on(self, quirk: Quirk, endpoint: str) -> bool:
        """Whether an endpoint behaves so."""
        found = self.defect
        here = found is not None and found.quirk is quirk and found.endpoint == endpoint
        self.reached = self.reached or here
        return here

    def of(self, quirk: Quirk, endpoint: str) -> str | None:
        """What a quirk of an endpoint is about; None if it has no such quirk."""
        found = self.defect
        return found.of if found is not None and self.on(quirk, endpoint) else None

    def believed(self, endpoint: Endpoint) -> Endpoint:
        """The endpoint as the mock has it."""
        found = self.defect
        if found is None or found.spec is None or found.endpoint != endpoint.name:
            return endpoint
        return found.spec(endpoint)

    def replied(self, call: Call, reply: Reply) -> Reply:
        """The answer as it is sent."""
        found = self.defect
        if found is None or found.reply is None or found.endpoint != call.endpoint.name:
            return reply
        changed = found.reply(call, reply)
        self.reached = self.reached or changed != reply
        return changed
