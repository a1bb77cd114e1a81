"""Whether a thing is reached under a parent that is not its own."""

from __future__ import annotations

from collections.abc import Sequence

from specc.runtime.actor import Actor
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.security.judging import Watched, alike, telling


def keeps_to_its_parent(
    rule: str,
    attempt: Attempt,
    *,
    intruder: Actor,
    param: str,
    key: Sequence[str],
    parent: Attempt | None = None,
    own: str = "",
    reread: Attempt | None = None,
) -> None:
    """Who names a parent of their own does not reach another's thing under it. Raises Broken.

    `parent` makes such a parent, or it is the `own` thing that the intruder's steps made. Its `key`
    (a place in the answer) is put in for `param`.
    """
    __tracebackhide__ = True
    made = intruder.made[own] if parent is None else parent.send(intruder)
    value = _at(made.json if made.is_json else None, key)
    if value is None and parent is None:
        value = _at(made.sent, key)  # the thing is what was sent
    if not succeeded(made) or value is None:
        inconclusive(f"{told(made)}: {intruder.name} has no parent of its own")
    watched = None if reread is None else Watched.by(reread)
    answer = attempt.send(intruder, put={f"path.{param}": value})
    name = attempt.endpoint.name
    said = f"{name} under a parent of {intruder.name}'s is answered {answer.status}"
    if watched is not None and (seen := watched.changed()) is not None:
        change, after = seen
        raise breach(rule, f"{said} and reaches it: {change}", answer, after, watched.before)
    control = attempt.send()
    if not succeeded(control):
        inconclusive(f"{told(control)}: not even the owner gets through")
    private = telling(control.json, attempt) if control.is_json else set()
    shown = {text for text in private if text in answer.text and text not in made.text}
    is_read = attempt.endpoint.method in ("GET", "HEAD")
    served = bool(shown) if is_read or watched is not None else alike(answer, control)
    if 200 <= answer.status < 300 and served:
        said = f"{said}, with what is in {attempt.actor.name}'s thing"
        raise breach(rule, said, answer, control, made)


def _at(value: Json, key: Sequence[str]) -> Json:
    for name in key:
        value = value.get(name) if isinstance(value, dict) else None
    return value
