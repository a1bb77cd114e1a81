"""What twins that are served by https show of themselves: a key that everyone knows."""

from __future__ import annotations

import os
import ssl
from typing import Final

CERTIFICATE: Final = """\
-----BEGIN CERTIFICATE-----
MIIBjTCCATSgAwIBAgIUXgJhL2vCQkCcYCEO8+UqB82tpoowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMB4XDTI2MTEyNTE4NDgxNVoXDTQ4MTAyMDE4
NDgxNVowFDESMBAGA1UEAwwJMTI3LjAuMC4xMFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEwMOzRLwBXplFNexvrPH6xbvi/NSNTcVBfcSOZnQk6V1fMEXO5rLSpXVk
EGt6YFMt5kb1BPVuR4JIFzMwUbx8gKNkMGIwHQYDVR0OBBYEFPUepviGj99dFnFm
cjzyKRpm+nARMB8GA1UdIwQYMBaAFPUepviGj99dFnFmcjzyKRpm+nARMA8GA1Ud
EQQIMAaHBH8AAAEwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBb
UochzfURtt2I/w/zLGxaxLH7jhRhOnk6X15yKYv+ywIgVyzRwHetYUwQWOYYJDEX
FOEf9BcZVcsuGZYhcx8lv/4=
-----END CERTIFICATE-----
"""
"""For 127.0.0.1, signed by itself. Only runs of twins trust it."""

_KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgV/GA2U1kbL+ZHGxF
8MfCZzydU2SN8EQkUMG1hc4kVRChRANCAATAw7NEvAFemUU17G+s8frFu+L81I1N
xUF9xI5mdCTpXV8wRc7mstKldWQQa3pgUy3mRvUE9W5HgkgXMzBRvHyA
-----END PRIVATE KEY-----
"""


def context_in(folder: str, oldest: ssl.TLSVersion) -> tuple[ssl.SSLContext, str]:
    """How a twin speaks TLS, from a version on; and the file of its certificate, in a folder."""
    certificate, key = (os.path.join(folder, name) for name in ("certificate.pem", "key.pem"))
    for place, text in ((certificate, CERTIFICATE), (key, _KEY)):
        with open(place, "w", encoding="ascii") as file:
            file.write(text)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if oldest < ssl.TLSVersion.TLSv1_2:
        context.set_ciphers("ALL:@SECLEVEL=0")  # else the library has given them up, too
    context.minimum_version = oldest
    context.load_cert_chain(certificate, key)
    return context, certificate
