"""A wiki, with faults of its own."""

from __future__ import annotations

import hashlib
import re
from copy import deepcopy
from email import message_from_bytes
from email.message import Message
from typing import Any

from run.servers import shapes
from run.servers.shapes import Check, demand
from run.servers.web import Answer, RefusedError, Request

FAULTS = {
    "any-kind": "a block may be of a kind that there is not",
    "kindless-500": "a block without a kind is answered 500",
    "any-variants-fields": "a block is taken for any kind whose fields it has",
    "image-4001": "an image may be 4001 wide",
    "row-of-six": "a row of a table may have six cells",
    "no-tables": "a table is refused",
    "cell-unchecked": "a cell of a table may be anything",
    "inner-heading-unchecked": "a heading within a part may be anything",
    "no-inner-parts": "parts within an outline are refused",
    "shown-to-ten": "a page may be shown to level 10",
    "shown-not-to-levels": "a page cannot be shown to a level",
    "rating-5-01": "a rating may be a little above five",
    "rating-rounded": "ratings are stored without fractions",
    "meta-one-entry": "of meta only the first entry is kept",
    "title-cut": "a title is cut after 79 characters",
    "title-spaced": "letters of a title that go from right to left are dropped",
    "put-lost": "a page that is put is answered and not stored",
    "put-first-block": "of what is put only the first block is stored",
    "put-on-deleted": "a page that was deleted comes back by a put",
    "put-by-stranger": "any author may put any page",
    "put-by-stranger-told-403": "a stranger is told 403, and the page is put",
    "put-invalid-half": "a put that is refused has changed the title",
    "match-ignored": "If-Match is not looked at",
    "tag-constant": "the ETag is always the same",
    "unchanged-200": "a page that the client has is sent again",
    "delete-all": "a deletion takes all pages of the author",
    "delete-listed": "a page that was deleted is still listed",
    "delete-twice-500": "a second deletion is answered 500",
    "offset-gap": "the page from the fourth on leaves one out",
    "offset-twice": "the last of a page comes again on the next",
    "limit-0-500": "a limit of nothing is answered 500",
    "offset-negative": "an offset below nothing is taken",
    "quote-500": "a quote in what is searched for is answered 500",
    "file-too-large": "a file of one byte too many is taken",
    "file-largest-refused": "the largest file is refused",
    "file-empty": "a file of nothing is taken",
    "caption-61": "a caption of 61 characters is taken",
    "attach-to-deleted": "a file can be attached to a page that was deleted",
    "nul-500": "a NUL in a title is answered 500",
    "slug-from-client": "a client may choose the revision",
    "array-500": "a body that is a list is answered 500",
    "get-counts": "to read a page makes a new revision of it",
}
TOKENS = {
    "Bearer token-of-mia": ("mia", "author"),
    "Bearer token-of-noa": ("noa", "author"),
    "Bearer token-of-bot": ("bot", "robot"),
}
FIELDS = ("title", "blocks", "outline", "meta", "rating", "shown")
LARGEST = 64_000


class Wiki:
    """All pages; each fault is one of FAULTS."""

    def __init__(self, *faults: str) -> None:
        assert set(faults) <= FAULTS.keys()
        self.faults = frozenset(faults)
        self.pages: dict[str, dict[str, Any]] = {}
        self.owners: dict[str, str] = {}
        self.deleted: dict[str, dict[str, Any]] = {}
        self.made = 0

    def on(self, fault: str) -> bool:
        return fault in self.faults

    def __call__(self, request: Request) -> Answer:
        match request.method, *request.segments:
            case "POST", "pages":
                return self.create(request)
            case "GET", "pages":
                return self.listing(request)
            case "GET", "pages", slug:
                return self.read(request, slug)
            case "PUT", "pages", slug:
                return self.put(request, slug)
            case "DELETE", "pages", slug:
                return self.delete(request, slug)
            case "POST", "pages", slug, "files":
                return self.attach(request, slug)
        raise RefusedError(404)

    # Who, and what

    def caller(self, request: Request, *roles: str) -> str:
        known = TOKENS.get(request.headers.get("authorization", ""))
        if known is None:
            raise RefusedError(401)
        if known[1] not in roles:
            raise RefusedError(403)
        return known[0]

    def found(self, slug: str) -> dict[str, Any]:
        if slug not in self.pages:
            raise RefusedError(404)
        return self.pages[slug]

    def own(self, slug: str, name: str) -> dict[str, Any]:
        page = self.found(slug)
        if self.owners[slug] != name:
            raise RefusedError(403)
        return page

    def block(self, value: Any) -> None:
        demand(isinstance(value, dict))
        kind = value["kind"] if self.on("kindless-500") else value.get("kind")
        cell = (lambda _: None) if self.on("cell-unchecked") else shapes.text(0, 40)
        row = shapes.each(cell, 1, 6 if self.on("row-of-six") else 5)
        kinds: dict[str, Check] = {
            "text": shapes.record({"text": shapes.text(0, 2000)}, {}),
            "image": shapes.record(
                {
                    "source": shapes.uri,
                    "width": shapes.whole(1, 4001 if self.on("image-4001") else 4000),
                },
                {},
            ),
            "table": shapes.record({"rows": shapes.each(row, 1, 10)}, {}),
        }
        if self.on("any-variants-fields") and kind in kinds:
            for check in kinds.values():
                try:
                    return check(value)
                except RefusedError:
                    continue
        if self.on("any-kind") and isinstance(kind, str) and kind not in kinds:
            return None
        demand(isinstance(kind, str) and kind in kinds)
        demand(not (kind == "table" and self.on("no-tables")))
        return kinds[kind](value)

    def outline(self, value: Any, depth: int = 0) -> None:
        demand(isinstance(value, dict) and depth < 50)
        if not (depth and self.on("inner-heading-unchecked")):
            shapes.text(1, 40)(value.get("heading"))
        if "parts" in value:
            demand(not (self.on("no-inner-parts") and value["parts"]))
            shapes.each(lambda part: self.outline(part, depth + 1), 0, 3)(value["parts"])

    def level(self, value: Any) -> None:
        if isinstance(value, str):
            return shapes.one_of("everyone", "nobody")(value)
        demand(not self.on("shown-not-to-levels"))
        return shapes.whole(1, 10 if self.on("shown-to-ten") else 9)(value)

    def sent(self, request: Request) -> dict[str, Any]:
        try:
            value = request.json()
            if isinstance(value, list) and self.on("array-500"):
                raise TypeError("no object")
            if isinstance(value, dict) and "\0" in str(value.get("title")) and self.on("nul-500"):
                raise ValueError("NUL")
            shapes.record(
                {"title": shapes.text(1, 80), "blocks": shapes.each(self.block, 1, 20)},
                {
                    "outline": self.outline,
                    "meta": shapes.mapping(shapes.text(0, 40)),
                    "rating": shapes.number(0, 5.01 if self.on("rating-5-01") else 5),
                    "shown": self.level,
                },
            )(value)
        except RefusedError as refusal:
            raise RefusedError(400 if refusal.status == 422 else refusal.status) from None
        return self.kept(value)

    def kept(self, value: dict[str, Any]) -> dict[str, Any]:
        known = {name: deepcopy(value[name]) for name in FIELDS if name in value}
        known["blocks"] = [_known_block(block) for block in known["blocks"]]
        if "outline" in known:
            known["outline"] = _known_outline(known["outline"])
        if self.on("title-cut"):
            known["title"] = known["title"][:79]
        if self.on("title-spaced"):
            known["title"] = re.sub("[\u0590-\u06ff]", "", known["title"]) or "untitled"
        if self.on("rating-rounded") and "rating" in known:
            known["rating"] = round(known["rating"])
        if self.on("meta-one-entry") and "meta" in known:
            known["meta"] = dict(list(known["meta"].items())[:1])
        if self.on("slug-from-client") and isinstance(value.get("revision"), int):
            known["revision"] = value["revision"]
        return known

    def shown(self, status: int, page: dict[str, Any]) -> Answer:
        return Answer(status, page, {"ETag": self.tag(page)})

    def tag(self, page: dict[str, Any]) -> str:
        if self.on("tag-constant"):
            return '"v1"'
        return f'"{page["slug"]}-{page["revision"]}"'

    # What can be called

    def create(self, request: Request) -> Answer:
        name = self.caller(request, "author")
        known = self.sent(request)
        self.made += 1
        slug = hashlib.sha256(str(self.made).encode()).hexdigest()[:8]
        self.pages[slug] = {"slug": slug, "revision": 1} | known
        self.owners[slug] = name
        return self.shown(201, self.pages[slug])

    def read(self, request: Request, slug: str) -> Answer:
        self.caller(request, "author", "robot")
        page = self.found(slug)
        if self.on("get-counts"):
            page["revision"] += 1
        if request.headers.get("if-none-match") == self.tag(page) and not self.on("unchanged-200"):
            return Answer(304, None, {"ETag": self.tag(page)})
        return self.shown(200, page)

    def listing(self, request: Request) -> Answer:
        self.caller(request, "author", "robot")
        limit, offset = request.one("limit") or "20", request.one("offset") or "0"
        if limit == "0" and self.on("limit-0-500"):
            raise ZeroDivisionError
        wanted = request.one("q") or ""
        if "'" in wanted and self.on("quote-500"):
            raise SyntaxError(wanted)
        try:
            demand(re.fullmatch("[1-9]|[1-4][0-9]|50", limit))
            if not (self.on("offset-negative") and offset == "-1"):
                demand(re.fullmatch("[0-9]{1,30}", offset))
            demand(len(wanted) <= 40)
        except RefusedError:
            raise RefusedError(400) from None
        everything = list(self.pages.values())
        if self.on("delete-listed"):
            everything += self.deleted.values()
        first = max(0, int(offset))
        if self.on("offset-gap") and first >= 4:
            first += 1
        if self.on("offset-twice") and first >= 4:
            first -= 1
        chosen = [page for page in everything if wanted in page["title"]]
        return Answer(200, {"pages": chosen[first : first + int(limit)]})

    def put(self, request: Request, slug: str) -> Answer:
        name = self.caller(request, "author")
        if self.on("put-on-deleted") and slug in self.deleted:
            self.pages[slug] = self.deleted.pop(slug)
        page = self.found(slug)
        if self.owners[slug] != name and not self.on("put-by-stranger"):
            if self.on("put-by-stranger-told-403"):
                page["title"] = "mine now"
            raise RefusedError(403)
        condition = request.headers.get("if-match")
        if condition not in (None, "*", self.tag(page)) and not self.on("match-ignored"):
            raise RefusedError(412)
        try:
            known = self.sent(request)
        except RefusedError:
            if self.on("put-invalid-half"):
                page["title"] = "half"
            raise
        new = {"slug": slug, "revision": page["revision"] + 1} | known
        if not self.on("put-lost"):
            self.pages[slug] = deepcopy(new)
        if self.on("put-first-block"):
            self.pages[slug]["blocks"] = new["blocks"][:1]
        return self.shown(200, new)

    def delete(self, request: Request, slug: str) -> Answer:
        name = self.caller(request, "author")
        if self.on("delete-twice-500") and slug in self.deleted:
            raise KeyError(slug)
        self.own(slug, name)
        mine = [key for key, owner in self.owners.items() if owner == name and key in self.pages]
        for key in mine if self.on("delete-all") else [slug]:
            self.deleted[key] = self.pages.pop(key)
        return Answer(204)

    def attach(self, request: Request, slug: str) -> Answer:
        name = self.caller(request, "author")
        if not (self.on("attach-to-deleted") and slug in self.deleted):
            self.own(slug, name)
        parts = _parts(request)
        if "file" not in parts or not parts["file"].get_filename():
            raise RefusedError(400)
        content = _bytes(parts["file"])
        caption = (
            _bytes(parts["caption"]).decode("utf-8", "replace") if "caption" in parts else None
        )
        most = LARGEST + (
            1 if self.on("file-too-large") else -1 if self.on("file-largest-refused") else 0
        )
        least = 0 if self.on("file-empty") else 1
        if not least <= len(content) <= most:
            raise RefusedError(400)
        if caption is not None and len(caption) > (61 if self.on("caption-61") else 60):
            raise RefusedError(400)
        told: dict[str, Any] = {"size": min(max(len(content), 1), LARGEST)}
        return Answer(201, told if caption is None else told | {"caption": caption})


def _known_block(block: dict[str, Any]) -> dict[str, Any]:
    fields = {"text": ("text",), "image": ("source", "width"), "table": ("rows",)}
    names = ("kind", *fields.get(block["kind"], ()))
    return {name: block[name] for name in names if name in block}


def _known_outline(outline: dict[str, Any]) -> dict[str, Any]:
    known = {name: outline[name] for name in ("heading", "parts") if name in outline}
    if "parts" in known:
        known["parts"] = [_known_outline(part) for part in known["parts"]]
    return known


def _parts(request: Request) -> dict[str, Message]:
    media = request.headers.get("content-type", "")
    if not media.startswith("multipart/form-data"):
        raise RefusedError(400)
    whole = message_from_bytes(b"Content-Type: " + media.encode() + b"\r\n\r\n" + request.body)
    found: dict[str, Message] = {}
    for part in whole.get_payload() if whole.is_multipart() else ():
        assert isinstance(part, Message)
        name = part.get_param("name", header="content-disposition")
        if isinstance(name, str):
            found[name] = part
    return found


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content
