"""Codes of mistakes in security blocks."""

from specc.diagnostics.code import Code

RULE = Code(
    "BTS601",
    title="there is no such rule or family of rules",
    explanation="""
        What stands before `on` is a family of rules (`jwt`, `ownership`, `injection sql`), one
        rule's full name (`bola.read`), or `everything`.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          authentification on all
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          authentication on all
        }
    """,
)

RULE_KIND = Code(
    "BTS602",
    title="a family of rules has no such kind",
    explanation="""
        `injection` comes in kinds: `injection sql, command on all`. Other families have none.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          injection sqll on all
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          injection sql on all
        }
    """,
)

WAIVER_EXPIRED = Code(
    "BTS603",
    title="a waiver is over",
    explanation="""
        A waiver names its last day, and past that day the rule holds again. Meet it, or decide
        anew.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          except headers on health because "set by the gateway" until 2020-01-01
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          except headers on health because "set by the gateway" until 9999-01-01
        }
    """,
)

WAIVER_REASON = Code(
    "BTS604",
    title="a waiver gives no reason",
    explanation="""
        Whoever reads a report wants to know why a rule need not hold, and where that was decided.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          except headers on health because "" until 9999-01-01
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          except headers on health because "set by the gateway" until 9999-01-01
        }
    """,
)

RATE_LIMIT = Code(
    "BTS605",
    title="a rate limit cannot be put to the test",
    explanation="""
        A limit is a number of calls per time (`30/min`), counted per `account`, `actor` or
        `client`.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          rate limit health 30/min per user
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          rate limit health 30/min per client
        }
    """,
)

SEVERITY = Code(
    "BTS606",
    title="there is no such severity",
    explanation="""
        `fail on` names the least severity that fails: `low`, `medium`, `high` or `critical`.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          dependencies in "requirements.txt" fail on severe
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        security rules {
          dependencies in "requirements.txt" fail on high
        }
    """,
)
