"""What requests may look like, from specs/httpbin.bts."""

from decimal import Decimal

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentParcel = Contract(
    "SentParcel",
    {
        "type": "object",
        "properties": {
            "reference": {"type": "string", "format": "uuid"},
            "recipient": {"type": "string", "minLength": 1, "maxLength": 60},
            "weight": {"type": "number", "minimum": 0, "maximum": 100},
            "express": {"type": "boolean"},
            "notes": {"anyOf": [{"type": "string", "maxLength": 200}, {"const": None}]},
            "contents": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "sku": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{3}$"},
                        "quantity": {"type": "integer", "minimum": 1, "maximum": 99},
                    },
                    "required": ["sku", "quantity"],
                    "additionalProperties": False,
                },
                "minItems": 1,
                "maxItems": 5,
            },
        },
        "required": ["reference", "recipient", "weight", "contents"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:52",
)

SentPizza = Contract(
    "SentPizza",
    {
        "type": "object",
        "properties": {
            "custname": {"type": "string", "minLength": 1, "maxLength": 80},
            "size": {"enum": ["small", "medium", "large"]},
            "topping": {
                "type": "array",
                "items": {"enum": ["bacon", "cheese", "mushroom"]},
                "maxItems": 3,
                "uniqueItems": True,
            },
            "slices": {"type": "integer", "minimum": 1, "maximum": 12},
            "comments": {"type": "string", "maxLength": 200},
        },
        "required": ["custname", "size"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:61",
)

show_get = Requests(
    endpoints.show_get,
    params={
        "topic": {"type": "string", "maxLength": 40},
        "page": {"type": "integer", "minimum": 1},
        "tag": {
            "type": "array",
            "items": {"type": "string", "minLength": 1, "maxLength": 20},
            "maxItems": 3,
        },
        "exact": {"type": "boolean"},
    },
)

show_path = Requests(
    endpoints.show_path, params={"number": {"type": "integer"}}, required=("number",)
)

show_headers = Requests(
    endpoints.show_headers,
    params={
        "X-Trace": {"type": "string", "pattern": "^[a-z0-9-]{1,40}$"},
        "X-Attempt": {"type": "integer", "minimum": 1, "maximum": 9},
    },
)

show_user_agent = Requests(
    endpoints.show_user_agent,
    params={"User-Agent": {"type": "string", "pattern": "^[a-z]{1,20}/[0-9.]{1,10}$"}},
)

show_cookies = Requests(
    endpoints.show_cookies,
    params={
        "flavour": {"type": "string", "pattern": "^[a-z]{1,20}$"},
        "topping": {"type": "string", "pattern": "^[a-z]{1,20}$"},
    },
)

post_parcel = Requests(
    endpoints.post_parcel, body={"$ref": "#/$defs/SentParcel"}, uses=(SentParcel,)
)

put_parcel = Requests(
    endpoints.put_parcel, body={"$ref": "#/$defs/SentParcel"}, uses=(SentParcel,)
)

patch_parcel = Requests(
    endpoints.patch_parcel,
    body={
        "type": "object",
        "properties": {
            "reference": {"type": "string", "format": "uuid"},
            "recipient": {"type": "string", "minLength": 1, "maxLength": 60},
            "weight": {"type": "number", "minimum": 0, "maximum": 100},
            "express": {"type": "boolean"},
            "notes": {"anyOf": [{"type": "string", "maxLength": 200}, {"const": None}]},
            "contents": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "sku": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{3}$"},
                        "quantity": {"type": "integer", "minimum": 1, "maximum": 99},
                    },
                    "required": ["sku", "quantity"],
                    "additionalProperties": False,
                },
                "minItems": 1,
                "maxItems": 5,
            },
        },
        "additionalProperties": False,
    },
)

delete_parcel = Requests(
    endpoints.delete_parcel, params={"reason": {"enum": ["lost", "late", "wrong"]}}
)

order_pizza = Requests(
    endpoints.order_pizza, body={"$ref": "#/$defs/SentPizza"}, uses=(SentPizza,)
)

upload = Requests(
    endpoints.upload,
    body={
        "type": "object",
        "properties": {
            "photo": {"x-file": [None, 64000]},
            "caption": {"type": "string", "maxLength": 80},
        },
        "required": ["photo"],
        "additionalProperties": False,
    },
)

redirect = Requests(
    endpoints.redirect,
    params={"n": {"type": "integer", "minimum": 1}, "absolute": {"type": "boolean"}},
    required=("n",),
    waived=("path.n.below_minimum",),
    invalid={"n": 404},
)

relative_redirect = Requests(
    endpoints.relative_redirect,
    params={"n": {"type": "integer", "minimum": 1}},
    required=("n",),
    waived=("path.n.below_minimum",),
    invalid={"n": 404},
)

absolute_redirect = Requests(
    endpoints.absolute_redirect,
    params={"n": {"type": "integer", "minimum": 1}},
    required=("n",),
    waived=("path.n.below_minimum",),
    invalid={"n": 404},
)

redirect_to = Requests(
    endpoints.redirect_to,
    params={
        "url": {"type": "string", "pattern": "^/[a-z]{1,20}$"},
        "status_code": {"enum": [301, 302, 303, 307, 308]},
    },
    required=("url",),
)

redirect_post = Requests(
    endpoints.redirect_post,
    params={
        "url": {"type": "string", "pattern": "^/[a-z]{1,20}$"},
        "status_code": {"enum": [303, 307]},
    },
    required=("url",),
    body={
        "type": "object",
        "properties": {"message": {"type": "string", "minLength": 1, "maxLength": 100}},
        "required": ["message"],
        "additionalProperties": False,
    },
)

first_link = Requests(
    endpoints.first_link,
    params={"n": {"type": "integer", "minimum": 0}},
    required=("n",),
    invalid={"n": 404},
)

set_cookies = Requests(
    endpoints.set_cookies,
    params={
        "flavour": {"type": "string", "pattern": "^[a-z]{1,20}$"},
        "topping": {"type": "string", "pattern": "^[a-z]{1,20}$"},
    },
)

delete_cookies = Requests(
    endpoints.delete_cookies,
    params={"flavour": {"type": "string", "minLength": 0, "maxLength": 0}},
)

response_headers = Requests(
    endpoints.response_headers,
    params={
        "X-Flavour": {"enum": ["mint", "lemon"]},
        "X-Count": {"type": "integer", "minimum": 0, "maximum": 9},
    },
)

cached_for = Requests(
    endpoints.cached_for,
    params={"seconds": {"type": "integer", "minimum": 0}},
    required=("seconds",),
    invalid={"seconds": 404},
)

byte_range = Requests(
    endpoints.byte_range,
    params={"n": {"type": "integer", "minimum": 1, "maximum": 102400}},
    required=("n",),
    invalid={"n": 404},
)

random_bytes = Requests(
    endpoints.random_bytes,
    params={
        "n": {"type": "integer", "minimum": 0},
        "seed": {"type": "integer", "minimum": 0, "maximum": 1000000},
    },
    required=("n",),
    invalid={"n": 404},
)

stream_bytes = Requests(
    endpoints.stream_bytes,
    params={
        "n": {"type": "integer", "minimum": 0},
        "seed": {"type": "integer", "minimum": 0, "maximum": 1000000},
        "chunk_size": {"type": "integer", "minimum": 1, "maximum": 1000},
    },
    required=("n",),
    invalid={"n": 404},
)

stream = Requests(
    endpoints.stream,
    params={"n": {"type": "integer", "minimum": 0}},
    required=("n",),
    invalid={"n": 404},
)

drip = Requests(
    endpoints.drip,
    params={
        "numbytes": {"type": "integer", "minimum": 1, "maximum": 1000},
        "duration": {"type": "number", "minimum": 0, "maximum": Decimal("0.5")},
        "delay": {"type": "number", "minimum": 0, "maximum": Decimal("0.2")},
    },
    required=("numbytes", "duration"),
    waived=("query",),
)

link_page = Requests(
    endpoints.link_page,
    params={
        "n": {"type": "integer", "minimum": 0},
        "offset": {"type": "integer", "minimum": 0},
    },
    required=("n", "offset"),
    invalid={"n": 404, "offset": 404},
)

image = Requests(
    endpoints.image,
    params={
        "Accept": {"enum": ["image/png", "image/jpeg", "image/webp", "image/svg+xml"]}
    },
    required=("Accept",),
    invalid={"Accept": 406},
)
