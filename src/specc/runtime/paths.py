"""Places in JSON values, written as in `lines[0].quantity`; odd keys are quoted: `["a.b"].c`."""

import json
import re
from collections.abc import Iterable
from typing import TypeAlias

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]

_WORD = re.compile(r"[^\W\d][\w-]*")
_STEP = re.compile(r"\.?([^.\[\]\"]+)|\[(\d+)\]|\.?\[(\"(?:[^\"\\]|\\.)*\")\]")


def join(prefix: str, steps: Iterable[Step]) -> str:
    """The place `steps` below `prefix`, as text."""
    text = prefix
    for step in steps:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _WORD.fullmatch(step):
            text += f".{step}" if text else step
        else:
            text += f"[{json.dumps(step, ensure_ascii=False)}]"
    return text


def parse(text: str) -> Path:
    """The steps of a place; the empty text is the whole value.

    Raises ValueError where the text is not a place.
    """
    steps: list[Step] = []
    at = 0
    while at < len(text):
        found = _STEP.match(text, at)
        if found is None:
            raise ValueError(
                f"{text!r} is no place in a value: it makes no sense from {text[at:]!r}"
            )
        word, index, quoted = found.groups()
        steps.append(int(index) if index else json.loads(quoted) if quoted else word)
        at = found.end()
    return tuple(steps)
