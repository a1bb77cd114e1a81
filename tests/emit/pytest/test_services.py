"""Suites of several services: what names no endpoint goes to the service of its own module."""

from __future__ import annotations

from specc.plan.planning import make_plan
from tests.compilation import files_of, suite_in

BILLING = """
service billing {
  url "http://127.0.0.1:8322"
}

role clerk

actor carl is clerk {
  oauth2 client_credentials { url: "http://127.0.0.1:8322/token", client_id: "a", client_secret: "b" }
}

flow probe {
  GET /debug expects 404
}
"""
SHOP = """
import "billing.bts"

service shop {
  url "http://127.0.0.1:8321"
}

endpoint health GET /healthz {
  as      clerk
  returns 200
}

test "the shop hides its insides, and so does billing" as carl {
  GET /debug expects 404
  probe
}
"""


def test_raw_requests_and_tokens_go_to_the_service_of_their_module() -> None:
    suite = suite_in({"shop.bts": SHOP, "billing.bts": BILLING}, "shop.bts", "shop")
    files = files_of(make_plan(suite))
    assert 'carl.request("GET", "/debug", service=shop)' in files["shop/test_scenarios.py"]
    assert 'actor.request("GET", "/debug", service=billing)' in files["shop/flows.py"]
    assert "actor.oauth2_client_credentials(\n        billing," in files["shop/actors.py"]


def test_a_suite_without_actors_imports_none() -> None:
    spec = 'service s { url "http://127.0.0.1:9" }\nendpoint e GET /e { as anyone\n returns 200 }\n'
    made = files_of(make_plan(suite_in({"s.bts": spec}, "s.bts", "s")))
    assert made["s/actors.py"] == '"""Who calls the service, from s.bts."""\n'
