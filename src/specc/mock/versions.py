"""Versions (RFC 9110, section 13): what a version is called, and who has an old one."""

from __future__ import annotations

from specc.mock.call import Call, Refusal
from specc.mock.defects import Quirk
from specc.mock.state import State
from specc.mock.world import Thing


def spellings(version: int) -> tuple[str, ...]:
    """How a version may be written as an ETag, the most usual way first."""
    long = f"{version:032x}"
    return (
        f'"{version}"',
        f'"{long}"',
        f'"v{version}"',
        f'W/"{version}"',
        str(version),
        long,
        f"v{version}",
    )


def version_of(state: State, call: Call) -> int | None:
    """The version of what a call shows: of its thing, or of the list of things."""
    shown = call.made or call.subject
    for effect in call.endpoint.effects:
        if effect.kind == "lists":
            return state.world.versions.get(effect.contract, 1)
    if shown is None:
        # What shows no thing is always the same.
        return 1 if call.endpoint.header("If-None-Match") is not None else None
    return shown.version


def _names(text: str, version: int) -> bool:
    wanted = spellings(version)
    return any(part.strip() in wanted for part in text.split(","))


def stale(state: State, call: Call) -> Refusal | None:
    """A refusal where If-Match names another version than the one that is there."""
    version = version_of(state, call)
    condition = _condition(call, "If-Match")
    if condition is None or version is None or condition.strip() == "*":
        return None
    if _names(condition, version) or state.defects.on(Quirk.ACCEPTS_STALE, call.endpoint.name):
        return None
    return Refusal("stale", None, (412, 409), "the version is out of date")


def unchanged(state: State, call: Call) -> bool:
    """Whether the caller has what a call would show, as If-None-Match says."""
    version = version_of(state, call)
    condition = _condition(call, "If-None-Match")
    if condition is None or version is None or call.endpoint.when("unchanged") is None:
        return False
    if state.defects.on(Quirk.IGNORES_UNCHANGED, call.endpoint.name):
        return False
    return condition.strip() == "*" or _names(condition, version)


def exists_already(call: Call, existing: Thing | None) -> Refusal | None:
    """A refusal where a call is to write only what is not there yet, and it is there."""
    condition = _condition(call, "If-None-Match")
    if condition is None or condition.strip() != "*" or existing is None:
        return None
    return Refusal("exists", None, (412, 409), "it is there already")


def _condition(call: Call, name: str) -> str | None:
    parameter = call.endpoint.header(name)
    return None if parameter is None else call.params.get(parameter.name)
