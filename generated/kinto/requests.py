"""What requests may look like, from specs/kinto.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentPrincipals = Contract(
    "SentPrincipals",
    {"type": "array", "items": {"type": "string", "minLength": 1}},
    spec="specs/kinto/contracts.bts:7",
)

SentNewAccount = Contract(
    "SentNewAccount",
    {
        "type": "object",
        "properties": {
            "password": {"type": "string", "minLength": 1, "maxLength": 72},
            "nickname": {},
        },
        "required": ["password"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:33",
)

SentBucket = Contract(
    "SentBucket",
    {"type": "object", "properties": {"note": {}}, "additionalProperties": False},
    spec="specs/kinto/contracts.bts:43",
)

SentBucketPermissions = Contract(
    "SentBucketPermissions",
    {
        "type": "object",
        "properties": {
            "read": {"anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]},
            "write": {"anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]},
            "collection:create": {
                "anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]
            },
            "group:create": {
                "anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]
            },
        },
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:49",
    uses=("SentPrincipals",),
)

SentCollection = Contract(
    "SentCollection",
    {
        "type": "object",
        "properties": {"schema": {"type": "object", "additionalProperties": {}}},
        "required": ["schema"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:62",
)

SentCollectionPermissions = Contract(
    "SentCollectionPermissions",
    {
        "type": "object",
        "properties": {
            "read": {"anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]},
            "write": {"anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]},
            "record:create": {
                "anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]
            },
        },
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:88",
    uses=("SentPrincipals",),
)

SentTask = Contract(
    "SentTask",
    {
        "type": "object",
        "properties": {
            "title": {"type": "string", "minLength": 1, "maxLength": 80},
            "done": {"type": "boolean"},
            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
            "status": {"enum": ["open", "doing", "done"]},
            "estimate": {"type": "number", "minimum": 0, "maximum": 1000},
            "due": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "tags": {
                "type": "array",
                "items": {"type": "string", "minLength": 1, "maxLength": 20},
                "maxItems": 5,
            },
            "note": {"anyOf": [{"type": "string", "maxLength": 200}, {"const": None}]},
            "assignee": {
                "type": "object",
                "properties": {
                    "name": {"type": "string", "minLength": 1, "maxLength": 40},
                    "team": {"type": "string"},
                },
                "required": ["name"],
                "additionalProperties": False,
            },
        },
        "required": ["title"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:99",
)

SentTaskMerge = Contract(
    "SentTaskMerge",
    {
        "type": "object",
        "properties": {
            "title": {"type": "string", "minLength": 1, "maxLength": 80},
            "done": {"anyOf": [{"type": "boolean"}, {"const": None}]},
            "priority": {
                "anyOf": [
                    {"type": "integer", "minimum": 1, "maximum": 5},
                    {"const": None},
                ]
            },
            "status": {"enum": ["open", "doing", "done", None]},
            "note": {"anyOf": [{"type": "string", "maxLength": 200}, {"const": None}]},
        },
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:115",
)

SentRetitle = Contract(
    "SentRetitle",
    {
        "type": "object",
        "properties": {
            "op": {"const": "replace"},
            "path": {"const": "/data/title"},
            "value": {"type": "string", "minLength": 1, "maxLength": 80},
        },
        "required": ["op", "path", "value"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:124",
)

SentTaskPermissions = Contract(
    "SentTaskPermissions",
    {
        "type": "object",
        "properties": {
            "read": {"anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]},
            "write": {"anyOf": [{"$ref": "#/$defs/SentPrincipals"}, {"const": None}]},
        },
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:130",
    uses=("SentPrincipals",),
)

SentGroup = Contract(
    "SentGroup",
    {
        "type": "object",
        "properties": {"members": {"$ref": "#/$defs/SentPrincipals"}},
        "required": ["members"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:147",
    uses=("SentPrincipals",),
)

create_account = Requests(
    endpoints.create_account,
    params={"id": {"type": "string", "pattern": "^[a-zA-Z0-9][+.@a-zA-Z0-9_-]*$"}},
    required=("id",),
    body={
        "type": "object",
        "properties": {"data": {"$ref": "#/$defs/SentNewAccount"}},
        "required": ["data"],
        "additionalProperties": False,
    },
    uses=(SentNewAccount,),
    waived=(
        "data.password.too_long",
        "body.nested",
        "data.password.much_too_long",
        "path.id.pattern_newline",
    ),
    invalid={"body": 400},
)

sign_up = Requests(
    endpoints.sign_up,
    body={
        "type": "object",
        "properties": {
            "data": {
                "type": "object",
                "properties": {
                    "password": {"type": "string", "minLength": 1, "maxLength": 72},
                    "nickname": {},
                    "id": {
                        "type": "string",
                        "pattern": "^[a-zA-Z0-9][+.@a-zA-Z0-9_-]*$",
                    },
                },
                "required": ["password", "id"],
                "additionalProperties": False,
            }
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    waived=(
        "data.id",
        "body.nested",
        "data.password.much_too_long",
        "data.password.too_long",
        "data.null",
        "data.wrong_type",
        "body.wrong_type",
        "body.null",
        "body.list",
    ),
)

update_account = Requests(
    endpoints.update_account,
    body={
        "type": "object",
        "properties": {
            "data": {
                "type": "object",
                "properties": {"nickname": {}},
                "additionalProperties": False,
            }
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    waived=("body.nested",),
    invalid={"body": 400},
)

create_bucket = Requests(
    endpoints.create_bucket,
    body={
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/SentBucket"},
            "permissions": {"$ref": "#/$defs/SentBucketPermissions"},
        },
        "additionalProperties": False,
    },
    uses=(SentBucket, SentBucketPermissions),
    waived=("body.nested",),
    invalid={"body": 400},
)

put_bucket = Requests(
    endpoints.put_bucket,
    params={"id": {"type": "string", "pattern": "^[a-zA-Z0-9][a-zA-Z0-9_-]*$"}},
    required=("id",),
    body={
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/SentBucket"},
            "permissions": {"$ref": "#/$defs/SentBucketPermissions"},
        },
        "additionalProperties": False,
    },
    uses=(SentBucket, SentBucketPermissions),
    waived=("body.nested", "path.id.pattern_newline"),
    invalid={"body": 400},
)

list_buckets = Requests(
    endpoints.list_buckets,
    params={"_limit": {"type": "integer", "minimum": 0}},
    waived=("query._limit.fraction",),
    invalid={"query": 400},
)

update_bucket = Requests(
    endpoints.update_bucket,
    body={
        "type": "object",
        "properties": {
            "data": {
                "type": "object",
                "properties": {"note": {}},
                "additionalProperties": False,
            }
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    waived=("body.nested",),
    invalid={"body": 400},
)

share_bucket = Requests(
    endpoints.share_bucket,
    body={
        "type": "object",
        "properties": {"permissions": {"$ref": "#/$defs/SentBucketPermissions"}},
        "required": ["permissions"],
        "additionalProperties": False,
    },
    uses=(SentBucketPermissions,),
    waived=("body.nested",),
    invalid={"body": 400},
)

create_collection = Requests(
    endpoints.create_collection,
    body={
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/SentCollection"},
            "permissions": {"$ref": "#/$defs/SentCollectionPermissions"},
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    uses=(SentCollection, SentCollectionPermissions),
    waived=(
        "body.nested",
        "data.missing",
        "data.schema.missing",
        "body.object",
        "body.empty",
        "path.bucket.pattern_newline",
    ),
    invalid={"bucket": 404},
)

list_collections = Requests(
    endpoints.list_collections,
    params={"_limit": {"type": "integer", "minimum": 0}},
    waived=("query._limit.fraction",),
    invalid={"query": 400},
)

update_collection = Requests(
    endpoints.update_collection,
    body={
        "type": "object",
        "properties": {
            "data": {
                "type": "object",
                "properties": {
                    "schema": {"type": "object", "additionalProperties": {}}
                },
                "additionalProperties": False,
            }
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    waived=("body.nested",),
    invalid={"body": 400},
)

create_task = Requests(
    endpoints.create_task,
    body={
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/SentTask"},
            "permissions": {"$ref": "#/$defs/SentTaskPermissions"},
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    uses=(SentTask, SentTaskPermissions),
    waived=("body.nested", "data.due.pattern_newline"),
    invalid={"body": 400},
)

list_tasks = Requests(
    endpoints.list_tasks,
    params={"_limit": {"type": "integer", "minimum": 0}},
    waived=("query._limit.fraction",),
    invalid={"query": 400},
)

list_changes = Requests(
    endpoints.list_changes,
    params={"_since": {"type": "integer", "minimum": 0}},
    required=("_since",),
    waived=("query._since.missing", "query._since.fraction"),
)

replace_task = Requests(
    endpoints.replace_task,
    body={
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/SentTask"},
            "permissions": {"$ref": "#/$defs/SentTaskPermissions"},
        },
        "additionalProperties": False,
    },
    uses=(SentTask, SentTaskPermissions),
    waived=("body.nested", "path.id.pattern_newline", "data.due.pattern_newline"),
    invalid={"body": 400},
)

update_task = Requests(
    endpoints.update_task,
    body={
        "type": "object",
        "properties": {
            "data": {
                "type": "object",
                "properties": {
                    "title": {"type": "string", "minLength": 1, "maxLength": 80},
                    "done": {"type": "boolean"},
                    "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                    "status": {"enum": ["open", "doing", "done"]},
                    "estimate": {"type": "number", "minimum": 0, "maximum": 1000},
                    "due": {
                        "type": "string",
                        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                    },
                    "tags": {
                        "type": "array",
                        "items": {"type": "string", "minLength": 1, "maxLength": 20},
                        "maxItems": 5,
                    },
                    "note": {
                        "anyOf": [{"type": "string", "maxLength": 200}, {"const": None}]
                    },
                    "assignee": {
                        "type": "object",
                        "properties": {
                            "name": {"type": "string", "minLength": 1, "maxLength": 40},
                            "team": {"type": "string"},
                        },
                        "required": ["name"],
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            }
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    waived=("body.nested", "path.id.pattern_newline", "data.due.pattern_newline"),
    invalid={"body": 400},
)

merge_task = Requests(
    endpoints.merge_task,
    body={
        "type": "object",
        "properties": {"data": {"$ref": "#/$defs/SentTaskMerge"}},
        "required": ["data"],
        "additionalProperties": False,
    },
    uses=(SentTaskMerge,),
    waived=("body.nested",),
    invalid={"body": 400},
)

patch_task = Requests(
    endpoints.patch_task,
    body={"type": "array", "items": {"$ref": "#/$defs/SentRetitle"}},
    uses=(SentRetitle,),
    waived=("body.nested",),
    invalid={"body": 400},
)

create_group = Requests(
    endpoints.create_group,
    body={
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/SentGroup"},
            "permissions": {"$ref": "#/$defs/SentTaskPermissions"},
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    uses=(SentGroup, SentTaskPermissions),
    waived=(
        "body.nested",
        "data.missing",
        "data.members.missing",
        "body.object",
        "body.empty",
        "path.bucket.pattern_newline",
    ),
    invalid={"bucket": 404},
)

update_group = Requests(
    endpoints.update_group,
    body={
        "type": "object",
        "properties": {
            "data": {
                "type": "object",
                "properties": {"members": {"$ref": "#/$defs/SentPrincipals"}},
                "additionalProperties": False,
            }
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    uses=(SentPrincipals,),
    waived=("body.nested",),
    invalid={"body": 400},
)
