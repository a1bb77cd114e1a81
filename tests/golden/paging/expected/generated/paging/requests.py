"""What requests may look like, from paging.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentNote = Contract(
    "SentNote",
    {
        "type": "object",
        "properties": {
            "text": {"type": "string", "minLength": 1, "maxLength": 50},
            "kind": {"enum": ["a", "b"]},
        },
        "required": ["text", "kind"],
        "additionalProperties": False,
    },
    spec="paging.bts:9",
)

make = Requests(endpoints.make, body={"$ref": "#/$defs/SentNote"}, uses=(SentNote,))

by_offset = Requests(
    endpoints.by_offset,
    params={
        "limit": {"type": "integer", "minimum": 1, "maximum": 100},
        "offset": {"type": "integer", "minimum": 0},
        "kind": {"enum": ["a", "b"]},
    },
)

by_cursor = Requests(
    endpoints.by_cursor,
    params={"size": {"type": "integer", "minimum": 1, "maximum": 50}},
)

by_link = Requests(
    endpoints.by_link,
    params={"per_page": {"type": "integer", "minimum": 1, "maximum": 50}},
)
