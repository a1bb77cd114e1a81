"""How twins are served by https."""

from __future__ import annotations

import os
import ssl

from specc.selftest.certificate import CERTIFICATE, KEY


def context_in(folder: str, oldest: ssl.TLSVersion) -> tuple[ssl.SSLContext, str]:
    """How a twin speaks TLS, from a version on; and the file of its certificate, in a folder."""
    certificate, key = (os.path.join(folder, name) for name in ("certificate.pem", "key.pem"))
    for place, text in ((certificate, CERTIFICATE), (key, KEY)):
        with open(place, "w", encoding="ascii") as file:
            file.write(text)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if oldest < ssl.TLSVersion.TLSv1_2:
        context.set_ciphers("ALL:@SECLEVEL=0")  # else the library has given them up, too
    context.minimum_version = oldest
    context.load_cert_chain(certificate, key)
    return context, certificate
