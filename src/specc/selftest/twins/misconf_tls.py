"""TLS 1.0 will do."""

import ssl

from specc.selftest.vault import on_vault

TWIN = on_vault(oldest=ssl.TLSVersion.TLSv1)
