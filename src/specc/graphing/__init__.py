"""The dependency graph drawn: one file a format. Each takes a graph and gives a text.

Nodes have the attributes `kind`, `label` and `place`, edges have `type`.
"""

from specc.graphing import dot, json, mermaid, svg
from specc.graphing.selection import UnknownNodeError, impact

FORMATS = {
    "mermaid": mermaid.render,
    "dot": dot.render,
    "json": json.render,
    "svg": svg.render,
}

__all__ = ["FORMATS", "UnknownNodeError", "impact"]
