"""Prints credentials."""

from __future__ import annotations

from typing import assert_never

from specc.format.documents import Doc, concat, words
from specc.format.families.expressions import value
from specc.format.written import Written
from specc.syntax.nodes.credentials import (
    BasicCredential,
    BearerCredential,
    DigestCredential,
    StepCredential,
)


def credential(written: Written, node: StepCredential) -> Doc:
    """A credential that a step can have, too."""
    match node:
        case BearerCredential():
            return words("bearer", value(written, node.token))
        case BasicCredential():
            return concat("basic ", value(written, node.user), ", ", value(written, node.password))
        case DigestCredential():
            return concat("digest ", value(written, node.user), ", ", value(written, node.password))
        case _:
            assert_never(node)
