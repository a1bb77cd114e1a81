import pytest

from specc.diagnostics.code import Code, dedented


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one", "one\n"),
        ("\n    one\n      two\n    ", "one\n  two\n"),
        ("one\n    two\n    three", "one\ntwo\nthree\n"),
        ("\n    one\n\n    two\n", "one\n\ntwo\n"),
        ("\n    one {\n    \ttwo\n    }\n", "one {\n\ttwo\n}\n"),
        ("", "\n"),
    ],
)
def test_the_margin_of_the_python_source_is_taken_off(text: str, expected: str) -> None:
    assert dedented(text) == expected


def test_a_code_holds_its_texts_without_their_margin() -> None:
    code = Code(
        "BTS001",
        title="no",
        explanation="""
            Why.

            How.
        """,
        example="""
            role x
        """,
        fixed="role y",
        files=(("a.bts", "\n    role z\n"),),
    )
    assert code.explanation == "Why.\n\nHow.\n"
    assert code.example == "role x\n"
    assert code.fixed == "role y\n"
    assert code.files == (("a.bts", "role z\n"),)
    assert code.severity == "error"


@pytest.mark.parametrize("code_id", ["BTS1", "BTS1234", "bts123", "E123", "BTS12x"])
def test_an_id_has_one_form(code_id: str) -> None:
    with pytest.raises(ValueError, match="id"):
        Code(code_id, title="", explanation="", example="", fixed="")
