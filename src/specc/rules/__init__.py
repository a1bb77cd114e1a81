"""The security rules: what each looks for, how it decides, and how bad it is. Data, no code.

The compiler selects rules by these names, and what a run finds is reported with these facts.
"""

from specc.rules.catalogue import FAMILIES, INJECTIONS, RULES, selected
from specc.rules.rule import Rule

__all__ = ["FAMILIES", "INJECTIONS", "RULES", "Rule", "selected"]
