"""One thing that is not as it should be."""

import attrs


@attrs.frozen
class Mismatch:
    """A place in a response, and how what is there differs from what was promised.

    `path` is as in `body.lines[0].quantity`, `status` or `header.Location`; it is empty where the
    mismatch is about no place in particular. `message` says it all in one line. `expected` and
    `got` are the two sides, in words or as JSON; both are empty where there are no two sides.
    """

    path: str
    message: str
    expected: str = ""
    got: str = ""

    @classmethod
    def between(cls, path: str, expected: str, got: str) -> "Mismatch":
        """A mismatch that has two sides."""
        return cls(path, f"expected {expected}, got {got}", expected, got)
