"""Codes of what is allowed, but likely not meant."""

from specc.diagnostics.code import Code

UNUSED = Code(
    "BTS901",
    title="a declaration is never used",
    explanation="""
        Nothing in this module, nor in those that it imports, uses the contract, role, actor or
        flow. Leave it out, or use it; what is meant for other modules stands in one that they
        import.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        contract Order {
          id: uuid
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        contract Order {
          id: uuid
        }

        endpoint list_orders GET /orders {
          as      anyone
          returns 200 [Order]
        }
    """,
    severity="warning",
)

CONSTANT_EXPECTATION = Code(
    "BTS902",
    title="an expectation does not depend on the service",
    explanation="""
        The expectation is made of literals alone: it holds, or fails, whatever the service answers.
        Compare something that a step captured.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" {
          health
          expect 200 == 200
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" {
          health -> answer
          expect status(answer) == 200
        }
    """,
    severity="warning",
)

UNUSED_COLUMN = Code(
    "BTS903",
    title="a column of cases is never looked at",
    explanation="""
        A test runs once for each row of its `cases`, and no step looks at this column: rows that
        differ in it alone run the same test twice.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" {
          cases code, note: (200, "plain"), (404, "odd")
          health expects code
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" {
          cases code: (200), (404)
          health expects code
        }
    """,
    severity="warning",
)

UNCALLABLE = Code(
    "BTS904",
    title="no step can call it by its name",
    explanation="""
        A step that starts with `expect`, `eventually`, `finally`, `pause`, `call`, `cases` or a
        method such as `GET` is one of the language's own, so an endpoint or flow of that name is
        never called by a step of its module. What the compiler derives of an endpoint is tested
        all the same. Give it another name if flows or tests are to call it.
    """,
    example="""
        endpoint pause POST /pause {
          as      anyone
          returns 204
        }
    """,
    fixed="""
        endpoint pause_playing POST /pause {
          as      anyone
          returns 204
        }
    """,
    severity="warning",
)
