"""Security blocks."""

import pytest

from specc.syntax.nodes.security import (
    RateLimit,
    RuleSelection,
    Scan,
    Security,
    SecurityHosts,
    Waiver,
)
from tests.syntax.reading import codes, declaration


def entry(text: str):
    (only,) = declaration(f"security x {{\n{text}\n}}").entries
    return only


def test_a_block() -> None:
    made = declaration('security shop_rules {\n allow hosts "a.example"\n xss on all\n}')
    assert isinstance(made, Security)
    assert isinstance(made.entries[0], SecurityHosts)


@pytest.mark.parametrize(
    ("text", "family", "kinds", "endpoints"),
    [
        ("authentication on all", "authentication", [], []),
        (
            "injection sql, command, template on all",
            "injection",
            ["sql", "command", "template"],
            [],
        ),
        ("bola.read on get_order, shop.pay", "bola.read", [], ["get_order", "shop.pay"]),
        ("everything on all", "everything", [], []),
        ("rate.declared on login", "rate.declared", [], ["login"]),
        ("secrets on all", "secrets", [], []),
        ("headers on all", "headers", [], []),
    ],
)
def test_selections(text: str, family: str, kinds: list[str], endpoints: list[str]) -> None:
    made = entry(text)
    assert isinstance(made, RuleSelection)
    assert made.family.text == family
    assert [kind.text for kind in made.kinds] == kinds
    assert [endpoint.text for endpoint in made.endpoints] == endpoints


def test_rate_limits() -> None:
    made = entry("rate limit login 30/min per account")
    assert isinstance(made, RateLimit)
    assert (made.endpoint.text, made.count, made.unit, made.per.text) == (
        *("login", 30, "/min"),
        "account",
    )


@pytest.mark.parametrize("rate", ["30s", "0.5/s", "5MB"])
def test_a_rate_is_a_whole_number_in_a_time(rate: str) -> None:
    assert codes(f"security x {{ rate limit login {rate} per account }}") == ["BTS048"]


@pytest.mark.parametrize(
    ("text", "kind", "path", "fail_on"),
    [
        (
            'dependencies in "requirements.txt" fail on high',
            "dependencies",
            "requirements.txt",
            "high",
        ),
        ('source in "src" fail on medium', "source", "src", "medium"),
        ('secrets in "."', "secrets", ".", None),
    ],
)
def test_scans(text: str, kind: str, path: str, fail_on: str | None) -> None:
    made = entry(text)
    assert isinstance(made, Scan)
    assert (made.kind, made.path.plain) == (kind, path)
    assert (made.fail_on and made.fail_on.text) == fail_on


def test_waivers() -> None:
    made = entry('except injection sql on list_orders because "SEC-123" until 2030-01-01')
    assert isinstance(made, Waiver)
    assert made.until is not None
    assert (made.selection.family.text, made.reason.plain) == ("injection", "SEC-123")
    assert made.until.value == "2030-01-01"
    assert entry('except xss on all because "x"').until is None
