"""Effects of endpoints: the things that they make, list and belong to somebody."""

from specc.diagnostics.code import Code

EFFECT_ABSENT = Code(
    "BTS308",
    title="the response does not hold the thing",
    explanation="""
        The thing that an endpoint creates, reads or lists is looked for in its success response.
        `creates X from request` says that the response doesn't hold it: the thing is what was sent.
    """,
    example="""
        contract Order {
          id: uuid
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 { ok: bool }
          creates Order
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 { ok: bool }
          creates Order from request
        }
    """,
)

EFFECT_AMBIGUOUS = Code(
    "BTS309",
    title="the response holds the thing more than once",
    explanation="""
        The response's type holds more than one thing of that kind, and `at` says which of them is
        meant.
    """,
    example="""
        contract Order {
          id: uuid
        }

        endpoint create_order POST /orders {
          as      anyone
          returns 201 { created: Order, previous?: Order }
          creates Order
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }

        endpoint create_order POST /orders {
          as      anyone
          returns 201 { created: Order, previous?: Order }
          creates Order at body.created
        }
    """,
)

EFFECT_PLACE = Code(
    "BTS310",
    title="there is no such thing at that place of the response",
    explanation="""
        What follows `at` is a path from `body` on, and it leads to something else, or to nothing.
    """,
    example="""
        contract Order {
          id: uuid
        }

        endpoint create_order POST /orders {
          as      anyone
          returns 201 { order: Order, ok: bool }
          creates Order at body.ok
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }

        endpoint create_order POST /orders {
          as      anyone
          returns 201 { order: Order, ok: bool }
          creates Order at body.order
        }
    """,
)

PAGES = Code(
    "BTS311",
    title="how a list goes on is not what the endpoint says",
    explanation="""
        `pages by` names query parameters of the endpoint, and the field of the success response
        that holds the next cursor.
    """,
    example="""
        contract Order {
          id: uuid
        }

        endpoint list_orders GET /orders {
          as      anyone
          query   cursor?: string
          returns 200 { items: [Order], next?: string }
          pages   by cursor from body.nxt
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }

        endpoint list_orders GET /orders {
          as      anyone
          query   cursor?: string
          returns 200 { items: [Order], next?: string }
          pages   by cursor from body.next
        }
    """,
)

NOTHING_OWNED = Code(
    "BTS312",
    title="nobody can own a thing that nothing creates",
    explanation="""
        A thing belongs to the actor that made it. `owner of X` needs an endpoint that `creates X`.
    """,
    example="""
        contract Settings {
          theme: string
        }

        endpoint get_settings GET /settings {
          as      owner of Settings
          returns 200 Settings
        }
    """,
    fixed="""
        contract Settings {
          theme: string
        }

        endpoint get_settings GET /settings {
          as      owner of Settings
          returns 200 Settings
        }

        endpoint create_settings POST /settings {
          as      anyone
          returns 201 Settings
          creates Settings
        }
    """,
)

LIST_ORDER = Code(
    "BTS317",
    title="a list is sorted or counted by what it does not have",
    explanation="""
        `sorts by` names a query parameter whose literals are fields of the listed thing, such as
        `"name" | "-name"`, or a field by which the list always is sorted. `counts from` names the
        field or header of the success response that says how many things there are. Both need a
        `lists`.
    """,
    example="""
        contract Order {
          id: uuid
        }

        endpoint list_orders GET /orders {
          as      anyone
          returns 200 [Order]
          lists   Order
          sorts   by -placed_at
        }
    """,
    fixed="""
        contract Order {
          id:        uuid
          placed_at: datetime
        }

        endpoint list_orders GET /orders {
          as      anyone
          returns 200 [Order]
          lists   Order
          sorts   by -placed_at
        }
    """,
)

MOVES = Code(
    "BTS318",
    title="a thing has no such state",
    explanation="""
        `moves` names a field of a contract whose type is a union of texts, and the texts that the
        field goes from and to. What is made is in the first of them.
    """,
    example="""
        contract Order {
          readonly id:     uuid
          readonly status: "open" | "paid"
        }

        endpoint pay POST /pay {
          as      anyone
          returns 200 Order
          updates Order
          moves   Order.status "open" -> "payed"
        }
    """,
    fixed="""
        contract Order {
          readonly id:     uuid
          readonly status: "open" | "paid"
        }

        endpoint pay POST /pay {
          as      anyone
          returns 200 Order
          updates Order
          moves   Order.status "open" -> "paid"
        }
    """,
)
