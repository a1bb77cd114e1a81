"""What load profiles need that a spec does not write down: calls of endpoints by themselves."""

from __future__ import annotations

from specc.ir import nodes
from specc.ir.expressions import Captured, Field, Function, Thing, Value, replaced
from specc.ir.load import LoadProfile
from specc.ir.steps import Request
from specc.plan.load_nodes import Alone, LoadPlan
from specc.plan.nodes import Call, SetUp
from specc.plan.recipes import Recipes, UnreachableError


def plan_loads(suite: nodes.Suite) -> LoadPlan:
    """How the load profiles of a suite are run."""
    if not suite.loads:
        return LoadPlan()
    recipes = Recipes.of(suite)
    made: dict[str, Alone] = {}
    profiles: list[LoadProfile] = []
    left_out: list[tuple[LoadProfile, str]] = []
    for profile in suite.loads:
        try:
            for item in profile.mix:
                if item.kind == "endpoint" and item.name not in made:
                    made[item.name] = _alone(recipes, suite.by_name[item.name])
        except UnreachableError as reason:
            left_out.append((profile, f"{item.name} can't be called by itself: {reason}"))
        else:
            profiles.append(profile)
    return LoadPlan(tuple(profiles), tuple(left_out), tuple(made.values()))


def _alone(recipes: Recipes, endpoint: nodes.Endpoint) -> Alone:
    deleted = frozenset(effect.contract for effect in endpoint.effects if effect.kind == "deletes")
    call = recipes.call(endpoint, fresh=deleted)
    steps: list[Request] = []
    kept: set[str] = set()
    own: dict[str, str] = {}
    made: dict[tuple[str, bool], Value] = {}

    def made_for(thing: Thing) -> Value:
        key = (thing.contract, thing.fresh)
        if key not in made:
            made[key] = _make(recipes.set_ups[key])
        value = made[key]
        for name in thing.path:
            value = Field(value, name)
        return value

    def _make(set_up: SetUp) -> Value:
        name = set_up.name
        if set_up.call is None:
            own[name] = set_up.contract
        else:
            steps.append(_step(set_up.call, recipes, name, set_up.place))
            if not set_up.fresh:
                kept.add(name)
        captured = Captured(name)
        return Function("request", (captured,)) if set_up.sent else captured

    def _step(call: Call, recipes: Recipes, capture: str | None, place: str) -> Request:
        target = recipes.endpoints[call.endpoint]

        def change(value: Value) -> Value:
            return made_for(value) if isinstance(value, Thing) else value

        params = tuple((key, replaced(value, change)) for key, value in call.params)
        body = None if call.body is None else replaced(call.body, change)
        return Request(
            call.endpoint,
            target.method,
            None,
            params,
            body,
            None,
            False,
            tuple(call.statuses),
            capture,
            place,
            target.line,
        )

    last = _step(call, recipes, None, endpoint.place)
    return Alone(endpoint.name, (*steps, last), frozenset(kept), tuple(own.items()))
