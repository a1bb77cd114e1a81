"""What requests may look like, from ownership.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentArticle = Contract(
    "SentArticle",
    {
        "type": "object",
        "properties": {
            "title": {"type": "string", "minLength": 1, "maxLength": 100},
            "text": {"type": "string", "minLength": 1},
        },
        "required": ["title", "text"],
        "additionalProperties": False,
    },
    spec="ownership.bts:15",
)

SentComment = Contract(
    "SentComment",
    {
        "type": "object",
        "properties": {"text": {"type": "string", "minLength": 1, "maxLength": 200}},
        "required": ["text"],
        "additionalProperties": False,
    },
    spec="ownership.bts:21",
)

write_article = Requests(
    endpoints.write_article,
    body={
        "type": "object",
        "properties": {"article": {"$ref": "#/$defs/SentArticle"}},
        "required": ["article"],
        "additionalProperties": False,
    },
    uses=(SentArticle,),
    invalid={"body": 422},
)

change_article = Requests(
    endpoints.change_article,
    body={
        "type": "object",
        "properties": {"article": {"$ref": "#/$defs/SentArticle"}},
        "required": ["article"],
        "additionalProperties": False,
    },
    uses=(SentArticle,),
)

comment = Requests(
    endpoints.comment, body={"$ref": "#/$defs/SentComment"}, uses=(SentComment,)
)
