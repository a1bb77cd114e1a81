"""What is around an answer's body: statuses, headers, media types."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir.nodes import Endpoint, Return
from specc.mock.call import Call, Reply
from specc.mock.defects import Defect
from specc.mock.state import State
from specc.mutate.mutant import Mutant

_SUCCESSES = (200, 201, 202)
_ERRORS = (400, 403, 404, 409, 422)


def statuses(_state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Each promised status is another one: one that the endpoint declares too, or a fault."""
    promised = [item for item in endpoint.returns if item.conditions]
    success = endpoint.success
    for returned in ([success] if success else []) + promised:
        if returned.success and returned is not success:
            continue
        declared = {item.status for item in endpoint.returns}
        usual = _SUCCESSES if returned.success else _ERRORS
        others = [status for status in usual if status != returned.status]
        known = [
            status
            for status in others
            if status in declared
            and not returned.success
            and not _hides(endpoint, returned, status)
        ]
        unknown = [status for status in others if status not in declared]
        wrong = [*known[:1], *unknown[:1]] if returned.success else [*known[:1], 500]
        for status in wrong:
            yield _status(endpoint, returned, status)


def _hides(endpoint: Endpoint, returned: Return, status: int) -> bool:
    """Whether a status will do as well: who may not have a thing may be told that there is none."""
    kinds = {condition.kind for condition in returned.conditions}
    return (
        bool(endpoint.owned)
        and kinds == {"forbidden"}
        and any(
            condition.kind in ("unknown", "deleted")
            for item in endpoint.returns
            if item.status == status
            for condition in item.conditions
        )
    )


def _status(endpoint: Endpoint, returned: Return, status: int) -> Mutant:
    def reply(_call: Call, answer: Reply) -> Reply:
        return attrs.evolve(answer, status=status) if answer.returned is returned else answer

    conditions = tuple(
        condition.kind if condition.parameter is None else f"{condition.parameter} {condition.kind}"
        for condition in returned.conditions
    )
    what = f"when {', '.join(conditions)}" if conditions else "for a call that is done"
    return Mutant(
        "swaps_status",
        endpoint.name,
        f"{returned.status}_as_{status}",
        returned.place,
        f"{status} instead of {returned.status} {what}",
        Defect(endpoint.name, reply=reply),
        _of_conditions(endpoint, returned),
    )


def _of_conditions(endpoint: Endpoint, returned: Return) -> tuple[str, ...]:
    """The obligations that a return's conditions make."""
    name = endpoint.name
    found = []
    for condition in returned.conditions:
        match condition.kind:
            case "invalid" | "malformed":
                found.append(f"{name}.rejects")
            case "anonymous" | "forbidden":
                found.append(f"{name}.refuses")
            case "unknown":
                found.append(f"{name}.unknown.{condition.parameter}")
            case kind:
                found.append(f"{name}.{kind.replace(' ', '_')}")
    return tuple(found) or (f"{name}.conforms",)


def headers(_state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Each header that must be there is missing."""
    success = endpoint.success
    for returned in endpoint.returns:
        if returned is not success and not returned.conditions:
            continue
        for name, optional, _ in returned.headers:
            if optional:
                continue

            def reply(
                _call: Call, answer: Reply, returned: Return = returned, name: str = name
            ) -> Reply:
                if answer.returned is not returned:
                    return answer
                kept = tuple(pair for pair in answer.headers if pair[0].lower() != name.lower())
                return attrs.evolve(answer, headers=kept)

            yield Mutant(
                "lacks_header",
                endpoint.name,
                f"{returned.status}.{name}",
                returned.place,
                f"the header {name} of the {returned.status} is missing",
                Defect(endpoint.name, reply=reply),
                _of_conditions(endpoint, returned),
            )


def media_types(_state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """The body of a success is of another type than its header says."""
    success = endpoint.success
    if success is None or success.form == "none" or endpoint.method == "HEAD":
        return
    if success.form != "json" and success.media is None:
        return  # any type will do

    def reply(_call: Call, answer: Reply) -> Reply:
        if answer.returned is not success:
            return answer
        wrong = "text/html; charset=utf-8" if success.form != "text" else "application/json"
        if success.media == "text/html":
            wrong = "application/json"
        return attrs.evolve(answer, media=wrong)

    yield Mutant(
        "wrong_media_type",
        endpoint.name,
        str(success.status),
        success.place,
        f"the {success.status} has another content type",
        Defect(endpoint.name, reply=reply),
        (f"{endpoint.name}.conforms",),
    )
