"""What the lines and margins of a text say, where its brackets cannot be trusted any more."""

import re

BLANKS = re.compile(r"[ \t\r]*")


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset starts."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, its newline not included."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def margin(text: str, offset: int) -> int:
    """How far the line of an offset is indented."""
    start = line_start(text, offset)
    return first_character(text, start) - start


def first_character(text: str, offset: int) -> int:
    """The first place at or after an offset that is no blank."""
    match = BLANKS.match(text, offset)
    return match.end() if match else offset
