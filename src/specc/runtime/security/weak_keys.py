"""Keys that are easily guessed: usual words, what a service is called, and what is put around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORDS = (
    "secret", "password", "passwd", "changeme", "change-me", "change_me", "changeit", "key", "jwt",
    "token", "auth", "random", "access", "refresh", "session", "signing", "supersecret", "test",
    "super-secret", "super_secret", "s3cr3t", "s3cret", "secr3t", "topsecret", "top-secret",
    "top_secret", "verysecret", "very-secret", "testing", "dev", "develop", "development", "debug",
    "default", "example", "sample", "demo", "admin", "administrator", "root", "user", "private",
    "public", "qwerty", "letmein", "welcome", "monkey", "dragon", "iloveyou", "abc123", "hunter2",
    "hmac", "passw0rd", "p@ssw0rd", "pass", "notasecret", "not-so-secret", "insecure", "unsafe",
    "vulnerable", "foobar", "foo", "bar", "baz", "hello", "helloworld", "hello-world", "world",
    "thisisasecret", "this-is-a-secret", "this is a secret", "thisismysecret", "shhhhh", "shhh",
    "shhhhhared-secret", "keyboard cat", "keyboardcat", "django", "django-insecure", "flask",
    "fastapi", "express", "node", "nodejs", "spring", "laravel", "rails", "python", "java", "api",
    "rest", "server", "service", "backend", "app", "application", "company", "production", "prod",
    "staging", "local", "localhost", "master", "system", "super", "mysecret", "your-256-bit-secret",
    "your-secret", "your_secret", "yoursecret", "somesecret", "some-secret", "some_secret", "temp",
    "placeholder", "todo", "fixme", "replace-me", "replaceme", "xxx", "asdf", "aaaa", "0", "1",
    "12345", "123456", "1234567", "12345678", "123456789", "1234567890", "0123456789", "111111",
    "000000", "a", "x", "gfg_jwt_secret_key", "secret123", "crapi", "eyJ",
)  # fmt: skip
_AROUND = (
    "{}", "{}1", "{}12", "{}123", "{}1234", "{}!", "{}@123", "{}key", "{}-key", "{}_key", "{} key",
    "{}secret", "{}-secret", "{}_secret", "{}.secret", "{}secretkey", "{}-secret-key",
    "{}_secret_key", "{}-jwt", "{}_jwt", "{}-jwt-secret", "{}_jwt_secret", "{}-token",
    "{}-signing-key", "{}password", "jwt{}", "jwt-{}", "jwt_{}", "my{}", "my-{}", "my_{}", "the{}",
    "the-{}", "super{}", "super-{}", "super_{}", "secret{}", "secret-{}", "secret_{}", "your-{}",
    "your_{}", "{}2023", "{}2024", "{}2025", "{}2026", "{}-dev", "{}-test", "{}-key-123", "{}{}",
)  # fmt: skip


def guesses(names: Iterable[str] = ()) -> Iterator[bytes]:
    """Keys from the likeliest on; `names` are what the service is called, or is about."""
    words = dict.fromkeys([part for name in names for part in _parts(name)])
    seen: set[str] = set()
    for around in _AROUND:
        for word in (*words, *_WORDS):
            text = around.format(word, word)
            for each in (text, text.upper(), text.capitalize()):
                if each not in seen:
                    seen.add(each)
                    yield each.encode()


def _parts(name: str) -> Iterator[str]:
    """A name itself, and its words."""
    plain = name.strip().lower()[:60]
    if plain:
        yield plain
        yield from (part for part in re.split(r"[^a-z0-9]+", plain) if len(part) > 2)
