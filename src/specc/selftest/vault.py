"""A vault that is reached by https alone."""

from __future__ import annotations

import ssl
from collections.abc import Callable

from specc.selftest.asked import Answers, Asked, service_of
from specc.selftest.twin import Twin
from specc.serving.answers import Answer, ProblemError, json_answer

SPEC = '''"""A vault, and what is in it."""

service vault { url env("VAULT_URL", "https://127.0.0.1:9") }

role keeper

actor kim is keeper { header "X-Key" secret("KIM_KEY", "key-of-kim") }

contract Problem { title: string(1..80), status: int(400..599), detail: string }

endpoint look GET /vault {
  as      keeper
  returns 200 { coins: int(0..) }
  returns 401 Problem when anonymous
}

security rules {
  everything on all
}
'''
_STRICT = ("Strict-Transport-Security", "max-age=31536000; includeSubDomains")


def strict(asked: Asked) -> Answer:
    """What is in the vault, for its keeper, who is told to come by https alone."""
    return look(asked, (_STRICT,))


def look(asked: Asked, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """What is in the vault, for its keeper. Raises ProblemError."""
    if (asked.method, asked.segments) != ("GET", ("vault",)):
        raise ProblemError(404, "there is no such thing")
    if asked.headers.get("x-key") != "key-of-kim":
        raise ProblemError(401, "say who you are")
    return json_answer(200, {"coins": 12}, headers)


def _begun() -> Answers:
    return strict


fixed = service_of(_begun)
"""The vault as it should be: one and the same for all flaws."""


def on_vault(
    answers: Callable[[Asked], Answer] = strict, oldest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_2
) -> Twin:
    """The vault with other answers, or that speaks an older version of TLS; and without."""
    flawed = service_of(lambda: answers)
    return Twin("vault", SPEC, flawed, fixed, (oldest, ssl.TLSVersion.TLSv1_2))
