"""Who may call the shop: customers with passwords, admins with a key, and how often one may try."""

import hashlib
import hmac
import math
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from typing import Literal, Self

import attrs

Role = Literal["customer", "admin"]

LOGINS_PER_MINUTE = 30


@attrs.frozen
class Caller:
    """An identity that was proved. A customer's name is its e-mail address."""

    name: str
    role: Role


ADMIN = Caller("admin", "admin")
GUEST = Caller("guest", "customer")


@attrs.frozen
class PasswordHash:
    """A salted hash, cheap enough that a login takes about a millisecond."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, password: str) -> Self:
        """The hash of a password, under a fresh salt."""
        salt = secrets.token_bytes(16)
        return cls(salt, _scrypt(password, salt))

    def matches(self, password: str) -> bool:
        """Whether this is the hash of that password."""
        return hmac.compare_digest(self.digest, _scrypt(password, self.salt))


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=512, r=8, p=1, dklen=32)


@attrs.frozen(eq=False)
class Accounts:
    """The shop's customers by e-mail address, and the admins' API key."""

    hashes: Mapping[str, PasswordHash]
    admin_key: str = attrs.field(repr=False)
    _decoy: PasswordHash = attrs.field(init=False)

    @_decoy.default
    def _make_decoy(self) -> PasswordHash:
        return PasswordHash.of(secrets.token_urlsafe())

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """The accounts of the demo, whose secrets the environment may override."""
        passwords = {
            "alice@example.com": environment.get("ALICE_PASSWORD", "wonderland"),
            "bob@example.com": environment.get("BOB_PASSWORD", "can-we-fix-it"),
            "carol@example.com": environment.get("CAROL_PASSWORD", "sing-a-carol"),
        }
        hashes = {email: PasswordHash.of(password) for email, password in passwords.items()}
        return cls(hashes, environment.get("SHOP_ADMIN_KEY", "demo-admin"))

    def knows(self, email: str, password: str) -> bool:
        """Whether the account exists and has that password; both failures take the same time."""
        known = self.hashes.get(email)
        matched = (known or self._decoy).matches(password)
        return known is not None and matched

    def is_admin_key(self, key: str) -> bool:
        """Whether this is the key that makes its bearer an admin."""
        return hmac.compare_digest(key.encode(), self.admin_key.encode())


@attrs.frozen(eq=False)
class RateLimit:
    """So many attempts a window for each name, known or not. `seconds` is the window's length."""

    most: int = LOGINS_PER_MINUTE
    seconds: float = 60.0
    clock: Callable[[], float] = time.monotonic
    # When each name's window began, and its attempts since; the oldest window is always first.
    _windows: dict[str, tuple[float, int]] = attrs.field(factory=dict, init=False)
    _lock: threading.Lock = attrs.field(factory=threading.Lock, init=False)

    def attempt(self, name: str) -> int:
        """Count an attempt; 0 when it may go on, else the whole seconds to wait before the next."""
        with self._lock:
            now = self.clock()
            self._forget_until(now - self.seconds)
            began, attempts = self._windows.get(name, (now, 0))
            if attempts >= self.most:
                return math.ceil(began + self.seconds - now)
            self._windows[name] = (began, attempts + 1)
            return 0

    def succeeded(self, name: str) -> None:
        """Forget a name's attempts: who logs in is no guesser, however often."""
        with self._lock:
            self._windows.pop(name, None)

    def _forget_until(self, moment: float) -> None:
        while self._windows:
            name, (began, _) = next(iter(self._windows.items()))
            if began > moment:
                return
            del self._windows[name]
