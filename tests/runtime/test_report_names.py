"""A report's names survive redaction, and its texts do not."""

import json
from pathlib import Path

from specc.runtime.redaction import redact
from specc.runtime.report_file import ReportFile


def test_a_secret_that_is_part_of_a_name_leaves_the_name_alone(tmp_path: Path) -> None:
    redact("wrongish-secret")
    report = ReportFile(tmp_path / "report.jsonl")
    report.write("test", obligation="x.wrongish-secret.y", message="it was wrongish-secret")
    report.close()
    entry = json.loads((tmp_path / "report.jsonl").read_text())
    assert entry["obligation"] == "x.wrongish-secret.y"
    assert "wrongish-secret" not in entry["message"]
