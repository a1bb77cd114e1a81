"""A distribution that brings a security rule, made and installed as pip would."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

FILES: Mapping[str, str] = {
    "acme_rules/__init__.py": "",
    "acme_rules/echo.py": """
from specc.rules import Example, Rule

RULE = Rule(
    name="acme.echo",
    families=("acme",),
    severity="medium",
    cwe=200,
    title="An answer repeats a header",
    why="What is repeated may be a script.",
    fails="a random header comes back",
    control="the header is random",
    example=Example(sent="GET / (X-Acme: one)", answered="200 one"),
    remedy="Do not repeat headers.",
    applies="acme_rules.planning:echoes",
    probe="acme_rules.checks:keeps_quiet",
    twin="acme_rules.twin:TWIN",
)
""",
    "acme_rules/planning.py": """
from specc.plan.security.attempts import entitled
from specc.plan.security.nodes import SecurityTest


def echoes(recipes, endpoint):
    yield SecurityTest(
        endpoint.name,
        ("acme.echo",),
        "acme_rules.checks:keeps_quiet",
        entitled(recipes, endpoint),
        (),
        "No header comes back.",
        endpoint.place,
    )
""",
    "acme_rules/twin.py": """
from specc.selftest.asked import service_of
from specc.selftest.twin import Twin
from specc.serving.answers import json_answer

SPEC = '''service echo { url env("ECHO_URL", "http://127.0.0.1:9") }
endpoint hello GET /hello {
  as      anyone
  returns 200 { said: string }
}
security rules { everything on all }
'''


def flawed():
    return lambda asked: json_answer(200, {"said": asked.headers.get("x-acme", "hello")})


def fixed():
    return lambda asked: json_answer(200, {"said": "hello"})


TWIN = Twin("echo", SPEC, service_of(flawed), service_of(fixed))
""",
    "acme_rules/checks.py": """
from specc.runtime.security import breach
from specc.runtime.values import unique


def keeps_quiet(rule, attempt):
    word = unique("echo")
    answer = attempt.send(header={"X-Acme": word})
    if word in answer.text:
        raise breach(rule, "X-Acme comes back", answer)
""",
}


def wheel(folder: Path, files: Mapping[str, str], entries: Mapping[str, str]) -> Path:
    """A wheel of the distribution acme-rules, with entry points of the group of rules."""
    info = "acme_rules-1.0.dist-info"
    lines = "".join(f"{name} = {value}\n" for name, value in entries.items())
    whole = {
        **files,
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: by hand\n"
        "Root-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": f"[specc.rules]\n{lines}",
    }
    record = [f"{name},sha256={_digest(text)},{len(text)}\n" for name, text in whole.items()]
    whole[f"{info}/RECORD"] = "".join([*record, f"{info}/RECORD,,\n"])
    path = folder / "acme_rules-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in whole.items():
            archive.writestr(name, text)
    return path


def installed(
    folder: Path,
    files: Mapping[str, str] = FILES,
    entries: Mapping[str, str] = {"acme.echo": "acme_rules.echo:RULE"},
) -> Path:
    """The folder that the distribution is installed in."""
    target = folder / "packages"
    made = wheel(folder, files, entries)
    command = [sys.executable, "-m", "uv", "pip", "install", "--offline", "--no-deps", "--quiet"]
    subprocess.run([*command, "--target", str(target), str(made)], check=True, timeout=60)
    return target


def _digest(text: str) -> str:
    made = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
