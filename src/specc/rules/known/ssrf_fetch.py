"""The service calls whatever URL it is given."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="ssrf.fetch",
    families=("ssrf",),
    severity="high",
    cwe=918,
    owasp="API7:2023",
    title="The service calls whatever URL it is given",
    why=(
        "The service stands behind the firewall: who chooses its URLs reaches what is "
        "only meant for it."
    ),
    needs="a parameter or a field that takes a URL",
    fails="a listener of the test's own, on loopback, is called at a random path",
    control="the path is random: nobody else knows it",
    example=Example(
        sent='POST /previews {"url": "http://127.0.0.1:40123/fetchedx81"}',
        answered='200 {"status": "fetched"} (and the listener was called)',
    ),
    remedy="Allow destinations by name, and refuse loopback and private addresses.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.urls:follows_no_stranger",
)
