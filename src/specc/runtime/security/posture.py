"""How a service presents itself: the headers of its answers, and pages that nobody should see."""

from __future__ import annotations

import re

from specc.runtime.actor import anonymous
from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, judged, succeeded, told
from specc.runtime.security.liveness import still_welcome
from specc.runtime.values import unique

_VERSION = re.compile(r"/\s*\d+(?:\.\d+)+|\b\d+\.\d+\.\d+")
_BANNERS = ("Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version", "X-Generator")
_SESSION = re.compile(r"sess|token|auth|jwt|^sid$|\.sid$", re.I)
_PAGES = {
    "/debug": "",
    "/debug/vars": "",
    "/debug/pprof/": "",
    "/actuator/env": "",
    "/actuator/heapdump": "",
    "/.env": r"(?m)^\w+=",
    "/.git/HEAD": r"^ref: ",
    "/server-status": "Server",
    "/phpinfo.php": "PHP",
    "/console": "",
    "/__debug__/": "",
}


def presents_well(rule: str, attempt: Attempt) -> None:
    """The headers of a valid answer keep its reader safe. Raises Broken."""
    __tracebackhide__ = True
    match rule:
        case "cors.origin":
            _cors(rule, attempt)
            still_welcome(attempt)
        case "inj.host":
            _host(rule, attempt)
            still_welcome(attempt)
        case _:
            answer = attempt.send()
            if not succeeded(answer):
                inconclusive(told(answer))
            said = _headers(rule, answer)
            if said:
                raise breach(rule, said, answer)


def _headers(rule: str, answer: Response) -> str:
    """What is wrong with the headers of an answer; empty if nothing is."""
    match rule:
        case "misconf.nosniff":
            sent = (answer.header("X-Content-Type-Options") or "").strip().lower()
            if answer.content and sent != "nosniff":
                return "the answer does not forbid that its type is guessed (nosniff)"
        case "misconf.banner":
            for name in _BANNERS:
                value = answer.header(name) or ""
                if _VERSION.search(value):
                    return f"`{name}: {value}` names the software and its version"
        case "misconf.cookie":
            for line in answer.headers.get_all("Set-Cookie"):
                name = line.partition("=")[0].strip()
                if not _SESSION.search(name):
                    continue
                parts = [part.strip().lower() for part in line.split(";")]
                has = {part.partition("=")[0] for part in parts[1:]}
                if parts[0].partition("=")[2].strip('"') == "" or "max-age=0" in parts:
                    continue  # it is deleted
                wanted = {"httponly": "HttpOnly", "samesite": "SameSite"}
                if answer.request.origin.scheme == "https":
                    wanted["secure"] = "Secure"
                missing = [words for key, words in wanted.items() if key not in has]
                if missing:
                    return f"the cookie `{name}` has no {' and no '.join(missing)}"
        case _:
            raise ValueError(f"no check of headers is called {rule}")
    return ""


def _cors(rule: str, attempt: Attempt) -> None:
    __tracebackhide__ = True
    for origin in (f"https://{unique('evil')}.example", "null"):
        answer = attempt.send(header={"Origin": origin})
        allowed = (answer.header("Access-Control-Allow-Origin") or "").strip()
        credentials = (answer.header("Access-Control-Allow-Credentials") or "").strip().lower()
        if allowed == origin and credentials == "true":
            said = f"the origin `{origin}` may call with the user's credentials"
            raise breach(rule, said, answer)


def _repeats(attempt: Attempt) -> bool:
    """Whether an answer has whatever header it was sent: then it has the host, and trusts none."""
    value = unique("probe")
    return value in attempt.send(header={"X-Probe": value}).text


def _host(rule: str, attempt: Attempt) -> None:
    __tracebackhide__ = True
    for name in ("X-Forwarded-Host", "Host"):
        host = f"{unique('host')}.example"
        answer = attempt.send(header={name: host})
        if host in (answer.header("Location") or ""):
            raise breach(rule, f"`{name}` becomes a part of `Location`", answer)
        if host in answer.text and succeeded(answer) and not _repeats(attempt):
            raise breach(rule, f"`{name}` becomes a part of the answer", answer)


def shows_no_debug_page(rule: str, attempt: Attempt) -> None:
    """No usual page for debugging is answered otherwise than a random path is. Raises Broken."""
    __tracebackhide__ = True
    service = attempt.endpoint.service
    declared = {each.path for each in service.endpoints.values()}
    with judged():
        nothing = anonymous.request("GET", f"/{unique('nothing')}", service=service)
    for path, content in _PAGES.items():
        if path in declared:
            continue
        with judged():
            answer = anonymous.request("GET", path, service=service)
        if answer.status != 200 or not answer.content or answer.status == nothing.status:
            continue
        if re.search(content, answer.text):
            raise breach(rule, f"{path} is open to everyone", answer, nothing, where=path)
