"""Rules about how a service presents itself."""

from __future__ import annotations

from typing import Final

from specc.rules.rule import Rule

_API8 = "API8:2023"

POSTURE: Final = (
    Rule(
        "cors.origin",
        ("cors", "headers"),
        "medium",
        942,
        _API8,
        "Any origin may call with the user's credentials",
        "a random or null origin is echoed, with credentials allowed",
        "the origin is random, and made for this one call",
        "Allow origins of a list, and only where credentials are needed.",
    ),
    Rule(
        "misconf.nosniff",
        ("headers", "misconf.headers"),
        "low",
        16,
        _API8,
        "Answers may be taken for another type",
        "an answer with a body has no `X-Content-Type-Options: nosniff`",
        "a valid call that succeeds is looked at",
        "Send `X-Content-Type-Options: nosniff` with every answer.",
    ),
    Rule(
        "misconf.banner",
        ("headers", "misconf.headers"),
        "low",
        497,
        _API8,
        "Answers name the software and its version",
        "`Server`, `X-Powered-By` or the like holds a version",
        "a valid call that succeeds is looked at",
        "Leave the version out.",
    ),
    Rule(
        "misconf.cookie",
        ("headers", "misconf.headers"),
        "medium",
        1004,
        _API8,
        "A session cookie is not protected",
        "a session cookie lacks HttpOnly or SameSite, or by https Secure",
        "a valid call that succeeds is looked at",
        "Set HttpOnly, SameSite and, with https, Secure.",
    ),
    Rule(
        "inventory.debug",
        ("inventory",),
        "medium",
        489,
        "API9:2023",
        "A debug page or document is open",
        "a usual path for debugging, metrics or configuration is answered with its content",
        "a random path beside it is answered otherwise",
        "Take it out of production, or ask for credentials.",
    ),
)
