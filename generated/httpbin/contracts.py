"""What answers must look like, from specs/httpbin.bts."""

from specc.runtime import Contract

# One value as text, several as a list.
Values = Contract(
    "Values",
    {
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"type": "string"}, "minItems": 2},
            ]
        },
    },
    spec="specs/httpbin.bts:32",
)

Echo = Contract(
    "Echo",
    {
        "type": "object",
        "properties": {
            "args": {"$ref": "#/$defs/Values"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "origin": {"type": "string", "format": "ipv4"},
            "url": {"type": "string", "format": "uri"},
        },
        "required": ["args", "headers", "origin", "url"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:34",
    uses=("Values",),
)

Sent_2 = Contract(
    "Sent_2",
    {
        "type": "object",
        "properties": {
            "args": {"$ref": "#/$defs/Values"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "origin": {"type": "string", "format": "ipv4"},
            "url": {"type": "string", "format": "uri"},
            "data": {"type": "string"},
            "files": {"$ref": "#/$defs/Values"},
            "form": {"$ref": "#/$defs/Values"},
        },
        "required": ["args", "headers", "origin", "url", "data", "files", "form"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:41",
    uses=("Values",),
)

Anything = Contract(
    "Anything",
    {
        "type": "object",
        "properties": {
            "args": {"$ref": "#/$defs/Values"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "origin": {"type": "string", "format": "ipv4"},
            "url": {"type": "string", "format": "uri"},
            "data": {"type": "string"},
            "files": {"$ref": "#/$defs/Values"},
            "form": {"$ref": "#/$defs/Values"},
            "json": {},
            "method": {"enum": ["GET", "POST", "PUT", "PATCH", "DELETE"]},
        },
        "required": [
            "args",
            "headers",
            "origin",
            "url",
            "data",
            "files",
            "form",
            "json",
            "method",
        ],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:47",
    uses=("Values",),
)

Parcel = Contract(
    "Parcel",
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

Pizza = Contract(
    "Pizza",
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

Packed = Contract(
    "Packed",
    {
        "type": "object",
        "properties": {
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "method": {"const": "GET"},
            "origin": {"type": "string", "format": "ipv4"},
        },
        "required": ["headers", "method", "origin"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:282",
)

NotAcceptable = Contract(
    "NotAcceptable",
    {
        "type": "object",
        "properties": {
            "message": {"type": "string", "minLength": 1},
            "accept": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        },
        "required": ["message", "accept"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:341",
)

Slideshow = Contract(
    "Slideshow",
    {
        "type": "object",
        "properties": {
            "slideshow": {
                "type": "object",
                "properties": {
                    "title": {"type": "string", "minLength": 1},
                    "author": {"type": "string", "minLength": 1},
                    "date": {"type": "string", "minLength": 1},
                    "slides": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {
                                "type": {"const": "all"},
                                "title": {"type": "string", "minLength": 1},
                                "items": {
                                    "type": "array",
                                    "items": {"type": "string"},
                                    "minItems": 1,
                                },
                            },
                            "required": ["type", "title"],
                            "additionalProperties": False,
                        },
                        "minItems": 2,
                        "maxItems": 2,
                    },
                },
                "required": ["title", "author", "date", "slides"],
                "additionalProperties": False,
            }
        },
        "required": ["slideshow"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:441",
)

ShowHeaders200 = Contract(
    "ShowHeaders200",
    {
        "type": "object",
        "properties": {
            "headers": {"type": "object", "additionalProperties": {"type": "string"}}
        },
        "required": ["headers"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:91",
)

ShowUserAgent200 = Contract(
    "ShowUserAgent200",
    {
        "type": "object",
        "properties": {"user-agent": {"type": "string", "minLength": 1}},
        "required": ["user-agent"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:97",
)

ShowIp200 = Contract(
    "ShowIp200",
    {
        "type": "object",
        "properties": {"origin": {"type": "string", "format": "ipv4"}},
        "required": ["origin"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:102",
)

ShowCookies200 = Contract(
    "ShowCookies200",
    {
        "type": "object",
        "properties": {
            "cookies": {"type": "object", "additionalProperties": {"type": "string"}}
        },
        "required": ["cookies"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:109",
)

MakeUuid200 = Contract(
    "MakeUuid200",
    {
        "type": "object",
        "properties": {"uuid": {"type": "string", "format": "uuid"}},
        "required": ["uuid"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:114",
)

PostParcel200 = Contract(
    "PostParcel200",
    {
        "type": "object",
        "properties": {
            "args": {"$ref": "#/$defs/Values"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "origin": {"type": "string", "format": "ipv4"},
            "url": {"type": "string", "format": "uri"},
            "data": {"type": "string"},
            "files": {"$ref": "#/$defs/Values"},
            "form": {"$ref": "#/$defs/Values"},
            "json": {"$ref": "#/$defs/Parcel"},
        },
        "required": [
            "args",
            "headers",
            "origin",
            "url",
            "data",
            "files",
            "form",
            "json",
        ],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:122",
    uses=("Values", "Parcel"),
)

PutParcel200 = Contract(
    "PutParcel200",
    {
        "type": "object",
        "properties": {
            "args": {"$ref": "#/$defs/Values"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "origin": {"type": "string", "format": "ipv4"},
            "url": {"type": "string", "format": "uri"},
            "data": {"type": "string"},
            "files": {"$ref": "#/$defs/Values"},
            "form": {"$ref": "#/$defs/Values"},
            "json": {"$ref": "#/$defs/Parcel"},
        },
        "required": [
            "args",
            "headers",
            "origin",
            "url",
            "data",
            "files",
            "form",
            "json",
        ],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:129",
    uses=("Values", "Parcel"),
)

PatchParcel200 = Contract(
    "PatchParcel200",
    {
        "type": "object",
        "properties": {
            "args": {"$ref": "#/$defs/Values"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "origin": {"type": "string", "format": "ipv4"},
            "url": {"type": "string", "format": "uri"},
            "data": {"type": "string"},
            "files": {"$ref": "#/$defs/Values"},
            "form": {"$ref": "#/$defs/Values"},
            "json": {
                "type": "object",
                "properties": {
                    "reference": {"type": "string", "format": "uuid"},
                    "recipient": {"type": "string", "minLength": 1, "maxLength": 60},
                    "weight": {"type": "number", "minimum": 0, "maximum": 100},
                    "express": {"type": "boolean"},
                    "notes": {
                        "anyOf": [{"type": "string", "maxLength": 200}, {"const": None}]
                    },
                    "contents": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {
                                "sku": {
                                    "type": "string",
                                    "pattern": "^[A-Z]{2}[0-9]{3}$",
                                },
                                "quantity": {
                                    "type": "integer",
                                    "minimum": 1,
                                    "maximum": 99,
                                },
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
        },
        "required": [
            "args",
            "headers",
            "origin",
            "url",
            "data",
            "files",
            "form",
            "json",
        ],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:136",
    uses=("Values",),
)

DeleteParcel200 = Contract(
    "DeleteParcel200",
    {
        "type": "object",
        "properties": {
            "args": {"$ref": "#/$defs/Values"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "origin": {"type": "string", "format": "ipv4"},
            "url": {"type": "string", "format": "uri"},
            "data": {"type": "string"},
            "files": {"$ref": "#/$defs/Values"},
            "form": {"$ref": "#/$defs/Values"},
            "json": {"const": None},
        },
        "required": [
            "args",
            "headers",
            "origin",
            "url",
            "data",
            "files",
            "form",
            "json",
        ],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:143",
    uses=("Values",),
)

BasicAuth200 = Contract(
    "BasicAuth200",
    {
        "type": "object",
        "properties": {"authenticated": {"const": True}, "user": {"type": "string"}},
        "required": ["authenticated", "user"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:180",
)

HiddenBasicAuth200 = Contract(
    "HiddenBasicAuth200",
    {
        "type": "object",
        "properties": {"authenticated": {"const": True}, "user": {"type": "string"}},
        "required": ["authenticated", "user"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:187",
)

BearerAuth200 = Contract(
    "BearerAuth200",
    {
        "type": "object",
        "properties": {"authenticated": {"const": True}, "token": {"type": "string"}},
        "required": ["authenticated", "token"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:193",
)

DigestAuth200 = Contract(
    "DigestAuth200",
    {
        "type": "object",
        "properties": {"authenticated": {"const": True}, "user": {"type": "string"}},
        "required": ["authenticated", "user"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:200",
)

Gzip200 = Contract(
    "Gzip200",
    {
        "type": "object",
        "properties": {
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "method": {"const": "GET"},
            "origin": {"type": "string", "format": "ipv4"},
            "gzipped": {"const": True},
        },
        "required": ["headers", "method", "origin", "gzipped"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:290",
)

Deflate200 = Contract(
    "Deflate200",
    {
        "type": "object",
        "properties": {
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "method": {"const": "GET"},
            "origin": {"type": "string", "format": "ipv4"},
            "deflated": {"const": True},
        },
        "required": ["headers", "method", "origin", "deflated"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:295",
)

Brotli200 = Contract(
    "Brotli200",
    {
        "type": "object",
        "properties": {
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "method": {"const": "GET"},
            "origin": {"type": "string", "format": "ipv4"},
            "brotli": {"const": True},
        },
        "required": ["headers", "method", "origin", "brotli"],
        "additionalProperties": False,
    },
    spec="specs/httpbin.bts:300",
)
