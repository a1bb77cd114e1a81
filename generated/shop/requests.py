"""What requests may look like, from specs/shop.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentLine = Contract(
    "SentLine",
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

SentOrder = Contract(
    "SentOrder",
    {
        "type": "object",
        "properties": {
            "lines": {
                "type": "array",
                "items": {"$ref": "#/$defs/SentLine"},
                "minItems": 1,
                "maxItems": 50,
            },
            "note": {"anyOf": [{"type": "string", "maxLength": 500}, {"const": None}]},
        },
        "required": ["lines"],
        "additionalProperties": False,
    },
    spec="specs/shop.bts:33",
    uses=("SentLine",),
)

SentCredentials = Contract(
    "SentCredentials",
    {
        "type": "object",
        "properties": {
            "email": {"type": "string", "format": "email"},
            "password": {"type": "string", "minLength": 8, "maxLength": 72},
        },
        "required": ["email", "password"],
        "additionalProperties": False,
    },
    spec="specs/shop.bts:42",
)

login = Requests(
    endpoints.login,
    body={"$ref": "#/$defs/SentCredentials"},
    uses=(SentCredentials,),
    invalid={"body": 422},
)

create_order = Requests(
    endpoints.create_order,
    body={"$ref": "#/$defs/SentOrder"},
    uses=(SentOrder,),
    invalid={"body": 422},
)

list_orders = Requests(
    endpoints.list_orders,
    params={"limit": {"type": "integer", "minimum": 1, "maximum": 100}},
    invalid={"query": 422},
)

pay = Requests(
    endpoints.pay,
    body={
        "type": "object",
        "properties": {"card": {"type": "string", "pattern": "^[0-9]{16}$"}},
        "required": ["card"],
        "additionalProperties": False,
    },
    invalid={"body": 422},
)
