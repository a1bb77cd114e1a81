"""Codes of mistakes in a part of a statement: its literals, its conditions, its clauses."""

from specc.diagnostics.code import Code

TOO_LONG = Code(
    "BTS041",
    title="a number is too long",
    explanation="""
        A number has at most a hundred digits. What is longer is an identifier, and so a text: it
        stands in quotes.
    """,
    example=f"contract Order {{\n  number: {'1' * 101}\n}}",
    fixed="""
        contract Order {
          number: "1"
        }
    """,
)

BAD_UNIT = Code(
    "BTS042",
    title="a number with a wrong unit, or with none",
    explanation="""
        A quantity is a number with its unit right behind it: durations in `ms`, `s`, `m`, `h` or
        `d`, rates in `/s`, `/min` or `/h`, sizes in `B`, `KB`, `MB` or `GB`, and percentages with
        `%`. The unit is part of the number, so that seconds cannot be taken for milliseconds.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
          timeout 5 sec
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
          timeout 5s
        }
    """,
)

BAD_ESCAPE = Code(
    "BTS043",
    title="there is no such escape",
    explanation=r"""
        The escapes of a string are those of JSON, and `\{` for a brace: `\"`, `\\`, `\/`, `\b`,
        `\f`, `\n`, `\r`, `\t`, and `\u` with the four hexadecimal digits of a character. A
        regular expression stands between slashes, where backslashes mean what they mean in
        regular expressions.
    """,
    example=r"""
        contract Line {
          path: "C:\data"
        }
    """,
    fixed=r"""
        contract Line {
          path: "C:\\data"
        }
    """,
)

BAD_INTERPOLATION = Code(
    "BTS044",
    title="what a string fills in is no value",
    explanation=r"""
        Braces in a string fill in a value: `"/orders/{order.id}"`. What stands between them is an
        expression without quotes, and no constant, which could be written as it is. A brace that is
        meant as such is written `\{`: `"^[0-9]\{4}$"`.
    """,
    example="""
        contract Line {
          text: "{"
        }
    """,
    fixed=r"""
        contract Line {
          text: "\{"
        }
    """,
)

UNKNOWN_CONDITION = Code(
    "BTS045",
    title="there is no such condition",
    explanation="""
        The conditions after `when` are a closed vocabulary, because each one is a promise that
        the compiler knows how to put to the test: `anonymous`, `forbidden`, `body invalid`,
        `query invalid`, `PARAMETER unknown`, `PARAMETER invalid`, `repeated`, `deleted`,
        `unchanged`, `stale` and `rate exceeded`. What holds in other cases is what a test is for.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 text
          returns 503 text when overloaded
        }
    """,
    fixed="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 text
          returns 503 text
        }
    """,
)

CASES_NOT_FIRST = Code(
    "BTS046",
    title="cases stand first, and once",
    explanation="""
        `cases` says how often a test runs, and with which values. So it stands before the steps
        that are run, and there is one of it.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          cases load: (1), (2)
          expect health.load < load
        }
    """,
    fixed="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          cases load: (1), (2)
          get_health -> health
          expect health.load < load
        }
    """,
)

CLAUSE_TWICE = Code(
    "BTS047",
    title="a step has a clause twice",
    explanation="""
        What a step sends (`with`), as whom (`as`), what it expects (`expects`) and what its
        answer is called (`->`) can each be said once. Several statuses stand behind one
        `expects`, separated by commas.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          get_health expects 200 expects 503
        }
    """,
    fixed="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          get_health expects 200, 503
        }
    """,
)

NOT_A_RATE = Code(
    "BTS048",
    title="a rate limit is no rate",
    explanation="""
        A rate limit is a whole number of requests in a time, such as `30/min`: the rule sends
        that many, and one more.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        security rules {
          rate limit get_health 30s per client
        }
    """,
    fixed="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        security rules {
          rate limit get_health 30/min per client
        }
    """,
)
