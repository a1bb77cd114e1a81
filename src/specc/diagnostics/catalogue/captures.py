"""Captures and statuses: what a step answers, and what later steps may make of it."""

from specc.diagnostics.code import Code

UNKNOWN_VARIABLE = Code(
    "BTS405",
    title="nothing has that name",
    explanation="""
        The names in expressions are captures of earlier steps (`-> order`) and columns of `cases`.
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

        endpoint get_order GET /orders/{id: Order.id} {
          as      anyone
          returns 200 Order
          returns 404
        }

        test "an order" {
          create_order with { quantity: 2 } -> order
          get_order(id: ordr.id)
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

        endpoint get_order GET /orders/{id: Order.id} {
          as      anyone
          returns 200 Order
          returns 404
        }

        test "an order" {
          create_order with { quantity: 2 } -> order
          get_order(id: order.id)
        }
    """,
)

UNDECLARED_STATUS = Code(
    "BTS410",
    title="a step expects a status that is never declared",
    explanation="""
        A status that an endpoint does not declare is a failure whenever it turns up, so that no
        step can expect it. Flows have no status of their own.
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
          create_order with { quantity: 2 } expects 202
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
          create_order with { quantity: 2 } expects 201
        }
    """,
)

DUPLICATE_CAPTURE = Code(
    "BTS411",
    title="a name is given to two things",
    explanation="""
        In one test, flow or actor a name means one thing, from the step that captures it on.
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
          create_order with { quantity: 2 } -> order
          create_order with { quantity: 2 } -> order
          expect order.quantity == 2
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
          create_order with { quantity: 2 } -> order
          create_order with { quantity: 2 } -> again
          expect order == again
        }
    """,
)

CAPTURE_TOO_EARLY = Code(
    "BTS412",
    title="a capture is used before it is made",
    explanation="""
        Steps run from top to bottom. What a step captures is there for the steps below it.
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

        endpoint get_order GET /orders/{id: Order.id} {
          as      anyone
          returns 200 Order
          returns 404
        }

        test "an order" {
          get_order(id: order.id)
          create_order with { quantity: 2 } -> order
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

        endpoint get_order GET /orders/{id: Order.id} {
          as      anyone
          returns 200 Order
          returns 404
        }

        test "an order" {
          create_order with { quantity: 2 } -> order
          get_order(id: order.id)
        }
    """,
)

OPTIONAL_UNCHECKED = Code(
    "BTS417",
    title="a value that may be absent is used as if it were there",
    explanation="""
        An optional or nullable field may not be there, and then it has no place in a path, an
        argument, a text or a sum. An earlier `expect x.note != null` in the same block says that it
        is.
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
          create_order with { quantity: 2 } -> order
          expect header(order, "Location") == "/notes/{order.note}"
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
          create_order with { quantity: 2 } -> order
          expect order.note != null
          expect header(order, "Location") == "/notes/{order.note}"
        }
    """,
)

STATUS = Code(
    "BTS421",
    title="what is expected is no status",
    explanation="""
        `expects` takes a status (`404`), a class of them (`4xx`), or a column of `cases` that holds
        numbers.
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
          create_order with { quantity: 2 } expects 2010
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
          create_order with { quantity: 2 } expects 201
        }
    """,
)
