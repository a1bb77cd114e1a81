"""Codes of mistakes in the syntax."""

from specc.diagnostics.code import Code

UNEXPECTED = Code(
    "BTS001",
    title="something stands where it cannot",
    explanation="""
        The compiler had read a statement up to here and found something that cannot come next.
        The message says what could, where that is little enough to say. A statement ends with its
        line: what belongs to it stands on the same line, or inside of brackets that were opened
        on it.
    """,
    example="""
        contract Order {
          id: uuid uuid
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }
    """,
)

UNKNOWN_CHARACTER = Code(
    "BTS002",
    title="a character has no meaning",
    explanation="""
        The language is written in ASCII, but for comments and for what stands in quotes, where
        any character will do. Now and then an invisible one, such as a no-break space, comes in
        with text that was copied from a page.
    """,
    example="""
        contract Order {
          größe: int
        }
    """,
    fixed="""
        contract Order {
          "größe": int
        }
    """,
)

UNTERMINATED_STRING = Code(
    "BTS003",
    title="a string is not closed",
    explanation=r"""
        A string ends on the line on which it starts. Inside of it, a quote is written `\"`, a
        line end `\n` and a backslash `\\`.
    """,
    example="""
        contract Order {
          status: "pending | "paid"
        }
    """,
    fixed="""
        contract Order {
          status: "pending" | "paid"
        }
    """,
)

UNTERMINATED_DOC = Code(
    "BTS004",
    title="a doc string is not closed",
    explanation="""
        A doc string starts and ends with three quotes, and may hold any number of lines. Without
        its end, all that follows would be documentation.
    """,
    example='''
        """What a customer has ordered.
        contract Order {
          id: uuid
        }
    ''',
    fixed='''
        """What a customer has ordered."""
        contract Order {
          id: uuid
        }
    ''',
)

UNTERMINATED_REGEX = Code(
    "BTS005",
    title="a regular expression is not closed",
    explanation=r"""
        A regular expression stands between two slashes on one line. Inside of it, a slash is
        written `\/`.
    """,
    example="""
        contract Line {
          sku: string(/^[A-Z]{3}$)
        }
    """,
    fixed="""
        contract Line {
          sku: string(/^[A-Z]{3}$/)
        }
    """,
)

UNCLOSED_BRACKET = Code(
    "BTS006",
    title="a bracket is never closed",
    explanation="""
        A `{`, `(` or `[` was opened and nothing closes it. The compiler sees it by the margin: a
        declaration in the first column, or a statement that is no deeper than the line with the
        bracket, is not inside of it. The place shown is the bracket; what is missing goes before
        the second place.
    """,
    example="""
        contract Line {
          sku: string

        contract Order {
          id: uuid
        }
    """,
    fixed="""
        contract Line {
          sku: string
        }

        contract Order {
          id: uuid
        }
    """,
)

UNMATCHED_BRACKET = Code(
    "BTS007",
    title="a bracket closes nothing",
    explanation="""
        A `}`, `)` or `]` stands where none of its kind is open. Either it is one too many, or the
        bracket that it belongs to was left out, or closed too early.
    """,
    example="""
        contract Order {
          ids: [uuid)]
        }
    """,
    fixed="""
        contract Order {
          ids: [uuid]
        }
    """,
)

UNKNOWN_DECLARATION = Code(
    "BTS008",
    title="there is no such declaration",
    explanation="""
        Outside of all blocks a line starts a declaration with one of a few words: `import`,
        `service`, `role`, `actor`, `contract`, `endpoint`, `flow`, `test`, `load`, `soak` or
        `security`. Where a word of a block stands there, a `}` before it closes more than it
        should.
    """,
    example="""
        contrat Order {
          id: uuid
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }
    """,
)

LATER_WORD = Code(
    "BTS009",
    title="a declaration that is not there yet",
    explanation="""
        The words `database`, `broker`, `event`, `stub`, `unit` and `environment` are
        kept for declarations to come. This version cannot do anything with them.
    """,
    example="""
        database orders {
          url "postgres://localhost/orders"
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }
    """,
)

UNKNOWN_STATEMENT = Code(
    "BTS010",
    title="there is no such statement",
    explanation="""
        Each kind of block has statements of its own, and each of them starts with a word:
        `returns` and `body` in an endpoint, `mix` and `require` in a load profile. In tests,
        flows and actors a line may also start with the name of an endpoint or a flow.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321"
          timout 5s
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
          timeout 5s
        }
    """,
)

MISSING_COLON = Code(
    "BTS011",
    title="a colon is missing",
    explanation="""
        Fields, parameters, arguments and the keys of objects are followed by a colon, and then by
        what they are: a type where something is declared, a value where something is given.
    """,
    example="""
        contract Order {
          id uuid
        }
    """,
    fixed="""
        contract Order {
          id: uuid
        }
    """,
)

DASHED_NAME = Code(
    "BTS012",
    title="a name has dashes",
    explanation="""
        What a spec declares has a name of letters, digits and `_`, because it becomes a name in
        Python. Fields and headers are the service's own: where their names have dashes, they
        stand in quotes.
    """,
    example="""
        contract Order {
          placed-at: datetime
        }
    """,
    fixed="""
        contract Order {
          "placed-at": datetime
        }
    """,
)

TWO_STATEMENTS = Code(
    "BTS013",
    title="two statements share a line",
    explanation="""
        A statement ends with its line. The next one starts on a line of its own, in a block of
        one statement too.
    """,
    example="""
        service shop {
          url "http://127.0.0.1:8321" timeout 5s
        }
    """,
    fixed="""
        service shop {
          url "http://127.0.0.1:8321"
          timeout 5s
        }
    """,
)

MISPLACED_DOC = Code(
    "BTS014",
    title="a doc string documents nothing",
    explanation="""
        A doc string stands right before what it documents: a declaration or a contract's field.
        One that stands alone at the top of a file documents the file. Anywhere else it would be
        lost; a remark to whoever reads the spec is a comment, which starts with `#`.
    """,
    example='''
        service shop {
          """Where the shop is."""
          url "http://127.0.0.1:8321"
        }
    ''',
    fixed='''
        """The shop, where it runs on this machine."""
        service shop {
          url "http://127.0.0.1:8321"
        }
    ''',
)

TOO_DEEP = Code(
    "BTS015",
    title="brackets are nested too deep",
    explanation="""
        Brackets may be nested a hundred deep, and values may consist of as many values in turn,
        which is more than anyone can read. A contract of its own for an inner object, or a step
        before this one whose answer is named, makes it flat.
    """,
    example=f"contract Deep {{\n  value: {'[' * 101}int{']' * 101}\n}}",
    fixed="""
        contract Deep {
          value: [[[int]]]
        }
    """,
)

NOT_UTF8 = Code(
    "BTS016",
    title="a file is not UTF-8 text",
    explanation="""
        Specs are UTF-8 text. This file holds bytes that are none: it was saved in another encoding,
        such as UTF-16 or Latin-1, or is no text at all. Have your editor save it as UTF-8. Nothing
        of it is looked at before that.
    """,
    example="""
        # caf\udce9
        role customer
    """,
    fixed="""
        # caf\u00e9
        role customer
    """,
)
