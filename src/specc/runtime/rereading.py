"""What is read again must be what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specc.runtime.broken import Broken, Finding
from specc.runtime.diff import differences, same
from specc.runtime.json_text import Json, brief
from specc.runtime.mismatch import Mismatch


def reads_back(again: Json, made: Json, fields: Sequence[str]) -> None:
    """A thing that is read again has the fields that it was made with. Raises Broken.

    Only `fields` are compared: what the server decides may go on changing.
    """
    __tracebackhide__ = True
    found: list[Mismatch] = []
    for name in fields:
        if name in made:
            if name not in again:
                found.append(Mismatch.between(name, brief(made[name]), "nothing"))
            else:
                found.extend(differences(again[name], made[name], (name,)))
    if found:
        raise Broken(Finding(tuple(found)))


def change_kept(before: Json, changed: Json, after: Json) -> None:
    """What a call answered to have changed is not as before when it is read again. Raises Broken.

    The new value itself may have moved on by then, as an order that is shipped once it is paid.
    """
    __tracebackhide__ = True
    found: list[Mismatch] = []
    for name in changed if isinstance(changed, Mapping) else ():
        if name not in before or name not in after or same(before[name], changed[name]):
            continue
        if same(after[name], before[name]):
            found.append(
                Mismatch.between(
                    name,
                    f"{brief(changed[name])} as was answered",
                    f"{brief(after[name])} as before",
                )
            )
    if found:
        raise Broken(Finding(tuple(found)))
