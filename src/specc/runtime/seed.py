"""The one source of chance. A run's seed is shown, and `SPECC_SEED` repeats it."""

import os
import random
import secrets

_seed: int | None = None
_worker = ""
_random: random.Random | None = None


def run_seed() -> int:
    """The seed of this run: `SPECC_SEED`, or one drawn at the first use.

    Raises ValueError where `SPECC_SEED` is no whole number.
    """
    global _seed
    if _seed is None:
        text = os.environ.get("SPECC_SEED", "").strip()
        if text and not text.lstrip("-").isdecimal():
            raise ValueError(f"SPECC_SEED must be a whole number, not {text!r}")
        _seed = int(text) if text else secrets.randbelow(10**9)
    return _seed


def start(seed: int | None = None, worker: str = "") -> None:
    """Begin a run, or one worker's part of it; None means `SPECC_SEED` or a new seed."""
    global _seed, _worker
    _seed, _worker = seed, worker
    turn_to("")


def turn_to(what: str) -> random.Random:
    """Draw from a stream that depends on the seed, the worker and `what` (a test's id) alone.

    A test that is run by itself, or after others were added, thus sees the same values again.
    """
    global _random
    # Chance, not secrecy; and it has to be repeatable.
    _random = random.Random(f"{run_seed()}\0{_worker}\0{what}")  # noqa: S311
    return _random


def source() -> random.Random:
    """The stream that is drawn from right now."""
    return _random or turn_to("")
