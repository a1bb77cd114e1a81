"""An endpoint as a spec describes it: how it is called, and what it promises to return."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias

import attrs

from specc.runtime.contract import Contract
from specc.runtime.effects import Creates
from specc.runtime.serialise import fixed_path
from specc.runtime.service import Service

Form: TypeAlias = Literal["json", "form", "multipart", "text", "bytes"]


@attrs.frozen
class Returns:
    """What one status promises: the body's contract, its form and media type, and headers.

    A `contract` of None promises nothing of the body, unless `form` or `media` do. Headers of
    `header` must be there; those of `optional_header` need not, but must conform if they are.
    """

    contract: Contract | None = None
    form: Form = "json"
    media: str | None = None
    header: Mapping[str, Contract] = attrs.field(factory=dict)
    optional_header: Mapping[str, Contract] = attrs.field(factory=dict)


@attrs.frozen(eq=False, slots=False)
class Endpoint:
    """One operation of a service.

    `path` holds parameters in braces. `query`, `header` and `cookie` name the others. `body` is the
    form of what is sent, `media` its type where the form's usual one will not do. `returns` maps
    each declared status to what it promises. `secret` names request fields and parameters that no
    report may show. `creates`, `updates` and `deletes` say what a successful call does to things.
    """

    name: str
    method: str
    path: str
    spec: str = attrs.field(kw_only=True)
    service: Service = attrs.field(kw_only=True)
    query: tuple[str, ...] = attrs.field(kw_only=True, default=())
    header: tuple[str, ...] = attrs.field(kw_only=True, default=())
    cookie: tuple[str, ...] = attrs.field(kw_only=True, default=())
    body: Form | None = attrs.field(kw_only=True, default=None)
    media: str | None = attrs.field(kw_only=True, default=None)
    returns: Mapping[int, Contract | Returns | None] = attrs.field(kw_only=True, factory=dict)
    secret: tuple[str, ...] = attrs.field(kw_only=True, default=())
    creates: Creates | None = attrs.field(kw_only=True, default=None)
    updates: str | None = attrs.field(kw_only=True, default=None)
    deletes: str | None = attrs.field(kw_only=True, default=None)

    def __attrs_post_init__(self) -> None:
        self.service.endpoints[self.name] = self

    def __repr__(self) -> str:
        return f"<Endpoint {self.name} {self.method} {self.path}>"

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The path, split: fixed text and parameter names by turns, fixed text first and last."""
        parts = re.split(r"\{([^{}]+)\}", self.path)
        parts[::2] = map(fixed_path, parts[::2])
        return tuple(parts)

    @cached_property
    def params(self) -> frozenset[str]:
        """The names of all parameters."""
        return frozenset((*self.pieces[1::2], *self.query, *self.header, *self.cookie))

    @cached_property
    def has_effects(self) -> bool:
        """Whether a successful call changes what there is to clean up."""
        return bool(self.creates or self.updates or self.deletes)

    @cached_property
    def promises(self) -> Mapping[int, Returns]:
        """What each declared status promises."""
        return {
            status: returns if isinstance(returns, Returns) else Returns(returns)
            for status, returns in self.returns.items()
        }

    @cached_property
    def accept(self) -> str:
        """The Accept header: what is declared is asked for, and anything else is taken."""
        usual = {"json": "application/json", "text": "text/plain"}
        wanted = []
        for promise in self.promises.values():
            media = promise.media or (promise.contract and usual.get(promise.form))
            if media and media not in wanted:
                wanted.append(media)
        return ", ".join([*wanted, "*/*;q=0.1"]) if wanted else "*/*"
