"""Values that a step sends: their types, ranges and fields."""

from specc.diagnostics.code import Code

VALUE_TYPE = Code(
    "BTS406",
    title="a value is of the wrong type",
    explanation="""
        What is sent must be what the endpoint's contract asks for. Where the service should refuse
        it, the step says so: `expects 422`.
    """,
    example="""
        contract Order {
          readonly id: uuid
          note?:       string
          quantity:    int(1..100)
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
          creates Order
        }

        test "an order" {
          create_order with { quantity: "two" }
        }
    """,
    fixed="""
        contract Order {
          readonly id: uuid
          note?:       string
          quantity:    int(1..100)
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
          creates Order
        }

        test "an order" {
          create_order with { quantity: 2 }
        }
    """,
)

VALUE_RANGE = Code(
    "BTS407",
    title="a value is outside what its type allows",
    explanation="""
        The type is right, but its range, pattern, or list of values leaves this one out. Where the
        service should refuse it, the step says so: `expects 422`.
    """,
    example="""
        contract Order {
          readonly id: uuid
          note?:       string
          quantity:    int(1..100)
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
          creates Order
        }

        test "an order" {
          create_order with { quantity: 250 }
        }
    """,
    fixed="""
        contract Order {
          readonly id: uuid
          note?:       string
          quantity:    int(1..100)
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
          creates Order
        }

        test "an order" {
          create_order with { quantity: 25 }
        }
    """,
)

MISSING_FIELD = Code(
    "BTS408",
    title="a body lacks a required field",
    explanation="""
        Fields without `?` are required, readonly ones apart. Where the service should refuse the
        body, the step says so: `expects 422`.
    """,
    example="""
        contract Order {
          readonly id: uuid
          note?:       string
          quantity:    int(1..100)
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
          creates Order
        }

        test "an order" {
          create_order with { note: "soon" }
        }
    """,
    fixed="""
        contract Order {
          readonly id: uuid
          note?:       string
          quantity:    int(1..100)
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
          creates Order
        }

        test "an order" {
          create_order with { note: "soon", quantity: 2 }
        }
    """,
)

READONLY_SENT = Code(
    "BTS409",
    title="a readonly field is sent",
    explanation="""
        A readonly field is the server's: it is always returned, and never sent.
    """,
    example="""
        contract Order {
          readonly id: uuid
          note?:       string
          quantity:    int(1..100)
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
          creates Order
        }

        test "an order" {
          create_order with { id: uuid(), quantity: 2 }
        }
    """,
    fixed="""
        contract Order {
          readonly id: uuid
          note?:       string
          quantity:    int(1..100)
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
          creates Order
        }

        test "an order" {
          create_order with { quantity: 2 }
        }
    """,
)
