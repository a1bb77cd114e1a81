"""What requests may look like, from parameters.bts."""

from specc.runtime.properties import Requests

from . import endpoints

find = Requests(
    endpoints.find,
    params={
        "page": {"type": "integer", "minimum": 1},
        "limit": {"type": "integer", "minimum": 1, "maximum": 100},
        "q": {"type": "string", "minLength": 3, "maxLength": 30},
        "sort": {"enum": ["up", "down"]},
        "since": {"type": "string", "format": "date", "x-range": ["2020-01-01", None]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "exact": {"type": "boolean"},
        "X-Trace": {"type": "string", "format": "uuid"},
        "theme": {"enum": ["dark", "light"]},
    },
    required=("page", "q", "X-Trace"),
    invalid={"query": 400, "page": 404},
)

form = Requests(
    endpoints.form,
    body={
        "type": "object",
        "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 10},
            "age": {"type": "integer", "minimum": 0, "maximum": 150},
        },
        "required": ["name", "age"],
        "additionalProperties": False,
    },
    invalid={"body": 400},
)

upload = Requests(
    endpoints.upload,
    body={
        "type": "object",
        "properties": {
            "photo": {"x-file": [None, 5000000]},
            "title": {"type": "string", "minLength": 1, "maxLength": 40},
        },
        "required": ["photo", "title"],
        "additionalProperties": False,
    },
    invalid={"body": 400},
)

class_ = Requests(
    endpoints.class_,
    params={
        "class": {"type": "integer", "minimum": 1, "maximum": 3},
        "from": {"type": "integer", "minimum": 1, "maximum": 3},
    },
    invalid={"from": 400},
)

search = Requests(
    endpoints.search,
    params={"a": {"type": "integer", "minimum": 0, "maximum": 5}},
    invalid={"a": 400},
)
