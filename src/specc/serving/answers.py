"""What is answered: JSON, problems (RFC 9457), and the headers that go with them."""

import json
import time
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus

import attrs

Headers = tuple[tuple[str, str], ...]

PROTECTION: Headers = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
)
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


@attrs.frozen
class Answer:
    """One HTTP answer, before it is put on the wire.

    A 204 and a 304 have neither body nor content type.
    """

    status: int
    body: bytes = b""
    content_type: str | None = "application/json"
    headers: Headers = PROTECTION


class ProblemError(Exception):
    """The request cannot be served; `answer` is the problem to send."""

    def __init__(self, status: int, detail: str, headers: Headers = ()) -> None:
        super().__init__(detail)
        self.answer = problem(status, detail, headers)


def json_answer(status: int, value: object, headers: Headers = ()) -> Answer:
    """An answer whose body is `value` as JSON."""
    return Answer(status, _json(value), headers=PROTECTION + headers)


def problem(status: int, detail: str, headers: Headers = ()) -> Answer:
    """A problem that has `detail` for people. Never put the client's input into it."""
    described = {"title": _PHRASES[status], "status": status, "detail": detail}
    return Answer(status, _json(described), "application/problem+json", PROTECTION + headers)


def encode(answer: Answer, *, with_body: bool, close: bool) -> bytes:
    """Head and body in one piece, so that they leave in one packet.

    `with_body` is false for answers to HEAD, which tell the length of a body that they don't have.
    """
    head = [
        f"HTTP/1.1 {answer.status} {_PHRASES.get(answer.status, '')}",
        f"Date: {_http_date(int(time.time()))}",
        f"Connection: {'close' if close else 'keep-alive'}",
    ]
    bodiless = answer.status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
    if not bodiless:
        if answer.content_type is not None:
            head.append(f"Content-Type: {answer.content_type}")
        head.append(f"Content-Length: {len(answer.body)}")
    head.extend(f"{name}: {value}" for name, value in answer.headers)
    encoded = "\r\n".join((*head, "", "")).encode("latin-1")
    return encoded + answer.body if with_body and not bodiless else encoded


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


@lru_cache(maxsize=1)
def _http_date(second: int) -> str:
    return formatdate(second, usegmt=True)
