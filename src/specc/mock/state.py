"""All that a mock is made of and knows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from specc.ir import nodes
from specc.mock.defects import Defects
from specc.mock.identities import Identities
from specc.mock.lessons import Lesson, lessons
from specc.mock.validity import Types
from specc.mock.values import Maker
from specc.mock.world import World
from specc.plan.recipes import Recipes
from specc.semantics.types import ContractType, Record, Type


@attrs.define(eq=False)
class State:
    """The state of a mock of one suite, all of its services together."""

    suite: nodes.Suite
    types: Types
    maker: Maker
    world: World
    identities: Identities
    defects: Defects
    recipes: Recipes
    endpoints: Mapping[str, nodes.Endpoint]
    """The endpoints as the mock believes them to be."""
    lessons: Mapping[str, tuple[Lesson, ...]]
    clock: Callable[[], float] = time.monotonic

    @staticmethod
    def of(
        suite: nodes.Suite,
        environment: Mapping[str, str],
        seed: int = 0,
        defects: Defects | None = None,
    ) -> State:
        """The state of a mock that nothing has been asked of yet."""
        defects = defects or Defects()
        types = Types(suite.definitions)
        # Chance, not secrecy; and it has to be repeatable.
        maker = Maker(types, suite.stated, random.Random(seed))  # noqa: S311
        return State(
            suite,
            types,
            maker,
            World(),
            Identities(suite, environment),
            defects,
            Recipes.of(suite),
            {item.name: defects.believed(item) for item in suite.endpoints},
            lessons(suite),
        )

    def record_of(self, contract: str) -> Record | None:
        """The fields of a contract's things."""
        type_ = self.recipes.types.get(contract)
        body = None if type_ is None else self.types.body_of(type_)
        return body if isinstance(body, Record) else None

    def contract_of(self, type_: Type) -> str | None:
        """The name of the contract that a type is."""
        return self.suite.names.get(type_.symbol) if isinstance(type_, ContractType) else None

    def keys_of(self, contract: str) -> list[tuple[str, ...]]:
        """The fields that paths are made with."""
        return list(dict.fromkeys(self.recipes.keys.get(contract, ())))

    def readers_of(self, contract: str) -> list[nodes.Endpoint]:
        """The endpoints that show one thing of a contract to whoever may see it."""
        found = self.recipes.by_effect.get(("reads", contract), ())
        return [self.endpoints[item.name] for item, effect in found if not effect.of_self]

    def field_type(self, contract: str, name: str) -> Any:
        """A field of a contract; None where there is none."""
        record = self.record_of(contract)
        return None if record is None else record.get(name)
