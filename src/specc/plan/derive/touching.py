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
