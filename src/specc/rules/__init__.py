"""The security rules: what each looks for, how it decides, and how bad it is.

Each is a file in `known/`. The compiler selects rules by these names and finds from them what plans
and what checks a rule, and what a run finds is reported with these facts.
"""

from specc.rules.rule import SEVERITIES, Example, Rule, Severity

# Packages whose rules the catalogue loads import the names above from here.
# isort: split
from specc.rules.catalogue import FAMILIES, INJECTIONS, RULES, UNLOADED, selected

__all__ = [
    "FAMILIES",
    "INJECTIONS",
    "RULES",
    "SEVERITIES",
    "UNLOADED",
    "Example",
    "Rule",
    "Severity",
    "selected",
]
