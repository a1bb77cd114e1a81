"""Words that stand where no such word can: unknown, from other languages, or not yet there."""

import re

from specc.diagnostics.catalogue.habits import GHERKIN
from specc.diagnostics.catalogue.syntax import LATER_WORD, UNKNOWN_DECLARATION, UNKNOWN_STATEMENT
from specc.diagnostics.suggest import did_you_mean
from specc.source import Span
from specc.syntax.expectations import listed
from specc.syntax.explain.scene import Finding, Scene
from specc.syntax.wording import quoted

LATER = {
    "database": "checks of what a database holds",
    "broker": "message brokers",
    "event": "messages that a service sends or takes",
    "stub": "stand-ins for other services",
    "unit": "tests of Python functions",
    "environment": "what a service needs around it",
}
"""Words kept for declarations to come, and what they will be for."""

GHERKIN_STEP = re.compile(
    r"(?:(?P<step>Given|When|Then|And|But)[ \t]+\S|"
    r"(?P<head>Feature|Background|Scenario|Scenario Outline|Examples|Rule)[ \t]*:)"
)
LITTLE = 3
"""How far behind a misspelt word the fault is that shows that it is one: at the next token."""

FIRST_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def gherkin(scene: Scene) -> Finding | None:
    found = GHERKIN_STEP.match(scene.line_text)
    if found is None or scene.span.start > scene.line_first + found.end():
        return None
    word = found["step"] or found["head"]
    return Finding(
        GHERKIN,
        f"`{word}` is Gherkin: a spec calls endpoints instead of telling a story",
        Span(scene.line_first, scene.line_first + len(word)),
        help='a test is `test "..." as ACTOR { ... }`; its steps are calls, such as '
        "`create_order with { ... } -> order`, and `expect` lines",
    )


def unknown_declaration(scene: Scene) -> Finding | None:
    """A word outside of all blocks that starts no declaration."""
    if not (scene.place.outside and scene.at_statement_start and scene.kind == "NAME"):
        return None
    if scene.word in LATER:
        return Finding(
            LATER_WORD,
            f"`{scene.word}` declarations come later: they will be for {LATER[scene.word]}",
            scene.span,
            help="this version does not know them; take the declaration out",
        )
    words = scene.expectations.texts
    known = sorted(words[kind] for kind in scene.statement_words if kind in words)
    near = did_you_mean(scene.word, known)
    if scene.word in words.values():
        help_ = "it belongs inside of a block: does a `}` before it close too much?"
    else:
        help_ = f"a declaration starts with {listed(known)}"
    return Finding(
        UNKNOWN_DECLARATION,
        f"{quoted(scene.word)} starts no declaration"
        + (f", did you mean `{near}`?" if near else ""),
        scene.span,
        help=help_,
    )


def unknown_statement(scene: Scene) -> Finding | None:
    """A word that starts no statement of its block, or is near to one that does."""
    start = scene.place.start
    found = FIRST_WORD.match(scene.text, start)
    if scene.place.outside or found is None or scene.span.start > found.end() + LITTLE:
        return None
    words = scene.expectations.texts
    known = sorted(
        words[kind]
        for kind in scene.statement_words
        if kind in words and words[kind].isidentifier()
    )
    if found[0] in known:
        return None
    near = did_you_mean(found[0], known)
    if near is None and not (scene.at_statement_start and scene.kind == "NAME" and known):
        return None
    if near is None and "KEY" in scene.accepted:
        return None
    return Finding(
        UNKNOWN_STATEMENT,
        f"{quoted(found[0])} starts no statement here"
        + (f", did you mean `{near}`?" if near else ""),
        Span(start, found.end()),
        help=f"here a line starts with {listed(known)}",
    )
