"""Doc strings, written so that the reader makes the same text of them."""

from __future__ import annotations


def doc_lines(text: str) -> tuple[str, ...]:
    """The lines of a doc string, without the margin that it gets where it stands.

    The reader takes the margin of the lines behind the first away; so where those have more of a
    margin than the first, or the first has one itself, the text starts on a line of its own.
    """
    first, *rest = text.split("\n")
    if not rest:
        space = " " if first.endswith('"') or first != first.rstrip() else ""
        return (f'"""{first}{space}"""',)
    margins = [len(line) - len(line.lstrip()) for line in rest if line.strip()]
    if first != first.lstrip() or min(margins, default=0) > 0 or not first:
        return ('"""', first, *rest, '"""')
    return (f'"""{first}', *rest, '"""')
