"""Whether an answer holds more than its endpoint promises."""

from __future__ import annotations

from specc.runtime.mismatch import Mismatch
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told


def shows_only_declared(rule: str, attempt: Attempt) -> None:
    """The answer to a valid call has no field that its contract does not name. Raises Broken."""
    __tracebackhide__ = True
    answer = attempt.send()
    if not succeeded(answer):
        inconclusive(told(answer))
    promise = attempt.endpoint.promises.get(answer.status)
    if promise is None or promise.contract is None or not answer.is_json:
        return
    found = [each for each in promise.contract.errors(answer.json) if _is_leak(each)]
    if found:
        named = ", ".join(f"`{each.path}`" for each in found[:5])
        raise breach(rule, f"nobody declared {named}", answer, where=found[0].path)


def _is_leak(mismatch: Mismatch) -> bool:
    """Whether it is about a field that should not be there: nothing was expected, something is."""
    return mismatch.expected == "nothing" and bool(mismatch.got)
