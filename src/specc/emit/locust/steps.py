"""Steps of flows under load: requests are prepared once, and sent by a caller."""

from __future__ import annotations

import attrs

from specc.emit.locust.requests import Requests
from specc.emit.locust.splitting import is_late
from specc.emit.pytest.steps import Statements
from specc.emit.python.code import Attribute, Call, Code, Raw
from specc.ir.steps import FlowCall, Request


@attrs.frozen(eq=False, kw_only=True)
class LoadStatements(Statements):
    """Writes the steps of one flow for a locustfile."""

    requests: Requests
    kept: frozenset[str] = frozenset()
    """Captures that each virtual user makes once."""

    def _request(self, step: Request, indent: int) -> list[str]:
        name, slots = self.requests.prepared(step, self)
        arguments: tuple[Code, ...] = (Raw(name), *(self.values.of(value) for value in slots))
        keywords: tuple[tuple[str, Code], ...] = ()
        if has_late_status(step):
            keywords = (("expects", self.statuses(step)),)
        function = "keep" if step.capture in self.kept else "send"
        call = Call(Attribute(self.caller(step), function), arguments, keywords)
        return [self.captured(step.capture, call, indent)]

    def caller(self, step: Request) -> Code:
        """Who sends; of a credential for this call alone, the same caller as someone else."""
        if step.credential is None:
            return Raw(self.who(step.actor))
        return Call("caller.acting", (super().caller(step),))

    def _eventually(self) -> str:
        return "caller.eventually"

    def _flow_call(self, step: FlowCall, indent: int) -> str:
        name = self.values.names.flows[step.flow]
        call = Call(name, (Raw(self.who(step.actor)),))
        return self.captured(step.capture, call, indent)


def has_late_status(step: Request) -> bool:
    """Whether the status that a step expects is known only when it is sent."""
    return any(not isinstance(item, int | str) and is_late(item) for item in step.statuses)
