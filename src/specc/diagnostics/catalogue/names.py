"""Codes of mistakes in names and references."""

from specc.diagnostics.code import Code

DUPLICATE_NAME = Code(
    "BTS110",
    title="a name is declared twice",
    explanation="""
        Declarations of all kinds share the names of a module, so that a name means one thing
        wherever it stands. Give one of the two another name.
    """,
    example="""
        contract Order {
          id: uuid
        }

        contract Order {
          number: int
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }

        contract NumberedOrder {
          number: int
        }
    """,
)

IMPORTED_NAME_CLASH = Code(
    "BTS111",
    title="an imported name means two things",
    explanation="""
        An `import` without `as` brings in all names of a file. One of them is also brought in by
        another import, or declared here. Import one of the files under a name of its own.
    """,
    example="""
        import "users.bts"
        import "accounts.bts"
    """,
    fixed="""
        import "users.bts"
        import "accounts.bts" as accounts
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
            "accounts.bts",
            """
            contract User {
              email: email
            }
            """,
        ),
    ),
)

UNKNOWN_TYPE = Code(
    "BTS112",
    title="there is no such type",
    explanation="""
        The name is neither a scalar (`string`, `int`, `uuid` ...) nor a contract that this module
        declares or imports. An import brings in the names that a file declares, not those that the
        file itself imports.
    """,
    example="""
        contract Order {
          lines: [Lien]
        }

        contract Line {
          sku: string
        }
    """,
    fixed="""
        contract Order {
          lines: [Line]
        }

        contract Line {
          sku: string
        }
    """,
)

UNKNOWN_ROLE = Code(
    "BTS113",
    title="there is no such role or actor",
    explanation="""
        `as` and `is` name roles and actors that this module declares or imports, and the built-in
        `anonymous` and `anyone`.
    """,
    example="""
        role customer

        endpoint list_orders GET /orders {
          as      custommer
          returns 200
        }
    """,
    fixed="""
        role customer

        endpoint list_orders GET /orders {
          as      customer
          returns 200
        }
    """,
)

UNKNOWN_ENDPOINT = Code(
    "BTS114",
    title="there is no such endpoint or flow",
    explanation="""
        A step calls an endpoint or a flow, a mix weighs them, a rule applies to endpoints. The name
        is none that this module declares or imports.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "the service is up" {
          helth
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "the service is up" {
          health
        }
    """,
)

WRONG_KIND = Code(
    "BTS115",
    title="a name stands for a thing of another kind",
    explanation="""
        The name is declared, but as something that cannot stand here: an endpoint where a type is
        wanted, say.
    """,
    example="""
        role customer

        contract Order {
          buyer: customer
        }
    """,
    fixed="""
        role customer

        contract Customer {
          name: string
        }

        contract Order {
          buyer: Customer
        }
    """,
)
