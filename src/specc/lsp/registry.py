"""All features of the language server. A new one is a module of `features/`, and a line here."""

from __future__ import annotations

from specc.lsp.feature import Feature
from specc.lsp.features import (
    code_actions,
    code_lens,
    completion,
    documents,
    folding,
    formatting,
    hover,
    inlay_hints,
    navigation,
    rename,
    semantic_tokens,
    signature_help,
    symbols,
)

_MODULES = (
    documents,
    completion,
    hover,
    navigation,
    rename,
    symbols,
    folding,
    semantic_tokens,
    formatting,
    inlay_hints,
    signature_help,
    code_actions,
    code_lens,
)

FEATURES: tuple[Feature, ...] = tuple(feature for module in _MODULES for feature in module.FEATURES)
"""In the order of registration, which nothing depends on."""

COMMANDS: tuple[Feature, ...] = code_lens.COMMANDS
"""What an editor may have the server do; `method` is the command."""
