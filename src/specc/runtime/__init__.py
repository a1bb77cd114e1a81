"""What generated suites are written in.

A suite describes its contracts, endpoints, services and actors with the classes of this package,
lets actors `call` endpoints, and checks what comes back with `expect`, `check` and the comparisons.
Whatever does not hold is raised as `Broken`, whose text is the report. `specc.runtime.plugin` is
the pytest side of it: it starts services, cleans up, and writes the report file.
"""

from typing import TYPE_CHECKING

from specc.runtime.absent import ABSENT, DECLARED
from specc.runtime.actor import Actor, anonymous
from specc.runtime.broken import Broken, Finding
from specc.runtime.burst import burst
from specc.runtime.changes import Append, Change, Drop, Fill, Put, Repeat, Resize
from specc.runtime.checks import Checks
from specc.runtime.compare import (
    at_least,
    at_most,
    contains,
    each,
    equal,
    greater,
    holds,
    is_a,
    is_not_a,
    less,
    matches,
    not_contains,
    not_one_of,
    one_of,
    unequal,
)
from specc.runtime.conflict import no_conflict
from specc.runtime.contract import Contract
from specc.runtime.effects import Creates, FromBody, FromParam, Undo
from specc.runtime.endpoint import Endpoint, Returns
from specc.runtime.eventually import eventually
from specc.runtime.exchange import Headers, Request, Response
from specc.runtime.expect import expect, expect_status
from specc.runtime.feeds import feed
from specc.runtime.files import File, file, table
from specc.runtime.forged import forged
from specc.runtime.hosts import HostRefusedError
from specc.runtime.lists import (
    Listed,
    all_have,
    is_listed,
    none_new,
    not_listed,
    once_each,
    pages_within,
    read_list,
)
from specc.runtime.makers import actor_named, register_actors
from specc.runtime.mismatch import Mismatch
from specc.runtime.ordering import counts, in_order
from specc.runtime.paging import pages
from specc.runtime.pool import Pool
from specc.runtime.redaction import redact, redacted
from specc.runtime.rereading import (
    as_sent,
    change_kept,
    reads_back,
    rest_kept,
    server_decides,
)
from specc.runtime.serialise import Raw
from specc.runtime.service import Ready, Service, ServiceUnavailable
from specc.runtime.survived import survived
from specc.runtime.things import LeftBehind, Things, lasting
from specc.runtime.values import (
    UnsetError,
    env,
    now,
    random_uuid,
    secret,
    unique,
    unique_like,
    uuid,
)

if TYPE_CHECKING:
    from specc.runtime.marks import obligation

__all__ = [
    "ABSENT",
    "DECLARED",
    "Actor",
    "Append",
    "Broken",
    "Change",
    "Checks",
    "Contract",
    "Creates",
    "Drop",
    "Endpoint",
    "File",
    "Fill",
    "Finding",
    "FromBody",
    "FromParam",
    "Headers",
    "HostRefusedError",
    "LeftBehind",
    "Listed",
    "Mismatch",
    "Pool",
    "Put",
    "Raw",
    "Ready",
    "Repeat",
    "Request",
    "Resize",
    "Response",
    "Returns",
    "Service",
    "ServiceUnavailable",
    "Things",
    "Undo",
    "UnsetError",
    "actor_named",
    "all_have",
    "anonymous",
    "as_sent",
    "at_least",
    "at_most",
    "burst",
    "change_kept",
    "contains",
    "counts",
    "each",
    "env",
    "equal",
    "eventually",
    "expect",
    "expect_status",
    "feed",
    "file",
    "forged",
    "greater",
    "holds",
    "in_order",
    "is_a",
    "is_listed",
    "is_not_a",
    "lasting",
    "less",
    "matches",
    "no_conflict",
    "none_new",
    "not_contains",
    "not_listed",
    "not_one_of",
    "now",
    "obligation",
    "once_each",
    "one_of",
    "pages",
    "pages_within",
    "random_uuid",
    "read_list",
    "reads_back",
    "redact",
    "redacted",
    "register_actors",
    "rest_kept",
    "secret",
    "server_decides",
    "survived",
    "table",
    "unequal",
    "unique",
    "unique_like",
    "uuid",
]


def __getattr__(name: str) -> object:
    # A load test needs no pytest, and importing it takes longer than all the rest.
    if name == "obligation":
        from specc.runtime.marks import obligation

        return obligation
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
