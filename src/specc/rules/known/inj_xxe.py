"""A document of XML brings in files or URLs."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.xxe",
    families=("injection",),
    kind="xxe",
    severity="high",
    cwe=611,
    title="A document of XML brings in files or URLs",
    why="An entity reads the server's files, and calls what only the server reaches.",
    fails=(
        "an entity is replaced by the content of a file of the system, or a listener of the "
        "test's own is called at a random path; JSON endpoints are sent XML as well"
    ),
    control=(
        "the document without a type is taken and has no such content; another file's name "
        "brings none"
    ),
    needs="a body of XML or JSON",
    example=Example(
        sent='POST /import <!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r>&e;</r>',
        answered='200 {"r": "root:x:0:0:..."}',
    ),
    remedy="Switch off document types and external entities in the parser.",
    applies="specc.plan.security.probing:documents",
    probe="specc.runtime.security.xml:brings_nothing_in",
)
