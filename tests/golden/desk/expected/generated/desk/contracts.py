"""What answers must look like, from desk.bts."""

from specc.runtime import Contract

Problem = Contract(
    "Problem",
    {
        "type": "object",
        "properties": {"title": {"type": "string"}},
        "required": ["title"],
    },
    spec="desk.bts:8",
)

Ticket = Contract(
    "Ticket",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "state": {"enum": ["open", "held", "closed"]},
            "created_at": {"type": "string", "format": "date-time"},
            "title": {"type": "string", "minLength": 1, "maxLength": 60},
            "weight": {"type": "integer", "minimum": 1, "maximum": 9},
        },
        "required": ["id", "state", "created_at", "title", "weight"],
        "additionalProperties": False,
    },
    spec="desk.bts:10",
)

Tickets200 = Contract(
    "Tickets200",
    {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": {"$ref": "#/$defs/Ticket"}},
            "total": {"type": "integer", "minimum": 0},
        },
        "required": ["items", "total"],
        "additionalProperties": False,
    },
    spec="desk.bts:41",
    uses=("Ticket",),
)

Newest200 = Contract(
    "Newest200",
    {"type": "array", "items": {"$ref": "#/$defs/Ticket"}},
    spec="desk.bts:52",
    uses=("Ticket",),
)
