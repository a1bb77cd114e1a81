"""Many cases without I/O: a fresh suite, the same again, and as many empty tests."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from interleaved import seconds, show
from made_specs import spec_of

EMPTY = """
import pytest

@pytest.mark.parametrize("number", range({count}))
def test_nothing(number):
    pass
"""

NO_IO = """
import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    return True

@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    fixturedef.cached_result = (None, fixturedef.cache_key(request), None)
    return True
"""


def main() -> None:
    """Print cold and warm as multiples of the empty tests."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    from specc.driver.compiling import emitted
    from specc.frontend import check_text, compile_front, loader
    from specc.ir.lower import lower
    from specc.plan.planning import make_plan

    endpoints = max(4, wanted * 4 // 53)
    files = {"big.bts": spec_of(endpoints - endpoints % 4)}
    if check_text(files, "big.bts"):
        raise SystemExit("the made spec has errors")
    front = compile_front("big.bts", loader(files), files.get)
    plan = make_plan(lower(front.program, "big", files.get))
    count = sum(len(test.changes) or 1 for part in plan.endpoints for test in part.tests)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, pieces in emitted(plan, 2):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(b"".join(pieces))
        (folder / "no_io.py").write_text(NO_IO)
        (folder / "empty").mkdir()
        (folder / "empty" / "test_empty.py").write_text(EMPTY.format(count=count))

        def forget() -> None:
            for cache in folder.rglob("__pycache__"):
                shutil.rmtree(cache)

        suite = [sys.executable, "-m", "pytest", "-q", "-p", "no_io", "big"]
        commands = {
            "empty tests": [sys.executable, "-m", "pytest", "-q", "empty"],
            "cold": suite,
            "warm": suite,
        }
        env = {"PYTHONPATH": str(folder)}
        print(f"{count} cases of {endpoints} endpoints")
        show(seconds(commands, 3, cwd=folder, env=env, before={"cold": forget}), "warm")


if __name__ == "__main__":
    main()
