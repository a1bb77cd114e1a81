"""What requests may look like, from hostile.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentClass = Contract(
    "SentClass",
    {
        "type": "object",
        "properties": {
            "__class__": {"type": "string"},
            "a b": {"enum": ["it's", '"quoted"', "", "# noqa", "line\nbreak"]},
            "def": {"type": "string", "pattern": "^[\"'{}\\\\]+$"},
            "naïve-ß": {"type": "string", "maxLength": 20},
            '"""': {"type": "integer"},
            "{0}": {"type": "integer"},
        },
        "required": ["__class__", "a b"],
        "additionalProperties": False,
    },
    spec="hostile.bts:13",
)

scenarios = Requests(
    endpoints.scenarios,
    params={"from": {"type": "string"}, "x[]": {"enum": ['"', "'"]}},
    required=("from",),
    body={"$ref": "#/$defs/SentClass"},
    uses=(SentClass,),
    invalid={"body": 400, "query": 400},
)
