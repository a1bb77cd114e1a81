"""A build that has nothing to do, and one with one edited file among many."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from interleaved import seconds, show
from made_specs import spec_of


def main() -> None:
    """Print both as multiples of `python -c pass`."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    text = spec_of(4)
    with tempfile.TemporaryDirectory() as folder:
        specs = Path(folder) / "specs"
        specs.mkdir()
        for number in range(count):
            (specs / f"part{number}.bts").write_text(
                text.replace("service big", f"service s{number}")
            )
        env = {"SPECC_CACHE_DIR": f"{folder}/cache"}
        build = [str(Path(sys.executable).with_name("specc")), "build", "specs", "--quiet"]
        seconds({"first": build}, 1, cwd=Path(folder), env=env)
        edited = 0

        def edit() -> None:
            nonlocal edited
            edited += 1
            path = specs / f"part{count // 2}.bts"
            path.write_text(text.replace("service big", f"service s{count // 2}") + f"# {edited}\n")

        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            f"no-op of {count} files": build,
            f"one of {count} edited": build,
        }
        before = {f"one of {count} edited": edit}
        show(seconds(commands, 9, cwd=Path(folder), env=env, before=before), "python -c pass")


if __name__ == "__main__":
    main()
