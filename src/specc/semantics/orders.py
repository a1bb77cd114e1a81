"""Words that ask for an order of a list."""

from __future__ import annotations


def bare(word: str) -> str:
    """The field in a word for an order: `-name`, `+name`, `name:desc`, `name_asc`."""
    name = word.lstrip("+-")
    for sign in (":", ".", "_", " "):
        for end in ("asc", "desc"):
            name = name.removesuffix(f"{sign}{end}")
    return name


def is_descending(word: str) -> bool:
    """Whether a word for an order asks for the largest first."""
    return word.startswith("-") or word.endswith("desc")
