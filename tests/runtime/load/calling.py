"""A caller that is set up for tests."""

from __future__ import annotations

from typing import Any

import attrs

from specc.runtime import Actor, Endpoint, Service
from specc.runtime.load.caller import Caller, FlowEndedError
from specc.runtime.load.identities import Identities, Identity, Sampling
from specc.runtime.load.prepared import Prepared, call
from specc.runtime.load.tally import Series, Tally


@attrs.define
class Calling:
    """A caller of one service, and what it has counted."""

    service: Service
    actor: Actor = attrs.field(factory=lambda: Actor("tester"))
    tally: Tally = attrs.field(factory=Tally)
    share: float = 1.0
    caller: Caller = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        identity = Identity(self.actor, self.tally)
        self.caller = Caller(identity, Identities(self.tally), Sampling(self.share))

    def endpoint(self, method: str = "GET", path: str = "/thing", **settings: Any) -> Endpoint:
        settings.setdefault("returns", {200: None, 201: None})
        return Endpoint("thing", method, path, spec="t.bts:1", service=self.service, **settings)

    def prepared(self, method: str = "GET", *arguments: Any, **settings: Any) -> Prepared:
        body = {"body": "json"} if "body" in settings else {}
        settings.setdefault("expects", 200)
        return call(self.endpoint(method, **body), *arguments, at="t.bts:2", **settings)

    def fails(self, prepared: Prepared, *values: object) -> str:
        """What is counted against a request that is not answered as it should be."""
        before = dict(self.series.kinds)
        try:
            self.caller.send(prepared, *values)
        except FlowEndedError as ended:
            assert sum(self.series.kinds.values()) == sum(before.values()) + 1
            return str(ended)
        raise AssertionError("it was answered as expected")

    @property
    def series(self) -> Series:
        return self.tally.of("thing", "GET")


def at(url: str, **settings: Any) -> Calling:
    return Calling(Service("s", url=url, **settings))
