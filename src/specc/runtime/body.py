"""Request bodies, in each form that an endpoint may take."""

import hashlib
from collections.abc import Iterable, Mapping

import attrs

from specc.runtime.files import File
from specc.runtime.json_text import compact
from specc.runtime.serialise import form as form_text
from specc.runtime.serialise import text_of

MEDIA = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "text": "text/plain; charset=utf-8",
    "bytes": "application/octet-stream",
}


@attrs.frozen
class Encoded:
    """A body as it goes over the wire, and its media type."""

    content: bytes
    media: str


def encode(value: object, form: str | None, media: str | None = None) -> Encoded:
    """The bytes of a body.

    Raises TypeError for a value that has no such form. What an endpoint without a body is given
    is sent as JSON, or as it is where it is text or bytes: that it is refused may be the test.
    """
    if form == "multipart":
        return _multipart(value)
    if form is None:
        form = "bytes" if isinstance(value, bytes | File) else "json"
    match form, value:
        case "json", bytes():
            content = value  # on purpose: what is no JSON must be sendable too
        case "json", _:
            content = compact(value)
        case "form", Mapping():
            content = form_text(value).encode()
        case "text" | "bytes" | "form", str():
            content = value.encode("utf-8", "surrogatepass")
        case "text" | "bytes" | "form", bytes():
            content = value
        case "bytes" | "text", File():
            content, media = value.content, media or value.media
        case _:
            raise TypeError(f"a {form} body cannot be made of {value!r:.80}")
    return Encoded(content, media or MEDIA[form])


def _multipart(value: object) -> Encoded:
    if isinstance(value, bytes | str):
        content = value.encode() if isinstance(value, str) else value
        return Encoded(content, "multipart/form-data; boundary=none")
    if not isinstance(value, Mapping):
        raise TypeError(f"a multipart body cannot be made of {value!r:.80}")
    parts = [_part(name, item) for name, item in _flat(value)]
    # A boundary must not occur in any part. Made of the parts' hash, it cannot be planned in one.
    digest = hashlib.sha256(b"\0".join(parts))
    while (boundary := digest.hexdigest()[:32].encode()) in b"".join(parts):
        digest.update(boundary)
    content = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    return Encoded(
        content + b"--" + boundary + b"--\r\n",
        f"multipart/form-data; boundary={boundary.decode()}",
    )


def _flat(fields: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    for name, value in fields.items():
        for item in value if isinstance(value, list | tuple) else (value,):
            if item is not None:
                yield name, item


def _part(name: str, value: object) -> bytes:
    head = f'Content-Disposition: form-data; name="{_in_quotes(name)}"'
    if isinstance(value, File):
        head += f'; filename="{_in_quotes(value.name)}"\r\nContent-Type: {_one_line(value.media)}'
        content = value.content
    elif isinstance(value, bytes):
        head += f'; filename="{_in_quotes(name)}"\r\nContent-Type: application/octet-stream'
        content = value
    elif isinstance(value, Mapping):
        head += "\r\nContent-Type: application/json"
        content = compact(value)
    else:
        content = text_of(value, name).encode("utf-8", "surrogatepass")
    return head.encode("utf-8", "surrogatepass") + b"\r\n\r\n" + content


def _in_quotes(text: str) -> str:
    # As browsers do (WHATWG HTML, multipart/form-data): only what would end the name is escaped.
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _one_line(media: str) -> str:
    if not media.isprintable():
        raise ValueError(f"{media!r} is no media type")
    return media
