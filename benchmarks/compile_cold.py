"""From text to files: lines and endpoints a second, and peak memory, for specs of several sizes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from interleaved import peak_of_children
from made_specs import spec_of


def main() -> None:
    """Print a row a size. The cache is cold: each build has a folder of its own for it."""
    sizes = [int(text) for text in sys.argv[1:]] or [100, 1000, 10000]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            spec = Path(folder) / "specs" / "big.bts"
            spec.parent.mkdir()
            spec.write_text(text := spec_of(size))
            env = {**os.environ, "SPECC_CACHE_DIR": f"{folder}/cache"}
            start = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "specc", "build", "specs", "--quiet"], cwd=folder, env=env
            )
            passed = time.perf_counter() - start
            lines = text.count("\n")
            print(
                f"{size:6} endpoints {lines:7} lines {passed:7.2f} s {lines / passed:8.0f} lines/s "
                f"{size / passed:7.0f} endpoints/s, peak {peak_of_children():.0f} MB, "
                f"exit {done.returncode}"
            )


if __name__ == "__main__":
    main()
