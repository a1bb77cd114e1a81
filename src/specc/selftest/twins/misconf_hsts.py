"""By https, and nothing keeps anyone to it."""

from specc.selftest.vault import look, on_vault

TWIN = on_vault(look)
