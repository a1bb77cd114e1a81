"""What is spliced into bytes is what would have been sent without preparation."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime import Actor, Endpoint, Service
from specc.runtime.load.prepared import Ready, Slot, bytes_of, call, request
from specc.runtime.load.tally import Series

SERVICE = Service("s", url="http://127.0.0.1:1/base")
ACTOR = Actor("a").bearer("kq8Zx1vW-prepared")
ENDPOINT = Endpoint(
    "e",
    "POST",
    "/things/{id}/parts/{part}",
    spec="t.bts:1",
    service=SERVICE,
    query=("q",),
    header=("X-Trace",),
    cookie=("sid",),
    body="json",
)
VALUE = st.one_of(
    st.text(min_size=1, max_size=12).filter(lambda text: text.strip(".")),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True),
)


def sent(prepared: Any, *values: object) -> bytes | type[Exception]:
    try:
        return Ready(prepared, ACTOR, Series("e", "POST")).bytes_for(values)
    except (ValueError, TypeError) as wrong:
        return type(wrong)


def plainly(params: dict[str, Any], body: Any) -> bytes | type[Exception]:
    try:
        return bytes_of(ACTOR.dressed(call(ENDPOINT, params, body=body).outgoing(())))
    except (ValueError, TypeError) as wrong:
        return type(wrong)


@given(VALUE, VALUE, VALUE, VALUE, VALUE, VALUE)
def test_splicing_is_sending(
    one: object, two: object, q: object, trace: object, first: object, second: object
) -> None:
    def params(*values: object) -> dict[str, Any]:
        return dict(zip(("id", "part", "X-Trace", "q"), values, strict=True))

    body = {"a": [first, {"b": second}], "text": 'quotes " and slot-'}
    slots = [Slot(name) for name in "123456"]
    shape = {"a": [slots[4], {"b": slots[5]}], "text": 'quotes " and slot-'}
    prepared = call(ENDPOINT, params(*slots[:4]), body=shape)
    found = sent(prepared, one, two, trace, q, first, second)
    assert found == plainly(params(one, two, trace, q), body)


@given(
    st.one_of(
        VALUE,
        st.lists(VALUE, max_size=3),
        st.none(),
        st.floats(allow_nan=False, allow_infinity=False),
    )
)
def test_any_value_in_a_body(value: object) -> None:
    fixed = {"id": "1", "part": "2"}
    prepared = call(ENDPOINT, fixed, body={"v": Slot("v")})
    assert sent(prepared, value) == plainly(fixed, {"v": value})


def test_the_length_is_that_of_the_body() -> None:
    prepared = call(ENDPOINT, {"id": "1", "part": "2"}, body={"v": Slot("v")})
    made = Ready(prepared, ACTOR, Series("e", "POST"))
    for value in ("a", "abc" * 30, 7):
        head, _, body = made.bytes_for((value,)).partition(b"\r\n\r\n")
        assert f"Content-Length: {len(body)}".encode() in head


def test_a_raw_request_with_a_path_of_its_own() -> None:
    prepared = request("GET", Slot("path"), service=SERVICE)  # type: ignore[arg-type]
    made = Ready(prepared, ACTOR, Series("e", "GET"))
    assert made.bytes_for(("/orders/1",)).startswith(b"GET /base/orders/1 HTTP/1.1\r\n")


def test_too_few_values() -> None:
    prepared = call(ENDPOINT, {"id": Slot("id"), "part": "2"}, body={})
    with pytest.raises(TypeError, match="takes 1 values, not 0"):
        Ready(prepared, ACTOR, Series("e", "POST")).bytes_for(())
