"""Passwords may be guessed without an end."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="auth.bruteforce",
    families=("bruteforce",),
    severity="high",
    cwe=307,
    owasp="API2:2023",
    title="Passwords may be guessed without an end",
    opt_in=True,
    why="Who may try for ever gets in sooner or later.",
    fails=(
        "after a hundred wrong passwords in a row the right one still gets in, and none was "
        "answered 429 or 423, or came slower; or a made-up header of another client makes the "
        "limit go away"
    ),
    control="the right password gets in before; the account is a throw-away one",
    needs="a log-in that says 401, and an actor that signs up with unique(...) before it logs in",
    example=Example(
        sent=(
            'POST /login {"email": "a@example.com", "password": "wrong"}   (100 times)\n'
            'POST /login {"email": "a@example.com", "password": "right"}'
        ),
        answered=('401 {"title": "wrong"}   (100 times)\n200 {"token": "..."}'),
    ),
    remedy=(
        "Slow down, lock or challenge after a few failures of one account, and count by "
        "account, not by a header."
    ),
    applies="specc.plan.security.guessing:log_ins",
    probe="specc.runtime.security.guessing:ends_guesses",
)
