"""How a part of a spec is quoted in a message."""

LONGEST = 40
"""How many characters of a part are shown."""


def quoted(text: str) -> str:
    """A part of the text as a message shows it: not all of a long one, and nothing invisible."""
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}..."
    if not text.isprintable():
        text = text.encode("unicode_escape").decode("ascii")
    return f"`{text}`" if "`" not in text else text
