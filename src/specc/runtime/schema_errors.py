"""A validator's errors as mismatches: each at its place, with both sides in words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from jsonschema_rs import ValidationError, ValidationErrorKind

from specc.runtime import schema_words as words
from specc.runtime.json_text import Json, brief
from specc.runtime.keywords import bytes_in
from specc.runtime.mismatch import Mismatch
from specc.runtime.paths import Step, join
from specc.runtime.redaction import REDACTED
from specc.runtime.sensitive import is_secret_field, without_secrets

if TYPE_CHECKING:
    from specc.runtime.contract import Contract

_LIMITS = frozenset(
    [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
        "pattern",
        "uniqueItems",
        "x-range",
        "x-bytes",
    ]
)


class Reader:
    """Reads the errors that a contract's validator found in a value."""

    def __init__(self, contract: Contract, at: str, value: object) -> None:
        self._contract = contract
        self._at = at
        self._value = value

    def mismatches(self, errors: Iterable[ValidationError]) -> list[Mismatch]:
        """All errors as mismatches, in the order of the value."""
        found = [mismatch for error in errors for mismatch in self._read(error)]
        return list(dict.fromkeys(found))  # allOf may find the same mistake twice

    def _read(self, error: ValidationError) -> list[Mismatch]:
        kind = error.kind
        path = error.instance_path
        match kind:
            case ValidationErrorKind.AdditionalProperties(unexpected=names):
                return [self._leak(error, name) for name in names]
            case ValidationErrorKind.UnevaluatedProperties(unexpected=names):
                return [self._leak(error, name) for name in names]
            case ValidationErrorKind.FalseSchema() if path and isinstance(path[-1], str):
                return [self._leak(error, path[-1], path[:-1])]
            case ValidationErrorKind.Required(property=name):
                return [self._missing(error, name)]
            case ValidationErrorKind.AnyOf(context=options):
                return self._union(error, options)
            case ValidationErrorKind.OneOfNotValid(context=options):
                return self._union(error, options)
            case _:
                return [self._between(error, self._expected(error), self._got(path, kind.name))]

    def _expected(self, error: ValidationError) -> str:
        kind, schema = error.kind, self._schema(error)
        match kind:
            case ValidationErrorKind.Type():
                return words.describe(schema, self._resolve)
            case ValidationErrorKind.Format(format=name):
                return words.FORMATS.get(name, f"text in the format {name}")
            case ValidationErrorKind.Constant(expected_value=value):
                return brief(value)
            case ValidationErrorKind.Enum(options=options):
                return words.one_of(options)
            case ValidationErrorKind.PropertyNames(error=inner):
                return f"keys that are {words.describe(self._schema(inner), self._resolve)}"
            case ValidationErrorKind.OneOfMultipleValid():
                return "a value that only one of the options fits"
            case ValidationErrorKind.Not():
                return "a value that the contract does not exclude"
            case _ if kind.name in _LIMITS and isinstance(schema, Mapping):
                return f"{words.noun(schema)} {words.limit(kind.name, schema)}"
            case _:
                return f"a value that satisfies `{kind.name}` ({error.message})"

    def _union(
        self, error: ValidationError, options: list[list[ValidationError]]
    ) -> list[Mismatch]:
        """What keeps the value from the option that is nearest to it, rather than from each."""
        depth = len(error.instance_path)
        rated = sorted(options, key=lambda errors: _distance(errors, depth))
        nearest = rated[0] if rated else []
        if not nearest or _distance(nearest, depth) >= _FAR:
            expected = words.describe(self._schema(error, 1), self._resolve)
            return [self._between(error, expected, self._got(error.instance_path, "type"))]
        return [mismatch for each in nearest for mismatch in self._read(each)]

    def _leak(self, error: ValidationError, name: str, path: list[Step] | None = None) -> Mismatch:
        steps = [*(error.instance_path if path is None else path), name]
        where = join(self._at, steps)
        value = self._shown(steps)
        return Mismatch(
            where, f"a leak: the contract {self._owner(error)} has no such field", "nothing", value
        )

    def _missing(self, error: ValidationError, name: str) -> Mismatch:
        holder = _follow(self._value, error.instance_path)
        schema = self._schema(error)
        properties = schema.get("properties", {}) if isinstance(schema, Mapping) else {}
        expected = words.describe(properties.get(name, True), self._resolve)
        names = [str(key) for key in holder] if isinstance(holder, Mapping) else []
        near = difflib.get_close_matches(
            name, [each for each in names if each not in properties], 1, 0.7
        )
        similar = f" (there is `{near[0]}`)" if near else ""
        where = join(self._at, [*error.instance_path, name])
        return Mismatch(
            where, f"missing{similar}: expected {expected}", expected, f"nothing{similar}"
        )

    def _between(self, error: ValidationError, expected: str, got: str) -> Mismatch:
        return Mismatch.between(join(self._at, error.instance_path), expected, got)

    def _got(self, path: list[Step], keyword: str) -> str:
        value = _follow(self._value, path)
        shown = self._shown(path)
        if isinstance(value, str) and keyword in ("minLength", "maxLength"):
            return f"{shown} ({words.count(len(value), 'character')})"
        if isinstance(value, str) and keyword == "x-bytes":
            size = bytes_in(value)
            return f"{shown} ({'not base64' if size is None else words.count(size, 'byte')})"
        if isinstance(value, list) and keyword in ("minItems", "maxItems"):
            return words.count(len(value), "item")
        if isinstance(value, list) and keyword == "uniqueItems":
            return _repetition(value)
        return shown

    def _shown(self, path: list[Step]) -> str:
        secrets = self._contract.secrets
        if any(isinstance(step, str) and is_secret_field(step, secrets) for step in path):
            return REDACTED
        return brief(without_secrets(_follow(self._value, path), secrets))

    def _owner(self, error: ValidationError) -> str:
        path = error.schema_path
        return f"`{path[1] if path[:1] == ['$defs'] else self._contract.name}`"

    def _schema(self, error: ValidationError, up: int = 1) -> Json:
        """The schema object whose keyword failed."""
        return _follow(self._contract.document, error.schema_path[:-up])

    def _resolve(self, reference: str) -> Json:
        steps = reference.removeprefix("#").split("/")[1:]
        return _follow(
            self._contract.document, [step.replace("~1", "/").replace("~0", "~") for step in steps]
        )


_FAR = 1000


def _distance(errors: list[ValidationError], depth: int) -> int:
    """How far a value is from an option: of the wrong kind, wrongly tagged, or nearly it."""
    total = 0
    for error in errors:
        below = len(error.instance_path) - depth
        name = error.kind.name
        if below == 0 and name in ("type", "const", "enum", "format"):
            total += _FAR
        elif below == 1 and name in ("const", "enum"):
            total += 50
        else:
            total += 2 if name == "required" else 1
    return total


def _follow(value: Json, path: Iterable[Step]) -> Json:
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value


def _repetition(value: list[Json]) -> str:
    for index, item in enumerate(value):
        for earlier in range(index):
            if value[earlier] == item:
                return f"items {earlier} and {index} both are {brief(item, 80)}"
    return "a list with repetitions"
