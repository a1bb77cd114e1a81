"""The words of a diagnostic, fit to show."""

import re
from collections.abc import Sequence

from specc.diagnostics.model import Diagnostic
from specc.diagnostics.render.visible import visible

LONGEST_WORD = 70
LONGEST_LINE = 1000

_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def message_lines(message: str) -> list[str]:
    """The lines of a message (mostly one), each fit to show, with monstrous names shortened.

    A message quotes the spec, and nothing keeps a spec from having a name of a megabyte.
    """
    return [visible(_shortened(line)).rstrip() for line in message.split("\n")]


def indented(lines: Sequence[str], indent: int) -> str:
    """The lines as one text, all but the first moved to the right.

    So no line of a message can pass for a diagnostic of its own.
    """
    return f"\n{' ' * indent}".join(lines)


def prose(diagnostic: Diagnostic) -> str:
    """The diagnostic without its source: its message, what its place says, and its help."""
    parts = (diagnostic.message, diagnostic.primary.message, diagnostic.help)
    return "\n".join(line for part in parts if part for line in message_lines(part))


def _shortened(line: str) -> str:
    if len(line) > LONGEST_LINE:
        line = f"{line[: LONGEST_LINE * 2 // 3]}…{line[-LONGEST_LINE // 3 :]}"
    return _LONG_WORD.sub(lambda word: f"{word[0][:40]}…{word[0][-20:]}", line)
