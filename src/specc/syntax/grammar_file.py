"""Where the grammar lies: in the source tree, or inside the installed package."""

from pathlib import Path


def grammar_text() -> str:
    """The text of `bts.lark`."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "grammar" / "bts.lark"
    in_tree = package.parents[1] / "grammar" / "bts.lark"
    return (packaged if packaged.is_file() else in_tree).read_text(encoding="utf-8")
