"""The tests that hostile.bts states."""

import pytest
from specc.runtime import Actor, Checks, expect, obligation

from .endpoints import conftest, scenarios


@obligation("test.it_s_all_data_n_digit_one_type_x", "hostile.bts:45", "smoke")
@pytest.mark.parametrize(
    ("word", "code"),
    [
        pytest.param('"""', 201, id="___-201"),
        pytest.param("\\", 201, id="_-201"),
        pytest.param("a\tb\u202ec", 201, id="a_b_c-201"),
        pytest.param("{{x}}", 400, id="__x__-400"),
    ],
)
def test_it_s_all_data_n_digit_one_type_x(
    import_: Actor, check: Checks, word: object, code: object
) -> None:
    """It's "all" {{data}} \\N{DIGIT ONE} # type: x.

    A test's doc: {x} \\N{DIGIT ONE} and a quote
    """
    with check("hostile.bts:47"):
        expect(
            import_.call(
                scenarios,
                {"lambda": word, "from": "'"},
                body={"__class__": word, "a b": "it's"},
            ),
            code,
        )
    with check("hostile.bts:48"):
        expect(import_.call(conftest), 200)
