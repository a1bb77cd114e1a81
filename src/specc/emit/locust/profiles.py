"""Load profiles as user classes."""

from __future__ import annotations

import attrs

from specc.emit.locust.reach import endpoints_of
from specc.emit.locust.requests import RUNTIME
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.names import Names
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Code, DictOf, Raw, TupleOf, literal
from specc.emit.python.prose import docstring
from specc.emit.python.statements import assignment
from specc.ir import nodes
from specc.ir.load import Limit, LoadProfile, Stage


@attrs.frozen(eq=False)
class Profiles:
    """Writes the profiles of one suite; `mixed` are the functions of what mixes hold."""

    suite: nodes.Suite
    names: Names
    imports: Imports
    mixed: dict[tuple[str, str], str]

    def user_class(self, profile: LoadProfile, name: str) -> str:
        """The class of a profile's users."""
        self.imports.add(RUNTIME, "LoadUser", "Profile")
        doc = profile.doc or f"The profile {profile.name} ({profile.place})."
        return "\n".join(
            [
                f"class {name}(LoadUser):",
                docstring(doc, 4),
                "",
                assignment("profile", self._profile(profile), 4),
            ]
        )

    def _profile(self, profile: LoadProfile) -> Code:
        services = [self.names.services[service.name] for service in self._services(profile)]
        for service in services:
            self.imports.add(".service", service)
        mix = DictOf(
            tuple(
                (Raw(self.mixed[item.kind, item.name]), literal(item.weight))
                for item in profile.mix
            )
        )
        keywords: list[tuple[str, Code]] = [
            ("at", literal(profile.place)),
            ("services", TupleOf(tuple(map(Raw, services)))),
        ]
        if profile.tags:
            keywords.append(("tags", literal(profile.tags)))
        actors = self._actors(profile)
        if actors:
            keywords.append(("actors", TupleOf(tuple(actors))))
        keywords.append(("arrivals" if profile.open else "users", self._stages(profile.stages)))
        if profile.poisson:
            keywords.append(("poisson", literal(True)))
        if profile.engine != "specc":
            keywords.append(("engine", literal(profile.engine)))
        if profile.think is not None:
            self.imports.add(RUNTIME, "Think")
            low, high, spread = profile.think
            ends = (low,) if high is None else (low, high)
            spreads = (("spread", literal(spread)),) if spread != "even" else ()
            keywords.append(("think", Call("Think", tuple(map(literal, ends)), spreads)))
        if profile.warm_up:
            keywords.append(("warm_up", literal(profile.warm_up)))
        if profile.check is not None:
            keywords.append(("check", literal(profile.check)))
        for name, limits in (
            ("require", (*profile.require, *self._within(profile))),
            ("until", profile.until),
            ("abort", profile.abort),
            ("regression", profile.regression),
        ):
            if limits:
                made = [self._threshold(limit, relative=name == "regression") for limit in limits]
                keywords.append((name, TupleOf(tuple(made))))
        if any(kind == "process" for kind, _ in profile.monitors):
            keywords.append(("watch_process", literal(True)))
        urls = tuple(url for kind, url in profile.monitors if kind == "prometheus" and url)
        if urls:
            keywords.append(("watch_prometheus", literal(urls)))
        if profile.allow_hosts:
            keywords.append(("allow_hosts", literal(profile.allow_hosts)))
        return Call("Profile", (literal(profile.name), mix), tuple(keywords))

    def _services(self, profile: LoadProfile) -> list[nodes.Service]:
        """The services that the suite's endpoints belong to; load may go to all of them."""
        used = {endpoint.service for endpoint in self.suite.endpoints}
        found = [service for service in self.suite.services if service.name in used]
        return found or list(self.suite.services[:1])

    def _actors(self, profile: LoadProfile) -> list[Code]:
        wanted = profile.actor
        if wanted is None or wanted == "anonymous":
            return []
        role = wanted.removeprefix("role:") if wanted.startswith("role:") else None
        chosen = [
            actor
            for actor in self.suite.actors
            if (actor.role == role if role is not None else actor.name == wanted)
        ]
        return [self._actor(actor) for actor in chosen]

    def _actor(self, actor: nodes.Actor) -> Code:
        name = self.names.actors[actor.name]
        self.imports.add(".actors", name)
        if actor.table is None and actor.times is None:
            return Raw(name)
        self.imports.runtime("Pool")
        if actor.table is None:
            return Call(
                "Pool", (literal(actor.name), Raw(f"lambda _: {name}()"), literal(actor.times))
            )
        if actor.times is not None:
            return Call("Pool", (literal(actor.name), Raw(name), literal(actor.times)))
        self.imports.runtime("table")
        values = Expressions(self.names, self.imports)
        rows = Call("table", (literal(actor.table), values.spec(actor.spec)))
        return Call("Pool", (literal(actor.name), Raw(name), Call("len", (rows,))))

    def _stages(self, stages: tuple[Stage, ...]) -> Code:
        self.imports.add(RUNTIME, "Stages")
        made: list[Code] = []
        for stage in stages:
            self.imports.add(RUNTIME, stage.kind)
            levels = [stage.target] if stage.start is None else [stage.start, stage.target]
            parts: list[Code] = [literal(_plain(level)) for level in levels]
            length = "seconds"
            if stage.kind == "step":
                parts.append(literal(_plain(stage.by or 0.0)))
                length = "every"
            made.append(Call(stage.kind, tuple(parts), ((length, literal(_plain(stage.seconds))),)))
        return Call("Stages", tuple(made))

    def _within(self, profile: LoadProfile) -> list[Limit]:
        """What the endpoints of the mix promise of their times, unless load is to break it."""
        if profile.until:
            return []
        found: list[Limit] = []
        said = {(limit.metric, limit.of) for limit in profile.require}
        for endpoint in self.suite.endpoints:
            if endpoint.name not in self._reached(profile):
                continue
            for metric, seconds, place in endpoint.within:
                name = metric or "max"
                if (name, endpoint.name) in said:
                    continue
                identifier = f"{endpoint.name}.within.{metric or 'every'}"
                text = f"{name} of {endpoint.name} <= {_plain(seconds * 1000)}ms"
                found.append(Limit(identifier, name, "<=", seconds, endpoint.name, text, place))
        return found

    def _reached(self, profile: LoadProfile) -> frozenset[str]:
        return endpoints_of(self.suite, profile)

    def _threshold(self, limit: Limit, *, relative: bool) -> Code:
        self.imports.add(RUNTIME, "Threshold")
        of = limit.of
        if of is not None and of not in self.suite.by_name:
            of = self.names.flows[of]
        keywords: list[tuple[str, Code]] = []
        if of is not None:
            keywords.append(("of", literal(of)))
        keywords += [("at", literal(limit.place)), ("text", literal(limit.text))]
        if relative:
            keywords.append(("relative", literal(True)))
        return Call(
            "Threshold",
            (
                literal(limit.id),
                literal(limit.metric),
                literal(limit.operator),
                literal(limit.limit),
            ),
            tuple(keywords),
        )


def _plain(value: float) -> int | float:
    """A whole number without its point."""
    return int(value) if value == int(value) else value
