"""Calls: of endpoints, flows, raw requests and host code, and what they capture."""

from __future__ import annotations

import re
from typing import assert_never

from specc.diagnostics.catalogue.calls import BODY_NOT_TAKEN, UNKNOWN_ARGUMENT
from specc.diagnostics.catalogue.captures import DUPLICATE_CAPTURE, UNDECLARED_STATUS
from specc.diagnostics.catalogue.tables import HOST_FUNCTION
from specc.diagnostics.model import Label
from specc.semantics.expressions.environment import Binding, Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.findings import declared_here
from specc.semantics.identities import check_identity
from specc.semantics.signatures import returned_type
from specc.semantics.steps.arguments import check_arguments, check_body
from specc.semantics.steps.credentials import check_step_credential
from specc.semantics.steps.statuses import check_patterns, chosen_returns, is_negative
from specc.semantics.symbols import Symbol
from specc.semantics.targets import check_target
from specc.semantics.types import ANY, UNKNOWN, Type, Union
from specc.source import Span
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.steps import CallStep, Escape, RawRequest

_HOST_FUNCTION = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*")


class Calls:
    """Checks the calls of one program. `flows` holds what each flow captures, once known."""

    def __init__(self, inference: Inference, flows: dict[Symbol, Type]) -> None:
        self.inference = inference
        self.context = inference.context
        self.flows = flows

    def check(self, step: CallStep, env: Environment) -> None:
        """Checks a call, and binds its capture."""
        check_patterns(self.inference, step, env)
        if step.actor is not None:
            check_identity(self.context, step.actor, self.context.program.scopes[env.module])
        if step.credential is not None:
            check_step_credential(self.inference, step.credential, env)
        target = step.target
        span = step.capture.span if step.capture is not None else step.span
        match target:
            case Ref():
                binding = self._named(step, target, span, env)
            case RawRequest(_, path):
                self.inference.infer(path, env)
                self._values(step, env)
                binding = Binding(ANY, span, "the response", is_response=True)
            case Escape():
                self._check_escape(target, env)
                self._values(step, env)
                binding = Binding(ANY, span, "the result")
            case _:
                assert_never(target)
        if step.capture is not None:
            self.context.typing.bindings[step.capture] = binding
            self._bind(step.capture.text, binding, env)

    def _named(self, step: CallStep, target: Ref, span: Span, env: Environment) -> Binding:
        symbol = check_target(self.context, target, self.context.program.scopes[env.module])
        if symbol is None:
            self._values(step, env)
            return Binding(UNKNOWN, span, is_response=True)
        self.context.typing.targets[step] = symbol
        if symbol.kind == "flow":
            return self._flow(step, target, symbol, span, env)
        return self._endpoint(step, target, symbol, span, env)

    def _endpoint(
        self, step: CallStep, target: Ref, symbol: Symbol, span: Span, env: Environment
    ) -> Binding:
        signature = self.context.signatures.get(symbol)
        if signature is None:
            return Binding(UNKNOWN, span, is_response=True)
        damaged = signature.node in self.context.damaged
        negative = is_negative(step)
        check_arguments(self.inference, step, target, signature, negative, env)
        check_body(self.inference, step, target, signature, negative, env)
        origin = f"the response of `{target.text}`"
        if step.follow:
            # Where redirects lead is known when they are followed, and not before.
            return Binding(ANY, span, origin, True, signature.body_type)
        chosen = chosen_returns(self.inference, step, signature, env)
        if not chosen or damaged:
            return Binding(UNKNOWN, span, origin, True, signature.body_type)
        statuses = {clause.status for clause in chosen}
        if len(statuses) == 1:
            self.context.typing.returns[step] = chosen[0]
            origin = f"the {chosen[0].status} response of `{target.text}`"
        types = dict.fromkeys(returned_type(clause, self.context.program) for clause in chosen)
        only, *more = types
        type_ = Union((only, *more)) if more else only
        return Binding(type_, span, origin, True, signature.body_type)

    def _flow(
        self, step: CallStep, target: Ref, symbol: Symbol, span: Span, env: Environment
    ) -> Binding:
        self._values(step, env)
        for entry in step.arguments[:1]:
            self.context.findings.add(
                UNKNOWN_ARGUMENT,
                f"the flow `{target.text}` takes no arguments",
                env.module,
                entry.key_span,
                secondary=[declared_here(symbol)],
            )
        if step.body is not None:
            self.context.findings.add(
                BODY_NOT_TAKEN,
                f"the flow `{target.text}` takes no body",
                env.module,
                step.body.span,
                secondary=[declared_here(symbol)],
            )
        if step.expects:
            self.context.findings.add(
                UNDECLARED_STATUS,
                f"the flow `{target.text}` has no status of its own",
                env.module,
                step.expects[0].span,
                secondary=[declared_here(symbol)],
                hint="expect statuses of the calls inside the flow",
            )
        return Binding(self.flows.get(symbol, UNKNOWN), span, f"the flow `{target.text}`")

    def _values(self, step: CallStep, env: Environment) -> None:
        for entry in step.arguments:
            self.inference.infer(entry.value, env)
        if step.body is not None:
            self.inference.infer(step.body, env)

    def _check_escape(self, target: Escape, env: Environment) -> None:
        plain = target.target.plain
        if plain is None or _HOST_FUNCTION.fullmatch(plain) is None:
            self.context.findings.add(
                HOST_FUNCTION,
                "host code is named by its module and function",
                env.module,
                target.span,
                hint='write `call "package.module:function"`',
            )

    def _bind(self, name: str, binding: Binding, env: Environment) -> None:
        first = env.variables.setdefault(name, binding)
        env.later.pop(name, None)
        if first is not binding:
            self.context.findings.add(
                DUPLICATE_CAPTURE,
                f"`{name}` is captured twice",
                env.module,
                binding.span,
                "the second time",
                secondary=[Label(env.module.source, first.span, "first here")],
                hint="give the second one another name",
            )
