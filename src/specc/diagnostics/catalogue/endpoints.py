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

SERVICE_LIMIT = Code(
    "BTS319",
    title="a limit of a service is none",
    explanation="""
        `limit body` takes a size, `limit rate` a rate, and `limit cases` a number. Each is above 0.
    """,
    example="""
        service shop {
          url   "http://127.0.0.1:8321"
          limit body 20/s
        }
    """,
    fixed="""
        service shop {
          url   "http://127.0.0.1:8321"
          limit body 64KB
          limit rate 20/s
          limit cases 200
        }
    """,
)
