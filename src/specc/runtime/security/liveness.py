"""Whether those who take part in a test are still let in: a refusal of all calls proves nothing."""

from __future__ import annotations

from collections.abc import Iterable

from specc.runtime.actor import Actor
from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import inconclusive, succeeded, told

_TOO_MANY = 429


def still_welcome(attempt: Attempt) -> None:
    """Skip the test as inconclusive where its entitled actor never got through, or no longer does.

    What an actor is answered that was shut out in the middle says nothing of what it has sent.
    """
    __tracebackhide__ = True
    if attempt.last is not None and succeeded(attempt.last):
        return
    answer = attempt.send()
    if succeeded(answer):
        return
    if not attempt.got_through:
        inconclusive(f"{told(answer)}: not even the valid call succeeds")
    if _is_shut_out(answer):
        inconclusive(f"{told(answer)} for the valid call, which got through before")


def still_known(intruder: Actor, answers: Iterable[Response], alive: Attempt | None) -> None:
    """Skip the test as inconclusive where an intruder was refused because it is let in nowhere.

    `alive` is a call that it may make.
    """
    __tracebackhide__ = True
    doubtful = next((each for each in answers if each.status in (401, _TOO_MANY)), None)
    if doubtful is None:
        return
    if alive is None:
        inconclusive(f"{told(doubtful)}, and nothing shows that {intruder.name} is still let in")
    answer = alive.send()
    if _is_shut_out(answer):
        inconclusive(f"{told(answer)}, too, where {intruder.name} may call: it is let in nowhere")


def _is_shut_out(answer: Response) -> bool:
    return answer.status in (401, 403, _TOO_MANY) or answer.status >= 500
