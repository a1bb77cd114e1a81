"""The failure of a promise. Its text is what people see of this library most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from specc.runtime.mismatch import Mismatch

if TYPE_CHECKING:
    from specc.runtime.exchange import Request, Response


@attrs.frozen
class Finding:
    """One expectation that was not met: its mismatches, and what it was about.

    `at` is the spec line of the expectation (`specs/shop.bts:154`), `text` what stands there, and
    `shown` the exchanges that a reader wants to see. `lead` says how it came to this, such as how
    often it was tried.
    """

    mismatches: tuple[Mismatch, ...]
    at: str = ""
    text: str = ""
    shown: tuple[Response | Request, ...] = ()
    lead: str = ""

    @classmethod
    def saying(cls, message: str, *shown: Response | Request) -> Finding:
        """A finding that is one sentence."""
        return cls((Mismatch("", message),), shown=shown)


@attrs.frozen
class About:
    """What a test that shows a failure again has to know of it.

    `part` is what is invalid in the last request: `body`, or a parameter. `expects` are the
    statuses that it should have had, and `claim` what must be true of its answer.
    """

    part: str = ""
    expects: tuple[int, ...] = ()
    claim: dict[str, Any] | None = None


class Broken(AssertionError):  # noqa: N818 (it is what a promise is, not an error of the test)
    """What a spec promises does not hold.

    The text says which obligation is broken and where the spec makes it, every mismatch with both
    sides, the request, the response and a `curl` line that repeats it. Secrets are left out.
    """

    __module__ = "specc.runtime"  # where it is to be imported from; summaries show it

    def __init__(self, *findings: Finding | str) -> None:
        self.findings = tuple(
            Finding.saying(each) if isinstance(each, str) else each for each in findings
        )
        self.closing = ""
        """What is said below everything else: how to come by this failure again."""
        self.about = About()
        self.found: list[dict[str, Any]] | None = None
        """The calls that led to it, as data, where a search has found it."""
        self.breach: dict[str, Any] | None = None
        """What a security rule says of it, as data, where one has found it."""
        super().__init__(*self.findings)

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """All mismatches of all findings."""
        return tuple(mismatch for finding in self.findings for mismatch in finding.mismatches)

    def __str__(self) -> str:
        from specc.runtime.report_text import render  # only what fails needs it

        return render(self)
