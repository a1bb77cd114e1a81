"""From types as written to types as meant: every name looked up, every limit made plain."""

from __future__ import annotations

from typing import assert_never
from weakref import proxy

from specc.diagnostics.catalogue import types as codes
from specc.semantics.derived import Deriver
from specc.semantics.field_mistakes import (
    check_modifiers,
    report_circle,
    report_duplicate_field,
    report_field_circle,
)
from specc.semantics.findings import Findings
from specc.semantics.limits import LimitReader, literal_value
from specc.semantics.symbols import Scope, Symbol
from specc.semantics.type_names import TypeNames
from specc.semantics.type_text import type_text
from specc.semantics.types import (
    NULL,
    SCALARS,
    UNKNOWN,
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Property,
    Record,
    Scalar,
    Type,
    Union,
)
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.declarations import Contract, Module
from specc.syntax.nodes.types import (
    Field,
    ListType,
    LiteralType,
    MapType,
    NamedType,
    ObjectType,
    OnlyType,
    PartialType,
    RangeLimit,
    TaggedType,
    TypeNode,
    UnionType,
    WithoutType,
    WithType,
)

MAX_DEPTH = 100
"""How deep types may nest, and definitions build on each other."""

_PLAIN = {name: Scalar(name) for name in SCALARS}


class Resolver:
    """Resolves the types of all modules; each contract and field once, whoever asks first."""

    def __init__(
        self, scopes: dict[Module, Scope], findings: Findings, damaged: frozenset[object]
    ) -> None:
        self.scopes = scopes
        self.findings = findings
        self.definitions: dict[Symbol, Type] = {}
        # By a proxy, since what leads in a circle would keep the syntax tree alive.
        self.names = TypeNames(proxy(self), findings, damaged)
        self._properties: dict[Field, Property] = {}
        self._active: set[object] = set()
        self._depth = 0
        self._in_damaged = 0
        self._readers = {module: LimitReader(module, findings) for module in scopes}
        self._mentions: dict[Symbol, ContractType] = {}
        self.mentioned: set[Symbol] = set()
        self.kinds: dict[Symbol, frozenset[str]] = {}
        self.exemplified: list[tuple[Module, Property]] = []
        self._tags: list[tuple[Module, Union, Name]] = []

    def type_of(self, node: TypeNode, module: Module) -> Type:
        """What a type node of a module means."""
        if self._depth >= MAX_DEPTH:
            self.findings.add(
                codes.TYPE_DEPTH,
                f"the type nests, or builds on others, more than {MAX_DEPTH} levels deep",
                module,
                node.span,
                hint="name a part of it with `contract`",
            )
            return UNKNOWN
        self._depth += 1
        type_ = self._type_of(node, module)
        self._depth -= 1
        return type_

    def _type_of(self, node: TypeNode, module: Module) -> Type:
        match node:
            case NamedType():
                return self._named(node, module)
            case LiteralType(value):
                return Literal(literal_value(value))
            case ListType(item, limits, unique):
                return self._list(self.type_of(item, module), limits, unique, module)
            case MapType(key, value):
                return self._map(key, value, module)
            case UnionType(options):
                return self._union(node, [self.type_of(item, module) for item in options], module)
            case TaggedType():
                return self._tagged(node, module)
            case ObjectType(fields, open_):
                return Record(self._fields(fields, module), open_ or self._in_damaged > 0)
            case OnlyType(base, names):
                wanted = frozenset(name.text for name in names)
                return self._selected(base, "only", names, wanted, True, module)
            case WithoutType(base, names):
                unwanted = frozenset(name.text for name in names)
                return self._selected(base, "without", names, unwanted, False, module)
            case PartialType(base):
                record = self._selected(base, "partial", (), frozenset(), False, module)
                return Deriver.partial(record) if isinstance(record, Record) else record
            case WithType(base, fields):
                record = self._selected(base, "with", (), frozenset(), False, module)
                more = self._fields(fields, module)
                return Deriver.extended(record, more) if isinstance(record, Record) else record
        assert_never(node)

    def mention(self, symbol: Symbol) -> ContractType:
        """The type that a contract's name stands for."""
        found = self._mentions.get(symbol)
        if found is None:
            found = self._mentions[symbol] = ContractType(symbol)
        return found

    def definition(self, symbol: Symbol) -> Type:
        """What a contract is; resolved when first asked for."""
        found = self.definitions.get(symbol)
        if found is not None:
            return found
        contract = symbol.node
        assert isinstance(contract, Contract)
        if symbol in self._active:
            self.definitions[symbol] = UNKNOWN
            report_circle(symbol, self.findings)
            return UNKNOWN
        self._active.add(symbol)
        is_damaged = contract in self.names.damaged
        self._in_damaged += is_damaged
        if contract.fields is not None:
            fields = self._fields(contract.fields, symbol.module)
            type_: Type = Record(fields, contract.open or is_damaged)
        elif contract.definition is not None:
            type_ = self.type_of(contract.definition, symbol.module)
            if (contract.open or is_damaged) and isinstance(type_, Record):
                type_ = Record(type_.properties, True)
        else:
            type_ = UNKNOWN
        self._active.discard(symbol)
        self._in_damaged -= is_damaged
        return self.definitions.setdefault(symbol, type_)

    def body_of(self, type_: Type) -> Type:
        """The type with contracts and field types looked through, one level at the top."""
        seen: set[Symbol] = set()
        while True:
            match type_:
                case ContractType(symbol):
                    if symbol in seen:
                        self.definitions[symbol] = UNKNOWN
                        report_circle(symbol, self.findings)
                        return UNKNOWN
                    seen.add(symbol)
                    type_ = self.definition(symbol)
                case FieldType(_, _, inner):
                    type_ = inner
                case _:
                    return type_

    def property_of(self, field: Field, module: Module) -> Property:
        """A field as a property; resolved when first asked for."""
        found = self._properties.get(field)
        if found is not None:
            return found
        if field in self._active:
            report_field_circle(field, module, self.findings)
            return Property(field.name.text, UNKNOWN, field.optional)
        self._active.add(field)
        modifiers = field.modifiers
        if modifiers:
            check_modifiers(field, module, self.findings)
        property_ = Property(
            field.name.text,
            self.type_of(field.type, module),
            field.optional,
            "readonly" in modifiers,
            "writeonly" in modifiers,
            "secret" in modifiers,
            field.example,
            field.doc,
        )
        self._active.discard(field)
        if field.example is not None:
            self.exemplified.append((module, property_))
        return self._properties.setdefault(field, property_)

    def reader(self, module: Module) -> LimitReader:
        """What reads the limits and dates of a module."""
        return self._readers[module]

    def check_tags(self) -> None:
        """Checks the tags of unions; possible only when all contracts are known."""
        for module, union, tag in self._tags:
            options = [(option, self.body_of(option)) for option in union.options]
            Deriver(module, self.findings).check_tag(options, tag)
        self._tags.clear()

    def _named(self, node: NamedType, module: Module) -> Type:
        text = node.ref.text
        plain = _PLAIN.get(text)
        if plain is not None:
            if not node.limits:
                return plain
            return self._readers[module].scalar(text, node.limits)
        type_ = NULL if text == "null" else self.names.type_of(node.ref, self.scopes[module])
        if node.limits and type_ != UNKNOWN:
            self.findings.add(
                codes.LIMIT_KIND,
                f"`{text}` takes no limits: they refine scalars and lists",
                module,
                node.limits[0].span,
                hint="refine the type where it is declared",
            )
        return type_

    def _list(
        self, item: Type, limits: tuple[RangeLimit, ...], unique: bool, module: Module
    ) -> Type:
        low: int | None = None
        high: int | None = None
        for limit in limits:
            low, high = self._readers[module].length(limit, "a list")
        return ListOf(item, low, high, unique)

    def _map(self, key: TypeNode, value: TypeNode, module: Module) -> Type:
        key_type = self.body_of(self.type_of(key, module))
        if key_type != UNKNOWN and not (isinstance(key_type, Scalar) and key_type.kind == "string"):
            self.findings.add(
                codes.MAP_KEY,
                f"the keys of an object are strings, not `{type_text(key_type)}`",
                module,
                key.span,
                hint="write `{string: T}`",
            )
        return MapOf(self.type_of(value, module))

    def _union(self, node: UnionType, types: list[Type], module: Module) -> Type:
        options: list[Type] = []
        for written, type_ in zip(node.options, types, strict=True):
            parts = type_.options if isinstance(type_, Union) and type_.tag is None else (type_,)
            for part in parts:
                if part in options and part != UNKNOWN:
                    self.findings.add(
                        codes.SAME_OPTION,
                        f"`{type_text(part)}` stands in this union twice",
                        module,
                        written.span,
                        hint="leave one of them out",
                    )
                else:
                    options.append(part)
        return Union(tuple(options))

    def _tagged(self, node: TaggedType, module: Module) -> Type:
        base = self.type_of(node.base, module)
        union = self.body_of(base) if isinstance(base, ContractType) else base
        if not isinstance(union, Union):
            if union != UNKNOWN:
                self.findings.add(
                    codes.TAG,
                    f"`by` tells the options of a union apart, and `{type_text(base)}` is none",
                    module,
                    node.base.span,
                )
            return UNKNOWN
        tagged = Union(union.options, node.tag.text)
        self._tags.append((module, tagged, node.tag))
        return tagged

    def _fields(self, fields: tuple[Field, ...], module: Module) -> tuple[Property, ...]:
        found: dict[str, Field] = {}
        for field in fields:
            first = found.setdefault(field.name.text, field)
            if first is not field:
                report_duplicate_field(field, first, module, self.findings)
        return tuple([self.property_of(field, module) for field in found.values()])

    def _selected(
        self,
        base: TypeNode,
        word: str,
        names: tuple[Name, ...],
        named: frozenset[str],
        keep: bool,
        module: Module,
    ) -> Type:
        """The base's record with the named fields alone (`keep`), or without them.

        Of a contract with fields, no others are looked at: `parent?: Order only id` may well
        stand in Order itself.
        """
        type_ = self.type_of(base, module)
        deriver = Deriver(module, self.findings)
        shown = type_text(type_)
        if isinstance(type_, ContractType):
            contract = type_.symbol.node
            if isinstance(contract, Contract) and contract.fields is not None:
                if contract not in self.names.damaged:
                    deriver.check_names([item.name.text for item in contract.fields], shown, names)
                fields = {
                    item.name.text: item
                    for item in reversed(contract.fields)
                    if (item.name.text in named) is keep
                }
                owner = type_.symbol.module
                properties = [self.property_of(item, owner) for item in reversed(fields.values())]
                return Record(tuple(properties), contract.open or contract in self.names.damaged)
        record = deriver.record(self.body_of(type_), shown, word, base.span)
        if record is None:
            return UNKNOWN
        deriver.check_names([item.name for item in record.properties], shown, names)
        return Record(
            tuple(item for item in record.properties if (item.name in named) is keep), record.open
        )
