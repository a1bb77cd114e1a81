"""Whether input is taken as data, or as code, a path, a query or a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from specc.runtime import seed
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, succeeded
from specc.runtime.security.liveness import still_welcome
from specc.runtime.security.sql import sql
from specc.runtime.values import unique

_TEMPLATES = ("{{%s*%s}}", "${%s*%s}", "#{%s*%s}", "<%%= %s*%s %%>", "${{%s*%s}}", "@(%s*%s)")
_COMMANDS = (
    "$((%s*%s))",
    ";echo $((%s*%s))",
    "|echo $((%s*%s))",
    "&&echo $((%s*%s))",
    "`echo $((%s*%s))`",
    "'; echo $((%s*%s)) #",
    '"; echo $((%s*%s)) #',
)
_PATHS = (
    "../../../../../../../../etc/passwd",
    "/etc/passwd",
    "....//....//....//....//....//....//etc/passwd",
    "..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    "file:///etc/passwd",
)
_PASSWD = re.compile(r"(?<![\w-])root:[^:\s]{0,40}:0:0:")


def takes_as_data(rule: str, attempt: Attempt, *, at: Sequence[str]) -> None:
    """What is sent at each of the places is taken as data. Raises Broken.

    All probes are proofs: they read and reckon, and change nothing by themselves.
    """
    __tracebackhide__ = True
    for place in at:
        _PROBES[rule](rule, attempt, place)
    still_welcome(attempt)


def _tried(attempt: Attempt, place: str, value: Json) -> Response | None:
    """The answer to a value at a place; None where it cannot be sent there."""
    __tracebackhide__ = True
    try:
        return attempt.send(put={place: value})
    except (LookupError, TypeError, ValueError):
        return None


def _text(attempt: Attempt, place: str) -> str:
    value = attempt.value_at(place)
    return str(value) if isinstance(value, str | int) else ""


def _evaluated(payloads: Sequence[str], what: str) -> Callable[[str, Attempt, str], None]:
    """A probe by what must have been reckoned out: a product that nobody has sent."""

    def probe(rule: str, attempt: Attempt, place: str) -> None:
        __tracebackhide__ = True
        source = seed.source()
        for payload in payloads:
            one, other = source.randrange(2003, 9900), source.randrange(2003, 9900)
            product = str(one * other)
            start = _text(attempt, place) if payload[0] in ";|&'\"" else ""
            answer = _tried(attempt, place, start + payload % (one, other))
            if answer is None or product not in answer.text.replace(",", ""):
                continue
            control = _tried(attempt, place, f"{start}{one}*{other}")
            if control is not None and product in control.text:
                continue
            said = f"`{payload % (one, other)}` at `{place}` is {what}: the answer has {product}"
            raise breach(rule, said, *filter(None, (answer, control)), where=place)

    return probe


def _path(rule: str, attempt: Attempt, place: str) -> None:
    __tracebackhide__ = True
    for payload in _PATHS:
        answer = _tried(attempt, place, payload)
        if answer is None or not _PASSWD.search(answer.text):
            continue
        control = _tried(attempt, place, payload.replace("passwd", unique("no-file")))
        if control is not None and _PASSWD.search(control.text):
            continue
        said = f"`{payload}` at `{place}` brings the content of that file"
        raise breach(rule, said, *filter(None, (answer, control)), where=place)


def _markup(rule: str, attempt: Attempt, place: str) -> None:
    __tracebackhide__ = True
    name = unique("specc")
    tag = f'<{name} a="b">'
    answer = _tried(attempt, place, tag)
    if answer is not None and tag in answer.text and answer.media in ("text/html", ""):
        raise breach(rule, f"markup at `{place}` comes back as markup", answer, where=place)


def _crlf(rule: str, attempt: Attempt, place: str) -> None:
    __tracebackhide__ = True
    name = unique("specc")
    answer = _tried(attempt, place, f"{_text(attempt, place)}\r\n{name}: 1")
    if answer is not None and name in answer.headers:
        raise breach(rule, f"a line break at `{place}` makes a header", answer, where=place)


def _scripted(rule: str, attempt: Attempt, place: str) -> None:
    """A quote fails and so does a doubled one, but what a script pastes together does not."""
    __tracebackhide__ = True
    value = _text(attempt, place) or "specc"
    shown: list[Response] = []
    for number in range(2):
        plain = _tried(attempt, place, f"{value}{number}")
        if plain is None or plain.status >= 500:
            return
        broken = [_tried(attempt, place, f"{value}{number}{end}") for end in ("'", "''")]
        if any(each is None or each.status < 500 for each in broken):
            return
        whole = _tried(attempt, place, f"{value}{number}' + '")
        if whole is None or whole.status != plain.status:
            return
        shown = [*filter(None, broken[:1]), whole]
    raise breach(rule, f"a quote at `{place}` ends a text of a script", *shown, where=place)


def _nosql(rule: str, attempt: Attempt, place: str) -> None:
    __tracebackhide__ = True
    _scripted(rule, attempt, place)
    _operator(rule, attempt, place)


def _operator(rule: str, attempt: Attempt, place: str) -> None:
    __tracebackhide__ = True
    if not place.startswith("body."):
        return
    wrong = unique("wrong")
    controls = [_tried(attempt, place, value) for value in (wrong, {"specc": wrong})]
    if any(each is None or succeeded(each) for each in controls):
        return
    for operator in ({"$ne": wrong}, {"$gt": ""}, {"$regex": ".*"}):
        answer = _tried(attempt, place, operator)
        if answer is not None and succeeded(answer):
            said = f"the operator {operator} at `{place}` matches what a wrong value does not"
            raise breach(rule, said, answer, *filter(None, controls), where=place)


_PROBES: dict[str, Callable[[str, Attempt, str], None]] = {
    "inj.sql": sql,
    "inj.nosql": _nosql,
    "inj.command": _evaluated(_COMMANDS, "run by a shell"),
    "inj.ssti": _evaluated(_TEMPLATES, "evaluated as a template"),
    "inj.path": _path,
    "inj.crlf": _crlf,
    "xss.reflected": _markup,
}
"""How each rule is tried at one place; a new one is a function and a line here."""
