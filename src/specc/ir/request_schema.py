"""JSON Schema of what is sent: `readonly` fields are left out, `writeonly` and secret ones are in.

Besides JSON Schema's own words there are `x-thing`, a field of a thing that is there already, and
`x-file`, a file of so many bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from specc.ir.schema import Schema, schema_of
from specc.semantics.symbols import Symbol
from specc.semantics.types import (
    UNKNOWN,
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
)

Named = Callable[[FieldType], str | None]
"""The name of the thing's field that a value must be taken from, `Order.id`; None for any value."""


@attrs.frozen(eq=False)
class RequestSchemas:
    """Makes schemas of requests; contracts are referred to by the names that `names` has."""

    names: Mapping[Symbol, str]
    thing: Named

    def of(self, type_: Type) -> Schema:
        """The schema of a type as it is sent."""
        match type_:
            case FieldType(_, _, inner):
                name = self.thing(type_)
                return self.of(inner) if name is None else {"x-thing": name}
            case ListOf(item):
                return {
                    **schema_of(attrs.evolve(type_, item=UNKNOWN), self.names),
                    "items": self.of(item),
                }
            case MapOf(value):
                return {"type": "object", "additionalProperties": self.of(value)}
            case Record():
                return self._record(type_)
            case Union(options, _) if not all(isinstance(each, Literal) for each in options):
                return {"anyOf": [self.of(option) for option in options]}
            case Scalar("file", low, high):
                return {"x-file": [low, high]}
            case _:
                return schema_of(type_, self.names)

    def _record(self, record: Record) -> Schema:
        sent = [item for item in record.properties if not item.readonly]
        schema: Schema = {
            "type": "object",
            "properties": {item.name: self.of(item.type) for item in sent},
        }
        required = [item.name for item in sent if not item.optional]
        if required:
            schema["required"] = required
        if not record.open:
            schema["additionalProperties"] = False
        return schema


def contracts_in(type_: Type, definitions: Mapping[Symbol, Type]) -> list[Symbol]:
    """The contracts that a type is made of, directly or not, each once, in order."""
    found: dict[Symbol, None] = {}
    rest: list[Type] = [type_]
    while rest:
        match rest.pop(0):
            case ContractType(symbol) if symbol not in found:
                found[symbol] = None
                rest.append(definitions.get(symbol, UNKNOWN))
            case FieldType(type=inner) | ListOf(item=inner) | MapOf(value=inner):
                rest.append(inner)
            case Union(options, _):
                rest.extend(options)
            case Record(properties, _):
                rest.extend(item.type for item in properties if not item.readonly)
            case _:
                pass
    return list(found)


def things_in_schema(schema: object) -> list[str]:
    """The fields of things that a schema asks for, each once, in order; references not followed."""
    found: dict[str, None] = {}
    rest: list[object] = [schema]
    while rest:
        match rest.pop(0):
            case {"x-thing": str(name)}:
                found[name] = None
            case dict() as inner:
                rest.extend(inner.values())
            case list() as items:
                rest.extend(items)
            case _:
                pass
    return list(found)
