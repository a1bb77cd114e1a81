"""A server has got over a request that nothing is promised of."""

from __future__ import annotations

from specc.runtime.broken import Broken, Finding
from specc.runtime.exchange import Response
from specc.runtime.expect import status_mismatches
from specc.runtime.mismatch import Mismatch


def survived(response: Response, *others: int) -> Response:
    """Check that a status is declared and no 5xx, and return the response.

    Of its content nothing is asked: it may repeat what was sent. `others` are statuses that will do
    though they are not declared. Raises Broken.
    """
    __tracebackhide__ = True
    found = list(status_mismatches(response, ("1xx", "2xx", "3xx", "4xx", *others)))
    if response.status >= 500:
        found = [
            Mismatch.between("status", "any that is declared, but a 5xx", str(response.status))
        ]
    if found:
        raise Broken(Finding(tuple(found), shown=(response,)))
    return response
