"""What importing the library costs those who need little of it."""

import os
import subprocess
import sys


def output_of(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    ).stdout


def test_a_load_test_loads_neither_pytest_nor_the_compiler() -> None:
    loaded = set(output_of("import sys, specc.runtime; print(*sys.modules)").split())
    assert not loaded & {"pytest", "jsonschema_rs", "lark", "jinja2", "networkx", "typer"}
    ours = {name for name in loaded if name.startswith("specc.")}
    assert all(name.startswith("specc.runtime") for name in ours)


def test_the_mark_is_there_when_it_is_asked_for() -> None:
    program = (
        "from specc.runtime import obligation; print(obligation('a.b', 'shop.bts:7', 'smoke').args)"
    )
    assert output_of(program) == "('a.b', 'shop.bts:7', 'smoke')\n"


def test_hypothesis_is_loaded_only_to_make_up_requests() -> None:
    loaded = output_of("import sys, specc.runtime.properties; print(*sys.modules)").split()
    assert "hypothesis" not in loaded
