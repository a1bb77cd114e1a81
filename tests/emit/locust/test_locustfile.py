"""Locustfiles are valid Python whatever a spec calls its things, and leave out what can't be run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from compilation import files_of, suite_in

from specc.plan.planning import make_plan

HOSTILE = r"""
service locust {
  url "http://127.0.0.1:9"
}

endpoint call GET /call { returns 200 { hold: int } }
endpoint request GET /request { returns 200 }
endpoint hold GET /hold { returns 200 }
endpoint step GET /step { returns 200 }
endpoint Caller GET /caller { returns 200 { check: int } }
endpoint user POST /user {
  body    { name: string }
  returns 201 { id: int }
}

flow caller {
  Caller -> step
  expect step.check == 1
  user with { name: "{step.check} \"quoted\" \{braces}" } expects 201 -> check
  expect check.id > 0
}

flow Profile {
  caller -> hold
  expect hold.step.check == 1
}

load Caller_ {
  mix { 1 caller, 2 Profile, 3 hold, 4 Caller, 5 request, 1 call }
  users { hold 1 for 1s }
}

load call_ {
  mix { 1 step }
  rate { step 1/s -> 3/s by 1/s every 500ms }
  require { p99 of step < 1s, p999 < 2s }
}

load class {
  mix { 1 caller }
  users { hold 1 for 1s }
}
"""

UNREACHABLE = r"""
service s {
  url "http://127.0.0.1:9"
}

endpoint show GET /things/{id: string(/^(?=a)b$/)} { returns 200 }
endpoint ping GET /ping { returns 200 }

load shows {
  mix { 1 show }
  users { hold 1 for 1s }
  require { p95 < 1s }
}

load pings {
  mix { 1 ping }
  users { hold 1 for 1s }
  require { p95 < 1s }
}
"""


def locustfile(text: str) -> str:
    plan = make_plan(suite_in({"s.bts": text}, "s.bts", "s"))
    return files_of(plan)["s/locustfile.py"]


def test_any_name_will_do(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "s.bts").write_text(HOSTILE)
    made = subprocess.run(
        [sys.executable, "-m", "specc", "build"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    file = tmp_path / "generated" / "s" / "locustfile.py"
    lint = ["-m", "ruff", "check", "--isolated", "--select", "E4,E7,E9,F"]
    assert subprocess.run([sys.executable, *lint, str(file)], check=False).returncode == 0
    style = ["-m", "ruff", "format", "--isolated", "--check"]
    assert subprocess.run([sys.executable, *style, str(file)], check=False).returncode == 0
    code = (
        "import sys; from locust.util.load_locustfile import load_locustfile; "
        f"classes, shapes = load_locustfile({str(file)!r}); "
        "print(sorted(each.profile.name for each in classes.values()), len(shapes))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert loaded.stdout == "['Caller_', 'call_', 'class'] 1\n", loaded.stderr


def test_a_profile_that_cannot_be_run_is_left_out_and_the_plan_says_why() -> None:
    plan = make_plan(suite_in({"s.bts": UNREACHABLE}, "s.bts", "s"))
    text = files_of(plan)["s/locustfile.py"]
    assert "class Pings(LoadUser)" in text
    assert "class Shows(LoadUser)" not in text
    assert "# The profile shows is left out: show can't be called by itself" in text
    reasons = {each.id: each.reason for each in plan.obligations}
    assert "show can't be called by itself" in str(reasons["shows.p95"])
    assert "specc load s.bts pings" in str(reasons["pings.p95"])


def test_a_spec_without_profiles_has_no_locustfile() -> None:
    text = UNREACHABLE.partition("load shows")[0]
    assert "s/locustfile.py" not in files_of(make_plan(suite_in({"s.bts": text}, "s.bts", "s")))


def test_what_is_known_only_when_it_is_sent_is_a_slot() -> None:
    text = locustfile(HOSTILE)
    assert "Slot('{step.check} \"quoted\" {braces}')" in text
    assert text.count("Slot(") == 1
