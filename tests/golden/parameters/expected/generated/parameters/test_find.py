"""GET /items/{page}/by/{sku} keeps what parameters.bts:16 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Raw,
    expect,
    forged,
    obligation,
    survived,
)

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
        pytest.param(Put("page", 1), id="path.page.minimum"),
        pytest.param(Put("page", 2), id="path.page.near_minimum"),
        pytest.param(Put("limit", 1), id="query.limit.minimum"),
        pytest.param(Put("limit", 100), id="query.limit.maximum"),
        pytest.param(Put("limit", 2), id="query.limit.near_minimum"),
        pytest.param(Put("limit", 99), id="query.limit.near_maximum"),
        pytest.param(Put("q", "aaa"), id="query.q.minimum_length"),
        pytest.param(
            Put("q", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), id="query.q.maximum_length"
        ),
        pytest.param(Put("q", "aaaa"), id="query.q.near_minimum_length"),
        pytest.param(
            Put("q", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), id="query.q.near_maximum_length"
        ),
        pytest.param(Put("sort", "up"), id="query.sort.value_up"),
        pytest.param(Put("sort", "down"), id="query.sort.value_down"),
        pytest.param(Put("since", "2020-01-01"), id="query.since.minimum"),
        pytest.param(Put("exact", True), id="query.exact.true"),
        pytest.param(Put("exact", False), id="query.exact.false"),
        pytest.param(Put("theme", "dark"), id="cookie.theme.value_dark"),
        pytest.param(Put("theme", "light"), id="cookie.theme.value_light"),
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
        pytest.param(Put("limit", Raw("NaN")), id="query.limit.not_a_number"),
        pytest.param(Put("limit", Raw("Infinity")), id="query.limit.infinite"),
        pytest.param(Put("limit", Decimal("1.5")), id="query.limit.fraction"),
        pytest.param(Put("limit", 0), id="query.limit.below_minimum"),
        pytest.param(Put("limit", 101), id="query.limit.above_maximum"),
        pytest.param(
            Put("limit", 9223372036854775808), id="query.limit.beyond_64_bits"
        ),
        pytest.param(Drop("q"), id="query.q.missing"),
        pytest.param(Put("q", ""), id="query.q.empty"),
        pytest.param(Put("q", "aa"), id="query.q.too_short"),
        pytest.param(
            Put("q", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), id="query.q.too_long"
        ),
        pytest.param(Put("sort", "no_such_value"), id="query.sort.not_in_enum"),
        pytest.param(Put("sort", "UP"), id="query.sort.other_case"),
        pytest.param(Put("since", "not a date"), id="query.since.malformed"),
        pytest.param(Put("since", "2019-12-31"), id="query.since.below_minimum"),
        pytest.param(Put("since", "2030-02-30"), id="query.since.impossible"),
        pytest.param(Put("since", "20300101"), id="query.since.other_form"),
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
        pytest.param(Put("page", Raw("NaN")), id="path.page.not_a_number"),
        pytest.param(Put("page", Raw("Infinity")), id="path.page.infinite"),
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


@obligation("find.rejects", "parameters.bts:16")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop('["X-Trace"]'), id="header.X-Trace.missing"),
        pytest.param(Put('["X-Trace"]', "not a uuid"), id="header.X-Trace.malformed"),
        pytest.param(Put("theme", "no_such_value"), id="cookie.theme.not_in_enum"),
        pytest.param(Put("theme", "DARK"), id="cookie.theme.other_case"),
    ],
)
def test_rejects_params(ann: Actor, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
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
        "4xx",
    )


@obligation("find.survives", "parameters.bts:16")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("page", 9007199254740993), id="path.page.beyond_doubles"),
        pytest.param(Put("page", 9223372036854775808), id="path.page.beyond_64_bits"),
        pytest.param(Put("sku", "a" * 4000), id="path.sku.very_long"),
        pytest.param(Put("sku", "'\"`;--%s\\"), id="path.sku.quotes"),
        pytest.param(Put("sku", "a\x00b"), id="path.sku.nul"),
        pytest.param(Put("sku", "\u202ea\u202c\ufeff"), id="path.sku.bidi_override"),
        pytest.param(Put("sku", "e" + "\u0301" * 60), id="path.sku.stacked_marks"),
        pytest.param(Put("sku", "\ud800"), id="path.sku.not_utf8"),
        pytest.param(Put("q", "'\"`;--%s\\"), id="query.q.quotes"),
        pytest.param(Put("q", "a\x00b"), id="query.q.nul"),
        pytest.param(Put("q", "\u202ea\u202c\ufeff"), id="query.q.bidi_override"),
        pytest.param(Put("q", "e" + "\u0301" * 60), id="query.q.stacked_marks"),
        pytest.param(Put("q", "\ud800"), id="query.q.not_utf8"),
        pytest.param(Put('["X-Class"]', "a" * 4000), id="header.X-Class.very_long"),
        pytest.param(Put('["X-Class"]', "'\"`;--%s\\"), id="header.X-Class.quotes"),
    ],
)
def test_survives_params(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
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
        414,
        431,
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


@obligation("find.refuses.made_up_credential", "parameters.bts:29")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """Made_up_credential is refused with 401."""
    expect(
        forged(ann).call(
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


@obligation("find.again", "parameters.bts:27")
def test_again(ann: Actor) -> None:
    """The same call a second time succeeds as well."""
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
