"""What a successful call alters."""

from __future__ import annotations

from specc.ir import nodes


def touched(endpoint: nodes.Endpoint) -> frozenset[str]:
    """The contracts whose things a successful call alters, so that tests need their own."""
    return frozenset(
        effect.contract
        for effect in endpoint.effects
        if effect.kind in ("updates", "deletes")
        and (
            effect.of_self
            or any(
                parameter.feed is not None and parameter.feed.contract == effect.contract
                for parameter in endpoint.parameters
            )
        )
    )


def taken_along(endpoint: nodes.Endpoint) -> frozenset[str]:
    """The contract of what lies around things that a DELETE removes, and says nothing of."""
    if endpoint.method != "DELETE" or endpoint.effects:
        return frozenset()
    fed = [item.feed for item in endpoint.parameters if item.place_in == "path"]
    return frozenset(feed.contract for feed in fed[-1:] if feed is not None)
