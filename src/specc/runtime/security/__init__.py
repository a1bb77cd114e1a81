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
from specc.runtime.security.content_types import checks_whatever_type
from specc.runtime.security.disclosure import errors_tell_nothing
from specc.runtime.security.escalation import takes_no_role
from specc.runtime.security.guessing import ends_guesses, knows_no_default
from specc.runtime.security.hierarchy import keeps_to_its_parent
from specc.runtime.security.injection import takes_as_data
from specc.runtime.security.inventory import hides_no_path, hides_no_version
from specc.runtime.security.limits import bodies_have_an_end, pages_have_a_cap
from specc.runtime.security.liveness import still_known, still_welcome
from specc.runtime.security.posture import presents_well, shows_no_debug_page
from specc.runtime.security.privacy import travels_safely
from specc.runtime.security.races import works_once
from specc.runtime.security.rates import bites_and_lets_up
from specc.runtime.security.regex import matches_in_time
from specc.runtime.security.rejected import makes_nothing_refused
from specc.runtime.security.scans import (
    depends_on_nothing_known,
    keeps_secrets_out,
    source_is_sound,
)
from specc.runtime.security.secrets import hides_accounts, keeps_secret
from specc.runtime.security.sessions import ends_identity
from specc.runtime.security.sign_up import signs_up_as_usual
from specc.runtime.security.sql_time import is_not_delayed
from specc.runtime.security.stored import stores_no_markup
from specc.runtime.security.threshold import fail_on
from specc.runtime.security.timing import takes_as_long
from specc.runtime.security.token_kinds import takes_one_kind
from specc.runtime.security.undeclared import shows_only_declared
from specc.runtime.security.upstream import trusts_no_upstream
from specc.runtime.security.urls import follows_no_stranger
from specc.runtime.security.verbs import keeps_to_its_verbs
from specc.runtime.security.xml import brings_nothing_in

__all__ = [
    "Attempt",
    "bites_and_lets_up",
    "bodies_have_an_end",
    "breach",
    "brings_nothing_in",
    "checks_whatever_type",
    "depends_on_nothing_known",
    "ends_guesses",
    "ends_identity",
    "errors_tell_nothing",
    "fail_on",
    "follows_no_stranger",
    "hides_accounts",
    "hides_no_path",
    "hides_no_version",
    "inconclusive",
    "is_not_delayed",
    "keeps_secret",
    "keeps_secrets_out",
    "keeps_to_its_parent",
    "keeps_to_its_verbs",
    "knows_no_default",
    "lists_only_own",
    "makes_nothing_refused",
    "matches_in_time",
    "not_applicable",
    "only_against",
    "pages_have_a_cap",
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
    "still_known",
    "still_welcome",
    "stores_no_markup",
    "succeeded",
    "takes_as_data",
    "takes_as_long",
    "takes_no_role",
    "takes_one_kind",
    "travels_safely",
    "trusts_no_upstream",
    "works_once",
]
