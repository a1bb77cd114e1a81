"""What answers must look like, from sign_up.bts."""

from specc.runtime import Contract

Problem = Contract(
    "Problem",
    {
        "type": "object",
        "properties": {"title": {"type": "string"}},
        "required": ["title"],
    },
    spec="sign_up.bts:7",
)

User = Contract(
    "User",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "username": {"type": "string", "minLength": 3, "maxLength": 40},
            "email": {"type": "string", "format": "email"},
            "bio": {"type": "string", "maxLength": 200},
        },
        "required": ["id", "username", "email"],
        "additionalProperties": False,
    },
    spec="sign_up.bts:8",
    secret=("password",),
)

Session = Contract(
    "Session",
    {
        "type": "object",
        "properties": {
            "token": {"type": "string", "minLength": 1},
            "user": {"$ref": "#/$defs/User"},
        },
        "required": ["token", "user"],
        "additionalProperties": False,
    },
    spec="sign_up.bts:15",
    uses=("User",),
)

Audit200 = Contract(
    "Audit200",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "username": {"type": "string", "minLength": 3, "maxLength": 40},
            "bio": {"type": "string", "maxLength": 200},
        },
        "required": ["id", "username"],
        "additionalProperties": False,
    },
    spec="sign_up.bts:83",
)
