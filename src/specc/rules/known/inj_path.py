"""Input leads to a file outside."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.path",
    families=("injection",),
    kind="path",
    severity="high",
    cwe=22,
    owasp="",
    title="Input leads to a file outside",
    why="Configuration, keys and source lie beside what is meant to be read.",
    needs="a parameter or a field that takes text",
    fails="the content of a well-known file of the system comes back",
    control="a path of the same shape to no file brings nothing of the kind",
    example=Example(
        sent="GET /files?name=../../../etc/passwd", answered="200 root:x:0:0:root:/root:/bin/bash"
    ),
    remedy="Resolve the path, and check that it lies inside the folder that is meant.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.injection:takes_as_data",
)
