from types import MappingProxyType

import attrs
import pytest

from specc.diagnostics import catalogue
from specc.diagnostics.explain import UnknownCodeError, explain, explanation, listing

from .build import ERROR, WARNING


@pytest.fixture(autouse=True)
def small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = {code.id: code for code in (ERROR, WARNING)}
    monkeypatch.setattr(catalogue, "CATALOGUE", MappingProxyType(codes))
    monkeypatch.setattr(catalogue, "RETIRED", ("BTS204",))


@pytest.mark.parametrize("wanted", ["BTS203", "bts203", "203", " BTS203\n"])
def test_a_code_is_explained_however_it_is_written(wanted: str) -> None:
    assert explain(wanted) == explanation(ERROR)


def test_an_explanation_is_a_page_of_markdown() -> None:
    code = attrs.evolve(ERROR, files=(("a.bts", "role a"), ("rows.csv", "x\n1")))
    assert explanation(code, "error[BTS203]: no\n") == (
        """\
# BTS203: unknown field

Severity: error.

A contract names all fields of a thing.

## Example

```bts
expect order.totl == 1
```

with `a.bts`:

```bts
role a
```

with `rows.csv`:

```text
x
1
```

of which the compiler says:

```text
error[BTS203]: no
```

## Put right

```bts
expect order.total == 1
```
"""
    )


def test_an_example_cannot_end_its_code_block() -> None:
    code = attrs.evolve(ERROR, example="# ```\nrole a")
    assert "````bts\n# ```\nrole a\n````" in explanation(code)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("BTS302", "there is no code `BTS302`; did you mean BTS203?"),
        ("BST203", "there is no code `BST203`; did you mean BTS203?"),
        ("hello", "there is no code `hello`; `specc explain` alone lists all codes"),
        ("", "there is no code ``; `specc explain` alone lists all codes"),
        ("bts204", "BTS204 is retired: the compiler no longer raises it"),
    ],
)
def test_an_unknown_code_is_told_so(wanted: str, said: str) -> None:
    with pytest.raises(UnknownCodeError) as raised:
        explain(wanted)
    assert str(raised.value) == said


def test_the_list_has_all_codes() -> None:
    assert listing() == "BTS203  unknown field\nBTS903  unused role\n"
