"""GET /items/{page}/by/{sku} keeps what parameters.bts:16 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Drop, Put, Raw, expect, obligation

from .contracts import Find200, Problem
from .endpoints import find


@obligation("find.conforms", "parameters.bts:27")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        ann.call(
            find,
            {
                "page": 1,
                "sku": "A1",
                "q": "text",
                "X-Trace": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
            },
        ),
        200,
        Find200,
    )


@obligation("find.accepts", "parameters.bts:27")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("limit", 1), id="query.limit.minimum"),
        pytest.param(Put("limit", 100), id="query.limit.maximum"),
        pytest.param(Put("q", "aaa"), id="query.q.minimum_length"),
        pytest.param(
            Put("q", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), id="query.q.maximum_length"
        ),
        pytest.param(Put("sort", "up"), id="query.sort.value_up"),
        pytest.param(Put("sort", "down"), id="query.sort.value_down"),
        pytest.param(Put("since", "2020-01-01"), id="query.since.minimum"),
        pytest.param(Put("exact", True), id="query.exact.true"),
        pytest.param(Put("exact", False), id="query.exact.false"),
    ],
)
def test_accepts_params(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        ann.call(
            find,
            change(
                {
                    "page": 1,
                    "sku": "A1",
                    "q": "text",
                    "X-Trace": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
                }
            ),
        ),
        200,
        Find200,
    )


@obligation("find.rejects", "parameters.bts:28")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("limit", Raw("text")), id="query.limit.wrong_type"),
        pytest.param(Put("limit", Decimal("1.5")), id="query.limit.fraction"),
        pytest.param(Put("limit", 0), id="query.limit.below_minimum"),
        pytest.param(Put("limit", 101), id="query.limit.above_maximum"),
        pytest.param(Drop("q"), id="query.q.missing"),
        pytest.param(Put("q", "aa"), id="query.q.too_short"),
        pytest.param(
            Put("q", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), id="query.q.too_long"
        ),
        pytest.param(Put("sort", "no_such_value"), id="query.sort.not_in_enum"),
        pytest.param(Put("since", "not a date"), id="query.since.malformed"),
        pytest.param(Put("exact", Raw("maybe")), id="query.exact.wrong_type"),
    ],
)
def test_rejects_query(ann: Actor, change: Change) -> None:
    """An invalid query is answered 400."""
    expect(
        ann.call(
            find,
            change(
                {
                    "page": 1,
                    "sku": "A1",
                    "q": "text",
                    "X-Trace": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
                }
            ),
        ),
        400,
        Problem,
    )


@obligation("find.rejects", "parameters.bts:30")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("page", Raw("text")), id="path.page.wrong_type"),
        pytest.param(Put("page", Decimal("1.5")), id="path.page.fraction"),
        pytest.param(Put("page", 0), id="path.page.below_minimum"),
    ],
)
def test_rejects_page(ann: Actor, change: Change) -> None:
    """An invalid page is answered 404."""
    expect(
        ann.call(
            find,
            change(
                {
                    "page": 1,
                    "sku": "A1",
                    "q": "text",
                    "X-Trace": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
                }
            ),
        ),
        404,
        Problem,
    )


@obligation("find.refuses.anonymous", "parameters.bts:29")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            find,
            {
                "page": 1,
                "sku": "A1",
                "q": "text",
                "X-Trace": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
            },
        ),
        401,
    )
