"""A suite that is written outside the project still finds the specs it was made of."""

import os
from pathlib import Path

import pytest

from specc.driver.inputs import folders_up


def test_a_relative_path_leads_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    assert folders_up("generated") == 2
    elsewhere = folders_up("../out")
    assert isinstance(elsewhere, str)
    suite = tmp_path / "out" / "shop"
    assert os.path.normpath(suite / elsewhere) == str(project)
