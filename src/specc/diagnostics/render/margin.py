"""The left edge of a snippet: line numbers, the bar, and what is drawn into it."""

import attrs

from specc.diagnostics.render.style import Paint, Style


@attrs.frozen
class Margin:
    """Draws rows behind a margin that has room for line numbers of so many digits."""

    digits: int
    paint: Paint

    @property
    def bar(self) -> str:
        """A row with nothing but the bar."""
        return self.paint(f"{'':{self.digits}} |", Style.FRAME)

    @property
    def indent(self) -> int:
        """The column at which the text of a row starts."""
        return self.digits + 3

    def place(self, arrow: str, place: str) -> str:
        """The row that says which file the rows below it are from."""
        return f"{'':{self.digits}}{self.paint(arrow, Style.FRAME)} {place}"

    def numbered(self, line: int, text: str) -> str:
        """A row of source text."""
        bar = self.paint(f"{line:{self.digits}} |", Style.FRAME)
        return f"{bar} {text}".rstrip(" ")

    def below(self, text: str) -> str:
        """A row under a row of source text."""
        return f"{self.bar} {text}".rstrip(" ")

    def elided(self, text: str) -> str:
        """A row that stands for source lines left out."""
        return self.paint("...".ljust(self.indent), Style.FRAME) + text

    def note(self, word: str, text: str) -> str:
        """A row that closes the diagnostic: `= help: ...`."""
        sign = self.paint("=", Style.FRAME)
        return f"{'':{self.digits}} {sign} {self.paint(word, Style.STRONG)}: {text}"
