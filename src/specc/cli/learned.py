"""What `specc run --learn` says of the tests that it has written."""

from __future__ import annotations

from collections.abc import Sequence

from specc.cli.terminal import complain, say
from specc.driver.learning import Learned


def show_learned(learned: Learned, quiet: bool) -> None:
    """Tell how many tests were added, and of which finds there is none, and why."""
    for obligation, why in learned.unsaid:
        complain(f"no test in .bts for {obligation}: {why}")
    if quiet:
        return
    if learned.added:
        tests = "1 test" if learned.added == 1 else f"{learned.added} tests"
        say(f"{learned.path}: {tests} added")
    elif learned.known:
        say(f"{learned.path}: has what was found already")


def show_sequences(tests: Sequence[str]) -> None:
    """Show the sequences that were found as tests, ready to be pasted."""
    for test in tests:
        say(f"\nthe sequence as a test in .bts:\n\n{test}")
