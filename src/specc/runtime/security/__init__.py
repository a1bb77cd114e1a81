"""What security tests are written in: attempts, and checks that tell whether one went too far.

Each check takes the name of the rule that it tests (`specc.rules` says what it is), the valid
attempt of the entitled actor, and what else it has to know. It raises Broken with the evidence
where the rule is broken. Where it cannot tell, because not even the entitled actor got through,
the test is skipped as inconclusive: never a pass.
"""

from specc.runtime.security.access import (
    lists_only_own,
    reaches_only_own,
    refuses_forged,
    refuses_intruder,
    refuses_without_proof,
)
from specc.runtime.security.allowing import only_against
from specc.runtime.security.assignment import sets_only_its_own
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, not_applicable, succeeded
from specc.runtime.security.disclosure import errors_tell_nothing
from specc.runtime.security.injection import takes_as_data
from specc.runtime.security.posture import presents_well, shows_no_debug_page
from specc.runtime.security.scans import depends_on_nothing_known, source_is_sound
from specc.runtime.security.secrets import hides_accounts, keeps_secret
from specc.runtime.security.sign_up import signs_up_as_usual
from specc.runtime.security.undeclared import shows_only_declared
from specc.runtime.security.urls import follows_no_stranger

__all__ = [
    "Attempt",
    "breach",
    "depends_on_nothing_known",
    "errors_tell_nothing",
    "follows_no_stranger",
    "hides_accounts",
    "inconclusive",
    "keeps_secret",
    "lists_only_own",
    "not_applicable",
    "only_against",
    "presents_well",
    "reaches_only_own",
    "refuses_forged",
    "refuses_intruder",
    "refuses_without_proof",
    "sets_only_its_own",
    "shows_no_debug_page",
    "shows_only_declared",
    "signs_up_as_usual",
    "source_is_sound",
    "succeeded",
    "takes_as_data",
]
