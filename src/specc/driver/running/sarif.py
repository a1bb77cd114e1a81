"""What a run has found broken, as SARIF 2.1.0: security findings, and promises that do not hold."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from typing import Any

from specc.diagnostics.render.sarif import Json, log, uri_of
from specc.driver.inputs import DriverError, shown
from specc.driver.running.results import Result, RunResult
from specc.rules import RULES, Rule

_LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}
_SCORES = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "2.5"}
"""What code hosts read as `security-severity`."""

_PROMISE: Json = {
    "id": "obligation",
    "shortDescription": {"text": "A promise of the spec does not hold"},
    "fullDescription": {"text": "The service does not keep what the spec says of it."},
    "defaultConfiguration": {"level": "error"},
}


def write(result: RunResult, place: str) -> None:
    """Write what is broken to a file. Raises DriverError."""
    text = render(result)
    try:
        os.makedirs(os.path.dirname(os.path.abspath(place)), exist_ok=True)
        with open(place, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise DriverError(f"cannot write {shown(place)}: {error.strerror}") from error


def render(result: RunResult) -> str:
    """The log. A finding has the same fingerprint in each run, whatever else comes or goes."""
    broken = [each for each in result.results if each.outcome in ("broken", "noted")]
    names = sorted({str(each.breach["rule"]) for each in broken if each.breach is not None})
    rules = [_rule(RULES[name]) for name in names if name in RULES]
    index = {str(rule["id"]): at for at, rule in enumerate(rules)}
    if any(each.breach is None for each in broken):
        index["obligation"] = len(rules)
        rules.append(_PROMISE)
    return log(rules, [_result(each, index) for each in broken])


def _rule(rule: Rule) -> Json:
    category = [f"external/owasp/{rule.owasp}"] if rule.owasp else []
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"It is broken when {rule.fails}. Control: {rule.control}."},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["security", f"external/cwe/cwe-{rule.cwe:03}", *category],
            "security-severity": _SCORES[rule.severity],
        },
    }


def _result(result: Result, index: Mapping[str, int]) -> Json:
    breach = result.breach or {}
    rule = str(breach.get("rule") or "obligation")
    name, _, line = result.spec.rpartition(":")
    location = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri_of(name or result.spec)},
            "region": {"startLine": int(line) if line.isdigit() and int(line) > 0 else 1},
        },
        "logicalLocations": [{"fullyQualifiedName": result.obligation}],
    }
    known: dict[str, Any] = {"ruleIndex": index[rule]} if rule in index else {}
    return {
        "ruleId": rule,
        **known,
        "level": _LEVELS.get(str(breach.get("severity")), "error"),
        "message": {"text": _message(result)},
        "locations": [location],
        "partialFingerprints": {"obligation/v1": _fingerprint(result)},
        **({"properties": _facts(result, breach)} if breach else {}),
    }


def _facts(result: Result, breach: Mapping[str, Any]) -> Json:
    """What is known of a finding. One that is `noted` is milder than what fails."""
    kept = ("severity", "cwe", "owasp", "fingerprint", "again")
    facts = {name: breach[name] for name in kept if breach.get(name)}
    return {**facts, "noted": True} if result.outcome == "noted" else facts


def _message(result: Result) -> str:
    if result.breach is None:
        return result.message or f"{result.obligation} does not hold"
    said = f"{result.obligation}: {result.breach.get('message')}"
    return f"{said}\n\nRemedy: {result.breach.get('remedy')}"


def _fingerprint(result: Result) -> str:
    """By what is broken and where, never by line, message or chance."""
    made = str((result.breach or {}).get("fingerprint") or "")
    text = "\0".join((result.spec.rpartition(":")[0], result.obligation, made))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
