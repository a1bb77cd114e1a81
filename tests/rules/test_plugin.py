"""Rules that another package brings are rules like all others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from run.servers.web import Answer, Request, serving

from rules.plugin import FILES, installed

SPEC = """service echo { url env("ECHO_URL", "http://127.0.0.1:9") }

endpoint hello GET /hello {
  as      anyone
  returns 200 { said: string }
}

security rules {
  acme on all
}
"""


def specc(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("SPECC_")},
        "PYTHONPATH": str(folder / "packages"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        **more,
    }
    return subprocess.run(
        [sys.executable, "-m", "specc", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def echoing(request: Request) -> Answer:
    return Answer(200, {"said": request.headers.get("x-acme", "hello")})


def quiet(_request: Request) -> Answer:
    return Answer(200, {"said": "hello"})


def test_a_rule_of_another_package_is_listed_explained_built_and_run(tmp_path: Path) -> None:
    installed(tmp_path)
    (tmp_path / "echo.bts").write_text(SPEC, encoding="utf-8")
    assert "acme.echo" in specc(tmp_path, "rules").stdout
    assert "What is repeated may be a script." in specc(tmp_path, "rules", "acme.echo").stdout
    built = specc(tmp_path, "build", "echo.bts")
    assert built.returncode == 0, built.stderr
    code = (tmp_path / "generated" / "echo" / "test_security.py").read_text(encoding="utf-8")
    assert "import acme_rules.checks\n" in code
    assert 'acme_rules.checks.keeps_quiet("acme.echo", ' in code
    arguments = ("run", "echo.bts", "--only", "*.acme.*", "--no-history")
    with serving(echoing) as url:
        ran = specc(tmp_path, *arguments, ECHO_URL=url)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "X-Acme comes back" in ran.stdout + ran.stderr
    assert "Do not repeat headers." in ran.stdout + ran.stderr
    with serving(quiet) as url:
        ran = specc(tmp_path, *arguments, ECHO_URL=url)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_what_is_wrong_with_a_package_is_said(tmp_path: Path) -> None:
    files = {
        **FILES,
        "acme_rules/broken.py": "raise RuntimeError('no such\\n thing')\n",
        "acme_rules/odd.py": FILES["acme_rules/echo.py"].replace(
            '"acme_rules.checks:keeps_quiet"', "'os; import evil'"
        ),
        "acme_rules/taken.py": FILES["acme_rules/echo.py"].replace('"acme.echo"', '"bola.read"'),
    }
    entries = {
        "acme.broken": "acme_rules.broken:RULE",
        "acme.none": "acme_rules.echo:Example",
        "acme.odd": "acme_rules.odd:RULE",
        "acme.taken": "acme_rules.taken:RULE",
    }
    installed(tmp_path, files, entries)
    told = specc(tmp_path, "rules")
    assert told.returncode == 0
    assert "bola.read" in told.stdout
    said = " ".join(told.stderr.split())
    assert "`acme.broken` of acme-rules could not be loaded: RuntimeError: no such thing" in said
    assert "`acme.none` of acme-rules could not be loaded: it is a type" in said
    assert "`acme.odd` of acme-rules could not be loaded: ValueError: probe is" in said
    assert "`acme.taken` of acme-rules is left out: there is a rule `bola.read` already" in said
    (tmp_path / "echo.bts").write_text(SPEC, encoding="utf-8")
    checked = specc(tmp_path, "check", "echo.bts")
    assert checked.returncode == 2
    assert "could not be loaded" in checked.stdout + checked.stderr


def test_a_plan_that_fails_leaves_its_rule_not_run(tmp_path: Path) -> None:
    files = {**FILES, "acme_rules/planning.py": "def echoes(recipes, endpoint):\n    1 / 0\n"}
    installed(tmp_path, files)
    (tmp_path / "echo.bts").write_text(SPEC, encoding="utf-8")
    planned = specc(tmp_path, "plan", "echo.bts")
    assert planned.returncode == 0, planned.stderr
    assert "ZeroDivisionError" in planned.stdout


def test_a_rule_of_another_package_has_twins_of_its_own(tmp_path: Path) -> None:
    installed(tmp_path)
    tried = specc(tmp_path, "selftest", "acme.echo")
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "acme.echo  flawed: hit     fixed: silent in 1 test" in tried.stdout
    crossed = FILES["acme_rules/twin.py"].replace("service_of(flawed), service_of(fixed)", "*BOTH")
    crossed = crossed.replace("TWIN =", "BOTH = service_of(fixed), service_of(flawed)\nTWIN =")
    (tmp_path / "packages" / "acme_rules" / "twin.py").write_text(crossed, encoding="utf-8")
    tried = specc(tmp_path, "selftest", "acme.echo")
    assert tried.returncode == 1
    assert "flawed: MISSED  fixed: FALSE ALARM at hello.acme.echo" in tried.stdout
