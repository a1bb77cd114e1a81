"""The login's rate limit is for guessers: who logs in is never locked out by it."""

import json
import urllib.error
import urllib.request

from specc.demo import running


def _login(url: str, password: str) -> int:
    body = json.dumps({"email": "alice@example.com", "password": password}).encode()
    request = urllib.request.Request(f"{url}/login", body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_many_successes_are_no_attack() -> None:
    with running() as url:
        assert {_login(url, "wonderland") for _ in range(40)} == {200}


def test_many_failures_are() -> None:
    with running() as url:
        assert _login(url, "not the password") == 401
        assert {_login(url, "not the password") for _ in range(40)} == {401, 429}
