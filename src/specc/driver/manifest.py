"""The manifest of a suite: with the sums of its files, by which any machine knows them for ours."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from specc.driver.state import digest

NAME = "manifest.json"


def sealed(suite: str, texts: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a suite as bytes, its manifest completed by their sums and one of its own.

    Names lead from the output folder; in the manifest, from the suite's.
    """
    place = f"{suite}/{NAME}"
    manifest: dict[str, Any] = json.loads(texts.get(place, "{}"))
    files = {name: text.encode("utf-8") for name, text in sorted(texts.items()) if name != place}
    manifest["files"] = {
        name.removeprefix(f"{suite}/"): digest(data) for name, data in files.items()
    }
    manifest["seal"] = _seal(manifest)
    return {**files, place: _text(manifest).encode("utf-8")}


def known_files(output: str, suite: str) -> dict[str, str]:
    """The sums that the manifest on the disk has for its files, and for itself if it is whole.

    Names lead from the output folder. Empty where there is no manifest, or none that can be read.
    """
    manifest = read_manifest(output, suite)
    files = manifest.get("files")
    if not isinstance(files, dict):
        return {}
    known = {f"{suite}/{name}": total for name, total in files.items() if _stays_inside(name)}
    if manifest.get("seal") == _seal(manifest):
        known[f"{suite}/{NAME}"] = digest(_text(manifest).encode("utf-8"))
    return known


def read_manifest(output: str, suite: str) -> dict[str, Any]:
    """The manifest of a suite on the disk; empty where there is none that can be read."""
    try:
        with open(os.path.join(output, suite, NAME), encoding="utf-8") as file:
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


def _seal(manifest: Mapping[str, Any]) -> str:
    unsealed = {key: manifest[key] for key in manifest if key != "seal"}
    # Without indentation, which would take the encoder that is written in Python.
    return digest(json.dumps(unsealed, sort_keys=True).encode("utf-8"))


def _text(manifest: Mapping[str, Any]) -> str:
    return json.dumps(manifest, indent=1, ensure_ascii=True) + "\n"
