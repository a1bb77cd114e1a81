"""Where a service is in this run: SPECC_URLS has the last word, within what hosts are allowed."""

from __future__ import annotations

import pytest

from specc.runtime import Service
from specc.runtime.service import ServiceUnavailable


def service() -> Service:
    return Service("shop", url="http://127.0.0.1:1/v1", urls={"staging": "https://shop.example"})


def test_a_service_can_be_had_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECC_URLS", "other=http://127.0.0.1:2, shop=http://127.0.0.1:3/v2")
    monkeypatch.setenv("SPECC_ENV", "staging")
    found = service()
    assert (found.origin.port, found.base) == (3, "/v2")


def test_others_stay_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECC_URLS", "other=http://127.0.0.1:2,shop=")
    assert service().address == "http://127.0.0.1:1/v1"


def test_no_host_is_allowed_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECC_URLS", "shop=http://elsewhere.example")
    with (
        pytest.raises(ServiceUnavailable, match=r"refused to contact elsewhere\.example"),
        service().running(),
    ):
        pass
