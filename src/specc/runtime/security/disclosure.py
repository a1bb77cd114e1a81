"""Whether errors tell of the inside of a service."""

from __future__ import annotations

import re
from collections.abc import Sequence

from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, told
from specc.runtime.security.liveness import still_welcome
from specc.runtime.security.variants import in_form

# Each has a bounded reach: a server may answer with what a greedy one would go through for ever.
_INSIDE = {
    "a stack trace": re.compile(
        r"Traceback \(most recent call last\)"
        r"|^[ \t]{1,40}at [\w.$<>]{1,200}\([\w.]{1,200}\.(?:java|kt|scala|js|ts):\d"
        # Node's, also where its lines are those of a text in JSON or of a page.
        r"|(?:^|\\n|<br ?/?>)[ \t]{0,20}(?:&nbsp;| ){0,20}at (?:async )?(?:[\w.$<>\[\] ]{1,80} )?"
        r"\(?(?:/|node:|file:/|[A-Z]:\\)[^\s()]{1,300}:\d{1,9}:\d"
        r"|File \"[^\"\n]{1,300}\.py\", line \d|goroutine \d{1,9} \[|\.cs:line \d"
        r"|\w\.(?:rb|php)(?::\d{1,9}:in |\(\d{1,9}\): )",
        re.M,
    ),
    "a database's message": re.compile(
        r"sqlite3?[.:]|SQLSTATE\[|syntax error at or near|You have an error in your SQL syntax"
        r"|ORA-\d{5}|unrecognized token|psycopg|MongoServerError|SQLException"
        r"|near \"[^\"\n]{0,200}\": syntax",
        re.I,
    ),
    "a path of the server": re.compile(
        r"(?:/usr/lib/|/usr/local/lib/|/home/\w{1,80}/|/var/www/|/app/|/srv/)[\w./-]{1,200}?\.\w{2,4}"
        r"|[A-Z]:\\\\?(?:Users|inetpub|Windows)\\"
    ),
}
_TORN = (b'{"a": ', b"[]")
"""What is no JSON, and what is no object."""

_ODD = ("'\"`;\\", "%00%s%n{{", "[", "ab, " * 750)
"""No long word is among them: a pattern that is slow with those would stop the service."""


def inside(text: str) -> str | None:
    """What a text tells of the inside of a service; None if nothing is known of it."""
    return next((what for what, pattern in _INSIDE.items() if pattern.search(text)), None)


def errors_tell_nothing(rule: str, attempt: Attempt, *, at: Sequence[str]) -> None:
    """Odd input brings out nothing of the inside, which valid input does not either. Raises Broken.

    `at` are the places where it is put.
    """
    __tracebackhide__ = True
    plain = attempt.send()
    if (what := inside(plain.text)) is not None:
        inconclusive(f"{told(plain)}, and {what} is in that: what a valid answer holds is content")
    if attempt.endpoint.body == "json":
        media = attempt.endpoint.media or "application/json"
        for torn in _TORN:
            answer = in_form(attempt, torn, media)
            if answer.status >= 400 and (what := inside(answer.text)) is not None:
                raise breach(rule, f"a body that is no JSON brings out {what}", answer, plain)
    for place in at:
        kinds: tuple[Json, ...] = (*_ODD, {"odd": []}, None) if place.startswith("body.") else _ODD
        for odd in kinds:
            try:
                answer = attempt.send(put={place: odd})
            except (LookupError, TypeError, ValueError):
                continue
            if answer.status >= 400 and (what := inside(answer.text)) is not None:
                said = f"odd input at `{place}` brings out {what}"
                raise breach(rule, said, answer, plain, where=place)
    still_welcome(attempt)
