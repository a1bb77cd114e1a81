"""A project with load profiles, and `specc load` in it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import attrs

SPEC = """
service s {{
  url "{url}"
  timeout 5s
}}

endpoint show GET /x {{
  as      anyone
  returns 200 {{ id: int, status: string }}
}}

flow look {{
  show -> seen
  expect seen.id == {wanted}
}}

load short {{
  mix {{ 3 look, 1 show }}
  users {{ hold 3 for 2s }}
  think 20ms
  require {{ p95 < 5s, errors < 1%, throughput > 1/s }}
}}

load paced {{
  mix {{ 1 look }}
  rate {{ hold 50/s for 2s }}
  require {{ p99 of look < 5s, errors < 1% }}
}}

load long {{
  mix {{ 1 look }}
  users {{ hold 3 for 60s }}
  think 20ms
  require {{ errors < 50% }}
}}
"""


@attrs.frozen
class Ended:
    code: int
    out: str
    """What it printed: its output, then its complaints."""
    figures: str = ""


@attrs.frozen
class Project:
    folder: Path
    url: str

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "specc", *arguments]

    def specc(self, *arguments: str) -> Ended:
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Ended(done.returncode, done.stdout + done.stderr)

    def load(self, profile: str, *more: str) -> Ended:
        return self.specc("load", "specs/s.bts", profile, "--report", "rep", *more)

    def told(self, profile: str) -> dict:
        return json.loads((self.folder / "rep" / f"{profile}.json").read_text())


def project(folder: Path, url: str, wanted: int = 1) -> Project:
    specs = folder / "specs"
    specs.mkdir()
    (specs / "s.bts").write_text(SPEC.format(url=url, wanted=wanted))
    return Project(folder, url)


def wait_for_figures(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if "requests/s" in line:
            time.sleep(1)
            return
