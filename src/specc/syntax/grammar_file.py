"""Where the grammar lies: in the source tree, or inside the installed package."""

import os  # a path of `pathlib` would cost a start more than all else that is done here


def grammar_text() -> str:
    """The text of `bts.lark`."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    packaged = os.path.join(package, "grammar", "bts.lark")
    in_tree = os.path.join(package, "..", "..", "grammar", "bts.lark")
    path = packaged if os.path.isfile(packaged) else in_tree
    with open(path, encoding="utf-8") as file:
        return file.read()
