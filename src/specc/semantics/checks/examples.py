"""Examples of fields, `= value`: each is a value of its type."""

from __future__ import annotations

from specc.semantics.checks.endpoints import check_example
from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.inference import Inference


def check_examples(inference: Inference) -> None:
    """Checks the examples of all fields that were resolved."""
    for module, property_ in inference.resolver.exemplified:
        if property_.example is not None:
            check_example(inference, property_.example, property_.type, Environment(module))
