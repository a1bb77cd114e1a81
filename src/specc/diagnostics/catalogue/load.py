"""Codes of mistakes in load profiles."""

from specc.diagnostics.code import Code

METRIC = Code(
    "BTS501",
    title="there is no such metric",
    explanation="""
        What a profile can require: latencies (`p50` to `p99`), `errors`, `throughput`,
        `saturation`, `memory growth`, and `p95 growth` and its like. Growth and saturation are
        known only when all is measured: nothing else than `require` can name them.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          require { latency < 300ms }
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          require { p95 < 300ms }
        }
    """,
)

METRIC_UNIT = Code(
    "BTS502",
    title="a metric is compared with another unit's value",
    explanation="""
        Latencies are durations, errors a percentage, throughput and saturation rates, memory growth
        a size per time, the growth of a latency a percentage of what it was at first. A regression
        compares with a baseline, in percent.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          require { p95 < 5% }
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          require { p95 < 300ms }
        }
    """,
)

INCOMPLETE = Code(
    "BTS503",
    title="a profile lacks its mix or its stages",
    explanation="""
        A profile says what to call, `mix { 8 browse, 2 buy }`, and how much of it, in the stages of
        `users { ... }` or `rate { ... }`.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
        }
    """,
)

NOT_IN_MIX = Code(
    "BTS504",
    title="a metric is of something that the mix never calls",
    explanation="""
        A metric `of` an endpoint measures the calls that the profile makes. The mix never calls
        this one, neither by itself nor in a flow, so that there would be nothing to measure.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        endpoint version GET /version {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          require { p95 of version < 300ms }
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        endpoint version GET /version {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health, 1 version }
          users { hold 10 for 1m }
          require { p95 of version < 300ms }
        }
    """,
)

LEVEL = Code(
    "BTS505",
    title="a stage's level is not of the profile's model",
    explanation="""
        `users` is the closed model: its levels are numbers of users. `rate` is the open one: its
        levels are rates of arrival, such as `50/s`.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10/s for 1m }
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          rate { hold 10/s for 1m }
        }
    """,
)

ENTRY_TWICE = Code(
    "BTS506",
    title="a profile says something twice",
    explanation="""
        A profile has one mix, one block of stages, one pause between calls, and looks for one
        thing.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          mix { 2 health }
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }

        }
    """,
)

SATURATION = Code(
    "BTS507",
    title="saturation is required, and nothing looks for it",
    explanation="""
        `saturation` is the load up to which the service holds. It is what `find saturation until
        ...` finds.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          rate { hold 10/s for 1m }
          require { saturation > 100/s }
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          rate { hold 10/s for 1m }
          find saturation until p95 > 500ms
          require { saturation > 100/s }
        }
    """,
)

MONITOR = Code(
    "BTS508",
    title="what to monitor is not known or not complete",
    explanation="""
        `monitor process` watches the process that the service's `start` started; `monitor
        prometheus` reads the metrics at a url.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          monitor prometheus
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          monitor prometheus "http://127.0.0.1:9090/metrics"
        }
    """,
)

THINK_ORDER = Code(
    "BTS509",
    title="a pause between calls is upside down",
    explanation="""
        The low end of a pause stands first: `think 1s..3s`.
    """,
    example="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          think 3s..1s
        }
    """,
    fixed="""
        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load peak {
          mix { 1 health }
          users { hold 10 for 1m }
          think 1s..3s
        }
    """,
)
