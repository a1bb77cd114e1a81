"""Arguments and bodies of calls, against what the endpoint takes."""

from __future__ import annotations

from specc.diagnostics.catalogue.calls import (
    BODY_MISSING,
    BODY_NOT_TAKEN,
    MISSING_ARGUMENT,
    UNKNOWN_ARGUMENT,
)
from specc.diagnostics.catalogue.tables import DUPLICATE_KEY
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.expressions.environment import Environment, Inferred
from specc.semantics.expressions.inference import Inference
from specc.semantics.expressions.shapes import Shapes, report
from specc.semantics.findings import declared_here, near_name
from specc.semantics.signatures import Argument, Signature
from specc.semantics.types import Record
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.expressions import Entry
from specc.syntax.nodes.steps import CallStep


def check_arguments(
    inference: Inference,
    step: CallStep,
    target: Ref,
    signature: Signature,
    negative: bool,
    env: Environment,
) -> None:
    """Checks names, presence and (unless a refusal is expected) values of a call's arguments."""
    given: set[str] = set()
    meant: set[str] = set()
    damaged = signature.node in inference.context.damaged
    for entry in step.arguments:
        inferred = inference.infer(entry.value, env)
        argument = signature.arguments.get(entry.key)
        if entry.key in given:
            inference.findings.add(
                DUPLICATE_KEY, f"`{entry.key}` is given twice", env.module, entry.key_span
            )
        given.add(entry.key)
        if argument is None:
            if not damaged:
                meant.add(_unknown(inference, entry, signature, env))
            continue
        _check_value(inference, entry, argument, inferred, negative, env)
    missing = [
        name
        for name, argument in signature.arguments.items()
        if argument.required
        and name not in given | meant
        and not (negative and argument.place != "path")
    ]
    if missing:
        names = ", ".join(f"`{name}`" for name in missing)
        inference.findings.add(
            MISSING_ARGUMENT,
            f"the call of `{target.text}` lacks {names}",
            env.module,
            target.span,
            secondary=[declared_here(signature.symbol)],
            hint=f"write `{target.text}({', '.join(f'{name}: ...' for name in missing)})`",
        )


def _check_value(
    inference: Inference,
    entry: Entry,
    argument: Argument,
    inferred: Inferred,
    negative: bool,
    env: Environment,
) -> None:
    inference.require_present(entry.value, inferred, env, "an argument needs a value")
    if negative:
        return
    for problem in Shapes(inference, env).problems(entry.value, argument.type, f"`{entry.key}`"):
        report(inference, problem, env)


def _unknown(inference: Inference, entry: Entry, signature: Signature, env: Environment) -> str:
    """Reports an argument that is none, and gives the one that it seems to mean."""
    names = list(signature.arguments)
    shown = f"it takes: {', '.join(names)}" if names else "it takes no arguments"
    meant = did_you_mean(entry.key, names)
    inference.findings.add(
        UNKNOWN_ARGUMENT,
        f"`{signature.symbol.name}` has no parameter `{entry.key}`",
        env.module,
        entry.key_span,
        near_name(meant),
        secondary=[declared_here(signature.symbol, shown)],
        hint=_of_the_body(inference, entry.key, signature),
    )
    return meant or entry.key


def _of_the_body(inference: Inference, key: str, signature: Signature) -> str | None:
    """What to write where an argument is a field of the endpoint's body."""
    if signature.body_type is None:
        return None
    body = inference.resolver.body_of(signature.body_type)
    if isinstance(body, Record) and any(item.name == key for item in body.properties):
        return f"it is a field of the body: write `{signature.symbol.name} with {{ {key}: ... }}`"
    return None


def check_body(
    inference: Inference,
    step: CallStep,
    target: Ref,
    signature: Signature,
    negative: bool,
    env: Environment,
) -> None:
    """Checks what follows `with`; where a refusal is expected, a bad body is the point."""
    body = step.body
    if body is not None:
        inference.infer(body, env)
    if negative or signature.node in inference.context.damaged:
        return
    if body is None:
        if signature.body is not None:
            inference.findings.add(
                BODY_MISSING,
                f"`{target.text}` takes a body, and the call has none",
                env.module,
                target.span,
                secondary=[declared_here(signature.symbol)],
                hint=f"write `{target.text} with {{ ... }}`",
            )
        return
    if signature.body_type is None:
        inference.findings.add(
            BODY_NOT_TAKEN,
            f"`{target.text}` takes no body",
            env.module,
            body.span,
            secondary=[declared_here(signature.symbol)],
            hint="declare one in the endpoint (`body T`), or leave `with` out",
        )
        return
    for problem in Shapes(inference, env).problems(body, signature.body_type, "the body"):
        report(inference, problem, env)
