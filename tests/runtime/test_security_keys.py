"""Keys that tests make, and the forms in which the services' own are written."""

from __future__ import annotations

import ssl

import pytest

from specc.runtime.security.keys import own_key, public_forms
from specc.selftest import rsa


def test_a_signature_is_that_of_its_key() -> None:
    key = own_key()
    assert key.modulus.bit_length() == 2048
    assert own_key() is key
    from specc.selftest.tokens import plain

    assert rsa.is_signed("a.b", plain(key.sign(b"a.b")), key.modulus)
    assert not rsa.is_signed("a.c", plain(key.sign(b"a.b")), key.modulus)
    assert not rsa.is_signed("a.b", plain(key.sign(b"a.b")))


def test_a_certificate_can_be_read() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=own_key().certificate)
    [found] = context.get_ca_certs() or [None]
    # It is no authority, so it may be left out of that list; it was read all the same.
    assert found is None or found["serialNumber"] == "01"
    assert context.cert_store_stats()["x509"] == 1


def test_a_public_key_is_written_as_files_hold_it() -> None:
    forms = public_forms(rsa.KEY)
    assert rsa.public_pem().decode() in forms
    assert rsa.public_pem().decode().rstrip("\n") in forms
    assert any(form.startswith("-----BEGIN RSA PUBLIC KEY-----") for form in forms)


def test_a_key_of_a_curve_is_written() -> None:
    part = "A" * 43
    [whole, bare] = public_forms({"kty": "EC", "crv": "P-256", "x": part, "y": part})
    assert whole == f"{bare}\n"


@pytest.mark.parametrize(
    "jwk",
    [
        {},
        {"kty": "oct", "k": "AAAA"},
        {"kty": "RSA"},
        {"kty": "RSA", "n": 5, "e": "AQAB"},
        {"kty": "EC", "crv": "P-257", "x": "", "y": ""},
        {"kty": ["RSA"]},
        {"kty": "RSA", "n": "é", "e": "AQAB"},
    ],
)
def test_what_is_no_public_key_has_no_form(jwk: dict[str, object]) -> None:
    assert public_forms(jwk) == ()
