"""The demo shop: a real little HTTP service whose defects can be switched on, one by one.

Only the catalogue of faults is loaded with this package; the server is loaded when a shop starts.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from specc.demo.faults import FAULTS, Fault, Faults, UnknownFaultError

__all__ = ["FAULTS", "Fault", "UnknownFaultError", "running", "serve"]


def serve(
    port: int,
    *,
    host: str = "127.0.0.1",
    faults: Collection[str] = (),
    ready: Callable[[str], None] | None = None,
) -> None:
    """Run a shop until the process is interrupted or told to terminate, then return.

    `port` 0 takes any free port. `ready` is called once with the base url, as soon as the shop
    answers. Raises `UnknownFaultError` for a name that the catalogue does not have, `ValueError`
    for a port outside 0..65535, and `OSError` when the port cannot be had.
    """
    from specc.demo.server import serve_until_stopped

    serve_until_stopped((host, port), Faults.named(faults), ready)


@contextmanager
def running(*faults: str, port: int = 0, host: str = "127.0.0.1") -> Iterator[str]:
    """Run a shop in background threads for as long as the block lasts; yields its base url.

    Raises what `serve` raises.
    """
    from specc.demo.server import open_shop

    with open_shop((host, port), Faults.named(faults)) as url:
        yield url
