"""Keywords, where the grammar accepts them."""

from __future__ import annotations

from specc.lsp.completing.suggestion import WORDS, Suggestion
from specc.lsp.scene import Scene
from specc.syntax.expectations import expectations
from specc.syntax.parser import machine

_BLOCKS = {
    "service": 'service ${1:name} {\n  url "${2:http://127.0.0.1:8000}"\n\\}',
    "role": "role ${1:name}",
    "actor": "actor ${1:name} is ${2:role} {\n  $0\n\\}",
    "contract": "contract ${1:Name} {\n  ${2:id}: ${3:uuid}$0\n\\}",
    "endpoint": (
        "endpoint ${1:name} ${2:GET} ${3:/path} {\n  as      ${4:anyone}\n  returns ${5:200}$0\n\\}"
    ),
    "flow": "flow ${1:name} {\n  $0\n\\}",
    "test": 'test "${1:what holds}" as ${2:anyone} {\n  $0\n\\}',
    "eventually": "eventually within ${1:10s} every ${2:250ms} {\n  $0\n\\}",
    "finally": "finally {\n  $0\n\\}",
}
"""Words that start a block, with the block."""

_STARTS = ("_items{", "_rows{")


def keywords(scene: Scene) -> list[Suggestion]:
    """The words that may stand at the cursor."""
    texts = expectations(machine().tables).texts
    words = sorted(texts[terminal] for terminal in scene.cursor.accepted if terminal in texts)
    known = machine().tables.words
    above = scene.cursor.above
    starts = not above or above[0].startswith(_STARTS) or above[0] == "_NL"
    return [
        Suggestion(word, "keyword", snippet=_BLOCKS.get(word) if starts else None, group=WORDS)
        for word in words
        if word in known
    ]
