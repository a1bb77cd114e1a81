"""Credentials that a step or an actor sends: each of their parts is a string."""

from __future__ import annotations

from typing import assert_never

from specc.diagnostics.catalogue.endpoints import CREDENTIAL
from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.expressions.kinds import NUMBER, STRING, can_meet, kinds, kinds_text
from specc.syntax.nodes.credentials import (
    BasicCredential,
    BearerCredential,
    DigestCredential,
    StepCredential,
)
from specc.syntax.nodes.expressions import Expr


def check_step_credential(
    inference: Inference, credential: StepCredential, env: Environment
) -> None:
    """Checks a credential that a single step can have, too."""
    match credential:
        case BearerCredential(token):
            check_sent_text(inference, token, "a token", env)
        case BasicCredential(user, password) | DigestCredential(user, password):
            check_sent_text(inference, user, "a user's name", env)
            check_sent_text(inference, password, "a password", env)
        case _:
            assert_never(credential)


def check_sent_text(inference: Inference, value: Expr, what: str, env: Environment) -> None:
    """Reports a part of a credential that is no string, or that may not be there."""
    inferred = inference.infer(value, env)
    found = kinds(inferred.type, inference.resolver)
    if not can_meet(found, STRING | NUMBER):
        inference.findings.add(
            CREDENTIAL,
            f"{what} is a string, and this is {kinds_text(found)}",
            env.module,
            value.span,
        )
    else:
        inference.require_present(value, inferred, env, "a credential has to be there")
