"""The text behind `specc explain`: what a code means, at length."""

from specc.diagnostics import catalogue
from specc.diagnostics.code import Code
from specc.diagnostics.render.visible import visible
from specc.diagnostics.suggest import did_you_mean


class UnknownCodeError(LookupError):
    """There is no such code; the message says so, and names a near one."""


def explain(wanted: str) -> str:
    """What the code means, as Markdown. `bts203` and `203` will do for BTS203."""
    code_id = wanted.strip().upper()
    if code_id.isdecimal():
        code_id = f"BTS{code_id}"
    code = catalogue.CATALOGUE.get(code_id)
    if code is None:
        raise UnknownCodeError(_unknown(wanted, code_id))
    return explanation(code)


def listing() -> str:
    """All codes, one a line, with their titles."""
    return "".join(f"{code.id}  {code.title}\n" for code in catalogue.CATALOGUE.values())


def explanation(code: Code, said: str | None = None) -> str:
    """The page of a code, as Markdown. `said` is what the compiler says about its example."""
    parts = [
        f"# {code.id}: {code.title}",
        f"Severity: {code.severity}.",
        code.explanation.rstrip(),
        "## Example",
        _fenced(code.example, "bts"),
    ]
    for name, text in code.files:
        parts += [f"with `{name}`:", _fenced(text, "bts" if name.endswith(".bts") else "text")]
    if said is not None:
        parts += ["of which the compiler says:", _fenced(said, "text")]
    parts += ["## Put right", _fenced(code.fixed, "bts")]
    return "\n\n".join(parts) + "\n"


def _unknown(wanted: str, code_id: str) -> str:
    if code_id in catalogue.RETIRED:
        return f"{code_id} is retired: the compiler no longer raises it"
    near = did_you_mean(code_id, catalogue.CATALOGUE)
    hint = f"did you mean {near}?" if near else "`specc explain` alone lists all codes"
    return f"there is no code `{wanted}`; {hint}"


def _fenced(text: str, language: str) -> str:
    """A code block whose fence is longer than any in the text."""
    fence = "```"
    while fence in text:
        fence += "`"
    # A byte that is no text can't be written as one: it is named.
    lines = "\n".join(line if _is_text(line) else visible(line) for line in text.splitlines())
    return f"{fence}{language}\n{lines.rstrip()}\n{fence}"


def _is_text(line: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in line)
