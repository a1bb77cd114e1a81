"""Load profiles as a locustfile."""

from specc.emit.locust.file import emit

__all__ = ["emit"]
