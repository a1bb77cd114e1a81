"""Whether secrets come back, and whether a login tells which accounts there are."""

from __future__ import annotations

from collections.abc import Sequence

from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.redaction import redact
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.security.judging import granted
from specc.runtime.values import unique


def keeps_secret(rule: str, attempt: Attempt, *, secrets: Sequence[str]) -> None:
    """A secret that is planted in a request does not stand in the answer. Raises Broken."""
    __tracebackhide__ = True
    for name in secrets:
        planted = f"Zq7-{unique()}"
        answer = attempt.send(put={f"body.{name}": planted})
        if planted in answer.text or any(planted in value for _, value in answer.headers.items()):
            said = f"the answer {answer.status} repeats the `{name}` that was sent"
            raise breach(rule, said, answer, where=f"body.{name}")
    control = attempt.send()
    if not succeeded(control):
        inconclusive(f"{told(control)}, with the right secret too")


def hides_accounts(rule: str, attempt: Attempt, *, account: str, secret: str = "") -> None:
    """A known account is answered as an unknown one is, with a wrong secret. Raises Broken.

    Without a `secret`, the call is one that takes none, such as a password's reset.
    """
    __tracebackhide__ = True
    wrong = redact(f"Zq7-{unique()}")
    known = attempt.value_at(f"body.{account}")
    if not isinstance(known, str):
        inconclusive(f"`{account}` is no text")
    answers: dict[bool, list[Response]] = {True: [], False: []}
    said: dict[bool, set[tuple[int, str]]] = {True: set(), False: set()}
    for _ in range(2):
        for is_known in (True, False):
            name = known if is_known else unknown_like(known)
            put: dict[str, Json] = {f"body.{account}": name}
            if secret:
                put[f"body.{secret}"] = wrong
            answer = attempt.send(put=put)
            if answer.status == 429:
                inconclusive("so many attempts are not allowed")
            answers[is_known].append(answer)
            text = answer.text.replace(name, "ACCOUNT").replace(wrong, "SECRET")
            said[is_known].add((answer.status, text))
    if secret and not all(map(_is_refusal, (*answers[True], *answers[False]))):
        inconclusive("a wrong secret is not refused")
    stable = len(said[True]) == len(said[False]) == 1
    statuses = [{each.status for each in answers[each_known]} for each_known in (True, False)]
    differ = said[True] != said[False] if stable else statuses[0] != statuses[1]
    if differ:
        words = "an account that exists is told from one that does not"
        raise breach(rule, words, answers[True][0], answers[False][0], where=f"body.{account}")
    control = attempt.send()
    if secret and not succeeded(control):
        inconclusive(f"{told(control)}, with the right secret too: the account may be unknown")


def _is_refusal(answer: Response) -> bool:
    return 400 <= answer.status < 500 or (succeeded(answer) and not granted(answer))


def unknown_like(known: str) -> str:
    """An account of the same form that nobody has."""
    name, sign, domain = known.partition("@")
    made = unique("nobody")
    return f"{made}{sign}{domain}" if sign else made[: max(8, len(name))]
