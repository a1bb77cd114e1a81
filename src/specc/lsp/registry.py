"""All features of the language server. A new one is a module of `features/`, and a word here."""

from __future__ import annotations

from specc.lsp.feature import Feature
from specc.lsp.features import completion, documents

_MODULES = (documents, completion)

FEATURES: tuple[Feature, ...] = tuple(feature for module in _MODULES for feature in module.FEATURES)
"""In the order of registration, which nothing depends on."""
