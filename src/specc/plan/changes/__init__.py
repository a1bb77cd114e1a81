"""Single changes to a valid value: some make it invalid, some must leave it valid, some may."""

from specc.plan.changes.admits import admits
from specc.plan.changes.change import Change
from specc.plan.changes.constants import constant
from specc.plan.changes.finder import Changes

__all__ = ["Change", "Changes", "admits", "constant"]
