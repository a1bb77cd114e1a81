"""What answers must look like, from ownership.bts."""

from specc.runtime import Contract

Problem = Contract(
    "Problem",
    {
        "type": "object",
        "properties": {"title": {"type": "string"}},
        "required": ["title"],
    },
    spec="ownership.bts:13",
)

Article = Contract(
    "Article",
    {
        "type": "object",
        "properties": {
            "slug": {"type": "string", "minLength": 1, "maxLength": 80},
            "title": {"type": "string", "minLength": 1, "maxLength": 100},
            "text": {"type": "string", "minLength": 1},
        },
        "required": ["slug", "title", "text"],
        "additionalProperties": False,
    },
    spec="ownership.bts:15",
)

Comment = Contract(
    "Comment",
    {
        "type": "object",
        "properties": {
            "id": {"type": "integer", "minimum": 1},
            "text": {"type": "string", "minLength": 1, "maxLength": 200},
        },
        "required": ["id", "text"],
        "additionalProperties": False,
    },
    spec="ownership.bts:21",
)

WriteArticle201 = Contract(
    "WriteArticle201",
    {
        "type": "object",
        "properties": {"article": {"$ref": "#/$defs/Article"}},
        "required": ["article"],
        "additionalProperties": False,
    },
    spec="ownership.bts:29",
    uses=("Article",),
)

ReadArticle200 = Contract(
    "ReadArticle200",
    {
        "type": "object",
        "properties": {"article": {"$ref": "#/$defs/Article"}},
        "required": ["article"],
        "additionalProperties": False,
    },
    spec="ownership.bts:38",
    uses=("Article",),
)

ChangeArticle200 = Contract(
    "ChangeArticle200",
    {
        "type": "object",
        "properties": {"article": {"$ref": "#/$defs/Article"}},
        "required": ["article"],
        "additionalProperties": False,
    },
    spec="ownership.bts:46",
    uses=("Article",),
)

Comment201 = Contract(
    "Comment201",
    {
        "type": "object",
        "properties": {"comment": {"$ref": "#/$defs/Comment"}},
        "required": ["comment"],
        "additionalProperties": False,
    },
    spec="ownership.bts:65",
    uses=("Comment",),
)

Comments200 = Contract(
    "Comments200",
    {
        "type": "object",
        "properties": {
            "comments": {"type": "array", "items": {"$ref": "#/$defs/Comment"}}
        },
        "required": ["comments"],
        "additionalProperties": False,
    },
    spec="ownership.bts:74",
    uses=("Comment",),
)
