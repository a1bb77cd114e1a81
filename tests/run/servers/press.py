"""A press whose flaws lie in what it does with texts. It evaluates only products of two numbers."""

from __future__ import annotations

import re
import tempfile
import traceback
import urllib.request
from pathlib import Path
from typing import Any
from uuid import uuid4

from run.servers.web import Answer, RefusedError, Request

FLAWS = {
    "title-is-a-template": "write_article.inj.ssti",
    "slogan-by-shell": "write_article.inj.command",
    "words-from-client": "write_article.mass_assignment",
    "preview-fetches-all": "preview.ssrf.fetch",
    "file-from-anywhere": "file.inj.path",
    "go-anywhere": "go.redirect.open",
    "go-by-host": "go.inj.host",
    "enter-by-operator": "enter.inj.nosql",
    "trace-shown": "write_article.error.disclosure",
    "sniffed": "read_article.misconf.nosniff",
    "banner": "preview.misconf.banner",
    "cookie-bare": "enter.misconf.cookie",
    "any-origin": "read_article.cors.origin",
    "debug-open": "service.inventory.debug",
}
"""Each flaw, and an obligation that it breaks."""

_PRODUCT = r"(\d{1,6})\s*\*\s*(\d{1,6})"
PASSES = {"ada": "pass-of-ada", "ida": "pass-of-ida"}
PINS = {"ada": "tell-no-one"}


class Press:
    """A press with the flaws that it is given; without any it is hardened."""

    def __init__(self, *flaws: str) -> None:
        self.flaws = frozenset(flaws)
        self.articles: dict[str, dict[str, Any]] = {}
        self.folder = Path(tempfile.gettempdir()) / "no-such-press"

    def on(self, flaw: str) -> bool:
        return flaw in self.flaws

    def __call__(self, request: Request) -> Answer:
        answer = self.answer(request)
        if not self.on("sniffed"):
            answer.headers["X-Content-Type-Options"] = "nosniff"
        if self.on("banner"):
            answer.headers["X-Powered-By"] = "Press/2.4.1"
        if self.on("any-origin") and "origin" in request.headers:
            answer.headers["Access-Control-Allow-Origin"] = request.headers["origin"]
            answer.headers["Access-Control-Allow-Credentials"] = "true"
        return answer

    def answer(self, request: Request) -> Answer:
        match request.method, request.segments:
            case "POST", ("enter",):
                return self.enter(request)
            case "POST", ("articles",):
                return self.write(request)
            case "GET", ("articles", identifier) if identifier in self.articles:
                return Answer(200, self.articles[identifier])
            case "POST", ("previews",):
                return self.preview(request)
            case "GET", ("files",):
                return self.file(request)
            case "GET", ("go",):
                return self.go(request)
            case "GET", ("debug", "vars") if self.on("debug-open"):
                return Answer(200, {"cmdline": ["press"]})
        raise RefusedError(404)

    def enter(self, request: Request) -> Answer:
        sent = request.json()
        login, pin = sent.get("login"), sent.get("pin")
        if self.on("enter-by-operator") and isinstance(pin, dict) and "$ne" in pin:
            pin = PINS.get(login)
        if not isinstance(login, str) or not isinstance(pin, str) or PINS.get(login) != pin:
            raise RefusedError(401)
        protection = "" if self.on("cookie-bare") else "; HttpOnly; SameSite=Strict"
        return Answer(200, {"pass": PASSES[login]}, {"Set-Cookie": f"session=1{protection}"})

    def write(self, request: Request) -> Answer:
        self.check(request)
        sent = request.json()
        try:
            title, slogan = sent["title"], sent.get("slogan")
            article = {"id": str(uuid4()), "words": len(title.split()), "title": title}
            if not title or len(title) > 200 or not isinstance(slogan, str | None):
                raise ValueError(title)
        except (LookupError, TypeError, ValueError, AttributeError):
            if self.on("trace-shown"):
                return Answer(422, {"title": traceback.format_exc(), "status": 422})
            raise RefusedError(422) from None
        if self.on("title-is-a-template"):
            article["title"] = re.sub(r"\$\{" + _PRODUCT + r"\}", _product, title)
        if slogan is not None:
            shell = r"\$\(\(" + _PRODUCT + r"\)\)"
            by_shell = self.on("slogan-by-shell")
            article["slogan"] = re.sub(shell, _product, slogan) if by_shell else slogan
        if self.on("words-from-client") and isinstance(sent.get("words"), int):
            article["words"] = sent["words"]
        self.articles[article["id"]] = article
        return Answer(201, article)

    def preview(self, request: Request) -> Answer:
        self.check(request)
        url = request.json().get("url")
        if not isinstance(url, str) or not re.match(r"https?://", url):
            raise RefusedError(422)
        if self.on("preview-fetches-all") and url.startswith("http://127.0.0.1:"):
            try:
                urllib.request.urlopen(url, timeout=1).close()
            except OSError:
                return Answer(200, {"status": "failed"})
        return Answer(200, {"status": "fetched"})

    def file(self, request: Request) -> Answer:
        name = request.one("name") or ""
        if name == "readme.txt":
            return Answer(200, {"text": "read me"})
        if self.on("file-from-anywhere") and name.endswith("etc/passwd"):
            return Answer(200, {"text": "root:x:0:0:root:/root:/bin/sh\n"})
        raise RefusedError(404)

    def go(self, request: Request) -> Answer:
        to = request.one("to") or ""
        if not self.on("go-anywhere") and (not to.startswith("/") or to.startswith("//")):
            raise RefusedError(422)
        if re.search(r"[^\x21-\x7e]", to):
            raise RefusedError(422)
        host = request.headers.get("x-forwarded-host")
        start = f"http://{host}" if host and self.on("go-by-host") else ""
        return Answer(302, None, {"Location": f"{start}{to}"})

    def check(self, request: Request) -> None:
        if request.headers.get("x-pass") not in PASSES.values():
            raise RefusedError(401)


def _product(found: re.Match[str]) -> str:
    return str(int(found[1]) * int(found[2]))
