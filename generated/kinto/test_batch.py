"""POST /batch keeps what specs/kinto.bts:482 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .contracts import Batch200
from .endpoints import batch

BODY = {"requests": [{"path": "/"}]}


@obligation("batch.conforms", "specs/kinto.bts:485")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(batch, body=BODY), 200, Batch200)


@obligation("batch.accepts", "specs/kinto.bts:485")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("defaults", {"method": None}), id="defaults.method.null"),
        pytest.param(
            Put("defaults", {"method": "GET"}), id="defaults.method.value_GET"
        ),
        pytest.param(
            Put("defaults", {"method": "HEAD"}), id="defaults.method.value_HEAD"
        ),
        pytest.param(
            Put("defaults", {"method": "DELETE"}), id="defaults.method.value_DELETE"
        ),
        pytest.param(
            Put("defaults", {"method": "TRACE"}), id="defaults.method.value_TRACE"
        ),
        pytest.param(
            Put("defaults", {"method": "POST"}), id="defaults.method.value_POST"
        ),
        pytest.param(
            Put("defaults", {"method": "PUT"}), id="defaults.method.value_PUT"
        ),
        pytest.param(
            Put("defaults", {"method": "PATCH"}), id="defaults.method.value_PATCH"
        ),
        pytest.param(Put("requests", []), id="requests.minimum"),
        pytest.param(Put("requests", [{"path": "/"}] * 25), id="requests.maximum"),
        pytest.param(Put("requests[0].method", None), id="requests[].method.null"),
        pytest.param(
            Put("requests[0].method", "GET"), id="requests[].method.value_GET"
        ),
        pytest.param(
            Put("requests[0].method", "HEAD"), id="requests[].method.value_HEAD"
        ),
        pytest.param(
            Put("requests[0].method", "DELETE"), id="requests[].method.value_DELETE"
        ),
        pytest.param(
            Put("requests[0].method", "TRACE"), id="requests[].method.value_TRACE"
        ),
        pytest.param(
            Put("requests[0].method", "POST"), id="requests[].method.value_POST"
        ),
        pytest.param(
            Put("requests[0].method", "PUT"), id="requests[].method.value_PUT"
        ),
        pytest.param(
            Put("requests[0].method", "PATCH"), id="requests[].method.value_PATCH"
        ),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(batch, body=change(BODY)), 200, Batch200)
