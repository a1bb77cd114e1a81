"""Whether a service goes, or leads, to wherever a client says."""

from __future__ import annotations

from collections.abc import Sequence

from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach
from specc.runtime.security.listener import listening
from specc.runtime.security.liveness import still_welcome
from specc.runtime.values import unique


def _leads_to(location: str, host: str) -> bool:
    """Whether a browser would go to the host: to it, a slash or a backslash is the same."""
    scheme, slashes, rest = location.replace("\\", "/").partition("//")
    named = rest.partition("/")[0].rpartition("@")[2]
    return bool(slashes) and scheme in ("", "http:", "https:") and named == host


def follows_no_stranger(rule: str, attempt: Attempt, *, at: Sequence[str]) -> None:
    """The service does not fetch, or redirect to, a URL only because it was sent. Raises Broken.

    `at` are the places of URLs. What is to be fetched is a listener of the test's own.
    """
    __tracebackhide__ = True
    if rule == "redirect.open":
        for place in at:
            host = f"{unique('elsewhere')}.example"
            # A path's parameter may be pasted behind a scheme of the service's own.
            for url in (f"https://{host}/", f"//{host}/", host):
                answer = attempt.send(put={place: url})
                if 300 <= answer.status < 400 and _leads_to(answer.header("Location") or "", host):
                    said = f"`{place}` leads to any host"
                    raise breach(rule, said, answer, where=place)
        still_welcome(attempt)
        return
    with listening() as listener:
        for place in at:
            path = unique("fetched")
            answer = attempt.send(put={place: listener.url(path)})
            if listener.waits_for(path):
                said = f"the service calls the URL of `{place}`, on its own machine"
                raise breach(rule, said, answer, where=place)
    still_welcome(attempt)
