"""What answers must look like, from imports.bts."""

from specc.runtime import Contract

# What errors look like.
Problem = Contract(
    "Problem",
    {
        "type": "object",
        "properties": {"title": {"type": "string"}},
        "required": ["title"],
    },
    spec="common/problem.bts:2",
)

Credentials = Contract(
    "Credentials",
    {
        "type": "object",
        "properties": {"name": {"type": "string"}},
        "required": ["name"],
        "additionalProperties": False,
    },
    spec="auth.bts:5",
    secret=("password",),
)

StockItem = Contract(
    "StockItem",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "label": {"type": "string", "minLength": 1, "maxLength": 20},
        },
        "required": ["id", "label"],
        "additionalProperties": False,
    },
    spec="stock.bts:4",
)

Item = Contract(
    "Item",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "part": {"type": "string", "format": "uuid"},
        },
        "required": ["id", "part"],
        "additionalProperties": False,
    },
    spec="imports.bts:14",
)

Login200 = Contract(
    "Login200",
    {
        "type": "object",
        "properties": {"token": {"type": "string"}},
        "required": ["token"],
        "additionalProperties": False,
    },
    spec="auth.bts:10",
)
