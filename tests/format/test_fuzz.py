"""Whatever a spec looks like: twice is once, it means the same, and no comment is lost."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .derived import declaration
from .formatted import TEXTS, holds, read
from .mutated import mutated

PARTS = re.compile(r"\n\n(?=\S)")

seeds = st.integers(0, 2**32 - 1).map(Random)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_each_spec_of_this_project(name: str) -> None:
    holds(TEXTS[name])


@given(seeds)
@settings(max_examples=150)
def test_any_declaration(random: Random) -> None:
    holds(declaration(random))


@given(seeds)
@settings(max_examples=60)
def test_any_declaration_in_any_layout(random: Random) -> None:
    holds(mutated(declaration(random), random, count=12))


@given(seeds, st.sampled_from(sorted(TEXTS)))
@settings(max_examples=80)
def test_parts_of_specs_in_any_layout(random: Random, name: str) -> None:
    parts = PARTS.split(TEXTS[name])
    at = random.randrange(len(parts))
    part = "\n\n".join(parts[at : at + 2])
    if not read(part).diagnostics:
        holds(mutated(part, random, count=12))


@given(st.lists(seeds, min_size=2, max_size=6))
@settings(max_examples=20)
def test_several_declarations(randoms: list[Random]) -> None:
    between = ["\n", "\n\n", "\n# between\n", "\n\n# before\n\n\n# after\n"]
    text = "".join(declaration(random) + random.choice(between) for random in randoms)
    if not read(text).diagnostics:
        holds(text)
