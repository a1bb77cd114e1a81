"""What requests may look like, from load.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentOrder = Contract(
    "SentOrder",
    {
        "type": "object",
        "properties": {
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
        "required": ["lines"],
        "additionalProperties": False,
    },
    spec="load.bts:27",
)

login = Requests(
    endpoints.login,
    body={
        "type": "object",
        "properties": {
            "email": {"type": "string", "format": "email"},
            "password": {"type": "string"},
        },
        "required": ["email", "password"],
        "additionalProperties": False,
    },
)

create_order = Requests(
    endpoints.create_order, body={"$ref": "#/$defs/SentOrder"}, uses=(SentOrder,)
)

list_orders = Requests(
    endpoints.list_orders,
    params={
        "limit": {"type": "integer", "minimum": 1, "maximum": 100},
        "cursor": {"type": "string"},
    },
)
