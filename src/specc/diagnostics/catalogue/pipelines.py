"""Codes of mistakes in pipelines."""

from specc.diagnostics.code import Code

UNKNOWN_STAGE = Code(
    "BTS801",
    title="a stage needs one that is not there",
    explanation="""
        `needs` names other stages of the same pipeline: those that have to pass before this begins.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
          stage contract { obligations of all endpoints } needs smok
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
          stage contract { obligations of all endpoints } needs smoke
        }
    """,
)

STAGE_CIRCLE = Code(
    "BTS802",
    title="stages need each other in a circle",
    explanation="""
        A stage begins when all that it needs has passed. In a circle none could ever begin.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke } needs contract
          stage contract { obligations of all endpoints } needs smoke
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
          stage contract { obligations of all endpoints } needs smoke
        }
    """,
)

UNKNOWN_WORK = Code(
    "BTS803",
    title="a stage runs a load profile or security block that is not there",
    explanation="""
        A stage names a `load` or `security` declaration of this module, or of one that it imports.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load visits {
          mix   { 1 health }
          users { hold 1 for 1s }
        }

        pipeline release {
          stage pressure { load visitors }
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        load visits {
          mix   { 1 health }
          users { hold 1 for 1s }
        }

        pipeline release {
          stage pressure { load visits }
        }
    """,
)

SAME_STAGE = Code(
    "BTS804",
    title="a pipeline has two stages of one name",
    explanation="""
        `needs` and the report call a stage by its name.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage first { tests tagged smoke }
          stage first { obligations of health }
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage first { tests tagged smoke }
          stage second { obligations of health }
        }
    """,
)

UNKNOWN_TAG = Code(
    "BTS805",
    title="no test has this tag",
    explanation="""
        A stage that would run nothing would always pass, and keep nothing back.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smok }
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
        }
    """,
)

NOTHING_TO_DO = Code(
    "BTS806",
    title="a pipeline or a stage has nothing to do",
    explanation="""
        A pipeline is made of stages, and each stage says what it runs.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke {}
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
        }
    """,
)

SAID_TWICE = Code(
    "BTS807",
    title="a pipeline says something twice",
    explanation="""
        `on failure` and `artifacts` stand in a pipeline once: two of them would leave open which
        one counts.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
          artifacts "reports"
          artifacts "results"
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
          artifacts "reports"
        }
    """,
)

PLAIN_TEXT = Code(
    "BTS808",
    title="a command or folder of a pipeline cannot be used",
    explanation="""
        What `on failure` runs is a command line, split as a shell would and run without one, in
        the folder that specc is run in. Artifacts are kept in a folder below that one. Nothing is
        put into their text.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
          artifacts "../reports"
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
        }

        endpoint health GET /healthz {
          as      anyone
          returns 200
        }

        test "it is up" as anonymous tagged smoke {
          health
        }

        pipeline release {
          stage smoke { tests tagged smoke }
          artifacts "reports"
        }
    """,
)
