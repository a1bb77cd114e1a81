"""Endpoints: routes, parameters, statuses, conditions, effects, producers."""

import pytest

from tests.semantics.shop import check, codes, in_shop

THING = "contract Thing {\n  readonly id: uuid\n  name: string\n}\n"


def endpoint(clauses: str, route: str = "GET /things", name: str = "it") -> str:
    """An endpoint with the given clauses, one a line."""
    return f"endpoint {name} {route} {{\n{clauses}\n}}\n"


MAKER = endpoint("as anyone\nbody Thing\nreturns 201 Thing\ncreates Thing", "POST /things", "make")


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("as anyone\nreturns 200", []),
        ("as nobody\nreturns 200", ["BTS113"]),
        ("as anyone\nas anyone\nreturns 200", ["BTS315"]),
        ("as anyone\nreturns 99", ["BTS314"]),
        ("as anyone\nreturns 404", ["BTS313"]),
        ("as anyone\nreturns 302", []),
        ("as anyone\nreturns 200 string\nreturns 200 int", ["BTS306"]),
        ("as anyone\nreturns 200 string\nreturns 200 string", ["BTS306"]),
        ("as anyone\nreturns 200\nreturns 404 when repeated\nreturns 404 when deleted", []),
        ("as anyone\nquery a?: int\nquery a?: int\nreturns 200", ["BTS305"]),
        ("as anyone\nquery a?: int\nheader a?: int\nreturns 200", []),
        ('as anyone\nheader "X-A"?: int\nheader "x-a"?: int\nreturns 200', ["BTS305"]),
        ("as anyone\nquery a: int(1..5) = 9\nreturns 200", ["BTS211"]),
        ("as anyone\nquery a: in\nreturns 200", ["BTS112"]),
        ("as anyone\nreturns 200\nreturns 422 when body invalid", ["BTS307"]),
        ("as anyone\nreturns 200\nreturns 422 when query invalid", ["BTS307"]),
        ("as anyone\nreturns 200\nreturns 404 when id unknown", ["BTS307"]),
        ("as anyone\nquery a?: int\nreturns 200\nreturns 422 when a invalid", []),
        ("as anyone\nreturns 200\nwithin p95 200ms", []),
        ("as anyone\nreturns 200\nwithin p95 5MB", ["BTS316"]),
        ("as anyone\nreturns 200\nwithin q95 5s", ["BTS316"]),
        ("as anyone\nquery n?: int\nreturns 200\npages by n", []),
        ("as anyone\nquery n?: int\nreturns 200\npages by m", ["BTS311"]),
        (
            "as anyone\nquery c?: string\nreturns 200 { next?: string }\npages by c from body.nxt",
            ["BTS311"],
        ),
    ],
)
def test_clauses(clauses: str, expected: list[str]) -> None:
    assert codes(endpoint(clauses)) == expected


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("returns 200 Thing\nreads Thing", []),
        ("returns 200 { thing: Thing }\nreads Thing", []),
        ("returns 200 { thing: Thing | null }\nreads Thing", []),
        ("returns 200 [Thing]\nlists Thing", []),
        ("returns 200 { things: [Thing], total: int }\nlists Thing", []),
        ("returns 200 Thing only id\nreads Thing", []),
        ("returns 200 Thing with { more: int }\nreads Thing", []),
        ("returns 200 { ok: bool }\nreads Thing", ["BTS308"]),
        ("returns 200 { ok: bool }\nupdates Thing", []),
        ("returns 204\nupdates Thing", []),
        ("returns 204\ndeletes Thing", []),
        ("returns 200 { a: Thing, b: Thing }\nreads Thing", ["BTS309"]),
        ("returns 200 { a: Thing, b: Thing }\nreads Thing at body.a", []),
        ("returns 200 { a: Thing, b: Thing }\nreads Thing at body.c", ["BTS310"]),
        ("returns 200 { a: Thing, n: int }\nreads Thing at body.n", ["BTS310"]),
        ("returns 200 Thing\nreads Thng", ["BTS112"]),
        ("returns 200 Thing\nreads make", ["BTS115"]),
        ("returns 201\ncreates Thing from request", ["BTS308"]),
        ("body Thing\nreturns 201\ncreates Thing from request", []),
        ("body { name: string }\nreturns 201\ncreates Thing from request", []),
    ],
)
def test_effects(clauses: str, expected: list[str]) -> None:
    assert codes(THING + MAKER + endpoint(f"as anyone\n{clauses}", "POST /other")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (THING + MAKER + endpoint("as owner of Thing\nreturns 200 Thing"), []),
        (THING + endpoint("as owner of Thing\nreturns 200 Thing"), ["BTS312"]),
        (endpoint("as owner of Thng\nreturns 200"), ["BTS112"]),
        (THING + MAKER + endpoint("as anyone\nreturns 200", "GET /things/{id: Thing.id}"), []),
        (THING + endpoint("as anyone\nreturns 200", "GET /things/{id: Thing.id}"), ["BTS701"]),
        (THING + endpoint("as anyone\nreturns 200", "GET /things/{id: Thing.idd}"), ["BTS203"]),
        (endpoint("as anyone\nreturns 200", 'GET /things/{sku: string = "A1"}'), []),
        (endpoint("as anyone\nreturns 200", 'GET /things/{n: int = "A1"}'), ["BTS211"]),
        (endpoint("as anyone\nreturns 200", "GET /x/{n: int}/{n: int}"), ["BTS305"]),
        (
            endpoint("as anyone\nreturns 200", "GET /x/{n: int}", "a")
            + endpoint("as anyone\nreturns 200", "GET /x/{m: int}", "b"),
            ["BTS304"],
        ),
        (
            endpoint("as anyone\nreturns 200", "GET /x/{n: int}", "a")
            + endpoint("as anyone\nreturns 200", "PUT /x/{n: int}", "b"),
            [],
        ),
    ],
)
def test_routes_and_owners(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_values_of_an_enumeration_need_no_producer() -> None:
    text = 'contract A {\n  kind: "x" | "y"\n}\n'
    assert codes(text + endpoint("as anyone\nreturns 200", "GET /a/{kind: A.kind}")) == []


def test_a_maker_that_waits_for_itself_is_reported_once() -> None:
    maker = endpoint(
        "as anyone\nreturns 201 Thing\ncreates Thing", "POST /things/{id: Thing.id}/copy", "copy"
    )
    (found,) = check(THING + maker)
    assert found.code.id == "BTS702"
    assert "Thing → Thing" in found.message
    assert codes(THING + maker + MAKER) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ('url "http://127.0.0.1:1"', []),
        ('url env("URL", "http://127.0.0.1:1")', []),
        ("url env()", ["BTS416"]),
        ('url "http://127.0.0.1:1" in ci', ["BTS302"]),
        ('url "http://a"\nurl "http://b"', ["BTS301"]),
        ('url "http://a"\nurl "http://b" in ci\nurl "http://c" in ci', ["BTS301"]),
        ('url "http://a"\ntimeout 5%', ["BTS425"]),
        ('url "http://a"\nready GET /up within 5%', ["BTS425"]),
        ('url "http://a"\nheader "A" "b"\nheader "a" "c"', ["BTS301"]),
        ('url "http://a"\nheader "A" nobody', ["BTS405"]),
    ],
)
def test_services(entries: str, expected: list[str]) -> None:
    assert codes(f"service shop {{\n{entries}\n}}\n") == expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("bearer session.token", []),
        ("bearer session.tokn", ["BTS203"]),
        ("bearer session", ["BTS303"]),
        ("bearer session.refresh", ["BTS417"]),
        ("bearer sesion.token", ["BTS405"]),
        ('basic "a", "b"', []),
        ('cookie "sid" session.token', []),
        ('header "X-Key" secret("KEY", "k")', []),
        ('header "X-Key" secret()', ["BTS416"]),
        (
            'oauth2 client_credentials { url: "http://a", client_id: "i", client_secret: "s" }',
            [],
        ),
        ('oauth2 client_credentials { url: "http://a", client_id: "i" }', ["BTS303"]),
        ('login with { nam: "x", password: "12345678" }', ["BTS203"]),
    ],
)
def test_actors(entries: str, expected: list[str]) -> None:
    actor = (
        "actor bob is customer {\n"
        '  login with { name: "bob", password: "wonderland" } -> session\n'
        f"  {entries}\n}}\n"
    )
    assert in_shop(actor) == expected


def test_an_actor_needs_a_role() -> None:
    assert in_shop('actor bob is custommer {\n  header "A" "b"\n}\n') == ["BTS113"]
    assert in_shop('actor bob is alice {\n  header "A" "b"\n}\n') == ["BTS115"]
    assert in_shop('actor bob is customer from "gone.csv" {\n  bearer token\n}\n') == ["BTS420"]


def test_waived_obligations_come_back() -> None:
    waiver = 'except refuses.anonymous because "why" until {day}'
    for day, expected in (("2030-01-01", []), ("2020-01-01", ["BTS603"])):
        assert codes(endpoint("as anyone\nreturns 200\n" + waiver.format(day=day))) == expected
