"""What requests may look like, from imports.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentCredentials = Contract(
    "SentCredentials",
    {
        "type": "object",
        "properties": {"name": {"type": "string"}, "password": {"type": "string"}},
        "required": ["name", "password"],
        "additionalProperties": False,
    },
    spec="auth.bts:5",
)

SentStockItem = Contract(
    "SentStockItem",
    {
        "type": "object",
        "properties": {"label": {"type": "string", "minLength": 1, "maxLength": 20}},
        "required": ["label"],
        "additionalProperties": False,
    },
    spec="stock.bts:4",
)

SentItem = Contract(
    "SentItem",
    {
        "type": "object",
        "properties": {"part": {"x-thing": "StockItem.id"}},
        "required": ["part"],
        "additionalProperties": False,
    },
    spec="imports.bts:14",
)

login = Requests(
    endpoints.login, body={"$ref": "#/$defs/SentCredentials"}, uses=(SentCredentials,)
)

stock_make = Requests(
    endpoints.stock_make, body={"$ref": "#/$defs/SentStockItem"}, uses=(SentStockItem,)
)

make = Requests(endpoints.make, body={"$ref": "#/$defs/SentItem"}, uses=(SentItem,))
