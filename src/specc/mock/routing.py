"""Which endpoints a request may be meant for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

import attrs

from specc.ir.nodes import Endpoint


@attrs.frozen
class Route:
    """An endpoint and the texts of its path's parameters."""

    endpoint: Endpoint
    texts: dict[str, str]


@attrs.frozen(eq=False)
class Router:
    """The paths of a service's endpoints."""

    patterns: tuple[tuple[re.Pattern[str], Endpoint], ...]

    @staticmethod
    def of(endpoints: Iterable[Endpoint]) -> Router:
        """A router; of two paths that fit, the one with more words of its own comes first."""
        ordered = sorted(endpoints, key=lambda item: sum("{" in part for part in item.path))
        return Router(tuple((_pattern(item), item) for item in ordered))

    def routes(self, method: str, path: str) -> list[Route]:
        """The endpoints that a request may be meant for: all with the same, most telling path."""
        found = [
            Route(
                endpoint, {f"{name[1:]}": unquote(text) for name, text in match.groupdict().items()}
            )
            for pattern, endpoint in self.patterns
            if endpoint.method == method and (match := pattern.fullmatch(path)) is not None
        ]
        fewest = min((len(route.texts) for route in found), default=0)
        return [_named(route) for route in found if len(route.texts) == fewest]

    def methods(self, path: str) -> list[str]:
        """The methods that a path takes."""
        return list(
            dict.fromkeys(
                endpoint.method for pattern, endpoint in self.patterns if pattern.fullmatch(path)
            )
        )


def _named(route: Route) -> Route:
    names = [part[1:-1] for part in route.endpoint.path if part.startswith("{")]
    return attrs.evolve(route, texts={name: route.texts[str(at)] for at, name in enumerate(names)})


def _pattern(endpoint: Endpoint) -> re.Pattern[str]:
    parts = []
    number = 0
    for part in endpoint.path:
        if part.startswith("{") and part.endswith("}"):
            # Names of parameters may hold what names of groups may not.
            parts.append(f"(?P<p{number}>[^/]+)")
            number += 1
        else:
            parts.append(re.escape(part))
    return re.compile("".join(parts))
