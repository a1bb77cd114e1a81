"""Load profiles: a mix of what exists, stages of its model, and metrics in their own units."""

from __future__ import annotations

from typing import assert_never

from specc.diagnostics.catalogue import load as codes
from specc.diagnostics.code import Code
from specc.diagnostics.model import Label
from specc.semantics.checks.metrics import LoadFacts, Place, check_threshold
from specc.semantics.expressions.inference import Inference
from specc.semantics.identities import check_identity
from specc.semantics.steps.blocks import Blocks, calls_of
from specc.semantics.symbols import Symbol
from specc.semantics.targets import check_target
from specc.source import Span
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.declarations import Flow
from specc.syntax.nodes.expressions import Number, Quantity
from specc.syntax.nodes.load import (
    Abort,
    Arrivals,
    Engine,
    Find,
    Load,
    LoadHosts,
    Mix,
    Monitor,
    Regression,
    Require,
    Sampling,
    Stage,
    Stages,
    Think,
    Threshold,
    WarmUp,
)


def check_load(inference: Inference, blocks: Blocks) -> None:
    """Checks the load profiles of all modules."""
    for module in inference.context.program.modules:
        for symbol in inference.context.own(module, "load"):
            if isinstance(symbol.node, Load):
                _Profile(inference, blocks, symbol, symbol.node).check()


class _Profile:
    """One profile under check."""

    def __init__(self, inference: Inference, blocks: Blocks, symbol: Symbol, load: Load) -> None:
        self.inference = inference
        self.context = inference.context
        self.blocks = blocks
        self.module = symbol.module
        self.load = load

    def check(self) -> None:
        scope = self.context.program.scopes[self.module]
        if self.load.actor is not None:
            check_identity(self.context, self.load.actor, scope)
        facts = self._facts()
        self._check_presence()
        for entry in self.load.entries:
            match entry:
                case Think(spread, low, high):
                    self._check_word(spread, ("exponential",), "way to spread pauses")
                    self.blocks.check_duration(low, self.module)
                    self.blocks.check_duration(high, self.module)
                    if high is not None and high.base < low.base:
                        self._report(
                            codes.THINK_ORDER,
                            "the pause is upside down: its low end is above its high end",
                            entry.span,
                            "swap the ends",
                        )
                case Stages(model, stages):
                    for stage in stages:
                        self._check_stage(model, stage)
                case Find(what, until):
                    if what != "saturation":
                        self._report(
                            codes.METRIC,
                            f"there is no way to find `{what}`",
                            entry.span,
                            "write `find saturation until ...`",
                        )
                    self._check_thresholds(until, facts, "until")
                case Require(thresholds):
                    self._check_thresholds(thresholds, facts, "require")
                case Regression(threshold):
                    self._check_thresholds((threshold,), facts, "regression")
                case Monitor(kind, url):
                    if kind not in {"process", "prometheus"} or (kind == "process") is bool(url):
                        self._report(
                            codes.MONITOR,
                            f"`monitor {kind}` is not complete or not known",
                            entry.span,
                            'write `monitor process`, or `monitor prometheus "url"`',
                        )
                case Arrivals(spread):
                    self._check_word(spread, ("even", "poisson"), "way to spread arrivals")
                case WarmUp(duration):
                    self.blocks.check_duration(duration, self.module)
                case Sampling(share):
                    if share.dimension != "percent" or share.base > 1:
                        self._report(
                            codes.METRIC_UNIT,
                            "`check` takes a percentage of all answers",
                            share.span,
                            "such as `check 1%`; the others have their status and their "
                            "expectations checked",
                        )
                case Abort(when):
                    self._check_thresholds(when, facts, "abort")
                case Engine(name):
                    self._check_word(name, ("specc", "stock"), "engine")
                case Mix() | LoadHosts():
                    pass
                case _:
                    assert_never(entry)

    def _check_thresholds(
        self, thresholds: tuple[Threshold, ...], facts: LoadFacts, place: Place
    ) -> None:
        for threshold in thresholds:
            check_threshold(self.inference, self.module, threshold, facts, place)

    def _check_word(self, word: Name | None, words: tuple[str, ...], what: str) -> None:
        if word is not None and word.text not in words:
            self._report(
                codes.METRIC,
                f"there is no {what} called `{word.text}`",
                word.span,
                f"write {' or '.join(f'`{each}`' for each in words)}",
            )

    def _facts(self) -> LoadFacts:
        """What the profile's mix reaches, and what else its metrics depend on."""
        scope = self.context.program.scopes[self.module]
        reached: dict[Symbol, None] = {}
        complete = self.load not in self.context.damaged
        for entry in self.load.entries:
            if not isinstance(entry, Mix):
                continue
            for item in entry.entries:
                target = check_target(self.context, item.target, scope)
                if target is None:
                    complete = False
                else:
                    self._reach(target, reached)
        complete = complete and not any(symbol.node in self.context.damaged for symbol in reached)
        complete = complete and any(isinstance(entry, Mix) for entry in self.load.entries)
        finds = any(isinstance(entry, Find) for entry in self.load.entries)
        models = {entry.model for entry in self.load.entries if isinstance(entry, Stages)}
        return LoadFacts(frozenset(reached), complete, finds, "rate" in models)

    def _reach(self, target: Symbol, reached: dict[Symbol, None]) -> None:
        """Adds a target and all that its flows call."""
        pending = [target]
        while pending:
            symbol = pending.pop()
            if symbol in reached:
                continue
            reached[symbol] = None
            if isinstance(symbol.node, Flow):
                scope = self.context.program.scopes[symbol.module]
                for step in calls_of(symbol.node.steps):
                    if isinstance(step.target, Ref):
                        called = scope.visible.get(step.target.text)
                        if called is not None and called.kind in {"endpoint", "flow"}:
                            pending.append(called)

    def _check_presence(self) -> None:
        """Checks that there is one mix, and stages of one model."""
        seen: dict[type, Span] = {}
        for entry in self.load.entries:
            if not isinstance(
                entry, Mix | Stages | Think | Find | Arrivals | WarmUp | Sampling | Abort | Engine
            ):
                continue
            first = seen.setdefault(type(entry), entry.span)
            if first is not entry.span:
                self.context.findings.add(
                    codes.ENTRY_TWICE,
                    "a profile has this once",
                    self.module,
                    entry.span,
                    "the second time",
                    secondary=[Label(self.module.source, first, "first here")],
                    hint="merge the two, or make two profiles",
                )
        if self.load in self.context.damaged:
            return
        empty = any(
            isinstance(entry, Mix) and not any(item.weight for item in entry.entries)
            for entry in self.load.entries
        )
        for lacks, what, way_out in (
            (Mix not in seen or empty, "mix", "say what it calls: `mix { 1 browse }`"),
            (Stages not in seen, "stages", "add `users { ... }` or `rate { ... }`"),
        ):
            if lacks:
                self._report(
                    codes.INCOMPLETE,
                    f"the profile `{self.load.name.text}` has no {what}",
                    self.load.name.span,
                    way_out,
                )

    def _check_stage(self, model: str, stage: Stage) -> None:
        self.blocks.check_duration(stage.duration, self.module)
        for level in (stage.start, stage.target, stage.by):
            if level is None:
                continue
            # Thresholds, plans and saturation build on them: they are known when it is compiled.
            is_rate = isinstance(level, Quantity) and level.dimension == "rate"
            is_count = isinstance(level, Number) and level.value >= 0
            if not (is_rate if model == "rate" else is_count):
                self._report(
                    codes.LEVEL,
                    "the levels of `rate` are rates, such as 50/s"
                    if model == "rate"
                    else "the levels of `users` are plain numbers, such as 200",
                    level.span,
                    "`users` is the closed model, `rate` the open one",
                )

    def _report(self, code: Code, message: str, span: Span, hint: str) -> None:
        self.context.findings.add(code, message, self.module, span, hint=hint)
