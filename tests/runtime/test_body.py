"""Request bodies in each form."""

from email import message_from_bytes
from email.message import Message

import pytest

from specc.runtime import File
from specc.runtime.body import encode


def parts(body: bytes, media: str) -> dict[str, Message]:
    message = message_from_bytes(f"Content-Type: {media}\r\n\r\n".encode() + body)
    payload = message.get_payload()
    assert isinstance(payload, list)
    found = [part for part in payload if isinstance(part, Message)]
    return {str(part.get_param("name", header="content-disposition")): part for part in found}


def test_json_text_and_bytes() -> None:
    assert encode({"ä": [1]}, "json").content == '{"ä":[1]}'.encode()
    assert encode({"a": 1}, "json", "application/merge-patch+json").media == (
        "application/merge-patch+json"
    )
    assert encode(b"{", "json").content == b"{"
    assert encode("{", "json").content == b'"{"'
    assert encode("a\n", "text").content == b"a\n"
    assert encode(File("a.png", b"\x89", "image/png"), "bytes").media == "image/png"
    assert encode(None, "json").content == b"null"


def test_what_an_endpoint_without_a_body_is_given_is_sent_all_the_same() -> None:
    assert encode({"a": 1}, None).content == b'{"a":1}'
    assert encode(b"x", None).content == b"x"


@pytest.mark.parametrize(
    ("value", "form"), [([1], "form"), (1, "text"), ({"a": 1}, "bytes"), ([1], "multipart")]
)
def test_values_that_have_no_such_form(value: object, form: str) -> None:
    with pytest.raises(TypeError, match=f"a {form} body cannot be made of"):
        encode(value, form)


def test_multipart() -> None:
    encoded = encode(
        {
            "note": "two\r\nlines",
            "photo": File('a"\r\n.png', b"\x89PNG\r\n--", "image/png"),
            "tags": ["a", "b"],
            "meta": {"a": 1},
            "raw": b"\0",
            "gone": None,
        },
        "multipart",
    )
    found = parts(encoded.content, encoded.media)
    assert list(found) == ["note", "photo", "tags", "meta", "raw"]
    assert found["note"].get_payload(decode=True) == b"two\r\nlines"
    assert found["photo"].get_payload(decode=True) == b"\x89PNG\r\n--"
    assert found["photo"].get_content_type() == "image/png"
    assert found["photo"].get_filename() == "a%22%0D%0A.png"
    assert found["meta"].get_content_type() == "application/json"
    assert (
        encoded == encode({"note": "two\r\nlines"}, "multipart")
        or encoded.content.count(encoded.media.partition("boundary=")[2].encode()) == 7
    )


def test_a_boundary_occurs_in_no_part() -> None:
    first = encode({"a": "x"}, "multipart")
    boundary = first.media.partition("boundary=")[2]
    planted = encode({"a": f"\r\n--{boundary}--\r\n"}, "multipart")
    assert planted.media != first.media
    assert parts(planted.content, planted.media)["a"].get_payload(decode=True) == (
        f"\r\n--{boundary}--\r\n".encode()
    )


def test_media_types_are_one_line() -> None:
    with pytest.raises(ValueError, match="no media type"):
        encode({"a": File("a", b"", "text/plain\r\nX: y")}, "multipart")
