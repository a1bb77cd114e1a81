"""A golden: specs in a folder, and what every stage makes of them beside it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import attrs
from compilation import errors, front, texts_in

from specc.diagnostics.render.human import render
from specc.driver.stages import outline
from specc.emit.registry import EMITTERS
from specc.ir.lower import lower
from specc.plan.nodes import Plan
from specc.plan.planning import make_plan
from specc.source import SourceFile
from specc.syntax.parser import parse

HERE = Path(__file__).parent
SPECS = HERE.parent.parent / "specs"


@attrs.frozen
class Golden:
    """`files` are the inputs by name, `root` the one that is compiled."""

    name: str
    files: Mapping[str, str]
    root: str

    @property
    def expected(self) -> Path:
        return HERE / self.name / "expected"


def goldens() -> list[Golden]:
    """Each folder here, and the sample shop where it is."""
    folders = [path for path in sorted(HERE.iterdir()) if (path / f"{path.name}.bts").exists()]
    found = [Golden(path.name, texts_in(path), f"{path.name}.bts") for path in folders]
    shop = {
        name: text
        for name, text in texts_in(SPECS).items()
        if name in ("shop.bts", "common/problem.bts")
    }
    return [*found, Golden("shop", shop, "shop.bts")]


def stages(golden: Golden) -> dict[str, str]:
    """What every stage makes of a golden, by the name of the file that holds it."""
    made: dict[str, str] = {}
    if find_spec("specc.syntax.dump") is not None:
        from specc.syntax.dump import dump

        trees = [
            f"# {name}\n{dump(parse(SourceFile(name, text)).module).rstrip()}\n"
            for name, text in sorted(golden.files.items())
            if name.endswith(".bts")
        ]
        made["ast.txt"] = "\n".join(trees)
    checked = front(golden.files, golden.root)
    made["diagnostics.txt"] = render(checked.diagnostics) if checked.diagnostics else ""
    assert not errors(checked.diagnostics)
    assert checked.program is not None
    suite = lower(checked.program, golden.name, golden.files.get)
    made["ir.txt"] = outline(suite) + "\n"
    plan = make_plan(suite)
    made["plan.txt"] = table(plan)
    for emit in EMITTERS.values():
        for name, text in emit(plan, 2).items():
            made[f"generated/{name}"] = text
    return made


def table(plan: Plan) -> str:
    """What must hold, a line each: where it is said, and the test or why there is none."""
    rows = [
        (item.id, item.place, f"-> {item.test}" if item.test else f"-- {item.reason}")
        for item in plan.obligations
    ]
    widths = [max([len(row[at]) for row in rows], default=0) for at in (0, 1)]
    lines = [f"{row[0]:{widths[0]}}  {row[1]:{widths[1]}}  {row[2]}" for row in rows]
    set_ups = [
        f"set-up {item.name}: {item.contract} of {item.owner}"
        f" by {item.call.endpoint if item.call else 'its own steps'}"
        for item in plan.set_ups
    ]
    return "\n".join([*lines, *set_ups]) + "\n"
