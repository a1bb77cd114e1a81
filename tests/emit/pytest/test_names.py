"""Names of a suite's parts never clash, with each other or with what the files import."""

from __future__ import annotations

import ast
import keyword
from collections.abc import Sequence

import pytest
from compilation import emitted, plan_of, suite_of

from specc.emit.pytest.names import TAKEN, names_of
from specc.plan.places import derived_function

HEAD = """
service api { url "http://127.0.0.1:9000" }
role user
"""


def spec(*, endpoints: Sequence[str] = (), actors: Sequence[str] = ()) -> str:
    return HEAD + "\n".join(
        [
            *(f'actor {name} is user {{ header "X-Key" "{name}" }}' for name in actors),
            *(
                f"endpoint {name} GET /{name} {{\n  as user\n  returns 200\n"
                "  returns 401 when anonymous\n}"
                for name in endpoints
            ),
        ]
    )


HOSTILE = [
    "check",
    "pytest",
    "expect",
    "scenarios",
    "conftest",
    "lambda_",
    "list",
    "service",
    "con",
]


def test_names_are_valid_free_and_distinct() -> None:
    plan = plan_of(spec(endpoints=HOSTILE, actors=["new_check", "test_", "anonymous_", "request"]))
    names = names_of(plan.suite)
    actors = [name for key, name in names.actors.items() if key != "anonymous"]
    all_names = [*names.services.values(), *names.endpoints.values(), *actors]
    assert len(all_names) == len(set(all_names))
    for name in all_names:
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert name not in TAKEN


def test_file_names_are_clear_of_what_is_there_and_of_each_other() -> None:
    names = names_of(suite_of(spec(endpoints=[*HOSTILE, "Con", "security"], actors=["ann"])))
    stems = [file.removeprefix("test_").removesuffix(".py") for file in names.files.values()]
    assert len({stem.lower() for stem in stems}) == len(stems)
    assert not {"scenarios", "security"} & set(stems)


def test_an_actor_made_anew_has_a_name_of_its_own() -> None:
    text = spec(endpoints=["look"], actors=["ann", "new_ann"])
    names = names_of(suite_of(text))
    assert names.actor("new_ann") == names.actors["new_ann"]
    assert names.actor("ann") != names.actor("new_ann")


@pytest.mark.parametrize("name", HOSTILE)
def test_the_tests_of_an_endpoint_are_where_the_plan_says(name: str) -> None:
    text = spec(endpoints=[name], actors=["ann"])
    files = emitted(text)
    for item in plan_of(text).obligations:
        if item.test is not None:
            file, _, function = item.test.partition("::")
            defined = {
                node.name
                for node in ast.walk(ast.parse(files[f"suite/{file}"]))
                if isinstance(node, ast.FunctionDef)
            }
            assert function.partition("[")[0] in defined


def test_titles_make_tests_of_different_names_that_are_where_the_plan_says() -> None:
    long = "a title that goes on and on until no name of any function could be as long as this is"
    tests = "".join(
        f'\ntest "{title}" as ann {{ look }}'
        for title in ("same", "Same!", "same 2", "***", "", long, f"{long} too", "é")
    )
    text = spec(endpoints=["look"], actors=["ann"]) + tests
    files = emitted(text)
    defined = [
        node.name
        for node in ast.parse(files["suite/test_scenarios.py"]).body
        if isinstance(node, ast.FunctionDef)
    ]
    planned = [
        item.test.partition("::")[2]
        for item in plan_of(text).obligations
        if item.kind == "test" and item.test is not None
    ]
    assert len(set(defined)) == 8
    assert planned == defined


def test_functions_can_be_defined_whatever_the_api_calls_its_parts() -> None:
    taken: set[str] = set()
    for name in ("test_filters_kind-of", 'test_unknown_"', "test_unknown_ä", "test_x__", "test_x"):
        function = derived_function(name, taken)
        assert function.isidentifier()
        assert function not in taken
        taken.add(function)


def test_values_that_read_alike_are_tried_each() -> None:
    text = HEAD + (
        'actor ann is user { header "X-Key" "ann" }\n'
        "endpoint find GET /find {\n  as user\n"
        '  query by?: "a b" | "a_b" | "ä b"\n  returns 200\n  returns 401 when anonymous\n}\n'
    )
    found = [item.id for item in plan_of(text).obligations if item.kind == "accepts"]
    assert len(found) == 3
    assert all(name.isascii() for name in found)
