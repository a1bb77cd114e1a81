"""Whether what an upstream answers is trusted: its markup, its templates, where it leads."""

from __future__ import annotations

from collections.abc import Sequence

from specc.runtime import seed
from specc.runtime.broken import Broken
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, not_applicable
from specc.runtime.security.listener import Reply, listening
from specc.runtime.values import unique

_TEMPLATES = ("{{{{{0}*{1}}}}}", "${{{0}*{1}}}", "#{{{0}*{1}}}", "<%= {0}*{1} %>")


def trusts_no_upstream(rule: str, attempt: Attempt, *, at: Sequence[str]) -> None:
    """What a URL's host answers is data for the service that fetches it. Raises Broken.

    The host is a listener of the test's own, whose answers have a random tag, products that only a
    template works out, and a `Location` that leads elsewhere.
    """
    __tracebackhide__ = True
    source = seed.source()
    called = False
    with listening() as listener:
        for place in at:
            one, other = source.randrange(2003, 9900), source.randrange(2003, 9900)
            tag = f'<{unique("specc")} a="b">'
            sums = " ".join(each.format(one, other) for each in _TEMPLATES)
            for media in ("text/html", "application/json"):
                path = unique("upstream")
                quoted = tag.replace('"', "'")
                text = f'{{"title": "{quoted} {sums}"}}' if "json" in media else f"{tag} {sums}"
                wanted = quoted if "json" in media else tag
                listener.replies[path] = Reply(text.encode(), media)
                try:
                    answer = attempt.send(put={place: listener.url(path)})
                except (Broken, LookupError, TypeError, ValueError):
                    continue
                if path not in listener.heard:
                    continue
                called = True
                if wanted in answer.text and answer.media in ("text/html", ""):
                    said = f"markup of whatever `{place}` leads to is markup in the answer"
                    raise breach(rule, said, answer, where=place)
                if str(one * other) in answer.text.replace(",", ""):
                    said = f"a template of whatever `{place}` leads to is worked out"
                    raise breach(rule, said, answer, where=place)
            elsewhere, path = unique("elsewhere"), unique("upstream")
            listener.replies[path] = Reply(b"", status=302, location=listener.url(elsewhere))
            try:
                answer = attempt.send(put={place: listener.url(path)})
            except (Broken, LookupError, TypeError, ValueError):
                continue
            if path in listener.heard and listener.waits_for(elsewhere):
                said = f"the service goes wherever whatever `{place}` leads to sends it"
                raise breach(rule, said, answer, where=place)
    if not called:
        not_applicable(
            "the service calls no upstream that a request names, and a spec cannot say which "
            "others it has"
        )
