"""Codes of mistakes in flows and tests."""

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
