"""A contract: what a value of a response must look like, as JSON Schema 2020-12."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from specc.runtime.json_text import Json
from specc.runtime.mismatch import Mismatch

_named: dict[str, list[Contract]] = {}


@attrs.frozen(eq=False, slots=False)
class Contract:
    """A named JSON Schema.

    `uses` are the contracts that `{"$ref": "#/$defs/NAME"}` refers to. A name in place of a
    contract is looked up when it is needed: contracts may refer to themselves and to each other.
    `secret` names fields that no report may show.
    """

    name: str
    schema: Mapping[str, Json] | bool = attrs.field(repr=False)
    spec: str = attrs.field(default="", kw_only=True)
    uses: tuple[Contract | str, ...] = attrs.field(default=(), kw_only=True, repr=False)
    secret: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        _named.setdefault(self.name, []).append(self)

    @cached_property
    def reachable(self) -> Mapping[str, Contract]:
        """The contracts that this one is made of, directly or not, itself included."""
        found: dict[str, Contract] = {self.name: self}
        waiting: list[tuple[Contract, Contract | str]] = [(self, used) for used in self.uses]
        while waiting:
            user, used = waiting.pop()
            contract = (found.get(used) or user._lookup(used)) if isinstance(used, str) else used
            if contract.name not in found:
                found[contract.name] = contract
                waiting += [(contract, each) for each in contract.uses]
        return found

    def _lookup(self, name: str) -> Contract:
        candidates = _named.get(name, [])
        if not candidates:
            raise LookupError(f"the contract {self.name} uses {name}, which is nowhere defined")
        # Suites that run together may have contracts of one name; this spec's own comes first.
        here = self.spec.rpartition(":")[0]
        same = [each for each in candidates if each.spec.rpartition(":")[0] == here]
        return (same or candidates)[-1]

    @cached_property
    def document(self) -> dict[str, Json]:
        """The schema as one document, with all that it refers to."""
        definitions = {name: contract.schema for name, contract in self.reachable.items()}
        if isinstance(self.schema, bool):
            return {"$defs": {}, **({} if self.schema else {"not": {}})}
        own = dict(self.schema.get("$defs", {}))
        return {**self.schema, "$defs": {**definitions, **own}}

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The names of secret fields, here and in all that is used."""
        return frozenset(name for each in self.reachable.values() for name in each.secret)

    @cached_property
    def _validator(self) -> Json:
        from specc.runtime.keywords import compile_schema

        return compile_schema(self.document)

    def holds(self, value: object) -> bool:
        """Whether a value conforms."""
        return bool(self._validator.is_valid(value))

    def errors(self, value: object, at: str = "body") -> list[Mismatch]:
        """Every way in which a value does not conform; `at` is what the value is called."""
        validator = self._validator
        if validator.is_valid(value):
            return []
        from specc.runtime.schema_errors import Reader

        return Reader(self, at, value).mismatches(validator.iter_errors(value))


def secret_fields(contracts: Iterable[Contract | None]) -> frozenset[str]:
    """The secret fields of several contracts."""
    return frozenset(name for each in contracts if each is not None for name in each.secrets)
