"""How nodes are printed: a function a node, in one file a family, as in `syntax.nodes`."""
