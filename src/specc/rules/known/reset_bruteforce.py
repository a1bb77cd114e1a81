"""Codes of a reset may be guessed without an end."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="reset.bruteforce",
    families=("bruteforce",),
    severity="high",
    cwe=640,
    owasp="API2:2023",
    title="Codes of a reset may be guessed without an end",
    opt_in=True,
    why=(
        "A code of six digits is found within hours where guesses have no end, and with it "
        "any account is taken."
    ),
    fails=(
        "after a hundred wrong codes in a row the right one still works, and none was "
        "answered 429 or 423"
    ),
    control=(
        "the right code, which the spec's own steps come by, works in the end; else nothing is said"
    ),
    needs="a body with a short code, which the spec's own calls come by",
    example=Example(
        sent=(
            'POST /reset {"email": "a@example.com", "code": "000000"}   (100 times)\n'
            'POST /reset {"email": "a@example.com", "code": "417238"}'
        ),
        answered=("400   (100 times)\n204"),
    ),
    remedy="Withdraw a code after a few wrong guesses, and make it long.",
    applies="specc.plan.security.guessing:resets",
    probe="specc.runtime.security.guessing:ends_guesses",
)
