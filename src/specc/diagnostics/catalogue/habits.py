"""Codes of habits that come from other languages."""

from specc.diagnostics.code import Code

TRIPLE_EQUALS = Code(
    "BTS021",
    title="equality has two signs",
    explanation="""
        `===` and `!==` tell equality with and without conversion apart in other languages. Here
        values are never converted to be compared: `1 == "1"` is false. So there is one equality,
        `==`, and its opposite, `!=`.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          expect health.status === "up"
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
          expect health.status == "up"
        }
    """,
)

LOGICAL_SIGN = Code(
    "BTS022",
    title="`and` and `or` are words",
    explanation="""
        Conditions are joined by the words `and` and `or`, which read as they are meant. `|`
        stands between the options of a type.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          expect health.status == "up" && health.load < 1
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
          expect health.status == "up" and health.load < 1
        }
    """,
)

EXCLAMATION_MARK = Code(
    "BTS023",
    title="`not` is a word",
    explanation="""
        The opposite of a condition is `not CONDITION`. Inequality is written `!=`.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          expect !(health.status == "down")
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
          expect not (health.status == "down")
        }
    """,
)

QUOTES = Code(
    "BTS024",
    title="a string stands in double quotes",
    explanation="""
        There is one kind of string, in straight double quotes, as in JSON. Other quotes come from
        other languages, or from a word processor.
    """,
    example="""
        service shop {
          url 'http://127.0.0.1:8321'
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }
    """,
)

FOREIGN_COMMENT = Code(
    "BTS025",
    title="a comment starts with `#`",
    explanation="""
        A comment starts with `#` and ends with its line. Slashes stand around regular
        expressions, in paths, and between two numbers.
    """,
    example="""
        // What a customer has ordered.
        contract Order {
          id: uuid
        }
    """,
    fixed="""
        # What a customer has ordered.
        contract Order {
          id: uuid
        }
    """,
)

GHERKIN = Code(
    "BTS026",
    title="a spec is not Gherkin",
    explanation="""
        In Gherkin a test is a story whose sentences are bound to code somewhere else. In a spec
        the steps are the calls themselves: the endpoints are declared, so their arguments and
        answers are checked before anything runs. `Given` becomes the steps that make what is
        needed, `When` the call, and `Then` an `expect`.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          When the health is asked for
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
          expect health.status == "up"
        }
    """,
)

LIST_ITEM = Code(
    "BTS027",
    title="a list is not YAML",
    explanation="""
        In YAML a dash starts an item of a list. Here a list stands in brackets, `[a, b]`, several
        names are separated by commas, and statements stand on a line each within a block.
    """,
    example="""
        contract Order {
          status:
            - "pending"
            - "paid"
        }
    """,
    fixed="""
        contract Order {
          status: "pending" | "paid"
        }
    """,
)

EXTRA_COLON = Code(
    "BTS028",
    title="a colon too many",
    explanation="""
        Only keys are followed by a colon: fields, parameters, arguments and the keys of objects.
        A statement's first word is not, and a block starts with `{`.
    """,
    example="""
        service shop {
          url: "http://127.0.0.1:8321"
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }
    """,
)

SEMICOLON = Code(
    "BTS029",
    title="a statement ends with its line",
    explanation="""
        Nothing stands at the end of a statement: it ends with its line.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321";
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }
    """,
)

FAT_ARROW = Code(
    "BTS030",
    title="an answer is named by `->`",
    explanation="""
        `step -> name` gives the answer of a step a name, by which later steps know it. `->` also
        leads from one level to the next in the stages of a load profile.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          get_health => again
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
          get_health -> again
        }
    """,
)

EQUALS_SIGN = Code(
    "BTS031",
    title="`=` is not what is meant",
    explanation="""
        Equality is written `==`. A single `=` only gives an example or a default to what is
        declared: `limit?: int = 20`. In a step, the answer gets a name by `-> name`; in an
        object, a key its value by `key: value`.
    """,
    example="""
        endpoint get_health GET /health {
          as      anyone
          returns 200 { status: "up" | "down", load: number }
          returns 503
        }

        test "the service is up" {
          get_health -> health
          expect health.status = "up"
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
          expect health.status == "up"
        }
    """,
)
