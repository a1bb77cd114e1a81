"""What the last build and the last run know of the specs: tests, where they are, how they ended."""

from __future__ import annotations

import os
from typing import Any

import attrs

from specc.driver import fresh
from specc.driver.inputs import GENERATED
from specc.driver.manifest import NAME, read_manifest
from specc.driver.running.witnessed import recall


@attrs.frozen
class Known:
    """An obligation. `test` is `file::name` in the suite's folder; `outcome` is how it ended."""

    id: str
    kind: str
    endpoint: str | None
    spec: str
    text: str
    suite: str
    test: str | None
    outcome: str | None


class LastRun:
    """Reads what is in the output folder and in the record of runs; each file once it changes."""

    def __init__(self, output: str = GENERATED) -> None:
        self.output = output
        self._manifests: dict[str, tuple[tuple[int, int], dict[str, Any]]] = {}

    def of_endpoint(self, file: str, endpoint: str) -> list[Known]:
        """The obligations of an endpoint that a spec declares."""
        return [each for each in self.of_file(file) if each.endpoint == endpoint]

    def of_test(self, file: str, title: str) -> list[Known]:
        """The obligations that a spec's own test is: one for each of its cases."""
        return [each for each in self.of_file(file) if each.kind == "test" and each.text == title]

    def of_file(self, file: str) -> list[Known]:
        """All obligations that a spec's lines gave rise to."""
        seen = recall(self.output)
        found: list[Known] = []
        for suite, manifest in self._suites().items():
            outcomes = seen[suite]["outcomes"] if suite in seen else {}
            for entry in manifest.get("obligations") or ():
                spec = str(entry.get("spec", "")).rpartition(":")[0]
                if spec == file:
                    name = str(entry.get("id", ""))
                    found.append(
                        Known(
                            name,
                            str(entry.get("kind", "")),
                            entry.get("endpoint"),
                            spec,
                            str(entry.get("text", "")),
                            suite,
                            entry.get("test"),
                            outcomes.get(name),
                        )
                    )
        return found

    def place(self, known: Known) -> tuple[str, int] | None:
        """The file of a test, and the line (from 0) that it starts in."""
        if known.test is None:
            return None
        file, _, name = known.test.partition("::")
        function = name.partition("[")[0].rpartition("::")[2]
        path = os.path.join(self.output, known.suite, file)
        try:
            with open(path, encoding="utf-8") as text:
                for number, line in enumerate(text):
                    if line.lstrip().startswith((f"def {function}(", f"async def {function}(")):
                        return path, number
        except (OSError, UnicodeDecodeError):
            return None
        return path, 0

    def _suites(self) -> dict[str, dict[str, Any]]:
        try:
            with os.scandir(self.output) as entries:
                names = sorted(entry.name for entry in entries if entry.is_dir())
        except OSError:
            return {}
        found = {}
        for name in names:
            stamp = fresh.stamp(os.path.join(self.output, name, NAME))
            known = self._manifests.get(name)
            if known is None or known[0] != stamp:
                known = self._manifests[name] = (stamp, read_manifest(self.output, name))
            found[name] = known[1]
        return found
