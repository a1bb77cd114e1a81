"""Where security tests may be run: on this machine, and on hosts that the spec allows by name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from specc.runtime.hosts import AllowedHosts, is_loopback
from specc.runtime.security_budget import budget
from specc.runtime.service import Service


def only_against(*services: Service, hosts: Sequence[str]) -> None:
    """Skip the test if a service is neither on loopback nor on one of the hosts.

    From here on its requests count towards the budget of security tests: raises OutOfBoundsError
    where that is used up.
    """
    allowed = AllowedHosts.of(*hosts)
    for service in services:
        origin = service.origin
        if not is_loopback(origin.host) and origin not in allowed:
            pytest.skip(
                f"security tests run against loopback and allowed hosts only: {origin.host} is "
                f'neither; if it is meant, say `allow hosts "{origin.host}"` in the security block'
            )
    budget.begin()
