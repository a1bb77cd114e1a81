"""Names of types: contracts (`Order`, `auth.User`) and their fields' types (`Order.status`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from specc.diagnostics.catalogue import names as name_codes
from specc.diagnostics.catalogue import types as codes
from specc.diagnostics.model import Label
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.findings import Findings, near_name
from specc.semantics.symbols import Scope, Symbol
from specc.semantics.types import SCALARS, UNKNOWN, FieldType, Property, Record, Type, Unknown
from specc.source import Span
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.declarations import Contract

if TYPE_CHECKING:
    from specc.semantics.resolver import Resolver


class TypeNames:
    """Looks up the names that stand where a type is wanted."""

    def __init__(self, resolver: Resolver, findings: Findings, damaged: frozenset[object]) -> None:
        self.resolver = resolver
        self.findings = findings
        self.damaged = damaged

    def type_of(self, ref: Ref, scope: Scope) -> Type:
        """The type that a name stands for; UNKNOWN, and reported, where it stands for none."""
        text = ref.text
        symbol = scope.visible.get(text)
        if symbol is not None and symbol.kind == "contract":
            self.resolver.mentioned.add(symbol)
            return self.resolver.mention(symbol)
        if symbol is None and "." in text:
            head, *rest = text.split(".")
            qualified = f"{head}.{rest[0]}"
            owner = scope.visible.get(head)
            if owner is None or owner.kind != "contract":
                owner, rest = scope.visible.get(qualified), rest[1:]
            if owner is not None and owner.kind == "contract":
                self.resolver.mentioned.add(owner)
                return self._field(owner, rest, ref, scope)
        self.report_unknown(ref, scope, symbol)
        return UNKNOWN

    def contract(self, ref: Ref, scope: Scope) -> Symbol | None:
        """The contract that a name stands for where nothing else will do."""
        symbol = scope.visible.get(ref.text)
        if symbol is not None and symbol.kind == "contract":
            return symbol
        self.report_unknown(ref, scope, symbol)
        return None

    def report_unknown(self, ref: Ref, scope: Scope, symbol: Symbol | None) -> None:
        """Reports a name that is no type: nothing at all, or a thing of another kind."""
        if symbol is not None:
            self.findings.add(
                name_codes.WRONG_KIND,
                f"`{ref.text}` is {with_article(symbol.kind)}, and a type is wanted here",
                scope.module,
                ref.span,
                secondary=[
                    Label(symbol.module.source, symbol.node.name.span, "declared here"),
                ],
            )
            return
        if scope.is_excused(ref.text):
            return
        contracts = [name for name, item in scope.visible.items() if item.kind == "contract"]
        suggestion = did_you_mean(ref.text, [*contracts, *SCALARS])
        if self.findings.is_repeated(scope.module, ref.text.partition(".")[0], suggestion):
            return
        self.findings.add(
            name_codes.UNKNOWN_TYPE,
            f"there is no type `{ref.text}`",
            scope.module,
            ref.span,
            near_name(suggestion),
            hint=elsewhere(ref.text, self.resolver.scopes.values(), "contract")
            or "declare it with `contract`, or import the module that does",
        )

    def _field(self, owner: Symbol, path: list[str], ref: Ref, scope: Scope) -> Type:
        start = ref.span.end - len(".".join(path))
        type_: Type = UNKNOWN
        for depth, name in enumerate(path):
            span = Span(start, start + len(name))
            found = (
                self._own_field(owner, name, span, scope)
                if depth == 0
                else self._nested(type_, name, span, scope, ".".join([owner.name, *path[:depth]]))
            )
            if found is None:
                return UNKNOWN
            type_ = found.type
            start = span.end + 1
        return FieldType(owner, ".".join(path), type_)

    def _own_field(self, owner: Symbol, name: str, span: Span, scope: Scope) -> Property | None:
        contract = owner.node
        assert isinstance(contract, Contract)
        if contract.fields is None:
            return self._nested(
                self.resolver.mention(owner), name, span, scope, owner.name, owner=owner
            )
        for field in contract.fields:
            if field.name.text == name:
                return self.resolver.property_of(field, owner.module)
        if contract not in self.damaged:
            fields = [field.name.text for field in contract.fields]
            self._report_field(owner.name, name, fields, span, scope, owner)
        return None

    def _nested(
        self,
        type_: Type,
        name: str,
        span: Span,
        scope: Scope,
        shown: str,
        owner: Symbol | None = None,
    ) -> Property | None:
        body = self.resolver.body_of(type_)
        if isinstance(body, Unknown):
            return None
        fields = [item.name for item in body.properties] if isinstance(body, Record) else []
        found = body.get(name) if isinstance(body, Record) else None
        if found is None:
            self._report_field(shown, name, fields, span, scope, owner)
        return found

    def _report_field(
        self,
        shown: str,
        name: str,
        fields: list[str],
        span: Span,
        scope: Scope,
        owner: Symbol | None,
    ) -> None:
        self.findings.add(
            codes.UNKNOWN_FIELD,
            f"`{shown}` has no field `{name}`",
            scope.module,
            span,
            near_name(did_you_mean(name, fields)),
            secondary=[fields_label(owner, fields)] if owner is not None else (),
        )


def fields_label(owner: Symbol, fields: list[str]) -> Label:
    """Points to a contract's head and lists its fields."""
    head = Span(owner.node.span.start, owner.node.name.span.end)
    return Label(owner.module.source, head, f"its fields are declared here: {', '.join(fields)}")


def elsewhere(name: str, scopes: Iterable[Scope], kind: str) -> str | None:
    """The way out where some other module of the program declares the name."""
    for scope in scopes:
        found = scope.own.get(name)
        if found is not None and found.kind == kind:
            return f"`{scope.module.source.name}` declares it, and isn't imported here"
    return None


def with_article(kind: str) -> str:
    """`an endpoint`, `a flow`."""
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
