"""A credential outlives its log-out."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="session.revoked",
    families=("authentication", "session"),
    severity="high",
    cwe=613,
    owasp="API2:2023",
    title="A credential outlives its log-out",
    why=("Who logs out on a shared computer, or because a token was stolen, counts on it."),
    fails="after a log-out that succeeds, its credential is served as before",
    control=(
        "it is served before, and the log-out succeeds, in the same test; it is a log-in of "
        "the test's own"
    ),
    needs="a log-out by its name, its path or what it deletes, and an actor that logs in",
    example=Example(
        sent=("POST /logout\nGET /me"), answered=('204\n200 {"email": "alice@example.com"}')
    ),
    remedy="Keep sessions, or a list of withdrawn tokens, on the server, and look them up.",
    applies="specc.plan.security.sessions:sessions",
    probe="specc.runtime.security.sessions:ends_identity",
)
