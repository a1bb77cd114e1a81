"""Codes of mistakes in types and contracts."""

from specc.diagnostics.code import Code

DUPLICATE_FIELD = Code(
    "BTS201",
    title="a field is declared twice",
    explanation="""
        Each field of a contract or an inline object has a name of its own.
    """,
    example="""
        contract Order {
          total: decimal
          total: int
        }
    """,
    fixed="""
        contract Order {
          total: decimal
          count: int
        }
    """,
)

RANGE_ORDER = Code(
    "BTS202",
    title="a range is upside down",
    explanation="""
        The low end of a range stands first: `1..100`. A range with its ends the other way round
        holds no value at all.
    """,
    example="""
        contract Line {
          quantity: int(100..1)
        }
    """,
    fixed="""
        contract Line {
          quantity: int(1..100)
        }
    """,
)

UNKNOWN_FIELD = Code(
    "BTS203",
    title="there is no such field",
    explanation="""
        A contract is closed: it has the fields that it names, and no others. What a step captures
        is typed by the contract of the status that it expects, so that a misspelt field is found
        before a request is sent.
    """,
    example="""
        contract Order {
          total: decimal
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
        }

        test "an order has a total" {
          create_order with { total: 1 } -> order
          expect order.totl == 1
        }
    """,
    fixed="""
        contract Order {
          total: decimal
        }

        endpoint create_order POST /orders {
          as      anyone
          body    Order
          returns 201 Order
        }

        test "an order has a total" {
          create_order with { total: 1 } -> order
          expect order.total == 1
        }
    """,
)

LIMIT_KIND = Code(
    "BTS204",
    title="a limit does not suit its type",
    explanation="""
        Numbers take a range of numbers, dates a range of dates, strings and lists a range of
        lengths, `bytes` and `file` a range of sizes; strings also take patterns. Other types take
        no limits.
    """,
    example="""
        contract Event {
          starts: date(1..10)
        }
    """,
    fixed="""
        contract Event {
          starts: date(2030-01-01..2030-12-31)
        }
    """,
)

PATTERN = Code(
    "BTS205",
    title="a pattern is not a valid regular expression",
    explanation="""
        Patterns are those of JSON Schema: the regular expressions of ECMA-262. What only Python
        or Perl know, such as `(?P<name>...)` and `\\\\A`, is not among them.
    """,
    example="""
        contract Line {
          sku: string(/^[A-Z(+$/)
        }
    """,
    fixed="""
        contract Line {
          sku: string(/^[A-Z]+$/)
        }
    """,
)

ENDLESS = Code(
    "BTS206",
    title="no value of a contract can ever be complete",
    explanation="""
        A required field holds a value of the contract itself, which holds another, without end.
        Make a field on the way optional, allow `null`, or hold a list.
    """,
    example="""
        contract Category {
          name:   string
          parent: Category
        }
    """,
    fixed="""
        contract Category {
          name:   string
          parent: Category | null
        }
    """,
)

DEFINED_BY_ITSELF = Code(
    "BTS207",
    title="a type is defined by itself",
    explanation="""
        To know the type one would have to know it already. Write it out where the circle starts.
    """,
    example="""
        contract Price = Price with { currency: string }
    """,
    fixed="""
        contract Amount {
          value: decimal
        }

        contract Price = Amount with { currency: string }
    """,
)

NOT_AN_OBJECT = Code(
    "BTS208",
    title="a type has no fields to choose from",
    explanation="""
        `only`, `without`, `with` and `partial` make a type from another one's fields. They work on
        contracts with fields, and on inline objects.
    """,
    example="""
        contract Names = [string] partial
    """,
    fixed="""
        contract Names = { first: string, last: string } partial
    """,
)

TAG = Code(
    "BTS209",
    title="a tag does not tell a union's options apart",
    explanation="""
        `T by kind` says that each option of the union T has a required field `kind`, a literal that
        no other option has.
    """,
    example="""
        contract Card {
          kind:   string
          number: string
        }

        contract Cash {
          kind: "cash"
        }

        contract Payment = (Card | Cash) by kind
    """,
    fixed="""
        contract Card {
          kind:   "card"
          number: string
        }

        contract Cash {
          kind: "cash"
        }

        contract Payment = (Card | Cash) by kind
    """,
)

MAP_KEY = Code(
    "BTS210",
    title="the keys of a map are not strings",
    explanation="""
        The keys of a JSON object are strings. A map is written `{string: T}`, perhaps with limits:
        `{string(1..20): T}`.
    """,
    example="""
        contract Stock {
          quantities: {int(1..): int}
        }
    """,
    fixed="""
        contract Stock {
          quantities: {string: int}
        }
    """,
)

EXAMPLE_VALUE = Code(
    "BTS211",
    title="an example or default is not a value of its type",
    explanation="""
        What stands after `=` is a typical valid value, or the default of a parameter. It must be a
        value that the type allows.
    """,
    example="""
        contract Line {
          quantity: int(1..100) = 250
        }
    """,
    fixed="""
        contract Line {
          quantity: int(1..100) = 25
        }
    """,
)

DATE = Code(
    "BTS212",
    title="a date is not a day of the calendar",
    explanation="""
        Dates are written year-month-day, and the month has to have that day.
    """,
    example="""
        contract Event {
          starts: date(2030-02-30..)
        }
    """,
    fixed="""
        contract Event {
          starts: date(2030-02-28..)
        }
    """,
)

SAME_OPTION = Code(
    "BTS213",
    title="a union has the same option twice",
    explanation="""
        Options of a union are alternatives. One that is there already adds nothing, and often is a
        slip for another value.
    """,
    example="""
        contract Order {
          status: "pending" | "paid" | "paid"
        }
    """,
    fixed="""
        contract Order {
          status: "pending" | "paid" | "shipped"
        }
    """,
)

MODIFIERS = Code(
    "BTS214",
    title="modifiers of a field contradict each other",
    explanation="""
        A readonly field is never sent, a writeonly field never returned: one that is both is
        nowhere. Each modifier is written once.
    """,
    example="""
        contract User {
          readonly writeonly password: string
        }
    """,
    fixed="""
        contract User {
          writeonly password: string
        }
    """,
)

TYPE_DEPTH = Code(
    "BTS215",
    title="a type nests too deeply",
    explanation="""
        A type of more than a hundred levels, or one that builds on others in so long a chain, is
        nothing that a reader could follow. Give parts of it names of their own.
    """,
    example="""
        contract Change = ({ note: string }
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
          partial partial partial partial partial partial partial partial partial partial
        )
    """,
    fixed="""
        contract Change = { note: string } partial
    """,
)
