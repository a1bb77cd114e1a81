"""What the server can do: each feature is a module, registered in `lsp/registry.py`."""
