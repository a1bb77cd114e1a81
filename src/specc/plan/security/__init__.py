"""Security tests: from the rules that a block selects, and what the spec says of who may do what.

A rule (`specc.rules`) names the function here that plans it: from `Recipes` and an endpoint to
probes.
"""

from specc.plan.security.nodes import SecurityPlan, SecurityTest, Who
from specc.plan.security.planning import plan_security

__all__ = ["SecurityPlan", "SecurityTest", "Who", "plan_security"]
