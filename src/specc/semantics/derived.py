"""Types derived from others: `only`, `without`, `with`, `partial`, and tagged unions."""

from __future__ import annotations

import attrs

from specc.diagnostics.catalogue import types as codes
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.findings import Findings, near_name
from specc.semantics.type_text import type_text
from specc.semantics.types import (
    JsonScalar,
    Literal,
    Property,
    Record,
    Type,
    Union,
    Unknown,
)
from specc.source import Span
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.declarations import Module


@attrs.frozen(eq=False)
class Deriver:
    """Derives types for one module. Bases come with contracts already looked through."""

    module: Module
    findings: Findings

    def record(self, base: Type, shown: str, word: str, span: Span) -> Record | None:
        """The base as a record; reports a base that isn't one."""
        if isinstance(base, Record):
            return base
        if not isinstance(base, Unknown):
            self.findings.add(
                codes.NOT_AN_OBJECT,
                f"`{word}` needs a type with fields, and `{shown}` has none",
                self.module,
                span,
            )
        return None

    @staticmethod
    def extended(base: Record, more: tuple[Property, ...]) -> Record:
        """The record with further fields; one of the same name replaces the base's."""
        replaced = {item.name for item in more}
        kept = tuple(item for item in base.properties if item.name not in replaced)
        return attrs.evolve(base, properties=kept + more)

    @staticmethod
    def partial(base: Record) -> Record:
        """The record with every field optional."""
        return attrs.evolve(
            base, properties=tuple(attrs.evolve(item, optional=True) for item in base.properties)
        )

    def check_names(self, fields: list[str], shown: str, names: tuple[Name, ...]) -> None:
        """Reports names after `only` or `without` that the base has no field for."""
        known = frozenset(fields)
        for name in names:
            if name.text not in known:
                self.findings.add(
                    codes.UNKNOWN_FIELD,
                    f"`{shown}` has no field `{name.text}`",
                    self.module,
                    name.span,
                    near_name(did_you_mean(name.text, fields)),
                    hint=f"its fields are: {', '.join(fields)}",
                )

    def check_tag(self, options: list[tuple[Type, Type]], tag: Name) -> None:
        """Checks that a field tells options apart. Each comes with what it is looked through."""
        seen: dict[JsonScalar, Type] = {}
        for option, body in options:
            if isinstance(body, Unknown):
                continue
            values = _tag_values(body, tag.text)
            if values is None:
                self._bad_tag(
                    f"`{type_text(option)}` cannot be told by `{tag.text}`: it needs a required"
                    f' field `{tag.text}` that is a literal, such as `{tag.text}: "card"`',
                    tag.span,
                )
                continue
            for value in values:
                first = seen.setdefault(value, option)
                if first is not option:
                    self._bad_tag(
                        f"`{type_text(first)}` and `{type_text(option)}` have the same"
                        f" `{tag.text}`",
                        tag.span,
                    )

    def _bad_tag(self, message: str, span: Span) -> None:
        self.findings.add(codes.TAG, message, self.module, span)


def _tag_values(body: Type, tag: str) -> list[JsonScalar] | None:
    found = body.get(tag) if isinstance(body, Record) else None
    if found is None or found.optional:
        return None
    match found.type:
        case Literal(value):
            return [value]
        case Union(options) if all(isinstance(option, Literal) for option in options):
            return [option.value for option in options if isinstance(option, Literal)]
    return None
