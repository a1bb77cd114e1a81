"""The emitters by name: a new target is a folder beside `pytest/` and a line here."""

from collections.abc import Callable

from specc.emit.locust import emit as emit_locust
from specc.emit.pytest import emit as emit_pytest
from specc.plan.nodes import Plan

EMITTERS: dict[str, Callable[[Plan, int | str], dict[str, str]]] = {
    "pytest": emit_pytest,
    "locust": emit_locust,
}
