"""One generated Python file: its parts, laid out by a template."""

from __future__ import annotations

from functools import cache

import attrs
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from specc.emit.python.prose import docstring


@attrs.frozen(eq=False)
class ModuleView:
    """What the template sees: finished text of each part. Blocks are set apart by two lines."""

    doc: str
    imports: str
    constants: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()


@cache
def templates() -> Environment:
    """The emitter's templates. They lay out text that is already Python: nothing is escaped."""
    return Environment(
        loader=PackageLoader("specc.emit.pytest", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - what is laid out is Python, not markup
    )


def render(view: ModuleView) -> str:
    """The file's text."""
    return _template().render(
        doc=docstring(view.doc, 0),
        imports=view.imports,
        constants=view.constants,
        blocks=view.blocks,
    )


@cache
def _template() -> Template:
    return templates().get_template("module.py.j2")
