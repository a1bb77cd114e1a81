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
        Put("page", 1, id="path.page.minimum"),
        Put("page", 2, id="path.page.near_minimum"),
        Put("limit", 1, id="query.limit.minimum"),
        Put("limit", 100, id="query.limit.maximum"),
        Put("limit", 2, id="query.limit.near_minimum"),
        Put("limit", 99, id="query.limit.near_maximum"),
        Put("q", "aaa", id="query.q.minimum_length"),
        Put("q", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", id="query.q.maximum_length"),
        Put("q", "aaaa", id="query.q.near_minimum_length"),
        Put("q", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", id="query.q.near_maximum_length"),
        Put("sort", "up", id="query.sort.value_up"),
        Put("sort", "down", id="query.sort.value_down"),
        Put("since", "2020-01-01", id="query.since.minimum"),
        Put("exact", True, id="query.exact.true"),
        Put("exact", False, id="query.exact.false"),
        Put("theme", "dark", id="cookie.theme.value_dark"),
        Put("theme", "light", id="cookie.theme.value_light"),
    ],
    ids=str,
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
        Put("limit", Raw("text"), id="query.limit.wrong_type"),
        Put("limit", Raw("NaN"), id="query.limit.not_a_number"),
        Put("limit", Raw("Infinity"), id="query.limit.infinite"),
        Put("limit", Decimal("1.5"), id="query.limit.fraction"),
        Put("limit", 0, id="query.limit.below_minimum"),
        Put("limit", 101, id="query.limit.above_maximum"),
        Put("limit", 9223372036854775808, id="query.limit.beyond_64_bits"),
        Drop("q", id="query.q.missing"),
        Put("q", "", id="query.q.empty"),
        Put("q", "aa", id="query.q.too_short"),
        Put("q", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", id="query.q.too_long"),
        Put("sort", "no_such_value", id="query.sort.not_in_enum"),
        Put("sort", "UP", id="query.sort.other_case"),
        Put("since", "not a date", id="query.since.malformed"),
        Put("since", "2019-12-31", id="query.since.below_minimum"),
        Put("since", "2030-02-30", id="query.since.impossible"),
        Put("exact", Raw("maybe"), id="query.exact.wrong_type"),
    ],
    ids=str,
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
        Put("page", Raw("text"), id="path.page.wrong_type"),
        Put("page", Raw("NaN"), id="path.page.not_a_number"),
        Put("page", Raw("Infinity"), id="path.page.infinite"),
        Put("page", Decimal("1.5"), id="path.page.fraction"),
        Put("page", 0, id="path.page.below_minimum"),
    ],
    ids=str,
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
        Drop('["X-Trace"]', id="header.X-Trace.missing"),
        Put('["X-Trace"]', "not a uuid", id="header.X-Trace.malformed"),
        Put("theme", "no_such_value", id="cookie.theme.not_in_enum"),
        Put("theme", "DARK", id="cookie.theme.other_case"),
    ],
    ids=str,
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
        Put("page", 9007199254740993, id="path.page.beyond_doubles"),
        Put("page", 9223372036854775808, id="path.page.beyond_64_bits"),
        Put("sku", "a" * 4000, id="path.sku.very_long"),
        Put("sku", "'\"`;--%s\\", id="path.sku.quotes"),
        Put("sku", "a\x00b", id="path.sku.nul"),
        Put("sku", "\u202ea\u202c\ufeff", id="path.sku.bidi_override"),
        Put("sku", "e" + "\u0301" * 60, id="path.sku.stacked_marks"),
        Put("sku", "\ud800", id="path.sku.not_utf8"),
        Put("q", "'\"`;--%s\\", id="query.q.quotes"),
        Put("q", "a\x00b", id="query.q.nul"),
        Put("q", "\u202ea\u202c\ufeff", id="query.q.bidi_override"),
        Put("q", "e" + "\u0301" * 60, id="query.q.stacked_marks"),
        Put("q", "\ud800", id="query.q.not_utf8"),
        Put("since", "20300101", id="query.since.other_form"),
        Put('["X-Class"]', "a" * 4000, id="header.X-Class.very_long"),
        Put('["X-Class"]', "'\"`;--%s\\", id="header.X-Class.quotes"),
    ],
    ids=str,
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
    """A made-up credential is refused with 401."""
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
