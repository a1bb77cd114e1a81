"""All checks of a program, in an order in which each finds what it builds on."""

from __future__ import annotations

from specc.semantics.checks.actors import check_actors
from specc.semantics.checks.effects import check_effects
from specc.semantics.checks.endpoints import check_endpoints
from specc.semantics.checks.examples import check_examples
from specc.semantics.checks.load import check_load
from specc.semantics.checks.moves import check_moves
from specc.semantics.checks.ordering import check_ordering
from specc.semantics.checks.paging import check_paging
from specc.semantics.checks.pipelines import check_pipelines
from specc.semantics.checks.producers import check_producers
from specc.semantics.checks.security import check_security
from specc.semantics.checks.services import check_services
from specc.semantics.checks.step_words import warn_of_step_words
from specc.semantics.checks.unused import warn_of_unused
from specc.semantics.context import Context
from specc.semantics.expressions.inference import Inference
from specc.semantics.steps.blocks import Blocks
from specc.semantics.steps.calls import Calls
from specc.semantics.steps.flows import check_flows
from specc.semantics.steps.tests import check_tests


def check(context: Context) -> None:
    """Checks a resolved program; what is found goes to the context's findings and typing."""
    inference = Inference(context)
    blocks = Blocks(inference, Calls(inference, context.typing.flows))
    check_services(inference, blocks)
    check_endpoints(inference)
    check_effects(context)
    check_paging(context)
    check_ordering(context)
    check_moves(context)
    check_producers(context)
    check_flows(context, blocks, context.typing.flows)
    check_actors(inference, blocks)
    check_tests(inference, blocks)
    check_load(inference, blocks)
    check_security(context)
    check_pipelines(context)
    check_examples(inference)
    warn_of_step_words(context)
    warn_of_unused(context)
