"""What the one layout looks like."""

from textwrap import dedent

import pytest

from .formatted import holds


def becomes(before: str, after: str) -> None:
    """The first text is formatted as the second."""
    assert holds(dedent(before)) == dedent(after)


def test_blanks_and_margins() -> None:
    becomes(
        'service   shop{\n url "http://a"\ntimeout    5s\n     optional\n}',
        """\
        service shop {
          url     "http://a"
          timeout 5s
          optional
        }
        """,
    )


def test_fields_share_a_column_up_to_an_empty_line_or_one_that_takes_several() -> None:
    becomes(
        """\
        contract C {
          readonly id: uuid
          a?: int
          settings: {
            x: int
            other: int }
          b: int
          longer: int

          c: int
        }
        """,
        """\
        contract C {
          readonly id: uuid
          a?:          int
          settings: {
            x:     int
            other: int
          }
          b:      int
          longer: int

          c: int
        }
        """,
    )


def test_comments_behind_neighbours_share_a_column() -> None:
    becomes(
        """\
        contract C { # which
          a: int # one
          bcd: string(1..80)   # two
          e: bool

          f: int # apart
        } # behind
        """,
        """\
        contract C {    # which
          a:   int               # one
          bcd: string(1..80)    # two
          e:   bool

          f: int    # apart
        }    # behind
        """.replace("int               # one", "int              # one"),
    )


def test_an_object_is_broken_where_its_author_broke_it() -> None:
    becomes(
        """\
        flow f {
          a with { x: 1, y: [1, 2] } -> b
          a with {
            x: 1, y: [1, 2] } -> c
          a(x: [
            1]) -> d
        }
        """,
        """\
        flow f {
          a with { x: 1, y: [1, 2] } -> b
          a with {
            x: 1,
            y: [1, 2],
          } -> c
          a(
            x: [
              1,
            ],
          ) -> d
        }
        """,
    )


def test_what_is_too_long_is_broken_at_the_last_bracket_that_will_do() -> None:
    becomes(
        f"""\
        flow f {{
          update(id: x.id) with {{ data: {{ title: "{"long " * 12}", tags: ["home", "work"] }} }} -> y
        }}
        """,
        f"""\
        flow f {{
          update(id: x.id) with {{
            data: {{ title: "{"long " * 12}", tags: ["home", "work"] }},
          }} -> y
        }}
        """,
    )


def test_long_unions_and_cases_go_on_below() -> None:
    long = "x" * 40
    becomes(
        f"""\
        contract C {{ kind: "{long}" | "{long}" | "{long}" }}
        test "t" {{
          cases a, b: ("{long}", 1), ("{long}", 2), ("{long}", 3)
          expect a == b
        }}
        """,
        f"""\
        contract C {{
          kind: "{long}"
            | "{long}"
            | "{long}"
        }}

        test "t" {{
          cases a, b:
            ("{long}", 1),
            ("{long}", 2),
            ("{long}", 3)
          expect a == b
        }}
        """,
    )


def test_clauses_of_a_step_have_an_order() -> None:
    becomes(
        """\
        flow f {
          a -> b expects 201, 4xx following redirects as bob with { x: 1 }
          GET /x/{b.id} (page: 2) as basic "ann", "secret" expects 404
        }
        """,
        """\
        flow f {
          a with { x: 1 } as bob following redirects expects 201, 4xx -> b
          GET /x/{b.id} (page: 2) as basic "ann", "secret" expects 404
        }
        """,
    )


def test_parentheses_stay_where_they_are_needed_or_help() -> None:
    becomes(
        """\
        flow f {
          expect ((a + b)) * (c) == (1)
          expect (a and b) or c
          expect a and b or c
          expect not (a == b)
          expect [x is (Order only id), y] == (z)
          expect (x matches /[(#"]/ and y) or (z and w)
        }
        """,
        """\
        flow f {
          expect (a + b) * c == 1
          expect (a and b) or c
          expect a and b or c
          expect not (a == b)
          expect [x is (Order only id), y] == z
          expect (x matches /[(#"]/ and y) or (z and w)
        }
        """,
    )


def test_long_conditions_are_broken_at_their_operators() -> None:
    word = "w" * 30
    becomes(
        f"""\
        flow f {{
          expect {word} == 1 and ({word} or b) and (c or d) or {word} and x in [1, 2]
          expect (
            a # first
            or (b and c) or d)
          expect (
            a)
        }}
        """,
        f"""\
        flow f {{
          expect (
            {word} == 1 and ({word} or b) and (c or d)
            or {word} and x in [1, 2]
          )
          expect (
            a    # first
            or (b and c)
            or d
          )
          expect a
        }}
        """,
    )


def test_names_do_not_swallow_the_next_field() -> None:
    becomes(
        "contract C { a: Order only id\n readonly b: int }",
        """\
        contract C {
          a:          Order only id
          readonly b: int
        }
        """,
    )


def test_declarations_of_several_lines_stand_apart() -> None:
    becomes(
        """\
        role a
        role b
        flow f {
          x
        }
        # about g
        flow g { x }



        role c
        """,
        """\
        role a
        role b

        flow f {
          x
        }

        # about g
        flow g { x }

        role c
        """,
    )


def test_doc_strings() -> None:
    becomes(
        '''\
        """  The file.  """
        import "a.bts"
        """Several
              lines,
                some further in.
        """


        contract C { """Of a field.""" id: uuid }
        """
          All of it
         starts within."""
        role r
        ''',
        '''\
        """The file."""

        import "a.bts"

        """Several
        lines,
          some further in.
        """
        contract C {
          """Of a field."""
          id: uuid
        }

        """
         All of it
        starts within.
        """
        role r
        ''',
    )


def test_a_doc_string_of_the_file_does_not_become_one_of_a_declaration() -> None:
    becomes(
        '"""The file."""\n# about r\n\nrole r\n',
        '"""The file."""\n\n# about r\n\nrole r\n',
    )


def test_comments_without_a_place_of_their_own_go_above() -> None:
    becomes(
        """\
        flow f {
          a with { x: 1 }   # what is sent
            -> b
        }
        """,
        """\
        flow f {
          # what is sent
          a with { x: 1 } -> b
        }
        """,
    )


def test_comments_in_lists() -> None:
    becomes(
        """\
        flow f {
          a with { # all
            x: 1, # one
            # of y
            y: 2

            # no more
          }
          expect a == [ # nothing
          ]
        }
        """,
        """\
        flow f {
          a with {    # all
            x: 1,    # one
            # of y
            y: 2,

            # no more
          }
          expect a == [    # nothing
          ]
        }
        """,
    )


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "  \r\n "])
def test_nothing(text: str) -> None:
    assert holds(text) == ""


def test_only_comments() -> None:
    becomes("\n\n  # a\n\n\n#b  \r\n", "# a\n\n#b\n")


def test_line_ends_and_a_byte_order_mark() -> None:
    becomes("\ufeffrole a\r\nrole b # x\r\n", "role a\nrole b    # x\n")


def test_wide_characters_take_two_columns() -> None:
    becomes(
        'contract C {\n  "値段": int # a\n  abc: "値" # b\n}\n',
        'contract C {\n  "値段": int     # a\n  abc:    "値"    # b\n}\n',
    )


def test_literals_stay_as_they_are_written() -> None:
    text = 'flow f { expect a == [007, 1.50, - 5, "\\u00e9\\/{ b.c }", /a\\/b/] }\n'
    becomes(text, text.replace("- 5", "-5"))
