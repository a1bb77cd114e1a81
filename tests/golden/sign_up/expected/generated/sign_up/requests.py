"""What requests may look like, from sign_up.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentUser = Contract(
    "SentUser",
    {
        "type": "object",
        "properties": {
            "username": {"type": "string", "minLength": 3, "maxLength": 40},
            "email": {"type": "string", "format": "email"},
            "password": {"type": "string", "minLength": 8, "maxLength": 72},
            "bio": {"type": "string", "maxLength": 200},
        },
        "required": ["username", "email", "password"],
        "additionalProperties": False,
    },
    spec="sign_up.bts:8",
)

sign_up = Requests(
    endpoints.sign_up,
    body={"$ref": "#/$defs/SentUser"},
    uses=(SentUser,),
    invalid={"body": 422},
)

log_in = Requests(
    endpoints.log_in,
    body={
        "type": "object",
        "properties": {
            "email": {"type": "string", "format": "email"},
            "password": {"type": "string", "minLength": 8, "maxLength": 72},
        },
        "required": ["email", "password"],
        "additionalProperties": False,
    },
    invalid={"body": 422},
)

change_me = Requests(
    endpoints.change_me,
    body={
        "type": "object",
        "properties": {
            "username": {"type": "string", "minLength": 3, "maxLength": 40},
            "email": {"type": "string", "format": "email"},
            "password": {"type": "string", "minLength": 8, "maxLength": 72},
            "bio": {"type": "string", "maxLength": 200},
        },
        "additionalProperties": False,
    },
    invalid={"body": 422},
)
