"""How deep the smallest value of a schema is: what tells where recursion can come to an end."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specc.runtime.json_text import Json

ENDLESS = 1 << 20


@attrs.define
class Heights:
    """Heights of schemas whose references are to `definitions`: 0 for scalars and what is empty."""

    definitions: Mapping[str, Json]
    _known: dict[str, int] = attrs.field(factory=dict, init=False)

    def of(self, schema: Json) -> int:
        """The height of a schema's smallest value; ENDLESS where it holds itself for ever."""
        if not isinstance(schema, Mapping):
            return 0
        if "$ref" in schema:
            return self._named(schema["$ref"].rpartition("/")[2])
        if "anyOf" in schema:
            return min((self.of(each) for each in schema["anyOf"]), default=0)
        if schema.get("type") == "array":
            return 1 + self.of(schema.get("items")) if schema.get("minItems") else 0
        if schema.get("type") == "object":
            fields = schema.get("properties", {})
            required = [self.of(fields[name]) for name in schema.get("required", ())]
            return min(ENDLESS, 1 + max(required, default=0))
        return 0

    def _named(self, name: str) -> int:
        if not self._known:
            self._settle()
        return self._known.get(name, 0)

    def _settle(self) -> None:
        """Find the heights of all definitions: each round looks one level deeper."""
        self._known = dict.fromkeys(self.definitions, ENDLESS)
        for _ in range(len(self.definitions) + 1):
            found = {name: self.of(schema) for name, schema in self.definitions.items()}
            if found == self._known:
                return
            self._known = found
