"""What requests may look like, from scenarios.bts."""

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
                        "quantity": {"type": "integer"},
                    },
                    "required": ["sku", "quantity"],
                    "additionalProperties": False,
                },
            }
        },
        "required": ["lines"],
        "additionalProperties": False,
    },
    spec="scenarios.bts:9",
)

order = Requests(endpoints.order, body={"$ref": "#/$defs/SentOrder"}, uses=(SentOrder,))
