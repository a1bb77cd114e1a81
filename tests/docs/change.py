"""Makes the change that a `diff` block of a page shows: `change.py FILE <BLOCK`.

The block is what an editor's reader sees: lines that stay, lines with `-` that go, and lines with
`+` that come in their place. What it finds must stand in the file once.
"""

import sys
from pathlib import Path


def changed(text: str, block: str) -> str:
    """The text after the change. Raises ValueError where there is no one place for it."""
    lines = block.splitlines()
    before = "".join(line[1:] + "\n" for line in lines if not line.startswith("+"))
    after = "".join(line[1:] + "\n" for line in lines if not line.startswith("-"))
    if text.count(before) != 1:
        raise ValueError(f"stands there {text.count(before)} times:\n{before}")
    return text.replace(before, after)


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(changed(file.read_text(encoding="utf-8"), sys.stdin.read()), encoding="utf-8")
