"""Calls: the arguments and the body that a step gives."""

from specc.diagnostics.code import Code

UNKNOWN_ARGUMENT = Code(
    "BTS401",
    title="a call gives an argument that its endpoint does not take",
    explanation="""
        The arguments of a call are the parameters that the endpoint declares: in its path, as
        query, header or cookie.
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
          get_order(ident: order.id, id: order.id)
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

MISSING_ARGUMENT = Code(
    "BTS402",
    title="a call lacks an argument",
    explanation="""
        Path parameters, and others without `?` or default, have to be given.
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
          get_order
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

        endpoint get_order GET /orders/{id: Order.id} {
          as      anyone
          returns 200 Order
          returns 404
        }

        test "an order" {
          create_order with { quantity: 2 } -> order
          get_order(id: order.id)
          expect order.quantity == 2
        }
    """,
)

BODY_NOT_TAKEN = Code(
    "BTS403",
    title="a call has a body that its endpoint does not take",
    explanation="""
        The endpoint declares no `body`. Where the service should refuse one, the step says so:
        `expects 4xx`.
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
          get_order(id: order.id) with { full: true }
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

BODY_MISSING = Code(
    "BTS404",
    title="a call lacks its body",
    explanation="""
        The endpoint declares a `body`. Where the service should refuse a call without one, the step
        says so: `expects 4xx`.
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
          create_order
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
