"""Codes of mistakes in the dependency graph."""

from specc.diagnostics.code import Code

NO_PRODUCER = Code(
    "BTS701",
    title="an endpoint needs a thing that nothing creates",
    explanation="""
        `{id: Order.id}` says where the value comes from: whatever `creates Order`. No endpoint
        does, so that this one could never be called. Say which endpoint creates the thing, or give
        the parameter a plain type and an example.
    """,
    example="""
        contract Order {
          readonly id: uuid
        }

        endpoint get_order GET /orders/{id: Order.id} {
          as      anyone
          returns 200 Order
        }
    """,
    fixed="""
        contract Order {
          readonly id: uuid
        }

        endpoint create_order POST /orders {
          as      anyone
          returns 201 Order
          creates Order
        }

        endpoint get_order GET /orders/{id: Order.id} {
          as      anyone
          returns 200 Order
        }
    """,
)

PRODUCER_CYCLE = Code(
    "BTS702",
    title="things can only be created from each other",
    explanation="""
        To create the one takes the other, and to create the other takes the one: none of them can
        ever be there. One must be creatable without the others.
    """,
    example="""
        contract Author {
          readonly id: uuid
        }

        contract Book {
          readonly isbn: string
        }

        endpoint create_author POST /books/{isbn: Book.isbn}/authors {
          as      anyone
          returns 201 Author
          creates Author
        }

        endpoint create_book POST /authors/{id: Author.id}/books {
          as      anyone
          returns 201 Book
          creates Book
        }
    """,
    fixed="""
        contract Author {
          readonly id: uuid
        }

        contract Book {
          readonly isbn: string
        }

        endpoint create_author POST /authors {
          as      anyone
          returns 201 Author
          creates Author
        }

        endpoint create_book POST /authors/{id: Author.id}/books {
          as      anyone
          returns 201 Book
          creates Book
        }
    """,
)

FLOW_CYCLE = Code(
    "BTS703",
    title="a flow calls itself",
    explanation="""
        A flow runs from its first step to its last, and one that calls itself, even by way of
        others, has no last step.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        flow start {
          health
          finish
        }

        flow finish {
          start
        }

        test "it starts" {
          start
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        flow start {
          health
          finish
        }

        flow finish {
          health
        }

        test "it starts" {
          start
        }
    """,
)
