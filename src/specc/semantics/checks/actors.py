"""Actors: their role, the steps that make them an identity, and their credentials."""

from __future__ import annotations

from typing import assert_never

from specc.diagnostics.catalogue.endpoints import CREDENTIAL
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.findings import near_name
from specc.semantics.identities import check_identity
from specc.semantics.steps.blocks import Blocks
from specc.semantics.steps.credentials import check_sent_text, check_step_credential
from specc.semantics.steps.tables import bind_table
from specc.semantics.symbols import Symbol
from specc.syntax.nodes.declarations import (
    Actor,
    BasicCredential,
    BearerCredential,
    CookieCredential,
    Credential,
    DigestCredential,
    HeaderEntry,
    OAuth2Credential,
)
from specc.syntax.nodes.steps import Step

_OAUTH2_NEEDS = ("url", "client_id", "client_secret")
_OAUTH2_TAKES = (*_OAUTH2_NEEDS, "scope", "audience")


def check_actors(inference: Inference, blocks: Blocks) -> None:
    """Checks the actors of all modules."""
    for module in inference.context.program.modules:
        for symbol in inference.context.own(module, "actor"):
            _check_actor(inference, blocks, symbol)


def _check_actor(inference: Inference, blocks: Blocks, symbol: Symbol) -> None:
    actor = symbol.node
    if not isinstance(actor, Actor):
        return
    context = inference.context
    check_identity(context, actor.role, context.program.scopes[symbol.module], ("role",))
    env = Environment(symbol.module, excused=actor in context.damaged)
    if actor.table is not None:
        bind_table(context, actor.table, env)
    steps = tuple(entry for entry in actor.entries if isinstance(entry, Step))
    blocks.check(steps, env)
    for entry in actor.entries:
        if isinstance(
            entry,
            BearerCredential
            | BasicCredential
            | DigestCredential
            | CookieCredential
            | OAuth2Credential
            | HeaderEntry,
        ):
            _check_credential(inference, entry, env)


def _check_credential(inference: Inference, entry: Credential, env: Environment) -> None:
    match entry:
        case BearerCredential() | BasicCredential() | DigestCredential():
            check_step_credential(inference, entry, env)
        case CookieCredential(_, value):
            check_sent_text(inference, value, "a cookie", env)
        case HeaderEntry(_, value):
            check_sent_text(inference, value, "a header", env)
        case OAuth2Credential():
            _check_oauth2(inference, entry, env)
        case _:
            assert_never(entry)


def _check_oauth2(inference: Inference, entry: OAuth2Credential, env: Environment) -> None:
    inference.infer(entry.settings, env)
    given = {item.key: item for item in entry.settings.entries}
    if entry.grant != "client_credentials":
        inference.findings.add(
            CREDENTIAL,
            f"the grant `{entry.grant}` is not known",
            env.module,
            entry.span,
            near_name(did_you_mean(entry.grant, ["client_credentials"])),
            hint="write `oauth2 client_credentials { ... }`",
        )
    for key, item in given.items():
        if key not in _OAUTH2_TAKES:
            inference.findings.add(
                CREDENTIAL,
                f"`oauth2` has no setting `{key}`",
                env.module,
                item.key_span,
                near_name(did_you_mean(key, _OAUTH2_TAKES)),
                hint=f"its settings are: {', '.join(_OAUTH2_TAKES)}",
            )
    missing = [key for key in _OAUTH2_NEEDS if key not in given]
    if missing:
        inference.findings.add(
            CREDENTIAL,
            f"`oauth2` lacks {', '.join(missing)}",
            env.module,
            entry.settings.span,
        )
