"""Imports, scopes and services."""

import pytest

from specc.frontend import compile_front, loader
from specc.semantics.link import link
from tests.semantics.shop import check, codes

USER = "contract User {\n  name: string\n}\n"


@pytest.mark.parametrize(
    ("text", "files", "expected"),
    [
        ('import "other.bts"', {"other": USER}, []),
        ('import "./other.bts"', {"other": USER}, []),
        ('import "othr.bts"', {"other": USER}, ["BTS101"]),
        ('import "/other.bts"', {"other": USER}, ["BTS102"]),
        ('import "a\\\\other.bts"', {"other": USER}, ["BTS102"]),
        ('import "main.bts"', {}, ["BTS103"]),
        ('import "a.bts"', {"a": 'import "main.bts"'}, ["BTS103"]),
        ('import "a.bts" as a\nimport "b.bts" as a', {"a": USER, "b": USER}, ["BTS105"]),
        ('import "a.bts" as a\nrole a', {"a": USER}, ["BTS105"]),
        ('import "a.bts"\nimport "b.bts"', {"a": USER, "b": USER}, ["BTS111"]),
        ('import "a.bts"\nimport "a.bts"', {"a": USER}, []),
        ('import "a.bts"\n' + USER, {"a": USER}, ["BTS111"]),
        ('import "a.bts" as a\n' + USER, {"a": USER}, []),
        (USER + USER, {}, ["BTS110"]),
        (USER + "role User", {}, ["BTS110"]),
    ],
)
def test_imports(text: str, files: dict[str, str], expected: list[str]) -> None:
    assert codes(text, **files) == expected


@pytest.mark.parametrize(
    ("text", "files", "expected"),
    [
        ('import "a.bts" as a\ncontract X {\n  user: a.User\n}', {"a": USER}, []),
        ('import "a.bts" as a\ncontract X {\n  name: a.User.name\n}', {"a": USER}, []),
        ('import "a.bts" as a\ncontract X {\n  name: a.User.nam\n}', {"a": USER}, ["BTS203"]),
        ('import "a.bts" as a\ncontract X {\n  user: User\n}', {"a": USER}, ["BTS112"]),
        ('import "a.bts" as a\ncontract X {\n  user: a.Usr\n}', {"a": USER}, ["BTS112"]),
        (
            'import "b.bts"\ncontract X {\n  user: User\n}',
            {"b": 'import "a.bts"', "a": USER},
            ["BTS112"],
        ),
        ('import "gone.bts"\ncontract X {\n  user: User\n}', {}, ["BTS101"]),
        ('import "gone.bts" as g\ncontract X {\n  user: g.User\n}', {}, ["BTS101"]),
        ('import "gone.bts" as g\ncontract X {\n  user: User\n}', {}, ["BTS101", "BTS112"]),
    ],
)
def test_imported_names(text: str, files: dict[str, str], expected: list[str]) -> None:
    assert codes(text, **files) == expected


def test_a_cycle_is_drawn_as_a_chain() -> None:
    (found,) = check('import "a.bts"', a='import "b.bts"', b='import "main.bts"')
    assert "main.bts → a.bts → b.bts → main.bts" in found.message
    assert len(found.secondary) == 2


def test_paths_are_relative_to_the_importing_file() -> None:
    files = {
        "specs/main.bts": 'import "shop/orders.bts"',
        "specs/shop/orders.bts": 'import "../common/user.bts"',
        "specs/common/user.bts": USER,
    }
    linked = link("specs/main.bts", loader(files))
    assert linked.diagnostics == ()
    assert [module.source.name for module in linked.modules] == [
        "specs/common/user.bts",
        "specs/shop/orders.bts",
        "specs/main.bts",
    ]


def test_a_root_that_is_not_there_is_reported() -> None:
    checked = compile_front("gone.bts", loader({}), {}.get)
    assert checked.program is None
    assert [found.code.id for found in checked.diagnostics] == ["BTS101"]


def test_long_chains_of_imports_are_no_trouble() -> None:
    count = 3000
    files = {f"m{at}.bts": f'import "m{at + 1}.bts" as next' for at in range(count)}
    files[f"m{count}.bts"] = USER
    linked = link("m0.bts", loader(files))
    assert len(linked.modules) == count + 1


SERVICE = 'service {name} {{\n  url "http://127.0.0.1:8000"\n}}\n'
ENDPOINT = "endpoint {name} GET /{name} {{\n  as anyone\n  returns 200\n}}\n"


def test_endpoints_belong_to_the_service_that_their_module_reaches() -> None:
    files = {
        "main.bts": 'import "shop.bts"\nimport "mail.bts"\nimport "free.bts"\n'
        + SERVICE.format(name="gate")
        + ENDPOINT.format(name="open"),
        "shop.bts": SERVICE.format(name="shop") + ENDPOINT.format(name="orders"),
        "mail.bts": 'import "shop.bts" as shop\n' + ENDPOINT.format(name="letters"),
        "free.bts": ENDPOINT.format(name="anything"),
    }
    linked = link("main.bts", loader(files))
    served = {
        module.source.name: service.name if service is not None else None
        for module, service in linked.services.items()
    }
    assert served == {
        "main.bts": "gate",
        "shop.bts": "shop",
        "mail.bts": "shop",
        "free.bts": "gate",
    }
    assert [module.source.name for module in linked.covered] == ["free.bts", "main.bts"]


def test_two_services_in_reach_are_ambiguous() -> None:
    files = {
        "a": SERVICE.format(name="a"),
        "b": SERVICE.format(name="b"),
    }
    imports = 'import "a.bts"\nimport "b.bts"\n'
    assert codes(imports + ENDPOINT.format(name="x"), **files) == ["BTS104"]
    assert codes(imports, **files) == []


def test_what_is_there_already_is_named_as_a_reader_would() -> None:
    flow = "flow buy {\n  pause 1s\n}\n"
    actor = 'role customer\nactor ann is customer {\n  header "X-User" "ann"\n}\n'
    for text, kind in ((flow, "a flow"), (actor, "an actor")):
        found = next(
            each for each in check(text + text.replace("role customer\n", "")) if each.secondary
        )
        assert found.secondary[0].message == f"first as {kind} here"
