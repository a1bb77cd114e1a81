"""The marks that stand for "nothing was given", where None is a value of its own."""

import enum
from typing import Final, Literal, TypeAlias


class Mark(enum.Enum):
    """Members compare by identity, so that they can be told apart from every value of an API."""

    ABSENT = "absent"
    DECLARED = "declared"


Absent: TypeAlias = Literal[Mark.ABSENT]
Declared: TypeAlias = Literal[Mark.DECLARED]

ABSENT: Final = Mark.ABSENT
"""No body, no default: `None` would be JSON's null."""

DECLARED: Final = Mark.DECLARED
"""The contract that the endpoint declares for the status that came."""
