"""Colours of the human renderer: plain ANSI, or none."""

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias


class Style(Enum):
    """What a piece of the output is, with the ANSI parameters that show it."""

    ERROR = "1;31"
    WARNING = "1;33"
    FRAME = "1;34"
    STRONG = "1"


Paint: TypeAlias = Callable[[str, Style], str]


def plain(text: str, _style: Style) -> str:
    """The text as it is."""
    return text


def coloured(text: str, style: Style) -> str:
    """The text in the colours of its style."""
    return f"\x1b[{style.value}m{text}\x1b[0m" if text else text
