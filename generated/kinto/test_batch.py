"""POST /batch keeps what specs/kinto.bts:557 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, Repeat, expect, obligation, survived

from .contracts import Batch200
from .endpoints import batch

BODY = {"requests": [{"path": "/"}]}


@obligation("batch.conforms", "specs/kinto.bts:560")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(batch, body=BODY), 200, Batch200)


@obligation("batch.accepts", "specs/kinto.bts:560")
@pytest.mark.parametrize(
    "change",
    [
        Put("defaults", {}, "present"),
        Put("defaults", {"method": "GET"}, id="defaults.method.present"),
        Put("defaults", {"method": None}, id="defaults.method.null"),
        Put("defaults", {"method": "HEAD"}, id="defaults.method.value_HEAD"),
        Put("defaults", {"method": "DELETE"}, id="defaults.method.value_DELETE"),
        Put("defaults", {"method": "TRACE"}, id="defaults.method.value_TRACE"),
        Put("defaults", {"method": "POST"}, id="defaults.method.value_POST"),
        Put("defaults", {"method": "PUT"}, id="defaults.method.value_PUT"),
        Put("defaults", {"method": "PATCH"}, id="defaults.method.value_PATCH"),
        Put("defaults", {"path": "/"}, id="defaults.path.shortest"),
        Put("defaults", {"headers": {}}, id="defaults.headers.present"),
        Put(
            "defaults",
            {"headers": {"one": "text", "two words": "text"}},
            id="defaults.headers.two_entries",
        ),
        Put(
            "defaults",
            {"headers": {"key": "👩\u200d👩\u200d👧 🇪🇺"}},
            id="defaults.headers.*.emoji",
        ),
        Put(
            "defaults",
            {"headers": {"key": "שלום عالم"}},
            id="defaults.headers.*.right_to_left",
        ),
        Put("defaults", {"headers": {"key": "éñü"}}, id="defaults.headers.*.composed"),
        Put(
            "defaults",
            {"headers": {"key": "e\u0301n\u0303u\u0308"}},
            id="defaults.headers.*.decomposed",
        ),
        Put(
            "defaults",
            {"headers": {"key": "a < b & c > 'd' \"e\" \\ 100%"}},
            id="defaults.headers.*.punctuation",
        ),
        Put("defaults", {"body": {}}, id="defaults.body.present"),
        Put(
            "defaults",
            {"body": {"one": "text", "two words": "text"}},
            id="defaults.body.two_entries",
        ),
        Put("requests", [], "minimum"),
        Put("requests", [{"path": "/"}] * 25, "maximum"),
        Put("requests", [{"path": "/"}] * 24, "near_maximum"),
        Put("requests[0].method", "GET", "present"),
        Put("requests[0].method", None, "null"),
        Put("requests[0].method", "HEAD", "value_HEAD"),
        Put("requests[0].method", "DELETE", "value_DELETE"),
        Put("requests[0].method", "TRACE", "value_TRACE"),
        Put("requests[0].method", "POST", "value_POST"),
        Put("requests[0].method", "PUT", "value_PUT"),
        Put("requests[0].method", "PATCH", "value_PATCH"),
        Put("requests[0].path", "/", "shortest"),
        Put("requests[0].headers", {}, "present"),
        Put("requests[0].headers", {"one": "text", "two words": "text"}, "two_entries"),
        Put(
            "requests[0].headers",
            {"key": "👩\u200d👩\u200d👧 🇪🇺"},
            id="requests[].headers.*.emoji",
        ),
        Put(
            "requests[0].headers",
            {"key": "שלום عالم"},
            id="requests[].headers.*.right_to_left",
        ),
        Put("requests[0].headers", {"key": "éñü"}, id="requests[].headers.*.composed"),
        Put(
            "requests[0].headers",
            {"key": "e\u0301n\u0303u\u0308"},
            id="requests[].headers.*.decomposed",
        ),
        Put(
            "requests[0].headers",
            {"key": "a < b & c > 'd' \"e\" \\ 100%"},
            id="requests[].headers.*.punctuation",
        ),
        Put("requests[0].body", {}, "present"),
        Put("requests[0].body", {"one": "text", "two words": "text"}, "two_entries"),
    ],
    ids=str,
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(batch, body=change(BODY)), 200, Batch200)


@obligation("batch.rejects", "specs/kinto.bts:557")
@pytest.mark.parametrize(
    "change",
    [
        Put("defaults", None, "null"),
        Put("defaults", "text", "wrong_type"),
        Put("defaults", {"method": "no_such_value"}, id="defaults.method.not_in_enum"),
        Put("defaults", {"method": "get"}, id="defaults.method.other_case"),
        Put("defaults", {"path": 12345}, id="defaults.path.wrong_type"),
        Put("defaults", {"path": "no match ☃!"}, id="defaults.path.pattern_mismatch"),
        Put("defaults", {"path": "!/"}, id="defaults.path.pattern_prefix"),
        Put("defaults", {"headers": None}, id="defaults.headers.null"),
        Put("defaults", {"headers": "text"}, id="defaults.headers.wrong_type"),
        Put("defaults", {"headers": {"key": None}}, id="defaults.headers.*.null"),
        Put(
            "defaults", {"headers": {"key": 12345}}, id="defaults.headers.*.wrong_type"
        ),
        Put("defaults", {"body": None}, id="defaults.body.null"),
        Put("defaults", {"body": "text"}, id="defaults.body.wrong_type"),
        Drop("requests", "missing"),
        Put("requests", None, "null"),
        Put("requests", "text", "wrong_type"),
        Put("requests", [{"path": "/"}] * 26, "too_many"),
        Put("requests", [{"path": "/"}, None], "invalid_second_item"),
        Put("requests[0]", None, "null"),
        Put("requests[0]", "text", "wrong_type"),
        Put("requests[0].method", "no_such_value", "not_in_enum"),
        Put("requests[0].method", "get", "other_case"),
        Drop("requests[0].path", "missing"),
        Put("requests[0].path", None, "null"),
        Put("requests[0].path", 12345, "wrong_type"),
        Put("requests[0].path", "no match ☃!", "pattern_mismatch"),
        Put("requests[0].path", "", "pattern_too_short"),
        Put("requests[0].path", "!/", "pattern_prefix"),
        Put("requests[0].headers", None, "null"),
        Put("requests[0].headers", "text", "wrong_type"),
        Put("requests[0].headers", {"key": None}, id="requests[].headers.*.null"),
        Put(
            "requests[0].headers", {"key": 12345}, id="requests[].headers.*.wrong_type"
        ),
        Put("requests[0].body", None, "null"),
        Put("requests[0].body", "text", "wrong_type"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(anonymous: Actor, change: Change) -> None:
    """An invalid body is answered 4xx."""
    expect(anonymous.call(batch, body=change(BODY)), "4xx")


@obligation("batch.rejects.body.wrong_media_type", "specs/kinto.bts:557")
def test_rejects_media_type(anonymous: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(anonymous.call(batch, body=BODY, media="text/plain"), ("4xx", 415))


@obligation("batch.survives", "specs/kinto.bts:557")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("defaults", {"specc_unknown": "text"}, "unknown_field"),
        Put(
            "defaults",
            {
                "headers": {
                    "": "text",
                    "__proto__": "text",
                    "a.b": "text",
                    "$set": "text",
                    "\u202e": "text",
                    "a\x00b": "text",
                }
            },
            id="defaults.headers.odd_keys",
        ),
        Put(
            "defaults",
            {"headers": {"key": "a" * 100000}},
            id="defaults.headers.*.very_long",
        ),
        Put("defaults", {"headers": {"key": ""}}, id="defaults.headers.*.empty"),
        Put(
            "defaults",
            {"headers": {"key": "'\"`;--%s\\"}},
            id="defaults.headers.*.quotes",
        ),
        Put("defaults", {"headers": {"key": "a\x00b"}}, id="defaults.headers.*.nul"),
        Put(
            "defaults",
            {"headers": {"key": "\u202ea\u202c\ufeff"}},
            id="defaults.headers.*.bidi_override",
        ),
        Put(
            "defaults",
            {"headers": {"key": "e" + "\u0301" * 60}},
            id="defaults.headers.*.stacked_marks",
        ),
        Put(
            "defaults",
            {"headers": {"key": "\ud800"}},
            id="defaults.headers.*.lone_surrogate",
        ),
        Put("defaults", {"headers": {"key": " "}}, id="defaults.headers.*.blank"),
        Put(
            "defaults",
            {
                "body": {
                    "": "text",
                    "__proto__": "text",
                    "a.b": "text",
                    "$set": "text",
                    "\u202e": "text",
                    "a\x00b": "text",
                }
            },
            id="defaults.body.odd_keys",
        ),
        Put("requests[0].specc_unknown", "text", id="requests[].unknown_field"),
        Put(
            "requests[0].headers",
            {
                "": "text",
                "__proto__": "text",
                "a.b": "text",
                "$set": "text",
                "\u202e": "text",
                "a\x00b": "text",
            },
            "odd_keys",
        ),
        Put(
            "requests[0].headers",
            {"key": "a" * 100000},
            id="requests[].headers.*.very_long",
        ),
        Put("requests[0].headers", {"key": ""}, id="requests[].headers.*.empty"),
        Put(
            "requests[0].headers",
            {"key": "'\"`;--%s\\"},
            id="requests[].headers.*.quotes",
        ),
        Put("requests[0].headers", {"key": "a\x00b"}, id="requests[].headers.*.nul"),
        Put(
            "requests[0].headers",
            {"key": "\u202ea\u202c\ufeff"},
            id="requests[].headers.*.bidi_override",
        ),
        Put(
            "requests[0].headers",
            {"key": "e" + "\u0301" * 60},
            id="requests[].headers.*.stacked_marks",
        ),
        Put(
            "requests[0].headers",
            {"key": "\ud800"},
            id="requests[].headers.*.lone_surrogate",
        ),
        Put("requests[0].headers", {"key": " "}, id="requests[].headers.*.blank"),
        Put(
            "requests[0].body",
            {
                "": "text",
                "__proto__": "text",
                "a.b": "text",
                "$set": "text",
                "\u202e": "text",
                "a\x00b": "text",
            },
            "odd_keys",
        ),
        Repeat("requests", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(batch, body=change(BODY)), 413)
