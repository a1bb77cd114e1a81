"""What answers must look like, from load.bts."""

from specc.runtime import Contract

Order = Contract(
    "Order",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "status": {"enum": ["pending", "paid", "shipped"]},
            "total": {"type": "number", "minimum": 0},
            "lines": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "sku": {"type": "string"},
                        "quantity": {"type": "integer", "minimum": 1, "maximum": 100},
                    },
                    "required": ["sku", "quantity"],
                    "additionalProperties": False,
                },
                "minItems": 1,
                "maxItems": 50,
            },
            "note": {"anyOf": [{"type": "string"}, {"const": None}]},
        },
        "required": ["id", "status", "total", "lines"],
        "additionalProperties": False,
    },
    spec="load.bts:27",
)

OpenOrder = Contract(
    "OpenOrder",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "status": {"enum": ["pending", "paid", "shipped"]},
            "total": {"type": "number", "minimum": 0},
            "lines": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "sku": {"type": "string"},
                        "quantity": {"type": "integer", "minimum": 1, "maximum": 100},
                    },
                    "required": ["sku", "quantity"],
                    "additionalProperties": False,
                },
                "minItems": 1,
                "maxItems": 50,
            },
            "note": {"anyOf": [{"type": "string"}, {"const": None}]},
            "placed_at": {"type": "string", "format": "date-time"},
        },
        "required": ["id", "status", "total", "lines", "placed_at"],
        "additionalProperties": False,
    },
    spec="load.bts:35",
)

Login200 = Contract(
    "Login200",
    {
        "type": "object",
        "properties": {"token": {"type": "string"}},
        "required": ["token"],
        "additionalProperties": False,
    },
    spec="load.bts:40",
)

ListOrders200 = Contract(
    "ListOrders200",
    {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": {"$ref": "#/$defs/OpenOrder"}},
            "next": {"type": "string"},
        },
        "required": ["items"],
        "additionalProperties": False,
    },
    spec="load.bts:68",
    uses=("OpenOrder",),
)
