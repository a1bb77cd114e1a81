"""What the lines and margins of a text say, where its brackets cannot be trusted any more."""

import re

DECLARATION = re.compile(
    r"(?:(?:service|role|actor|contract|endpoint|flow|load|soak|security)[ \t]+"
    r"(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?:import|test)[ \t]*\")"
)
"""How a declaration starts. In the first column of a line nothing else is likely to look so."""

DECLARATION_LINE = re.compile(rf"^{DECLARATION.pattern}", re.MULTILINE)

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
