"""Services, roles, actors, flows, imports."""

import pytest

from specc.syntax.dump import dump
from specc.syntax.nodes.declarations import (
    Actor,
    AllowHostsEntry,
    BasicCredential,
    BearerCredential,
    CookieCredential,
    DigestCredential,
    Flow,
    HeaderEntry,
    Import,
    OAuth2Credential,
    OptionalEntry,
    ReadyEntry,
    Role,
    Service,
    StartEntry,
    TimeoutEntry,
    UrlEntry,
)
from specc.syntax.nodes.expressions import Call
from specc.syntax.nodes.steps import CallStep
from tests.syntax.reading import SAMPLES, codes, declaration, module


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_our_own_specs_are_read_without_a_word(path) -> None:
    assert module(path.read_text(encoding="utf-8")).declarations


def test_an_empty_file_is_a_module() -> None:
    for text in ("", "\n\n", "  # nothing\n", "\ufeff"):
        assert module(text).declarations == ()


def test_imports() -> None:
    plain, named = module('import "a/b.bts"\nimport "c.bts" as c').declarations
    assert isinstance(plain, Import)
    assert isinstance(named, Import)
    assert (plain.path.plain, plain.alias) == ("a/b.bts", None)
    assert named.alias is not None
    assert (named.path.plain, named.alias.text) == ("c.bts", "c")


def test_a_service() -> None:
    service = declaration(
        """
        service shop {
          url   env("SHOP_URL", "http://127.0.0.1:8321")
          url   "https://staging.shop.example" in staging
          start "specc demo --port 8321"
          ready GET /healthz within 10s
          ready GET "/a b"
          header "Accept-Language" "en"
          header Accept "text/html"
          timeout 5s
          allow hosts "a.example", "b.example",
          optional
        }
        """
    )
    assert isinstance(service, Service)
    kinds = [type(entry) for entry in service.entries]
    assert kinds == [
        *(UrlEntry, UrlEntry, StartEntry, ReadyEntry, ReadyEntry, HeaderEntry, HeaderEntry),
        *(TimeoutEntry, AllowHostsEntry, OptionalEntry),
    ]
    first, second, _, ready, quoted, _, accept, timeout, hosts, _ = service.entries
    assert isinstance(first.value, Call)
    assert (first.environment, second.environment.text) == (None, "staging")
    assert (ready.request.method, ready.request.path.plain) == ("GET", "/healthz")
    assert (str(ready.within.value), ready.within.unit, quoted.within) == ("10", "s", None)
    assert quoted.request.path.plain == "/a b"
    assert accept.name.plain == "Accept"
    assert timeout.limit.unit == "s"
    assert [host.plain for host in hosts.hosts] == ["a.example", "b.example"]


def test_a_role() -> None:
    role = declaration('"""Buys."""\nrole customer')
    assert isinstance(role, Role)
    assert (role.name.text, role.doc) == ("customer", "Buys.")


def test_an_actor_has_steps_and_credentials_in_their_order() -> None:
    actor = declaration(
        """
        actor alice is customer {
          login with { name: "alice" } -> session
          bearer session.token
          basic "u", secret("P", "x")
          digest "u", "p"
          cookie "session" session.id
          cookie session "x"
          header "X-API-Key" secret("KEY", "k")
          oauth2 client_credentials { url: "http://127.0.0.1/token" }
        }
        """
    )
    assert isinstance(actor, Actor)
    assert [type(entry) for entry in actor.entries] == [
        *(CallStep, BearerCredential, BasicCredential, DigestCredential),
        *(CookieCredential, CookieCredential, HeaderEntry, OAuth2Credential),
    ]
    assert (actor.role.text, actor.times, actor.table) == ("customer", None, None)
    assert actor.entries[-1].grant == "client_credentials"


def test_a_pool_of_actors() -> None:
    actor = declaration('actor shopper is customer times 500 from "accounts.csv" { a }')
    assert (actor.times, actor.table.plain, len(actor.entries)) == (500, "accounts.csv", 1)


def test_a_flow_on_one_line_and_an_empty_one() -> None:
    one, none = module("flow a { b }\nflow c {}").declarations
    assert isinstance(one, Flow)
    assert isinstance(none, Flow)
    assert (len(one.steps), len(none.steps)) == (1, 0)


@pytest.mark.parametrize("name", ["load", "test", "get", "as", "body", "with", "role", "null"])
def test_names_may_be_words_of_the_language(name: str) -> None:
    text = f"""
    role {name}
    actor {name} is {name} {{ {name}.x }}
    contract {name} {{
      {name}: {name}
      secret {name}?: int
    }}
    endpoint {name} GET /{{{name}: {name}}} {{
      as {name}
      query {name}: {name}
      returns 200 {{ {name}: {name}.{name} }} header {name}: int when {name} unknown
      reads {name}
    }}
    """.replace(": null", ": int")
    assert codes(text) == []


def test_the_layout_does_not_matter() -> None:
    loose = "contract A {\n\n  a: int,\n  b?: [string](1..2)\n}\n\n\nflow f {\n  x(a: 1, b: 2)\n}\n"
    tight = "contract A { a: int, b?: [string](1..2) }\nflow f { x(a:1,\n\n b:2,\n) }"
    for other in (tight, loose.replace("\n", "\r\n"), loose.replace("  ", "\t")):
        assert dump(module(other)) == dump(module(loose))
