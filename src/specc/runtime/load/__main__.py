"""Where `specc load` starts a run: ready for Ctrl-C before the first import of weight."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 1


def _main() -> int:
    try:
        from specc.runtime.load.command import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("specc load: it was interrupted before it began\n")
        return INTERRUPTED


if __name__ == "__main__":
    code = _main()
    sys.stdout.flush()
    sys.stderr.flush()
    # Locust leaves greenlets behind that would hold up an ordinary exit.
    os._exit(code)
