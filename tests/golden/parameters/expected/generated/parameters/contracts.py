"""What answers must look like, from parameters.bts."""

from specc.runtime import Contract

Problem = Contract(
    "Problem",
    {
        "type": "object",
        "properties": {"title": {"type": "string"}},
        "required": ["title"],
    },
    spec="parameters.bts:13",
)

Item = Contract(
    "Item",
    {
        "type": "object",
        "properties": {
            "id": {"type": "integer", "minimum": 1},
            "name": {"type": "string", "minLength": 1, "maxLength": 10},
        },
        "required": ["id", "name"],
        "additionalProperties": False,
    },
    spec="parameters.bts:14",
)

Find200 = Contract(
    "Find200",
    {"type": "array", "items": {"$ref": "#/$defs/Item"}},
    spec="parameters.bts:27",
    uses=("Item",),
)
