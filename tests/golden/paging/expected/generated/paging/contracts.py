"""What answers must look like, from paging.bts."""

from specc.runtime import Contract

Note = Contract(
    "Note",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "text": {"type": "string", "minLength": 1, "maxLength": 50},
            "kind": {"enum": ["a", "b"]},
        },
        "required": ["id", "text", "kind"],
        "additionalProperties": False,
    },
    spec="paging.bts:9",
)

ByOffset200 = Contract(
    "ByOffset200",
    {
        "type": "object",
        "properties": {
            "notes": {"type": "array", "items": {"$ref": "#/$defs/Note"}},
            "count": {"type": "integer"},
        },
        "required": ["notes", "count"],
        "additionalProperties": False,
    },
    spec="paging.bts:32",
    uses=("Note",),
)

ByCursor200 = Contract(
    "ByCursor200",
    {
        "type": "object",
        "properties": {
            "items": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"id": {"type": "string", "format": "uuid"}},
                    "required": ["id"],
                    "additionalProperties": False,
                },
            },
            "next": {"anyOf": [{"type": "string"}, {"const": None}]},
        },
        "required": ["items", "next"],
        "additionalProperties": False,
    },
    spec="paging.bts:42",
)

ByLink200 = Contract(
    "ByLink200",
    {"type": "array", "items": {"$ref": "#/$defs/Note"}},
    spec="paging.bts:51",
    uses=("Note",),
)

Endless200 = Contract(
    "Endless200",
    {"type": "array", "items": {"$ref": "#/$defs/Note"}},
    spec="paging.bts:59",
    uses=("Note",),
)
