import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run_tool(*arguments: str) -> subprocess.CompletedProcess[str]:
    tool = str(ROOT / "tools" / "diagnostic_pages.py")
    return subprocess.run([sys.executable, tool, *arguments], capture_output=True, text=True)


def test_the_pages_are_fresh(refresh: bool) -> None:
    run = run_tool() if refresh else run_tool("--check")
    assert run.returncode == 0, run.stdout + run.stderr


def test_stale_missing_and_orphaned_pages_are_told(tmp_path: Path) -> None:
    assert run_tool("--folder", str(tmp_path)).returncode == 0
    stale, missing, *_ = sorted(tmp_path.glob("BTS*.md"))
    stale.write_text("old")
    missing.unlink()
    (tmp_path / "BTS000.md").write_text("gone")
    run = run_tool("--check", "--folder", str(tmp_path))
    assert run.returncode == 1
    assert run.stdout.splitlines()[:-1] == [
        "BTS000.md: no code has this page",
        f"{stale.name}: stale",
        f"{missing.name}: missing",
    ]
    assert run_tool("--folder", str(tmp_path)).returncode == 0
    assert run_tool("--check", "--folder", str(tmp_path)).returncode == 0
