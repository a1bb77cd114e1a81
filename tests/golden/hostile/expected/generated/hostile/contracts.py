"""What answers must look like, from hostile.bts."""

from specc.runtime import Contract

# Ends with a backslash \\
Class = Contract(
    "Class",
    {
        "type": "object",
        "properties": {
            "__class__": {"type": "string"},
            "a b": {"enum": ["it's", '"quoted"', "", "# noqa", "line\nbreak"]},
            "def": {"type": "string", "pattern": "^[\"'{}\\\\]+$"},
            "naïve-ß": {"type": "string", "maxLength": 20},
            '"""': {"type": "integer"},
            "{0}": {"type": "integer"},
        },
        "required": ["__class__", "a b"],
        "additionalProperties": False,
    },
    spec="hostile.bts:13",
)

Conftest200 = Contract(
    "Conftest200",
    {
        "type": "object",
        "properties": {"}": {"type": "string"}, "{": {"type": "string"}},
        "required": ["}", "{"],
        "additionalProperties": False,
    },
    spec="hostile.bts:34",
)

Expect200 = Contract(
    "Expect200",
    {
        "type": "object",
        "properties": {"items": {"type": "array", "items": {"type": "string"}}},
        "required": ["items"],
        "additionalProperties": False,
    },
    spec="hostile.bts:40",
)
