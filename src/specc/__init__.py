"""specc: one language for testing back-end services, compiled to pytest and Locust suites."""

__version__ = "0.1.0"
