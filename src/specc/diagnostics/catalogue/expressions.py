"""Expressions: what can be compared, computed and called."""

from specc.diagnostics.code import Code

IMPOSSIBLE_COMPARISON = Code(
    "BTS413",
    title="a comparison can never hold",
    explanation="""
        The two sides have no value in common: they are of different kinds, or the one is outside
        what the other's type allows.
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
          expect order.quantity == 250
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
          expect order.quantity == 2
        }
    """,
)

OPERAND = Code(
    "BTS414",
    title="an operator does not work on that",
    explanation="""
        Arithmetic is for numbers and measures, an order for what has one, `matches` for strings,
        `in` for lists, ranges and strings; an expectation is true or false.
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
          expect order.id + 1 == 2
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
          expect order.quantity + 1 == 3
        }
    """,
)

UNKNOWN_FUNCTION = Code(
    "BTS415",
    title="there is no such function",
    explanation="""
        The functions of expressions are built in: `len sum min max sorted all any status header
        elapsed cookie request env secret unique uuid now file`.
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
          expect length(order.id) == 36
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
          expect len(order.id) == 36
        }
    """,
)

FUNCTION_ARGUMENTS = Code(
    "BTS416",
    title="a function does not take these arguments",
    explanation="""
        Each built-in function takes a fixed number of arguments, of certain kinds. `status`,
        `header`, `elapsed`, `cookie` and `request` take the name of a captured response.
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
          expect len(order.quantity) == 1
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
          expect len(order.id) == 36
        }
    """,
)

INTERPOLATION = Code(
    "BTS418",
    title="a whole object or list stands in a text",
    explanation="""
        Texts take strings, numbers and the like. Of an object, interpolate a field.
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
          expect header(order, "Location") == "/orders/{order}"
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
          expect header(order, "Location") == "/orders/{order.id}"
        }
    """,
)

IMPOSSIBLE_TYPE = Code(
    "BTS422",
    title="a value can never be of that type",
    explanation="""
        What stands before `is` has a type of its own, and that has no value in common with the
        other.
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
          expect order.quantity is string
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
          expect order.quantity is int
        }
    """,
)

INDEX = Code(
    "BTS424",
    title="an index has no meaning here",
    explanation="""
        Lists are indexed by number (`items[0]`), or as a whole (`items[*]`); objects by name.
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
          expect order.quantity[0] == 2
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
          expect order.quantity == 2
        }
    """,
)

EXPRESSION_DEPTH = Code(
    "BTS427",
    title="an expression nests too deeply",
    explanation="""
        An expression of more than a hundred levels is nothing that a reader could follow. Split it
        into several expectations.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" {
          health -> answer
          expect status(answer) == (
              1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
              + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
              + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
              + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
              + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
              + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
          )
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
)
