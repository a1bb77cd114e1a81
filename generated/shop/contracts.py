"""What answers must look like, from specs/shop.bts."""

from specc.runtime import Contract

# What every error of the API looks like (RFC 9457).
Problem = Contract(
    "Problem",
    {
        "type": "object",
        "properties": {
            "type": {"type": "string", "format": "uri"},
            "title": {"type": "string", "minLength": 1},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
        },
        "required": ["title", "status"],
    },
    spec="specs/common/problem.bts:2",
)

Line = Contract(
    "Line",
    {
        "type": "object",
        "properties": {
            "sku": {"type": "string", "pattern": "^[A-Z][0-9]{1,4}$"},
            "quantity": {"type": "integer", "minimum": 1, "maximum": 100},
        },
        "required": ["sku", "quantity"],
        "additionalProperties": False,
    },
    spec="specs/shop.bts:28",
)

Order = Contract(
    "Order",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "status": {"enum": ["pending", "paid", "shipped"]},
            "total": {"type": "number", "minimum": 0},
            "placed_at": {"type": "string", "format": "date-time"},
            "lines": {
                "type": "array",
                "items": {"$ref": "#/$defs/Line"},
                "minItems": 1,
                "maxItems": 50,
            },
            "note": {"anyOf": [{"type": "string", "maxLength": 500}, {"const": None}]},
        },
        "required": ["id", "status", "total", "placed_at", "lines"],
        "additionalProperties": False,
    },
    spec="specs/shop.bts:33",
    uses=("Line",),
)

Credentials = Contract(
    "Credentials",
    {
        "type": "object",
        "properties": {"email": {"type": "string", "format": "email"}},
        "required": ["email"],
        "additionalProperties": False,
    },
    spec="specs/shop.bts:42",
    secret=("password",),
)

Login200 = Contract(
    "Login200",
    {
        "type": "object",
        "properties": {"token": {"type": "string", "minLength": 16}},
        "required": ["token"],
        "additionalProperties": False,
    },
    spec="specs/shop.bts:50",
)

ListOrders200 = Contract(
    "ListOrders200",
    {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": {"$ref": "#/$defs/Order"}},
            "next": {"type": "string"},
        },
        "required": ["items"],
        "additionalProperties": False,
    },
    spec="specs/shop.bts:80",
    uses=("Order",),
)
