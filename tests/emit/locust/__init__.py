"""Tests of the Locust emitter."""
