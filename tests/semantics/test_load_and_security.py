"""Load profiles and security blocks."""

from datetime import date

import pytest

from specc.frontend import check_text
from tests.semantics.shop import SHOP, in_shop

MIX = "mix { 8 list_orders, 2 buy }\n"
USERS = "users {\n    ramp 0 -> 200 over 30s\n    hold 200 for 5m\n  }\n"
RATE = "rate { ramp 10/s -> 500/s over 2m }\n"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (MIX + USERS, []),
        (MIX + RATE, []),
        (MIX, ["BTS503"]),
        (USERS, ["BTS503"]),
        (MIX + MIX + USERS, ["BTS506"]),
        (MIX + USERS + RATE, ["BTS506"]),
        ("mix { 1 nothing }\n" + USERS, ["BTS114"]),
        ("mix { 1 alice }\n" + USERS, ["BTS115"]),
        (MIX + "users { hold 5/s for 1m }", ["BTS505"]),
        (MIX + "rate { hold 5 for 1m }", ["BTS505"]),
        (MIX + "users { hold -5 for 1m }", ["BTS505"]),
        (MIX + 'users { hold env("USERS", 20) for 1m }', ["BTS505"]),
        (MIX + 'rate { hold env("RATE", "5/s") for 1m }', ["BTS505"]),
        (MIX + "users { hold 5 for 10% }", ["BTS425"]),
        (MIX + USERS + "think 1s..3s", []),
        (MIX + USERS + "think 3s..1s", ["BTS509"]),
        (MIX + USERS + "require { p95 < 300ms, errors < 0.1%, throughput > 50/s }", []),
        (MIX + USERS + "require { p95 < 5% }", ["BTS502"]),
        (MIX + USERS + "require { errors < 300ms }", ["BTS502"]),
        (MIX + USERS + "require { throughput > 50 }", ["BTS502"]),
        (MIX + USERS + "require { memory growth < 5MB/h }", []),
        (MIX + USERS + "require { memory growth < 5MB }", ["BTS502"]),
        (MIX + USERS + "require { p95 growth < 10% }", []),
        (MIX + USERS + "require { mean growth of create_order < 10% }", []),
        (MIX + USERS + "require { p99 growth of get_order < 10% }", ["BTS504"]),
        (MIX + USERS + "require { p95 growth < 10ms }", ["BTS502"]),
        (MIX + USERS + "require { errors growth < 10% }", ["BTS501"]),
        (MIX + USERS + "regression p95 growth < 10%", ["BTS501"]),
        (MIX + USERS + "abort when memory growth > 5MB/h", ["BTS501"]),
        (MIX + RATE + "find saturation until p95 growth > 10%", ["BTS501"]),
        (MIX + RATE + "find saturation until saturation > 10/s", ["BTS501"]),
        (MIX + USERS + "engine stock", []),
        (MIX + USERS + "engine specc", []),
        (MIX + USERS + "engine steam", ["BTS501"]),
        (MIX + USERS + "engine stock\nengine stock", ["BTS506"]),
        (MIX + USERS + "require { latency < 300ms }", ["BTS501"]),
        (MIX + USERS + "require { p99 of create_order < 1s }", []),
        (MIX + USERS + "require { p99 of get_order < 1s }", ["BTS504"]),
        (MIX + USERS + "require { p99 of nothing < 1s }", ["BTS114"]),
        (MIX + RATE + "require { saturation > 100/s }", ["BTS507"]),
        (
            MIX + RATE + "find saturation until p95 > 500ms or errors > 1%\n"
            "require { saturation > 100/s }",
            [],
        ),
        (MIX + RATE + "find happiness until p95 > 500ms", ["BTS501"]),
        (MIX + USERS + "regression p95 < 10%", []),
        (MIX + USERS + "regression p95 < 10ms", ["BTS502"]),
        (MIX + USERS + "monitor process", []),
        (MIX + USERS + "monitor moon", ["BTS508"]),
    ],
)
def test_load(entries: str, expected: list[str]) -> None:
    assert in_shop(f"load peak as alice {{\n  {entries}\n}}\n") == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("everything on all", []),
        ("authentication on all", []),
        ("authentcation on all", ["BTS601"]),
        ("injection sql, command, template on all", []),
        ("injection sqll on all", ["BTS602"]),
        ("jwt sql on all", ["BTS602"]),
        ("bola.read on get_order, list_orders", []),
        ("bola.red on get_order", ["BTS601"]),
        ("xss on get_ordr", ["BTS114"]),
        ("xss on buy", ["BTS115"]),
        ("rate limit login 30/min per account", []),
        ("rate limit logn 30/min per account", ["BTS114"]),
        ("rate limit login 30/min per house", ["BTS605"]),
        ('dependencies in "requirements.txt" fail on high', []),
        ('source in "src" fail on hi', ["BTS606"]),
        ('except xss on login because "why" until 2030-01-01', []),
        ('except xss on login because "why" until 2025-12-31', ["BTS603"]),
        ('except xss on login because "why" until 2026-01-01', []),
        ('except xss on login because "why" until 2030-02-30', ["BTS212"]),
        ('except xss on login because " "', ["BTS604"]),
    ],
)
def test_security(entry: str, expected: list[str]) -> None:
    assert in_shop(f"security rules {{\n  {entry}\n}}\n") == expected


def test_waivers_are_over_when_their_last_day_is() -> None:
    waiver = 'security rules {\n  except xss on login because "why" until 2030-01-01\n}\n'
    files = {"main.bts": SHOP + waiver}
    assert check_text(files, "main.bts", date(2030, 1, 1)) == ()
    (found,) = check_text(files, "main.bts", date(2030, 1, 2))
    assert found.code.id == "BTS603"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("contract Lost {\n  a: int\n}\n", ["BTS901"]),
        ("role lost\n", ["BTS901"]),
        ("flow lost {\n  list_orders\n}\n", ["BTS901"]),
        ('actor bob is customer {\n  header "a" "b"\n}\n', []),
        ('role lost\nactor bob is lost {\n  header "a" "b"\n}\n', []),
    ],
)
def test_what_is_never_used(text: str, expected: list[str]) -> None:
    assert in_shop(text) == expected
