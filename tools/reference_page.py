"""Writes docs/reference.md: every form that the grammar knows, each with an example that compiles.

python tools/reference_page.py           # write
python tools/reference_page.py --check   # fail where the page is stale
"""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from grammar_examples import Example, examples, mistakes
from grammar_forms import Form, Rule, place, rules

from specc.diagnostics.catalogue import CATALOGUE
from specc.highlight.words import words
from specc.syntax.build import builders
from specc.syntax.build.endpoint import ALONE, OF_PARAMETER
from specc.syntax.grammar_file import grammar_text

PAGE = Path(__file__).parent.parent / "docs" / "reference.md"

SECTIONS = {
    "modules": ("Modules", "modules"),
    "services, roles, actors, flows": ("Services, roles, actors, flows", "service"),
    "contracts": ("Contracts", "contract-and-types"),
    "types": ("Types", "contract-and-types"),
    "endpoints": ("Endpoints", "endpoint"),
    "tests and steps": ("Tests and steps", "test"),
    "expressions": ("Expressions", "expressions"),
    "load": ("Load profiles", "load"),
    "security": ("Security blocks", "security"),
    "pipelines": ("Pipelines", "pipeline"),
}
"""The parts of the grammar: their headings here, and where docs/language.md tells of them."""

TEXT = ("Text", "text")
"""For mistakes that are in no form: bytes that are no text, brackets that are never closed."""

LEFT_OUT = {"module", "module_doc", "doc"}

HEAD = """\
# All forms of the language

Made by `tools/reference_page.py` of the grammar, of specs that compile, and of the catalogue of
diagnostics. [The language](language.md) tells what each means.

| in a form | stands for |
| --- | --- |
| `word` | itself |
| `NAME`, `TYPE` | what the section of that name has, or a name, text, number or pattern |
| `[x]` | x, or nothing |
| `[x]...` | x any number of times |
| `( x \\| y )` | one of these |
| `{ x ... }` | a block: an x a line |
| `{ x, ... }` | a table: x with commas or newlines between |
| `x, ...` | x, and more of them with commas between |
| `"["` | a bracket that is written |

Before a declaration, and before a field, there may be a `\"\"\"doc string\"\"\"`.
"""


def title(rule: str) -> str:
    """The heading of a rule."""
    return rule.strip("_").replace("_", " ")


def cell(text: str) -> str:
    """Code in a table."""
    escaped = text.replace("|", "\\|")
    return f"`` {escaped} ``" if "`" in text else f"`{escaped}`"


def link(rule: str) -> str:
    """To a rule on this page."""
    return f"[{title(rule)}](#{title(rule).replace(' ', '-')})"


def is_shared(form: Form, rule: Rule) -> bool:
    """Whether other forms of the rule make the same node, so that words alone tell them apart."""
    return sum(other.builder == form.builder for other in rule.forms) > 1


def example_of(form: Form, rule: Rule, known: Mapping[str, tuple[Example, ...]]) -> Example | None:
    """The best example of a form: a part of a spec that has been made into its node."""
    for example in known.get(form.builder, ()):
        words = set(re.findall(r"[A-Za-z_]+", example.text))
        if not is_shared(form, rule) or (form.words and words >= set(form.words)):
            return example
    return None


def shows_itself(form: Form, rule: Rule) -> bool:
    """Whether a form needs no example: one word, one of several places, or another rule's name."""
    is_place = is_shared(form, rule) and not form.words
    return form.builder not in builders() or form.text in form.words or is_place


def lacking(made: Iterable[Rule], known: Mapping[str, tuple[Example, ...]]) -> list[str]:
    """The forms that should have an example, and have none."""
    return [
        form.text
        for rule in made
        for form in rule.forms
        if not shows_itself(form, rule) and example_of(form, rule, known) is None
    ]


def block(example: Example) -> list[str]:
    """An example that takes lines of its own."""
    return ["", f"<!-- taken from: {example.source} -->", "```bts", example.text, "```"]


def row(form: Form, rule: Rule, example: Example | None) -> str:
    """A form in the table of its rule."""
    alone = len(form.parts) == 1 and form.text == place(form.parts[0])
    shown = link(form.parts[0]) if alone else cell(form.text)
    if example is None or "\n" in example.text:
        return f"| {shown} | |"
    return f"| {shown} | {cell(re.sub(' +', ' ', example.text))} |"


def section(rule: Rule, known: Mapping[str, tuple[Example, ...]]) -> list[str]:
    """The forms of a rule."""
    lines = ["", f"### {title(rule.name)}", ""]
    if rule.comment:
        lines += [rule.comment, ""]
    found = [
        (form, None if shows_itself(form, rule) else example_of(form, rule, known))
        for form in rule.forms
    ]
    if all(form.text in form.words for form in rule.forms):
        lines.append(", ".join(f"`{form.text}`" for form in rule.forms))
    else:
        lines += ["| form | example |", "| --- | --- |"]
        lines += [row(form, rule, example) for form, example in found]
    for _, example in found:
        if example is not None and "\n" in example.text:
            lines += block(example)
    parts = [part for form in rule.forms for part in form.parts if form.text != place(part)]
    parts = [part for part in dict.fromkeys(parts) if part not in LEFT_OUT | {rule.name}]
    if parts:
        lines += ["", f"Parts: {', '.join(map(link, parts))}."]
    return lines


def told(codes: Iterable[str]) -> list[str]:
    """The mistakes that are made in a part of the language."""
    lines = ["", "| what goes wrong | |", "| --- | --- |"]
    for code in codes:
        what = CATALOGUE[code].title.replace("|", "\\|")
        lines.append(f"| [{code}](diagnostics/{code}.md) | {what} |")
    return lines


def all_words(made: tuple[Rule, ...]) -> list[str]:
    """Each word of the grammar, with the rules that have it; then the names that are built in."""
    where: dict[str, dict[str, None]] = {}
    for rule in made:
        for form in rule.forms:
            for word in form.words:
                where.setdefault(word, {})[rule.name] = None
    lines = [
        "",
        "## Words",
        "",
        "Each is a keyword where its form has it, and a name elsewhere.",
        "",
    ]
    lines += ["| word | in |", "| --- | --- |"]
    for word in sorted(where, key=lambda one: (one.lower(), one)):
        lines.append(f"| `{word}` | {', '.join(map(link, where[word]))} |")
    built_in = {
        "scalar types": words().types,
        "functions": words().functions,
        "conditions after `when`": [
            *ALONE,
            *(f"NAME {word}" for word in OF_PARAMETER),
            "body invalid",
            "query invalid",
            "rate exceeded",
        ],
    }
    lines += ["", "## Names that are built in", "", "| are | |", "| --- | --- |"]
    lines += [
        f"| {what} | {', '.join(f'`{name}`' for name in sorted(names))} |"
        for what, names in built_in.items()
    ]
    return lines


def page(made: tuple[Rule, ...], known: Mapping[str, tuple[Example, ...]]) -> str:
    """The page, as Markdown."""
    codes = mistakes({form.builder: rule.section for rule in made for form in rule.forms}, TEXT[0])
    lines = [HEAD.rstrip("\n"), *told(codes.get(TEXT[0], ()))]
    for name, (heading, anchor) in SECTIONS.items():
        lines += ["", f"## {heading}", "", f"[What they mean](language.md#{anchor})."]
        for rule in made:
            if rule.section == name:
                lines += section(rule, known)
        lines += told(codes.get(name, ()))
    return "\n".join([*lines, *all_words(made)]) + "\n"


def main() -> int:
    """Write the page, or check it."""
    made = tuple(rule for rule in rules(grammar_text()) if rule.name not in LEFT_OUT)
    known = examples()
    wanted = page(made, known)
    wrong = [
        f"no example of `{form}`: write one into docs/language.md" for form in lacking(made, known)
    ]
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(wanted, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != wanted:
        wrong.append(f"{PAGE.name}: stale; run python tools/reference_page.py")
    print("".join(f"{line}\n" for line in wrong), end="")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
