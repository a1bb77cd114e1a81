"""The shop on a socket: opened, and closed in an orderly way."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from specc.demo.faults import Faults
from specc.demo.shop import Shop
from specc.serving.server import serving, until_stopped


@contextmanager
def open_shop(address: tuple[str, int], faults: Faults) -> Iterator[str]:
    """A shop that serves in background threads while the block lasts; yields its base url.

    `address` is a host and a port, 0 for any free one. Raises `ValueError` for a port outside
    0..65535 and `OSError` when the port cannot be had.
    """
    shop = Shop.opened(faults, os.environ)
    with serving(address, shop.respond, "demo shop") as url:
        shop.shipping.start()
        try:
            yield url
        finally:
            shop.shipping.stop()


def serve_until_stopped(
    address: tuple[str, int], faults: Faults, ready: Callable[[str], None] | None
) -> None:
    """Run a shop until Ctrl-C or SIGTERM. Raises what `open_shop` raises."""
    with until_stopped() as wait, open_shop(address, faults) as url:
        if ready is not None:
            ready(url)
        wait()
