"""What requests may look like, from contracts.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentSize = Contract("SentSize", {"enum": ["small", "large"]}, spec="contracts.bts:8")

SentTag = Contract(
    "SentTag",
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

SentCircle = Contract(
    "SentCircle",
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

SentSquare = Contract(
    "SentSquare",
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

SentEverything = Contract(
    "SentEverything",
    {
        "type": "object",
        "properties": {
            "password": {"type": "string", "minLength": 8, "maxLength": 40},
            "name": {
                "type": "string",
                "minLength": 2,
                "maxLength": 30,
                "pattern": "^\\S+$",
            },
            "size": {"$ref": "#/$defs/SentSize"},
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
                "items": {"$ref": "#/$defs/SentTag"},
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
                "anyOf": [
                    {"$ref": "#/$defs/SentCircle"},
                    {"$ref": "#/$defs/SentSquare"},
                ]
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
            "password",
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
    uses=("SentSize", "SentTag", "SentCircle", "SentSquare"),
)

make = Requests(
    endpoints.make,
    body={"$ref": "#/$defs/SentEverything"},
    uses=(SentEverything,),
    invalid={"body": 422},
)

change_2 = Requests(
    endpoints.change_2,
    body={
        "type": "object",
        "properties": {
            "password": {"type": "string", "minLength": 8, "maxLength": 40},
            "name": {
                "type": "string",
                "minLength": 2,
                "maxLength": 30,
                "pattern": "^\\S+$",
            },
            "size": {"$ref": "#/$defs/SentSize"},
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
                "items": {"$ref": "#/$defs/SentTag"},
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
                "anyOf": [
                    {"$ref": "#/$defs/SentCircle"},
                    {"$ref": "#/$defs/SentSquare"},
                ]
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
        "additionalProperties": False,
    },
    uses=(SentSize, SentTag, SentCircle, SentSquare),
    invalid={"body": 422},
)
