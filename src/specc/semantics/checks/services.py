"""Services: one url without an environment, one for each environment, and no entry twice."""

from __future__ import annotations

from typing import assert_never

from specc.diagnostics.catalogue.endpoints import (
    SERVICE_ENTRY_TWICE,
    SERVICE_LIMIT,
    SERVICE_WITHOUT_URL,
)
from specc.diagnostics.model import Label
from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.steps.blocks import Blocks
from specc.source import Span
from specc.syntax.nodes.declarations import (
    AllowHostsEntry,
    HeaderEntry,
    LimitEntry,
    Module,
    OptionalEntry,
    ReadyEntry,
    Service,
    StartEntry,
    TimeoutEntry,
    UrlEntry,
)


def check_services(inference: Inference, blocks: Blocks) -> None:
    """Checks the services of all modules."""
    for module in inference.context.program.modules:
        for declaration in module.declarations:
            if isinstance(declaration, Service):
                _check_service(inference, blocks, declaration, module)


def _check_service(inference: Inference, blocks: Blocks, service: Service, module: Module) -> None:
    env = Environment(module)
    seen: dict[str, Span] = {}
    for entry in service.entries:
        match entry:
            case UrlEntry(value, environment):
                inference.infer(value, env)
                what = "url" if environment is None else f"url in {environment.text}"
            case StartEntry(command):
                inference.infer(command, env)
                what = "start"
            case ReadyEntry(request, within):
                inference.infer(request.path, env)
                blocks.check_duration(within, module)
                what = "ready"
            case HeaderEntry(name, value):
                inference.infer(value, env)
                what = f"header {(name.plain or '').lower()}"
            case TimeoutEntry(limit):
                blocks.check_duration(limit, module)
                what = "timeout"
            case LimitEntry():
                _check_limit(inference, entry, module)
                what = f"limit {entry.what}"
            case AllowHostsEntry() | OptionalEntry():
                continue
            case _:
                assert_never(entry)
        first = seen.setdefault(what, entry.span)
        if first is not entry.span:
            inference.findings.add(
                SERVICE_ENTRY_TWICE,
                f"the service says `{what}` twice",
                module,
                entry.span,
                "the second time",
                secondary=[Label(module.source, first, "first here")],
                hint="keep one of them; a url may be `in` an environment",
            )
    if "url" not in seen and service not in inference.context.damaged:
        inference.findings.add(
            SERVICE_WITHOUT_URL,
            f"the service `{service.name.text}` has no url of its own",
            module,
            service.name.span,
            hint='add `url "http://127.0.0.1:8000"`: what is used where no environment is chosen',
        )


def _check_limit(inference: Inference, entry: LimitEntry, module: Module) -> None:
    match entry.what:
        case "body":
            wanted, example = "size", "limit body 64KB"
        case "rate":
            wanted, example = "rate", "limit rate 20/s"
        case "cases":
            wanted, example = "count", "limit cases 200"
    amount = entry.amount
    if not isinstance(amount, int) and amount.dimension != wanted:
        message = f"{amount.value}{amount.unit} is no {wanted}"
    elif (amount if isinstance(amount, int) else amount.base) <= 0:
        message = "a limit of 0 lets nothing through"
    else:
        return
    hint = f"write `{example}`"
    inference.findings.add(SERVICE_LIMIT, message, module, entry.span, hint=hint)
