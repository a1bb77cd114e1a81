"""The manifest of a suite: with the sums of its files, by which any machine knows them for ours."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from zlib import compressobj, decompressobj

import attrs

from specc.driver.state import digest

if TYPE_CHECKING:
    from zlib import _Compress as Compressor

    from specc.plan.nodes import Obligation

NAME = "manifest.json"


@attrs.frozen(eq=False)
class Manifest:
    """A manifest as it grows: what must hold, by endpoint, and the sums of the files.

    The lines of ten thousand endpoints are 100 MB of much the same words: they are held compressed.
    """

    suite: str
    spec: str
    _press: Compressor = attrs.field(factory=lambda: compressobj(1))
    _pressed: list[bytes] = attrs.field(factory=list)
    _sums: dict[str, str] = attrs.field(factory=dict)

    def say(self, obligations: Iterable[Obligation]) -> None:
        """Add obligations. An entry has a line, so that a reader sees what changed."""
        for item in obligations:
            pressed = self._press.compress(b",\n" + json.dumps(_entry(item)).encode())
            if pressed:
                self._pressed.append(pressed)

    def hold(self, name: str, total: str) -> None:
        """Add a file by its name in the suite's folder, and its sum."""
        self._sums[name] = total

    def __iter__(self) -> Iterator[bytes]:
        """The text, sealed by the sum of all that stands before the seal."""
        seal = hashlib.sha256()
        for piece in self._unsealed():
            seal.update(piece)
            yield piece
        yield b'"seal": "%s"}\n' % seal.hexdigest().encode()

    def _unsealed(self) -> Iterator[bytes]:
        head = json.dumps({"specc": 1, "suite": self.suite, "spec": self.spec})[:-1]
        yield f'{head},\n"obligations": [\n'.encode()
        yield from self._entries()
        sums = json.dumps(dict(sorted(self._sums.items())), indent=0)
        yield f'\n],\n"files": {sums},\n'.encode()

    def _entries(self) -> Iterator[bytes]:
        """The lines of all obligations, as often as one wants."""
        open_press, first = decompressobj(), len(b",\n")
        for pressed in (*self._pressed, self._press.copy().flush()):
            plain = open_press.decompress(pressed)
            yield plain[first:]
            first = max(0, first - len(plain))


def _entry(item: Obligation) -> dict[str, object]:
    said = f"{item.id}\n{item.place.rpartition(':')[0]}\n{item.text}\n{item.requests}"
    entry: dict[str, object] = {
        "id": item.id,
        "kind": item.kind,
        "endpoint": item.endpoint,
        "spec": item.place,
        "text": item.text,
        "test": item.test,
        "hash": digest(said.encode())[:16],
    }
    if item.reason is not None:
        entry["reason"] = item.reason
    if item.waived:
        entry["waived"] = True
    return entry


def version_of(output: str, suite: str) -> str:
    """A digest of a suite as it was compiled; "" where there is none."""
    try:
        with open(os.path.join(output, suite, NAME), "rb") as file:
            return digest(file.read())[:16]
    except OSError:
        return ""


def known_files(output: str, suite: str) -> dict[str, str]:
    """The sums that the manifest on the disk has for its files, and for itself if it is whole.

    Names lead from the output folder. Empty where there is no manifest, or none that can be read.
    """
    files = read_manifest(output, suite).get("files")
    if not isinstance(files, dict):
        return {}
    known = {f"{suite}/{name}": total for name, total in files.items() if _stays_inside(name)}
    with contextlib.suppress(OSError), open(_place(output, suite), "rb") as file:
        data = file.read()
        if _is_whole(data):
            known[f"{suite}/{NAME}"] = digest(data)
    return known


def read_manifest(output: str, suite: str) -> dict[str, Any]:
    """The manifest of a suite on the disk; empty where there is none that can be read."""
    try:
        with open(_place(output, suite), encoding="utf-8") as file:
            manifest = json.load(file)
    except (OSError, ValueError, RecursionError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def suites_on_disk(output: str) -> dict[str, str]:
    """The suites that the output folder holds, each with the spec that it was made of."""
    try:
        with os.scandir(output) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:
        return {}
    specs = {name: read_manifest(output, name).get("spec") for name in names}
    return {name: spec for name, spec in specs.items() if isinstance(spec, str)}


def _stays_inside(name: str) -> bool:
    # A manifest is a file that anyone could have written: it must not lead a removal elsewhere.
    parts = name.replace("\\", "/").split("/")
    return not os.path.isabs(name) and ".." not in parts and ":" not in name


def _is_whole(data: bytes) -> bool:
    before, found, seal = data.rpartition(b'"seal": "')
    return bool(found) and seal == b'%s"}\n' % digest(before).encode()


def _place(output: str, suite: str) -> str:
    return os.path.join(output, suite, NAME)
