"""What can be wrong with fields and definitions, whatever their types are."""

from __future__ import annotations

from specc.diagnostics.catalogue import types as codes
from specc.diagnostics.model import Label
from specc.semantics.findings import Findings
from specc.semantics.symbols import Symbol
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.types import Field


def check_modifiers(field: Field, module: Module, findings: Findings) -> None:
    """Reports modifiers of a field that contradict or repeat each other."""
    modifiers = field.modifiers
    if len(set(modifiers)) < len(modifiers) or {"readonly", "writeonly"} <= set(modifiers):
        findings.add(
            codes.MODIFIERS,
            f"`{' '.join(modifiers)}` do not go together",
            module,
            field.name.span,
            hint="a field is readonly (never sent), writeonly (never returned), or neither",
        )


def report_duplicate_field(field: Field, first: Field, module: Module, findings: Findings) -> None:
    """Reports the second of two fields of one name."""
    findings.add(
        codes.DUPLICATE_FIELD,
        f"the field `{field.name.text}` is declared twice",
        module,
        field.name.span,
        "the second time",
        secondary=[Label(module.source, first.name.span, "first declared here")],
    )


def report_circle(symbol: Symbol, findings: Findings) -> None:
    """Reports a contract whose definition needs itself."""
    findings.add(
        codes.DEFINED_BY_ITSELF,
        f"`{symbol.name}` is defined by itself",
        symbol.module,
        symbol.node.name.span,
        hint="a definition needs a type that is known without it",
    )


def report_field_circle(field: Field, module: Module, findings: Findings) -> None:
    """Reports a field whose type needs itself."""
    findings.add(
        codes.DEFINED_BY_ITSELF,
        f"the type of `{field.name.text}` is defined by itself",
        module,
        field.name.span,
        hint="write the type out in one of the fields",
    )
