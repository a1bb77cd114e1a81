"""What there is to see of each endpoint, and whether it was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from specc.coverage.fields import Bodies, BodyField, State
from specc.coverage.seen import EndpointSeen, SuiteSeen
from specc.ir import nodes
from specc.plan.nodes import Obligation

Subject: TypeAlias = Literal["status", "condition", "sent", "answered", "caller"]

SUBJECTS: tuple[Subject, ...] = ("status", "condition", "sent", "answered", "caller")

_NOTHING = EndpointSeen(callers={}, sent={}, answered={})
_REFUSED = frozenset({"401", "403", "404"})
_PUT_TO_THE_TEST = frozenset({"held", "broken"})


@attrs.frozen
class Point:
    """One thing that a run could see. `state` is of a field: present, absent or null.

    `varying` is the name, whatever endpoint it comes from, of a field of an answer that came, and
    that need not be there or may be null.
    """

    subject: Subject
    name: str
    place: str
    seen: bool
    state: State | None = None
    varying: str = ""

    @property
    def text(self) -> str:
        """`200 body.note: absent`."""
        return self.name if self.state is None else f"{self.name}: {self.state}"


@attrs.frozen
class EndpointCoverage:
    """All points of an endpoint."""

    endpoint: str
    points: tuple[Point, ...]

    def of(self, subject: Subject) -> tuple[Point, ...]:
        """The points of one subject."""
        return tuple(point for point in self.points if point.subject == subject)

    @property
    def unseen(self) -> tuple[Point, ...]:
        """What no run has seen."""
        return tuple(point for point in self.points if not point.seen)


def measured(
    suite: nodes.Suite, obligations: Iterable[Obligation], seen: SuiteSeen
) -> tuple[EndpointCoverage, ...]:
    """The coverage of each endpoint that is the suite's to test, in the order of the spec."""
    tested: dict[str, list[Obligation]] = {}
    for item in obligations:
        if item.endpoint is not None:
            tested.setdefault(item.endpoint, []).append(item)
    return tuple(
        EndpointCoverage(
            endpoint.name,
            tuple(
                _points(
                    suite,
                    endpoint,
                    tested.get(endpoint.name, []),
                    seen["outcomes"],
                    seen["endpoints"].get(endpoint.name, _NOTHING),
                )
            ),
        )
        for endpoint in suite.endpoints
        if endpoint.covered
    )


def unwitnessed(covered: Iterable[EndpointCoverage]) -> dict[str, list[State]]:
    """The optional and nullable fields of answers, by name, with the states that none has shown.

    A field of a contract that several endpoints answer with has been seen if any of them showed it.
    """
    seen: dict[tuple[str, State], bool] = {}
    for each in covered:
        for point in each.points:
            if point.varying and point.state is not None:
                key = point.varying, point.state
                seen[key] = seen.get(key, False) or point.seen
    found: dict[str, list[State]] = {}
    for (name, state), was_seen in seen.items():
        if not was_seen:
            found.setdefault(name, []).append(state)
    return found


def _points(
    suite: nodes.Suite,
    endpoint: nodes.Endpoint,
    obligations: list[Obligation],
    outcomes: Mapping[str, str],
    seen: EndpointSeen,
) -> Iterator[Point]:
    came = {status for statuses in seen["callers"].values() for status in statuses}
    for item in endpoint.returns:
        yield Point("status", str(item.status), item.place, str(item.status) in came)
    yield from _conditions(endpoint, obligations, outcomes)
    yield from _sent(suite, endpoint, seen)
    for item in endpoint.returns:
        if item.form == "json" and item.type is not None:
            shapes = seen["answered"].get(str(item.status), {})
            for field in Bodies(suite.definitions, sent=False).fields(
                item.type, f"{endpoint.name} {item.status}"
            ):
                yield from _states("answered", f"{item.status} {field.path}", field, item, shapes)
    yield from _callers(suite, endpoint, seen)


def _conditions(
    endpoint: nodes.Endpoint, obligations: list[Obligation], outcomes: Mapping[str, str]
) -> Iterator[Point]:
    tried = [
        item.id.removeprefix(f"{endpoint.name}.").split(".")
        for item in obligations
        if outcomes.get(item.id) in _PUT_TO_THE_TEST
    ]
    for item in endpoint.returns:
        for condition in item.conditions:
            said = f"{condition.parameter or ''} {condition.kind}".strip()
            was_tried = any(_tries(parts, condition) for parts in tried)
            yield Point("condition", f"{item.status} when {said}", item.place, was_tried)


def _tries(parts: list[str], condition: nodes.Condition) -> bool:
    """Whether the obligation with an id of these parts puts a condition to the test."""
    family, *rest = parts
    match condition.kind:
        case "anonymous":
            return parts == ["refuses", "anonymous"]
        case "forbidden":
            return family == "refuses" and rest != ["anonymous"]
        case "invalid" if condition.parameter == "body":
            return family == "rejects" and rest[:1] not in (["query"], ["path"], ["header"])
        case "malformed":
            return family == "rejects" and rest[:2] == ["body", "malformed"]
        case "invalid" if condition.parameter == "query":
            return family == "rejects" and rest[:1] == ["query"]
        case "invalid":
            return family == "rejects" and condition.parameter in rest[1:2]
        case "unknown":
            return family == "unknown" and condition.parameter in rest[:1]
        case kind:
            return family == kind.replace(" ", "_")


def _sent(suite: nodes.Suite, endpoint: nodes.Endpoint, seen: EndpointSeen) -> Iterator[Point]:
    given = seen["sent"].get("params", [])
    for parameter in endpoint.parameters:
        name, place = f"{parameter.place_in}.{parameter.name}", parameter.place
        was_given = any(parameter.name in names for names in given)
        yield Point("sent", name, place, was_given, "present")
        if not parameter.required:
            left_out = any(parameter.name not in names for names in given)
            yield Point("sent", name, place, left_out, "absent")
    for field in Bodies(suite.definitions, sent=True).fields(endpoint.body_type, endpoint.name):
        yield from _states("sent", field.path, field, endpoint, seen["sent"])


def _states(
    subject: Subject,
    name: str,
    field: BodyField,
    node: nodes.Return | nodes.Endpoint,
    shapes: Mapping[str, list[list[str]]],
) -> Iterator[Point]:
    objects = shapes.get(field.place, [])
    for state in field.states:
        match state:
            case "present":
                was_seen = any(field.key in keys for keys in objects)
            case "absent":
                was_seen = any(field.key not in keys for keys in objects)
            case "null":
                was_seen = f"{field.path}?" in shapes
        varies = subject == "answered" and objects and len(field.states) > 1
        varying = f"{field.owner}.{field.key}" if varies else ""
        yield Point(subject, name, node.place, was_seen, state, varying)


def _callers(suite: nodes.Suite, endpoint: nodes.Endpoint, seen: EndpointSeen) -> Iterator[Point]:
    """Who may call and was let in; who may not and was turned away."""
    by_role: dict[str, set[str]] = {}
    for actor in suite.actors:
        by_role.setdefault(actor.role, set()).add(actor.name)
    let_in = {
        actor for actor, statuses in seen["callers"].items() if any(key < "400" for key in statuses)
    }
    turned_away = {
        actor for actor, statuses in seen["callers"].items() if not _REFUSED.isdisjoint(statuses)
    }
    place = endpoint.as_place
    for word in endpoint.allowed:
        entitled = set(seen["callers"]) if word == "anyone" else by_role.get(word, {word})
        yield Point("caller", f"{word} is let in", place, not entitled.isdisjoint(let_in))
    if endpoint.owned:
        owned = ", ".join(endpoint.owned)
        # An owner has a role, whose others are the strangers.
        yield Point("caller", f"owner of {owned} is let in", place, bool(let_in))
    if endpoint.open:
        return
    yield Point("caller", "anonymous is refused", place, "anonymous" in turned_away)
    owners = {actor.role for actor in suite.actors} if endpoint.owned else set()
    for role, _ in suite.roles:
        if role not in endpoint.allowed and role not in owners:
            refused = not by_role.get(role, set()).isdisjoint(turned_away)
            yield Point("caller", f"{role} is refused", place, refused)
