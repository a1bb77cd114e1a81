"""Parts of specs, made whole with a spec whose declarations of the same names give way to theirs."""

import attrs

from specc.source import SourceFile
from specc.syntax.nodes.declarations import Declaration
from specc.syntax.parser import parse


def key(declaration: Declaration) -> tuple[str, str]:
    """What a declaration is called, and among which others it has to be the only one of that name."""
    for named in ("name", "title", "path"):
        called = getattr(declaration, named, None)
        if called is not None:
            text = getattr(called, "text", called)
            return ("test" if named == "title" else named, str(text))
    raise AssertionError(f"{type(declaration).__name__} has no name")


@attrs.frozen
class Whole:
    """A spec that is made of a part and of what was added, which begins after `length` characters."""

    text: str
    length: int


def completed(part: str, spec: str) -> Whole:
    """The part, and below it the declarations of a spec that the part has none of that name of.

    Its services are left out where the part has one: there is one for all endpoints.
    """
    own = parse(SourceFile("part.bts", part)).module.declarations
    names = {key(one) for one in own}
    kinds = {type(one).__name__ for one in own}
    rest = [
        spec[one.span.start : one.span.end]
        for one in parse(SourceFile("spec.bts", spec)).module.declarations
        if key(one) not in names and not (type(one).__name__ == "Service" and "Service" in kinds)
    ]
    return Whole("\n\n".join([part.rstrip("\n"), *rest]) + "\n", len(part.rstrip("\n")))
