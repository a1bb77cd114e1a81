"""What answers must look like, from contracts.bts."""

from specc.runtime import Contract

Size = Contract("Size", {"enum": ["small", "large"]}, spec="contracts.bts:8")

Tag = Contract(
    "Tag",
    {
        "type": "object",
        "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 20},
            "color": {"type": "string", "pattern": "^#[0-9a-f]{6}$"},
        },
        "required": ["name", "color"],
        "additionalProperties": False,
    },
    spec="contracts.bts:10",
)

Circle = Contract(
    "Circle",
    {
        "type": "object",
        "properties": {
            "kind": {"const": "circle"},
            "radius": {"type": "number", "minimum": 0},
        },
        "required": ["kind", "radius"],
        "additionalProperties": False,
    },
    spec="contracts.bts:15",
)

Square = Contract(
    "Square",
    {
        "type": "object",
        "properties": {
            "kind": {"const": "square"},
            "side": {"type": "integer", "minimum": 1, "maximum": 9},
        },
        "required": ["kind", "side"],
        "additionalProperties": False,
    },
    spec="contracts.bts:20",
)

Everything = Contract(
    "Everything",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "made_at": {"type": "string", "format": "date-time"},
            "name": {
                "type": "string",
                "minLength": 2,
                "maxLength": 30,
                "pattern": "^\\S+$",
            },
            "size": {"$ref": "#/$defs/Size"},
            "level": {"enum": [1, 2, 3]},
            "price": {"type": "number", "minimum": 0, "maximum": 1000},
            "ratio": {"type": "number"},
            "flag": {"type": "boolean"},
            "day": {
                "type": "string",
                "format": "date",
                "x-range": ["2020-01-01", "2030-12-31"],
            },
            "at": {
                "type": "string",
                "format": "time",
                "x-range": ["08:00:00Z", "18:00:00Z"],
            },
            "due": {
                "type": "string",
                "format": "date-time",
                "x-range": ["2020-01-01T00:00:00Z", "2030-01-01T10:30:00Z"],
            },
            "lasting": {"type": "string", "format": "duration"},
            "mail": {"type": "string", "format": "email"},
            "site": {"type": "string", "format": "uri"},
            "v4": {"type": "string", "format": "ipv4"},
            "v6": {"type": "string", "format": "ipv6"},
            "host": {"type": "string", "format": "hostname"},
            "blob": {
                "type": "string",
                "contentEncoding": "base64",
                "x-bytes": [None, None],
            },
            "extra": {},
            "tags": {
                "type": "array",
                "items": {"$ref": "#/$defs/Tag"},
                "minItems": 1,
                "maxItems": 5,
            },
            "codes": {
                "type": "array",
                "items": {"type": "integer", "minimum": 0, "maximum": 9},
                "uniqueItems": True,
            },
            "labels": {
                "type": "object",
                "additionalProperties": {"type": "string", "maxLength": 10},
            },
            "shape": {
                "anyOf": [{"$ref": "#/$defs/Circle"}, {"$ref": "#/$defs/Square"}]
            },
            "inner": {
                "type": "object",
                "properties": {
                    "deep": {
                        "type": "object",
                        "properties": {
                            "value": {"anyOf": [{"type": "integer"}, {"const": None}]}
                        },
                        "required": ["value"],
                        "additionalProperties": False,
                    }
                },
                "required": ["deep"],
                "additionalProperties": False,
            },
            "body": {"type": "string"},
            "x-total": {"type": "integer"},
        },
        "required": [
            "id",
            "made_at",
            "name",
            "size",
            "level",
            "price",
            "flag",
            "mail",
            "tags",
            "shape",
            "inner",
        ],
        "additionalProperties": False,
    },
    spec="contracts.bts:25",
    uses=("Size", "Tag", "Circle", "Square"),
    secret=("password",),
)

Brief = Contract(
    "Brief",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "name": {
                "type": "string",
                "minLength": 2,
                "maxLength": 30,
                "pattern": "^\\S+$",
            },
        },
        "required": ["id", "name"],
        "additionalProperties": False,
    },
    spec="contracts.bts:56",
)

Loose = Contract(
    "Loose",
    {
        "type": "object",
        "properties": {"id": {"type": "string", "format": "uuid"}},
        "required": ["id"],
    },
    spec="contracts.bts:57",
)

Dated = Contract(
    "Dated",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "name": {
                "type": "string",
                "minLength": 2,
                "maxLength": 30,
                "pattern": "^\\S+$",
            },
            "seen_at": {"type": "string", "format": "date-time"},
        },
        "required": ["id", "name", "seen_at"],
        "additionalProperties": False,
    },
    spec="contracts.bts:58",
)

Problem = Contract(
    "Problem",
    {
        "type": "object",
        "properties": {"title": {"type": "string"}},
        "required": ["title"],
    },
    spec="contracts.bts:59",
)

Dated200 = Contract(
    "Dated200",
    {"type": "array", "items": {"$ref": "#/$defs/Dated"}},
    spec="contracts.bts:88",
    uses=("Dated",),
)

Loose200 = Contract(
    "Loose200",
    {"anyOf": [{"$ref": "#/$defs/Loose"}, {"const": None}]},
    spec="contracts.bts:92",
    uses=("Loose",),
)
