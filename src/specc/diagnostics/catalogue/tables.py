"""Rows, keys and the other small parts of steps."""

from specc.diagnostics.code import Code

ROW_WIDTH = Code(
    "BTS419",
    title="a row of cases is not as wide as its head",
    explanation="""
        Each row of a table has one value for each column that its head names.
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
          cases quantity, code: (0, 422), (1)
          create_order with { quantity: quantity } expects code
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
          cases quantity, code: (0, 422), (1, 201)
          create_order with { quantity: quantity } expects code
        }
    """,
)

TABLE = Code(
    "BTS420",
    title="a table is not there",
    explanation="""
        The path of a table is taken from the folder of the spec. It is a CSV file, whose first line
        names the columns.
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
          cases from "quantities.csv"
          create_order with { quantity: quantity } expects code
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
          cases quantity, code: (0, 422), (1, 201)
          create_order with { quantity: quantity } expects code
        }
    """,
)

DUPLICATE_KEY = Code(
    "BTS423",
    title="a key is given twice",
    explanation="""
        Each key of an object, and each argument of a call, is given once.
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
          create_order with { quantity: 2, quantity: 3 }
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

DURATION = Code(
    "BTS425",
    title="a quantity is not a duration",
    explanation="""
        Pauses, limits of time and stages last a while: their units are `ms`, `s`, `m`, `h` and `d`.
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
          pause 5%
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
          pause 5s
          create_order with { quantity: 2 } -> order
          expect order.quantity == 2
        }
    """,
)

HOST_FUNCTION = Code(
    "BTS426",
    title="host code is not named by module and function",
    explanation="""
        `call` runs a Python function, which is named by its module and its own name:
        `call "package.module:function"`.
    """,
    example="""
        test "an order" {
          call "checks.audit"
        }
    """,
    fixed="""
        test "an order" {
          call "checks:audit"
        }
    """,
)
