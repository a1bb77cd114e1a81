"""What twins that are served by https show of themselves: a key that everyone knows."""

from __future__ import annotations

from typing import Final

CERTIFICATE: Final = """\
-----BEGIN CERTIFICATE-----
MIIBWjCCAQCgAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAkxMjcuMC4w
LjEwHhcNMjAwMTAxMDAwMDAwWhcNNDkxMjMxMDAwMDAwWjAUMRIwEAYDVQQDDAkx
MjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATAw7NEvAFemUU17G+s
8frFu+L81I1NxUF9xI5mdCTpXV8wRc7mstKldWQQa3pgUy3mRvUE9W5HgkgXMzBR
vHyAo0MwQTAPBgNVHREECDAGhwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0O
BBYEFPUepviGj99dFnFmcjzyKRpm+nARMAoGCCqGSM49BAMCA0gAMEUCIBfwXGq5
6s7xGrSBt05JPRGuCrXsyY/Lm5TfM6GLY6AcAiEAti8t82C/TKOx1zT5d3w3bnbg
z8z1/MRI6+E6dnvYV4Q=
-----END CERTIFICATE-----
"""
"""For 127.0.0.1, signed by itself. Only runs of twins trust it."""

KEY: Final = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgV/GA2U1kbL+ZHGxF
8MfCZzydU2SN8EQkUMG1hc4kVRChRANCAATAw7NEvAFemUU17G+s8frFu+L81I1N
xUF9xI5mdCTpXV8wRc7mstKldWQQa3pgUy3mRvUE9W5HgkgXMzBRvHyA
-----END PRIVATE KEY-----
"""
"""The key of that certificate."""
