"""Pipelines: stages that need each other in an order, and name what is there to be run."""

from __future__ import annotations

import posixpath
import shlex
from collections.abc import Iterator, Mapping
from typing import assert_never

from specc.diagnostics.catalogue import pipelines as codes
from specc.diagnostics.code import Code
from specc.diagnostics.model import Label
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.context import Context
from specc.semantics.findings import declared_here, near_name
from specc.semantics.targets import check_target
from specc.semantics.type_names import with_article
from specc.source import Span
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.declarations import Module, Test
from specc.syntax.nodes.expressions import Text
from specc.syntax.nodes.pipeline import (
    Artifacts,
    OnFailure,
    Pipeline,
    PipelineStage,
    StageLoad,
    StageObligations,
    StageSecurity,
    StageTests,
)


def check_pipelines(context: Context) -> None:
    """Checks the pipelines of all modules."""
    for module in context.program.modules:
        for symbol in context.own(module, "pipeline"):
            if isinstance(symbol.node, Pipeline):
                _Check(context, symbol.module, symbol.node).run()


class _Check:
    """The check of one pipeline."""

    def __init__(self, context: Context, module: Module, pipeline: Pipeline) -> None:
        self.context = context
        self.module = module
        self.pipeline = pipeline
        self.is_damaged = pipeline in context.damaged
        self.stages: dict[str, PipelineStage] = {}

    def run(self) -> None:
        said: dict[type, Span] = {}
        for entry in self.pipeline.entries:
            match entry:
                case PipelineStage():
                    self._declare(entry)
                    self._check_work(entry)
                case OnFailure(command, span):
                    self._said_once("on failure", said.setdefault(OnFailure, span), span)
                    self._check_command(command)
                case Artifacts(folder, span):
                    self._said_once("artifacts", said.setdefault(Artifacts, span), span)
                    self._check_folder(folder)
                case _:
                    assert_never(entry)
        if not self.stages and not self.is_damaged:
            self._add(
                codes.NOTHING_TO_DO,
                f"the pipeline `{self.pipeline.name.text}` has no stage",
                self.pipeline.name.span,
                hint="write `stage smoke { tests tagged smoke }`",
            )
        self._check_needs()
        self._check_circles()

    def _declare(self, stage: PipelineStage) -> None:
        first = self.stages.setdefault(stage.name.text, stage)
        if first is not stage:
            self._add(
                codes.SAME_STAGE,
                f"the pipeline has two stages `{stage.name.text}`",
                stage.name.span,
                secondary=[Label(self.module.source, first.name.span, "the first is here")],
                hint="give one of them another name, or put their work into one",
            )
        if not stage.work and not self.is_damaged:
            self._add(
                codes.NOTHING_TO_DO,
                f"the stage `{stage.name.text}` has nothing to do",
                stage.name.span,
                hint="say what it runs: `obligations of all endpoints`, or leave it out",
            )

    def _check_work(self, stage: PipelineStage) -> None:
        for work in stage.work:
            match work:
                case StageTests(tags):
                    for tag in tags:
                        self._check_tag(tag)
                case StageObligations(endpoints):
                    scope = self.context.program.scopes[self.module]
                    for endpoint in endpoints:
                        check_target(self.context, endpoint, scope, ("endpoint",))
                case StageSecurity(block):
                    self._check_named(block, "security", "security block")
                case StageLoad(profile):
                    self._check_named(profile, "load", "load profile")
                case _:
                    assert_never(work)

    def _check_tag(self, tag: Name) -> None:
        scope = self.context.program.scopes[self.module]
        known = {
            one.text
            for module in self.context.program.modules
            for test in module.declarations
            if isinstance(test, Test)
            for one in test.tags
        }
        if tag.text in known or self.context.is_partial(scope):
            return
        near = did_you_mean(tag.text, known)
        self._add(
            codes.UNKNOWN_TAG,
            f"no test is tagged `{tag.text}`",
            tag.span,
            near_name(near),
            hint=f"tags: {', '.join(sorted(known))}"
            if known
            else 'tag a test: `test "..." tagged smoke { ... }`',
        )

    def _check_named(self, ref: Ref, kind: str, wanted: str) -> None:
        scope = self.context.program.scopes[self.module]
        symbol = scope.visible.get(ref.text)
        if symbol is not None and symbol.kind == kind:
            self.context.used.add(symbol)
        elif symbol is not None:
            self._add(
                codes.UNKNOWN_WORK,
                f"`{ref.text}` is {with_article(symbol.kind)}, and a {wanted} is wanted here",
                ref.span,
                secondary=[declared_here(symbol)],
            )
        elif not scope.is_excused(ref.text):
            known = [name for name, item in scope.visible.items() if item.kind == kind]
            near = did_you_mean(ref.text, known)
            self._add(
                codes.UNKNOWN_WORK,
                f"there is no {wanted} `{ref.text}`",
                ref.span,
                near_name(near),
                hint=f"{wanted}s: {', '.join(known)}" if known else f"declare one: `{kind} NAME`",
            )

    def _check_needs(self) -> None:
        for stage in self.stages.values():
            for need in stage.needs:
                if need.text in self.stages or self.is_damaged:
                    continue
                near = did_you_mean(need.text, self.stages)
                self._add(
                    codes.UNKNOWN_STAGE,
                    f"the pipeline has no stage `{need.text}`",
                    need.span,
                    near_name(near),
                    hint=f"stages: {', '.join(self.stages)}",
                )

    def _check_circles(self) -> None:
        needs = {
            name: [need.text for need in stage.needs if need.text in self.stages]
            for name, stage in self.stages.items()
        }
        for circle in circles(needs):
            first, *rest = (self.stages[name].name for name in circle)
            self._add(
                codes.STAGE_CIRCLE,
                f"the stage `{first.text}` needs itself"
                if not rest
                else f"the stages {', '.join(f'`{name}`' for name in circle)} need each other",
                first.span,
                secondary=[
                    Label(self.module.source, name.span, "by way of this one") for name in rest
                ],
                hint="leave one of the `needs` out: one of them has to be first",
            )

    def _said_once(self, what: str, first: Span, span: Span) -> None:
        if first is not span:
            self._add(
                codes.SAID_TWICE,
                f"`{what}` stands in the pipeline twice",
                span,
                secondary=[Label(self.module.source, first, "the first is here")],
                hint="leave one of them out",
            )

    def _check_command(self, command: Text) -> None:
        plain = command.plain
        try:
            words = shlex.split(plain) if plain is not None else []
        except ValueError:
            words = []
        if not words or "\0" in (plain or ""):
            self._add(
                codes.PLAIN_TEXT,
                "what is run on failure is the text of a command, with nothing put into it",
                command.span,
                hint='write `on failure run "deploy/rollback.sh"`',
            )

    def _check_folder(self, folder: Text) -> None:
        plain = folder.plain or ""
        inside = posixpath.normpath(plain) if plain else ".."
        leads_out = inside.startswith(("/", "..")) or inside == "." or ":" in plain
        if leads_out or not plain.isprintable() or "\\" in plain:
            self._add(
                codes.PLAIN_TEXT,
                "artifacts are kept in a folder below the one that specc is run in",
                folder.span,
                hint='write `artifacts "reports"`',
            )

    def _add(
        self,
        code: Code,
        message: str,
        span: Span,
        label: str = "",
        *,
        secondary: list[Label] | None = None,
        hint: str | None = None,
    ) -> None:
        self.context.findings.add(
            code, message, self.module, span, label, secondary=secondary or (), hint=hint
        )


def circles(needs: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """The circles that names lead each other in, each once, from its first name in the order."""
    done: set[str] = set()
    for start in needs:
        path: dict[str, None] = {}
        pending = [(start, False)]
        while pending:
            name, is_left = pending.pop()
            if is_left:
                path.pop(name, None)
                done.add(name)
            elif name in path:
                steps = list(path)
                yield steps[steps.index(name) :]
            elif name not in done:
                path[name] = None
                pending.append((name, True))
                pending.extend((other, False) for other in reversed(needs[name]))
