"""Each catalogued fault shows, and in a healthy shop none does."""

import re
from pathlib import Path

import pytest

import specc.demo
from specc.demo import FAULTS, UnknownFaultError, running

from .probes import PROBES
from .visitor import Visitor

NAMES = [fault.name for fault in FAULTS]


def test_the_catalogue_names_each_fault_once_and_each_has_a_probe() -> None:
    assert sorted(NAMES) == sorted(PROBES)


def test_each_fault_is_asked_for_in_the_shop_and_nothing_else_is() -> None:
    sources = Path(specc.demo.__file__).parent.glob("*.py")
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    assert set(re.findall(r'\bon\("([^"]+)"\)', text)) == set(NAMES)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_described(fault: specc.demo.Fault) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", fault.name)
    assert fault.summary
    assert not fault.summary.endswith(".")
    endpoints = {"*", "login", "create_order", "get_order", "list_orders", "pay", "cancel_order"}
    assert fault.endpoint in endpoints


@pytest.mark.parametrize("name", NAMES)
def test_the_healthy_shop_does_not_show(name: str, shop: Visitor) -> None:
    assert not PROBES[name](shop)


@pytest.mark.parametrize("name", NAMES)
def test_the_faulty_shop_shows(name: str) -> None:
    with running(name) as url:
        assert PROBES[name](Visitor(url))


def test_an_unknown_fault_is_an_error_that_lists_near_ones() -> None:
    with (
        pytest.raises(UnknownFaultError, match=r"`pay-losst`; did you mean `pay-lost`"),
        running("pay-losst"),
    ):
        pass
    with pytest.raises(UnknownFaultError, match=r"^no fault is called `xyzzy`$"), running("xyzzy"):
        pass


def test_faults_combine() -> None:
    with running("create-answers-200", "cancel-answers-200") as url:
        shop = Visitor(url)
        assert shop.create().status == 200
        assert shop.cancel(shop.order()).status == 200
