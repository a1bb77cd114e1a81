"""Endpoints and their clauses."""

import pytest

from specc.syntax.nodes.endpoint import (
    AsClause,
    BodyClause,
    Effect,
    Endpoint,
    PagesClause,
    Parameter,
    PathParameter,
    ReturnsClause,
    WithinClause,
)
from specc.syntax.nodes.types import NamedType, OnlyType
from tests.syntax.reading import clause, codes, declaration


def path_of(path: str) -> tuple[str, ...]:
    parts = declaration(f"endpoint x GET {path} {{}}").path.parts
    return tuple(f"<{p.name.text}>" if isinstance(p, PathParameter) else p for p in parts)


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/", ("/",)),
        ("/a/b.json", ("/a/b.json",)),
        ("/a?b=1&c=%20", ("/a?b=1&c=%20",)),
        ("/orders/{id: Order.id}", ("/orders/", "<id>")),
        ("/a/{x: int(1..)}/b/{y: string}.json", ("/a/", "<x>", "/b/", "<y>", ".json")),
        ("/{a: int}{b: int}", ("/", "<a>", "<b>")),
        ('/{"x-y": { a: int }}', ("/", "<x-y>")),
        ("/compare/{base: string}...{head: string}", ("/compare/", "<base>", "...", "<head>")),
    ],
)
def test_paths(path: str, parts: tuple[str, ...]) -> None:
    assert path_of(path) == parts


def test_a_parameter_may_have_an_example() -> None:
    endpoint = declaration('endpoint x GET /{sku: string = "A1"} {}')
    assert isinstance(endpoint, Endpoint)
    parameter = endpoint.path.parts[1]
    assert isinstance(parameter, PathParameter)
    assert parameter.example is not None


@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"]
)
def test_methods(method: str) -> None:
    assert declaration(f"endpoint x {method} /x {{}}").method == method


def test_who_may() -> None:
    made = clause("as owner of Order, admin, owner, shop.buyer,")
    assert isinstance(made, AsClause)
    allowed = [(one.role and one.role.text, one.owned and one.owned.text) for one in made.allowed]
    assert allowed == [(None, "Order"), ("admin", None), ("owner", None), ("shop.buyer", None)]


@pytest.mark.parametrize(
    ("text", "place", "name", "optional", "default"),
    [
        ("query limit?: int(1..100) = 20", "query", "limit", True, True),
        ('header "X-Trace": string', "header", "X-Trace", False, False),
        ("cookie session?: string", "cookie", "session", True, False),
        ("query query: int", "query", "query", False, False),
    ],
)
def test_parameters(text: str, place: str, name: str, optional: bool, default: bool) -> None:
    made = clause(text)
    assert isinstance(made, Parameter)
    assert (made.place, made.name.text, made.optional) == (place, name, optional)
    assert (made.default is not None) == default


@pytest.mark.parametrize(
    ("text", "form", "media", "typed"),
    [
        ("body Order", "json", None, True),
        ("body { a: int }", "json", None, True),
        ("body form Login", "form", None, True),
        ("body multipart { photo: file(..5MB) }", "multipart", None, True),
        ("body text", "text", None, False),
        ("body bytes", "bytes", None, False),
        ('body type "text/csv" text', "text", "text/csv", False),
        ('body type "application/merge-patch+json" Order partial', "json", "merge", True),
    ],
)
def test_bodies(text: str, form: str, media: str | None, typed: bool) -> None:
    made = clause(text)
    assert isinstance(made, BodyClause)
    assert (made.form, made.type is not None) == (form, typed)
    assert (made.media is None) if media is None else media in made.media.plain


def test_returns() -> None:
    made = clause(
        'returns 201 Order header Location: uri header "X-Total"?: int when body invalid, deleted'
    )
    assert isinstance(made, ReturnsClause)
    assert (made.status, made.form) == (201, "json")
    assert isinstance(made.type, NamedType)
    assert [(h.name.text, h.optional) for h in made.headers] == [
        ("Location", False),
        ("X-Total", True),
    ]
    assert [c.kind for c in made.conditions] == ["invalid", "deleted"]


@pytest.mark.parametrize(
    ("text", "form", "media"),
    [
        ("returns 204", "none", None),
        ("returns 200 text", "text", None),
        ("returns 200 bytes", "bytes", None),
        ('returns 200 type "image/png" bytes', "bytes", "image/png"),
        ('returns 200 type "text/html"', "none", "text/html"),
    ],
)
def test_answers_that_are_no_json(text: str, form: str, media: str | None) -> None:
    made = clause(text)
    assert (made.form, made.type) == (form, None)
    assert (made.media and made.media.plain) == media


def test_a_type_in_returns_takes_the_names_that_are_its_own() -> None:
    made = clause("returns 200 Order only id, status when repeated")
    assert isinstance(made.type, OnlyType)
    assert len(made.type.fields) == 2


@pytest.mark.parametrize(
    ("text", "kind", "parameter"),
    [
        *((word, word, None) for word in ["anonymous", "forbidden", "repeated", "deleted"]),
        *((word, word, None) for word in ["unchanged", "stale"]),
        ("rate exceeded", "rate exceeded", None),
        ("body invalid", "invalid", "body"),
        ("query invalid", "invalid", "query"),
        ("id unknown", "unknown", "id"),
        ("anonymous invalid", "invalid", "anonymous"),
        ('"X-Total" invalid', "invalid", "X-Total"),
    ],
)
def test_conditions(text: str, kind: str, parameter: str | None) -> None:
    (made,) = clause(f"returns 400 when {text}").conditions
    assert (made.kind, made.parameter and made.parameter.text) == (kind, parameter)


@pytest.mark.parametrize("text", ["overloaded", "id unknwn", '"anonymous"', "rate"])
def test_other_conditions_are_none(text: str) -> None:
    assert codes(f"endpoint x GET /x {{\nreturns 400 when {text}\n}}") == ["BTS045"]


@pytest.mark.parametrize(
    ("text", "kind", "at", "from_request", "of_self"),
    [
        ("creates Order", "creates", None, False, False),
        ("creates Article at body.article", "creates", ("article",), False, False),
        ('creates Article at body."a b".c', "creates", ("a b", "c"), False, False),
        ("creates Article at body", "creates", (), False, False),
        ("creates User from request", "creates", None, True, False),
        ("reads User of self", "reads", None, False, True),
        ("lists shop.Order", "lists", None, False, False),
    ],
)
def test_effects(
    text: str, kind: str, at: tuple[str, ...] | None, from_request: bool, of_self: bool
) -> None:
    made = clause(text)
    assert isinstance(made, Effect)
    assert (made.kind, made.at) == (kind, at)
    assert (made.from_request, made.of_self) == (from_request, of_self)


def test_within() -> None:
    named, every = clause("within p95 200ms"), clause("within 1s")
    assert isinstance(named, WithinClause)
    assert (named.metric, every.metric, every.limit.unit) == ("p95", None, "s")


@pytest.mark.parametrize(
    ("text", "parameters", "link", "source"),
    [
        ("pages by limit, offset", ["limit", "offset"], False, None),
        ("pages by cursor from body.next", ["cursor"], False, ("body", "next")),
        ('pages by cursor from header "Next-Page"', ["cursor"], False, ("header", "Next-Page")),
        ("pages by link", [], True, None),
    ],
)
def test_pages(
    text: str, parameters: list[str], link: bool, source: tuple[str, ...] | None
) -> None:
    made = clause(text)
    assert isinstance(made, PagesClause)
    assert [name.text for name in made.parameters] == parameters
    assert (made.link, made.source) == (link, source)


def test_an_obligation_can_be_waived() -> None:
    endpoint = declaration(
        'endpoint x GET /x {\nas anyone\nexcept rejects.lines[].quantity."a b" '
        'because "later" until 2030-01-01\n}'
    )
    (waiver,) = endpoint.waivers
    assert len(endpoint.clauses) == 1
    assert waiver.obligation.text == "rejects.lines[].quantity.a b"
    assert (waiver.reason.plain, waiver.until.value) == ("later", "2030-01-01")
