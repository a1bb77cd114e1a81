"""Codes of mistakes in services, actors and endpoints."""

from specc.diagnostics.code import Code

SERVICE_ENTRY_TWICE = Code(
    "BTS301",
    title="a service says something twice",
    explanation="""
        A service has one url, and one more for each environment; one way to start, one sign that it
        is ready. Each default header is set once.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
          url "http://127.0.0.1:8322"
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
          url "http://127.0.0.1:8322" in staging
        }
    """,
)

SERVICE_WITHOUT_URL = Code(
    "BTS302",
    title="a service has no url",
    explanation="""
        Where no environment is chosen, a service is called at its `url` without `in`. There is
        none.
    """,
    example="""
        service shop {
          url "https://staging.shop.example" in staging
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
          url "https://staging.shop.example" in staging
        }
    """,
)

CREDENTIAL = Code(
    "BTS303",
    title="a credential is not one that can be sent",
    explanation="""
        Tokens, passwords, cookies and headers are strings. `oauth2 client_credentials` takes `url`,
        `client_id`, `client_secret`, and perhaps `scope` and `audience`.
    """,
    example="""
        role customer

        actor alice is customer {
          bearer { token: "abc" }
        }

        endpoint list_orders GET /orders {
          as      customer
          returns 200
        }
    """,
    fixed="""
        role customer

        actor alice is customer {
          bearer "abc"
        }

        endpoint list_orders GET /orders {
          as      customer
          returns 200
        }
    """,
)

ROUTE_TWICE = Code(
    "BTS304",
    title="a request is described twice",
    explanation="""
        A request is described once, with all that may answer it: two descriptions would have to
        agree in everything. Endpoints may share a method and a path where their parameters or
        bodies differ; the names of path parameters make no difference.
    """,
    example="""
        endpoint list_orders GET /orders {
          as      anyone
          returns 200
        }

        endpoint all_orders GET /orders {
          as      anyone
          returns 200
        }
    """,
    fixed="""
        endpoint list_orders GET /orders {
          as      anyone
          returns 200
        }

        endpoint all_orders GET /orders/all {
          as      anyone
          returns 200
        }
    """,
)

PARAMETER_TWICE = Code(
    "BTS305",
    title="a parameter is declared twice",
    explanation="""
        Each parameter of one place (path, query, header, cookie) has a name of its own. Headers are
        named without regard to case.
    """,
    example="""
        endpoint list_orders GET /orders {
          as      anyone
          query   limit?: int
          query   limit?: int(1..100)
          returns 200
        }
    """,
    fixed="""
        endpoint list_orders GET /orders {
          as      anyone
          query   limit?: int(1..100)
          returns 200
        }
    """,
)

STATUS_TWICE = Code(
    "BTS306",
    title="a status is declared twice",
    explanation="""
        A status has one body, whatever it was that led to it. Several `returns` of one status are
        fine where they have the same body and name their conditions.
    """,
    example="""
        contract Order {
          id: uuid
        }

        endpoint list_orders GET /orders {
          as      anyone
          returns 200 Order
          returns 200 [Order]
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }

        endpoint list_orders GET /orders {
          as      anyone
          returns 200 Order | [Order]
        }
    """,
)

CONDITION = Code(
    "BTS307",
    title="a condition is about something that the endpoint has not",
    explanation="""
        Conditions promise what the compiler can put to the test: `anonymous`, `forbidden`, `body
        invalid`, `query invalid`, `PARAM unknown`, `PARAM invalid`, `repeated`, `deleted`, `rate
        exceeded`. PARAM is a parameter of the endpoint.
    """,
    example="""
        endpoint list_orders GET /orders {
          as      anyone
          query   limit?: int
          returns 200
          returns 422 when limt invalid
        }
    """,
    fixed="""
        endpoint list_orders GET /orders {
          as      anyone
          query   limit?: int
          returns 200
          returns 422 when limit invalid
        }
    """,
)

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

NO_SUCCESS = Code(
    "BTS313",
    title="an endpoint declares no success",
    explanation="""
        A status that is not declared is a failure whenever it turns up: an endpoint without a
        status below 400 could only ever fail.
    """,
    example="""
        endpoint list_orders GET /orders {
          as      anyone
          returns 404
        }
    """,
    fixed="""
        endpoint list_orders GET /orders {
          as      anyone
          returns 200
          returns 404
        }
    """,
)

STATUS_RANGE = Code(
    "BTS314",
    title="a number is no HTTP status",
    explanation="""
        Statuses of HTTP have three digits, from 100 to 599, and their first digit says what they
        mean.
    """,
    example="""
        endpoint list_orders GET /orders {
          as      anyone
          returns 200
          returns 999
        }
    """,
    fixed="""
        endpoint list_orders GET /orders {
          as      anyone
          returns 200
          returns 499
        }
    """,
)

CLAUSE_TWICE = Code(
    "BTS315",
    title="an endpoint has a clause twice",
    explanation="""
        `as`, `body` and `pages` stand once in an endpoint; merge two into one, with commas.
    """,
    example="""
        endpoint list_orders GET /orders {
          as      anyone
          as      anonymous
          returns 200
        }
    """,
    fixed="""
        endpoint list_orders GET /orders {
          as      anyone, anonymous
          returns 200
        }
    """,
)

WITHIN = Code(
    "BTS316",
    title="`within` names no latency",
    explanation="""
        `within p95 200ms` bounds a percentile of an endpoint's latencies, `within 1s` each call's.
    """,
    example="""
        endpoint list_orders GET /orders {
          as      anyone
          returns 200
          within  p95 5%
        }
    """,
    fixed="""
        endpoint list_orders GET /orders {
          as      anyone
          returns 200
          within  p95 200ms
        }
    """,
)
