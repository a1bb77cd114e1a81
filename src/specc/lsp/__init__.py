"""The language server: what an editor asks, answered from the compiler. One file a feature."""
