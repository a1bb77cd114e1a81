"""What answers must look like, from scenarios.bts."""

from specc.runtime import Contract

Order = Contract(
    "Order",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "status": {"enum": ["new", "paid"]},
            "lines": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "sku": {"type": "string"},
                        "quantity": {"type": "integer"},
                    },
                    "required": ["sku", "quantity"],
                    "additionalProperties": False,
                },
            },
        },
        "required": ["id", "status", "lines"],
        "additionalProperties": False,
    },
    spec="scenarios.bts:9",
)

Orders200 = Contract(
    "Orders200",
    {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": {"$ref": "#/$defs/Order"}},
            "next": {"type": "string"},
        },
        "required": ["items"],
        "additionalProperties": False,
    },
    spec="scenarios.bts:33",
    uses=("Order",),
)
