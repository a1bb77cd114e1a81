"""Why a mutant survives: what would have noticed, and what keeps it from doing so."""

from __future__ import annotations

from collections.abc import Collection

from specc.mutate.mutant import Mutant
from specc.plan.nodes import Obligation, Plan

_GAPS = {
    "trusts_any_credential": "no made-up credential is sent: its actors make up their own, "
    "or are given theirs by OAuth 2.0",
    "trusts_any_login": "no obligation logs in with a wrong password; a test of the spec can",
    "takes_readonly": "no readonly field is claimed that could be told from the server's own",
    "writes_refused": "no obligation looks whether a call that is refused changes anything",
    "ignores_parent": "nothing is known to be made under one such thing, and not under another",
    "clears_unsent": "no obligation looks whether an update leaves alone what was not sent",
    "writes_in_part": "no obligation sends this field and reads it again",
    "writes_elsewhere": "no obligation looks at a second thing while one is changed",
    "deletes_another": "no obligation looks at a second thing while one is deleted",
    "shows_wrong_thing": "no two such things can be made and told apart",
    "shows_others_thing": "no two actors can each make such a thing",
    "keeps_version": "no obligation compares the versions before and after this change",
    "faults_on_edge": "no obligation sends this edge of the type",
    "ignores_order": "no three such things can be made that come in another order",
    "miscounts": "no list of such things can be read to its end",
    "ignores_state": "each state that can be come to leads to each other",
    "keeps_state": "no call shows in which state such a thing is",
    "ignores_filter": "no obligation of the list filters by this",
}


def explanation(
    mutant: Mutant, plan: Plan, set_aside: Collection[str], ran: int, reached: bool
) -> str:
    """Why no obligation noticed a mutant, of `ran` that called its endpoint."""
    if ran == 0:
        return _never_called(mutant, plan)
    untested = [item for item in _expected(mutant, plan) if item.test is None]
    if untested:
        first = untested[0]
        return f"{first.id} would notice, and is not put to the test: {first.reason}"
    broken = [item for item in _expected(mutant, plan) if item.id in set_aside]
    if broken:
        return f"{broken[0].id} would notice, and is set aside: the healthy mock breaks it too"
    if not reached and mutant.defect.reply is not None:
        return (
            "no call of the suite comes where it would show: "
            f"none has {mutant.of or 'such an answer'}; a test of the spec can make one"
        )
    known = _GAPS.get(mutant.kind)
    if known is not None:
        return known
    if not any(item.id.startswith(mutant.expected[0]) for item in plan.obligations):
        return f"{mutant.expected[0]} would notice, and is not derived"
    count = f"{ran:,} obligations call" if ran != 1 else "1 obligation calls"
    return f"{count} {mutant.endpoint}, and none looks at this"


def _never_called(mutant: Mutant, plan: Plan) -> str:
    own = [item for item in plan.obligations if item.endpoint == mutant.endpoint]
    reason = next((item.reason for item in own if item.reason), None)
    why = f": {reason}" if reason else ""
    return f"no test calls {mutant.endpoint} and holds on the healthy mock{why}"


def _expected(mutant: Mutant, plan: Plan) -> list[Obligation]:
    return [
        item
        for item in plan.obligations
        if any(item.id == name or item.id.startswith(f"{name}.") for name in mutant.expected)
    ]
