"""The AST: frozen nodes, each with the span that it can be blamed by."""
