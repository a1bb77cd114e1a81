"""Which parts of an endpoint's requests may be made up, and the contracts they are made of."""

from __future__ import annotations

import attrs

from specc.ir import nodes
from specc.ir.expressions import Thing
from specc.ir.request_schema import RequestSchemas, contracts_in, things_in_schema
from specc.ir.schema import references
from specc.plan.derive.answers import to_unreadable
from specc.plan.property_nodes import RequestContract, RequestShape
from specc.plan.recipes import Recipes, UnreachableError
from specc.semantics.symbols import Symbol
from specc.semantics.types import FieldType, Scalar, Type

_PRECONDITIONS = frozenset(
    ["if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range", "range"]
)
"""Headers whose value decides what the call is: a made-up one would ask for something else."""


@attrs.frozen(eq=False)
class Shapes:
    """Makes the shapes of a suite's endpoints. `names` are what contracts are called as sent."""

    recipes: Recipes
    names: dict[Symbol, str]
    schemas: RequestSchemas
    _shapes: dict[str, RequestShape] = attrs.field(factory=dict)
    _contracts: dict[Symbol, dict[str, object]] = attrs.field(factory=dict)

    @staticmethod
    def of(recipes: Recipes) -> Shapes:
        """The shapes of a suite."""
        taken = {contract.name for contract in recipes.suite.contracts}
        names: dict[Symbol, str] = {}
        for symbol in recipes.suite.definitions:
            plain = recipes.suite.names.get(symbol)
            if plain is None:
                continue
            name = f"Sent{plain[0].upper()}{plain[1:]}"
            while name in taken:
                name += "_"
            taken.add(name)
            names[symbol] = name

        def thing(type_: FieldType) -> str | None:
            contract = recipes.suite.names.get(type_.contract)
            if contract is None or not (
                contract in recipes.producers or contract in recipes.owners
            ):
                return None
            return f"{contract}.{type_.field}" if recipes.is_key(contract, type_) else None

        return Shapes(recipes, names, RequestSchemas(names, thing))

    def shape(self, endpoint: nodes.Endpoint) -> RequestShape:
        """The shape of one endpoint's requests."""
        if endpoint.name not in self._shapes:
            self._shapes[endpoint.name] = self._shape(endpoint)
        return self._shapes[endpoint.name]

    def _shape(self, endpoint: nodes.Endpoint) -> RequestShape:
        params = {
            item.name: self.schemas.of(item.type)
            for item in endpoint.parameters
            if self._is_free(endpoint, item)
        }
        body = None
        if endpoint.body_type is not None and endpoint.body_form in ("json", "form", "multipart"):
            body = self.schemas.of(endpoint.body_type)
        types = [item.type for item in endpoint.parameters if item.name in params]
        types += [endpoint.body_type] if body is not None and endpoint.body_type else []
        things = things_in_schema(body)
        for type_ in types:
            for symbol in contracts_in(type_, self.recipes.suite.definitions):
                things += things_in_schema(self._schema(symbol))
        return RequestShape(
            endpoint.name,
            params,
            tuple(
                item.name
                for item in endpoint.parameters
                if item.name in params and (item.required or item.place_in == "path")
            ),
            body,
            tuple(dict.fromkeys(references([*params.values(), body]))),
            tuple(dict.fromkeys(things)),
            _waived(endpoint),
            _invalid(endpoint),
        )

    def contracts(self, shapes: list[RequestShape]) -> tuple[RequestContract, ...]:
        """The contracts that shapes are made of, in the order of the spec."""
        wanted = {name for shape in shapes for name in shape.uses}
        schemas = {name: self._schema(symbol) for symbol, name in self.names.items()}
        pending = list(wanted)
        while pending:
            further = set(references(schemas[pending.pop()])) - wanted
            wanted |= further
            pending += further
        places = {contract.symbol: contract.place for contract in self.recipes.suite.contracts}
        return tuple(
            RequestContract(name, schemas[name], tuple(references(schemas[name])), places[symbol])
            for symbol, name in self.names.items()
            if name in wanted
        )

    def _schema(self, symbol: Symbol) -> dict[str, object]:
        if symbol not in self._contracts:
            self._contracts[symbol] = self.schemas.of(self.recipes.suite.definitions[symbol])
        return self._contracts[symbol]

    def _is_free(self, endpoint: nodes.Endpoint, parameter: nodes.Parameter) -> bool:
        """Whether any value of its type will do for a parameter."""
        if isinstance(parameter.type, FieldType) and self.schemas.thing(parameter.type):
            return False  # it is the key of a thing: what is no thing's is unknown
        if parameter.place_in == "header" and parameter.name.lower() in _PRECONDITIONS:
            return False
        pages = endpoint.pages
        by_cursor = pages is not None and not pages.link and pages.source is not None
        if pages is not None and by_cursor and parameter.name in pages.by:
            return False  # a cursor is what the server gave
        if not _says_little(parameter.type):
            return True
        if parameter.place_in == "path":
            return parameter.example is None and parameter.name not in self._given(endpoint)
        # Where any text is of the type and some are promised to be invalid, the spec leaves open
        # which: a cursor, or an expression to sort by.
        promised = (endpoint.when("invalid", name) for name in ("query", parameter.name))
        return parameter.required or not any(promised)

    def _given(self, endpoint: nodes.Endpoint) -> set[str]:
        return {name for name, _ in self.recipes.suite.recipes.get(endpoint.name, ((), None))[0]}


def _invalid(endpoint: nodes.Endpoint) -> dict[str, int | tuple[int, ...]]:
    """The statuses for what is invalid, by where it stands; `malformed` for no JSON."""
    found: dict[str, int | tuple[int, ...]] = {
        condition.parameter or "body": returned.status
        for returned in endpoint.returns
        for condition in returned.conditions
        if condition.kind == "invalid"
    }
    answers = to_unreadable(endpoint)
    statuses = tuple(item for item in answers.statuses if isinstance(item, int)) if answers else ()
    if statuses and statuses != (found.get("body"),):
        found["malformed"] = statuses[0] if len(statuses) == 1 else statuses
    return found


def _says_little(type_: Type) -> bool:
    """Whether a type lets any text in, so that an example says more of what is there."""
    return (
        isinstance(type_, Scalar)
        and type_.kind in ("string", "any", "json")
        and (not type_.patterns)
    )


def _waived(endpoint: nodes.Endpoint) -> tuple[str, ...]:
    """The rules that the spec says need not be kept: `query.limit.fraction`."""
    return tuple(
        waiver.obligation.removeprefix("rejects.")
        for waiver in endpoint.waivers
        if waiver.obligation.startswith("rejects.")
    )


def thing_called(recipes: Recipes, name: str, fresh: frozenset[str]) -> Thing:
    """The field of a thing by its name, `Order.id`. Raises UnreachableError where none is made."""
    contract, _, field = name.partition(".")
    thing = recipes.thing(nodes.Feed(contract, tuple(field.split("."))), fresh)
    if thing is None:
        raise UnreachableError(f"nothing creates {contract}")
    return thing
