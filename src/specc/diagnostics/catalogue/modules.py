"""Codes of mistakes in imports and modules."""

from specc.diagnostics.code import Code

IMPORT_NOT_FOUND = Code(
    "BTS101",
    title="an imported file is not there",
    explanation="""
        The path of an `import` is taken from the folder of the file that it stands in. No file
        stands there. Correct the path, or create the file.
    """,
    example="""
        import "common/problems.bts"
    """,
    fixed="""
        import "common/problem.bts"
    """,
    files=(
        (
            "common/problem.bts",
            """
            contract Problem {
              title: string
            }
            """,
        ),
    ),
)

IMPORT_PATH = Code(
    "BTS102",
    title="the path of an import is not relative and plain",
    explanation="""
        Specs can be moved as a folder, and read on any system: the path of an `import` is relative
        to the file that it stands in, with `/` between its parts, and nothing interpolated.
    """,
    example="""
        import "/specs/problem.bts"
    """,
    fixed="""
        import "problem.bts"
    """,
    files=(
        (
            "problem.bts",
            """
            contract Problem {
              title: string
            }
            """,
        ),
    ),
)

IMPORT_CYCLE = Code(
    "BTS103",
    title="imports go in a circle",
    explanation="""
        A module that imports itself, even by way of others, has no place in the order of
        dependencies. Move what both sides need to a module of its own, and import that from both.
    """,
    example="""
        import "orders.bts"

        contract User {
          name: string
        }
    """,
    fixed="""
        contract User {
          name: string
        }
    """,
    files=(
        (
            "orders.bts",
            """
            import "example.bts"

            contract Order {
              buyer: User
            }
            """,
        ),
    ),
)

AMBIGUOUS_SERVICE = Code(
    "BTS104",
    title="an endpoint could belong to more than one service",
    explanation="""
        An endpoint is served by the service that its module declares or else by the one that the
        module reaches through its imports. Here there are several: declare each service in the
        module of its endpoints.
    """,
    example="""
        import "billing.bts"

        service shop {
          url "http://127.0.0.1:8321"
        }

        service stock {
          url "http://127.0.0.1:8322"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }
    """,
    fixed="""
        import "billing.bts"

        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }
    """,
    files=(
        (
            "billing.bts",
            """
            service billing {
              url "http://127.0.0.1:8323"
            }
            """,
        ),
    ),
)

ALIAS_CLASH = Code(
    "BTS105",
    title="the alias of an import is taken",
    explanation="""
        An alias stands before a dot, `auth.login`, and must mean one module. Another import, or a
        declaration of this module, has that name already.
    """,
    example="""
        import "users.bts" as common
        import "errors.bts" as common
    """,
    fixed="""
        import "users.bts" as users
        import "errors.bts" as errors
    """,
    files=(
        (
            "users.bts",
            """
            contract User {
              name: string
            }
            """,
        ),
        (
            "errors.bts",
            """
            contract Problem {
              title: string
            }
            """,
        ),
    ),
)

UNREADABLE = Code(
    "BTS106",
    title="a file cannot be read",
    explanation="""
        There is something of that name, but it cannot be read: it is a folder, or this user may not
        read it. The message has the system's reason.
    """,
    example="""
        import "common.bts"
    """,
    fixed="""
        import "common.bts/problem.bts"
    """,
    files=(
        (
            "common.bts/problem.bts",
            """
            contract Problem {
              title: string
            }
            """,
        ),
    ),
)
