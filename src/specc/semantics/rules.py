"""The words that security blocks may use: families of rules, rules, and kinds of injection."""

from __future__ import annotations

from typing import Final

from specc import rules

INJECTIONS: Final = frozenset(rules.INJECTIONS)
"""What may stand after `injection`."""

FAMILIES: Final = rules.FAMILIES
"""Words that stand for several rules."""

RULES: Final = frozenset(rules.RULES)
"""The full names of all rules."""

UNLOADED: Final = rules.UNLOADED
"""Why rules that other packages bring are not among them."""

SEVERITIES: Final = rules.SEVERITIES
"""How bad a finding can be, from the mildest to the worst."""
