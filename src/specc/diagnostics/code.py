"""A diagnostic's code: the catalogued kind of mistake, with all that documents it."""

import re
from typing import Literal

import attrs

EXAMPLE = "example.bts"
"""The name of the file that an example is."""

CODE_ID = re.compile(r"BTS[0-9]{3}")


def dedented(text: str) -> str:
    """The text without the margin of the Python source that it stands in, ending in one newline.

    The margin is the least indentation of any line but one that starts right after the quotes.
    Tabs stay as they are: an example may be about them.
    """
    first, *rest = text.split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in rest if line.strip()), default=0)
    lines = [first.lstrip(" "), *(line[margin:] for line in rest)]
    return "\n".join(lines).strip("\n").rstrip() + "\n"


def _dedented_files(files: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, dedented(text)) for name, text in files)


@attrs.frozen(eq=False)
class Code:
    """One kind of mistake. Each is a constant of a `catalogue` module, and compared by identity.

    `explanation` is Markdown: what is wrong, why it matters, the way out. `example` is a spec that
    raises exactly this code, `fixed` the same spec put right; `files` are further files that both
    may import. The tests run them all.
    """

    id: str = attrs.field(validator=attrs.validators.matches_re(CODE_ID))
    title: str = attrs.field(kw_only=True, repr=False)
    explanation: str = attrs.field(kw_only=True, repr=False, converter=dedented)
    example: str = attrs.field(kw_only=True, repr=False, converter=dedented)
    fixed: str = attrs.field(kw_only=True, repr=False, converter=dedented)
    severity: Literal["error", "warning"] = attrs.field(default="error", kw_only=True, repr=False)
    files: tuple[tuple[str, str], ...] = attrs.field(
        default=(), kw_only=True, repr=False, converter=_dedented_files
    )

    def files_with(self, example: str) -> dict[str, str]:
        """What to compile: the failing example or the fixed one, and the files it may import."""
        return {EXAMPLE: example, **dict(self.files)}
