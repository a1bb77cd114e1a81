"""Whether an identity ends when it is said to: by a log-out, or with its account."""

from __future__ import annotations

from specc.runtime.actor import Actor
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.security.judging import alike


def ends_identity(
    rule: str, attempt: Attempt, *, after: Attempt, keeps: Actor | None = None
) -> None:
    """Once the attempt has ended it, the identity is refused what it was served. Raises Broken.

    `keeps` is another identity of the same account, which must not be ended with it.
    """
    __tracebackhide__ = True
    if keeps is not None and keeps.credentials == attempt.actor.credentials:
        inconclusive("the service gives an account the same credential each time: others need it")
    before = after.send()
    if not succeeded(before):
        inconclusive(f"{told(before)}: it is not served before, either")
    ended = attempt.send()
    if not 200 <= ended.status < 400:
        inconclusive(f"{told(ended)}: the identity was not ended")
    answer = after.send()
    if succeeded(answer) and alike(answer, before):
        said = f"after {attempt.endpoint.name}, {told(answer)} as before"
        raise breach(rule, said, answer, ended, before)
