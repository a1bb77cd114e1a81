"""Tests: their actors, cases and steps."""

from __future__ import annotations

from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.identities import check_identity
from specc.semantics.steps.blocks import Blocks
from specc.semantics.steps.tables import bind_cases, warn_of_unused_columns
from specc.syntax.nodes.declarations import Module, Test


def check_tests(inference: Inference, blocks: Blocks) -> None:
    """Checks the tests of all modules."""
    for module in inference.context.program.modules:
        for declaration in module.declarations:
            if isinstance(declaration, Test):
                _check_test(inference, blocks, declaration, module)


def _check_test(inference: Inference, blocks: Blocks, test: Test, module: Module) -> None:
    context = inference.context
    damaged = test in context.damaged
    env = Environment(module, excused=damaged)
    if test.actor is not None:
        check_identity(context, test.actor, context.program.scopes[module])
    if test.cases is not None:
        bind_cases(inference, test.cases, env)
    if test.title.plain is None:
        inference.infer(test.title, env)
    blocks.check(test.steps, env)
    if test.cases is not None and not damaged:
        warn_of_unused_columns(inference, test.cases, env)
