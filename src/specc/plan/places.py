"""Where the tests of a suite stand: the files and functions that plan and emitters agree on."""

from __future__ import annotations

from collections.abc import Collection

from specc.ir.naming import distinct
from specc.ir.nodes import Suite

MAX_LENGTH = 60
SCENARIOS = "scenarios"
_OTHERS = frozenset([SCENARIOS, "properties", "security", "stateful"])
"""Stems of files that are about no endpoint."""


def endpoint_files(suite: Suite) -> dict[str, str]:
    """The file of each endpoint's tests. No two differ by case alone."""
    taken = set(_OTHERS)
    files: dict[str, str] = {}
    for endpoint in suite.endpoints:
        stem = _short(_plain(endpoint.name.lower()), taken)
        taken.add(stem)
        files[endpoint.name] = f"test_{stem}.py"
    return files


def scenario_functions(suite: Suite) -> dict[str, str]:
    """The function of each of the spec's own tests, by its slug."""
    taken: set[str] = set()
    functions: dict[str, str] = {}
    for test in suite.tests:
        functions[test.slug] = function = _short(_plain(f"test_{test.slug}"), taken)
        taken.add(function)
    return functions


def derived_function(name: str, taken: Collection[str]) -> str:
    """The function of a derived test, whose name may have a part that the API has named."""
    return _short(_plain(name), taken)


def change_label(label: str, taken: Collection[str]) -> str:
    """The label of a change in the form that pytest leaves as it is."""
    if not (label.isascii() and label.isprintable() and "\\" not in label):
        label = "".join(
            char if char.isascii() and char.isprintable() and char != "\\" else "_"
            for char in label
        )
    return distinct(label, taken, "-")


def _short(name: str, taken: Collection[str]) -> str:
    return distinct(name[:MAX_LENGTH].rstrip("_"), taken)


def _plain(text: str) -> str:
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in text).split()
    return "_".join(words) or "unnamed"
