"""Diagnostics as SARIF 2.1.0, the format in which code hosts take static analysis results."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeAlias
from urllib.parse import quote

from specc import __version__
from specc.diagnostics.code import Code
from specc.diagnostics.explain import explanation
from specc.diagnostics.links import PAGES, page_url
from specc.diagnostics.model import Diagnostic, Label
from specc.diagnostics.render.excerpt import excerpt
from specc.diagnostics.render.prose import message_lines, prose

Json: TypeAlias = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_DRIVE = re.compile(r"[A-Za-z]:/")


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """One SARIF log with one run. Its rules are the codes that the diagnostics have."""
    codes = {diagnostic.code.id: diagnostic.code for diagnostic in diagnostics}
    rules = [codes[code_id] for code_id in sorted(codes)]
    index = {code.id: at for at, code in enumerate(rules)}
    prints = _fingerprints(diagnostics)
    return log(
        [_rule(code) for code in rules],
        [
            _result(diagnostic, index[diagnostic.code.id], fingerprint)
            for diagnostic, fingerprint in zip(diagnostics, prints, strict=True)
        ],
    )


def log(rules: Sequence[Json], results: Sequence[Json]) -> str:
    """The text of a log with one run of this tool, of rules and results as SARIF has them."""
    driver: Json = {
        "name": "specc",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": f"{PAGES}/",
        "rules": list(rules),
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(results),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: Code) -> Json:
    return {
        "id": code.id,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.explanation},
        "help": {"text": code.explanation, "markdown": explanation(code)},
        "helpUri": page_url(code.id),
        "defaultConfiguration": {"level": code.severity},
    }


def _result(diagnostic: Diagnostic, rule_index: int, fingerprint: str) -> Json:
    related = [
        {"id": number, **_location(label)} for number, label in enumerate(diagnostic.secondary, 1)
    ]
    return {
        "ruleId": diagnostic.code.id,
        "ruleIndex": rule_index,
        "level": diagnostic.severity,
        "message": {"text": prose(diagnostic)},
        "locations": [_location(diagnostic.primary)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }


def _location(label: Label) -> Json:
    source = label.source
    start, end = source.position(label.span.start), source.position(label.span.end)
    location: Json = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri_of(source.name)},
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
                "charOffset": label.span.start,
                "charLength": label.span.end - label.span.start,
            },
        }
    }
    if label.message:
        location["message"] = {"text": "\n".join(message_lines(label.message))}
    return location


def uri_of(name: str) -> str:
    """The file as a URI: relative where its name is, so that it holds in any check-out."""
    # A file name may hold bytes that are no UTF-8, which Python carries as lone surrogates.
    path = name.encode("utf-8", "surrogatepass")
    if _DRIVE.match(name):
        return f"file:///{name[:2]}{quote(path[2:])}"
    return f"file://{quote(path)}" if name.startswith("/") else quote(path)


def _fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """For each diagnostic what stays the same while other lines come and go.

    It is made of the code, the file, and the text around the place; a number tells equal ones
    apart.
    """
    seen: Counter[str] = Counter()
    prints = []
    for diagnostic in diagnostics:
        source, span = diagnostic.primary.source, diagnostic.primary.span
        line = excerpt(source, source.position(span.start).line, span).text
        parts = (diagnostic.code.id, source.name, " ".join(line.split()))
        text = "\0".join(parts).encode("utf-8", "surrogatepass")
        digest = sha256(text).hexdigest()[:16]
        seen[digest] += 1
        prints.append(f"{digest}:{seen[digest]}")
    return prints
