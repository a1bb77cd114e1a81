"""Load profiles as a locustfile."""

from specc.emit.locust.file import Locustfile

__all__ = ["Locustfile"]
