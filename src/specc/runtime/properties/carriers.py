"""What each part of a request can carry: not every text has a way to be sent everywhere."""

from __future__ import annotations

import string

import attrs
from hypothesis import strategies as st

_IN_HEADER = "".join(char for char in string.printable if " " <= char <= "~")
_IN_COOKIE = "".join(char for char in _IN_HEADER if char not in ' ",;\\')


@attrs.frozen
class Carrier:
    """A part of a request: `json` for a JSON body, `form` for a form's fields, or a parameter's.

    `typed` tells whether numbers and null have a form of their own there. `least` is how short a
    text may be: an empty path segment is another path, an empty header is none, and many servers
    drop parameters and fields that are empty.
    """

    name: str
    typed: bool
    least: int

    def least_of(self, high: int | None) -> int:
        """How short a text of at most `high` may be: what is only often dropped may be empty."""
        return 0 if high == 0 and self.name in ("query", "form") else self.least

    def characters(self) -> st.SearchStrategy[str]:
        """The characters that texts may be made of."""
        match self.name:
            case "header":
                return st.sampled_from(_IN_HEADER.replace(" ", "").replace(",", ""))
            case "cookie":
                return st.sampled_from(_IN_COOKIE)
            case "path":
                # Many servers take an encoded slash for one that divides, and cut at `;`.
                return st.characters(
                    exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters="/\\;.%"
                )
            case "query":
                return st.characters(exclude_categories=["Cs", "Cc"])
            case "form":
                return st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\x00")
            case _:
                return st.characters(exclude_categories=["Cs"])

    def carries(self, text: str) -> bool:
        """Whether a text that was made for another reason can be sent here, and come as it is."""
        if len(text) < self.least:
            return False
        match self.name:
            case "header":
                inside = all(" " <= char <= "~" for char in text)
                return inside and "," not in text and text == text.strip()
            case "cookie":
                return all(char in _IN_COOKIE for char in text)
            case "path":
                return (
                    text.isprintable()
                    and not any(char in "/\\;%" for char in text)
                    and (text.strip(".") != "")
                )
            case "query":
                return text.isprintable()
            case _:
                return True


JSON = Carrier("json", True, 0)
FORM = Carrier("form", False, 1)
_PARAMETERS = {
    "path": Carrier("path", False, 1),
    "query": Carrier("query", False, 1),
    "header": Carrier("header", False, 1),
    "cookie": Carrier("cookie", False, 1),
}


def carrier_of(place: str) -> Carrier:
    """The carrier of a parameter in path, query, header or cookie."""
    return _PARAMETERS[place]


def carrier_of_body(form: str | None) -> Carrier:
    """The carrier of a body of a form."""
    return FORM if form in ("form", "multipart") else JSON
