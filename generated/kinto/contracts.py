"""What answers must look like, from specs/kinto.bts."""

from specc.runtime import Contract

# A timestamp in milliseconds, in quotes: the version of what was read.
Etag = Contract(
    "Etag",
    {"type": "string", "pattern": '^"[0-9]+"$'},
    spec="specs/kinto/contracts.bts:4",
)

# Who may: `account:alice`, `system.Authenticated`, or a group's address.
Principals = Contract(
    "Principals",
    {"type": "array", "items": {"type": "string", "minLength": 1}},
    spec="specs/kinto/contracts.bts:7",
)

Error = Contract(
    "Error",
    {
        "type": "object",
        "properties": {
            "code": {"type": "integer", "minimum": 400, "maximum": 599},
            "errno": {"type": "integer", "minimum": 100, "maximum": 999},
            "error": {"type": "string", "minLength": 1},
            "message": {"type": "string"},
            "info": {"type": "string"},
            "details": {},
        },
        "required": ["code", "errno", "error"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:9",
)

# What is left of an object that was deleted.
Tombstone = Contract(
    "Tombstone",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "last_modified": {"type": "integer", "minimum": 1},
            "deleted": {"const": True},
        },
        "required": ["id", "last_modified", "deleted"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:19",
)

Account = Contract(
    "Account",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": "^[a-zA-Z0-9][+.@a-zA-Z0-9_-]*$"},
            "last_modified": {"type": "integer", "minimum": 1},
            "password": {"type": "string", "pattern": "^\\$2b\\$12\\$"},
            "nickname": {},
        },
        "required": ["id", "last_modified", "password"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:25",
)

# bcrypt takes 72 bytes and no more.
NewAccount = Contract(
    "NewAccount",
    {"type": "object", "properties": {"nickname": {}}, "additionalProperties": False},
    spec="specs/kinto/contracts.bts:33",
    secret=("password",),
)

AccountAnswer = Contract(
    "AccountAnswer",
    {
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/Account"},
            "permissions": {
                "type": "object",
                "properties": {
                    "read": {"$ref": "#/$defs/Principals"},
                    "write": {"$ref": "#/$defs/Principals"},
                },
                "additionalProperties": False,
            },
        },
        "required": ["data", "permissions"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:38",
    uses=("Account", "Principals"),
)

Bucket = Contract(
    "Bucket",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": "^[a-zA-Z0-9][a-zA-Z0-9_-]*$"},
            "last_modified": {"type": "integer", "minimum": 1},
            "note": {},
        },
        "required": ["id", "last_modified"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:43",
)

BucketPermissions = Contract(
    "BucketPermissions",
    {
        "type": "object",
        "properties": {
            "read": {"anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]},
            "write": {"anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]},
            "collection:create": {
                "anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]
            },
            "group:create": {
                "anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]
            },
        },
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:49",
    uses=("Principals",),
)

BucketAnswer = Contract(
    "BucketAnswer",
    {
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/Bucket"},
            "permissions": {"$ref": "#/$defs/BucketPermissions"},
        },
        "required": ["data", "permissions"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:56",
    uses=("Bucket", "BucketPermissions"),
)

# A list of tasks: a collection whose JSON schema says what its records must look like.
Collection = Contract(
    "Collection",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": "^[a-zA-Z0-9][a-zA-Z0-9_-]*$"},
            "last_modified": {"type": "integer", "minimum": 1},
            "schema": {"type": "object", "additionalProperties": {}},
        },
        "required": ["id", "last_modified", "schema"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:62",
)

CollectionPermissions = Contract(
    "CollectionPermissions",
    {
        "type": "object",
        "properties": {
            "read": {"anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]},
            "write": {"anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]},
            "record:create": {
                "anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]
            },
        },
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:88",
    uses=("Principals",),
)

CollectionAnswer = Contract(
    "CollectionAnswer",
    {
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/Collection"},
            "permissions": {"$ref": "#/$defs/CollectionPermissions"},
        },
        "required": ["data", "permissions"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:94",
    uses=("Collection", "CollectionPermissions"),
)

Task = Contract(
    "Task",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": "^[a-zA-Z0-9][a-zA-Z0-9_-]*$"},
            "last_modified": {"type": "integer", "minimum": 1},
            "schema": {"type": "integer", "minimum": 1},
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
        "required": ["id", "last_modified", "schema", "title"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:99",
)

# A change to a task as RFC 7396 has it: null takes a field away.
TaskMerge = Contract(
    "TaskMerge",
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

# One operation of RFC 6902.
Retitle = Contract(
    "Retitle",
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

TaskPermissions = Contract(
    "TaskPermissions",
    {
        "type": "object",
        "properties": {
            "read": {"anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]},
            "write": {"anyOf": [{"$ref": "#/$defs/Principals"}, {"const": None}]},
        },
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:130",
    uses=("Principals",),
)

TaskAnswer = Contract(
    "TaskAnswer",
    {
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/Task"},
            "permissions": {"$ref": "#/$defs/TaskPermissions"},
        },
        "required": ["data", "permissions"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:135",
    uses=("Task", "TaskPermissions"),
)

# A task as a list of changes shows it: whole, or what is left of it.
Change_2 = Contract(
    "Change_2",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "last_modified": {"type": "integer", "minimum": 1},
            "deleted": {"const": True},
        },
        "required": ["id", "last_modified"],
    },
    spec="specs/kinto/contracts.bts:141",
)

Group = Contract(
    "Group",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": "^[a-zA-Z0-9][a-zA-Z0-9_-]*$"},
            "last_modified": {"type": "integer", "minimum": 1},
            "members": {"$ref": "#/$defs/Principals"},
        },
        "required": ["id", "last_modified", "members"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:147",
    uses=("Principals",),
)

GroupAnswer = Contract(
    "GroupAnswer",
    {
        "type": "object",
        "properties": {
            "data": {"$ref": "#/$defs/Group"},
            "permissions": {"$ref": "#/$defs/TaskPermissions"},
        },
        "required": ["data", "permissions"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:153",
    uses=("Group", "TaskPermissions"),
)

BatchRequest = Contract(
    "BatchRequest",
    {
        "type": "object",
        "properties": {
            "method": {
                "enum": ["GET", "HEAD", "DELETE", "TRACE", "POST", "PUT", "PATCH", None]
            },
            "path": {"type": "string", "pattern": "^/[ -~]*$"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "body": {"type": "object", "additionalProperties": {}},
        },
        "required": ["path"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:158",
)

BatchResponse = Contract(
    "BatchResponse",
    {
        "type": "object",
        "properties": {
            "status": {"type": "integer", "minimum": 100, "maximum": 599},
            "path": {"type": "string", "pattern": "^/"},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}},
            "body": {},
        },
        "required": ["status", "path", "headers"],
        "additionalProperties": False,
    },
    spec="specs/kinto/contracts.bts:165",
)

ServerInfo = Contract(
    "ServerInfo",
    {
        "type": "object",
        "properties": {
            "project_name": {"const": "kinto under test"},
            "project_version": {
                "type": "string",
                "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$",
            },
            "http_api_version": {"type": "string", "pattern": "^[0-9]+\\.[0-9]+$"},
            "project_docs": {"type": "string", "format": "uri"},
            "url": {"type": "string", "format": "uri"},
            "config": {"const": None},
            "settings": {
                "type": "object",
                "properties": {
                    "batch_max_requests": {"const": 25},
                    "readonly": {"const": False},
                    "explicit_permissions": {"type": "boolean"},
                },
                "required": ["batch_max_requests", "readonly", "explicit_permissions"],
                "additionalProperties": False,
            },
            "capabilities": {"type": "object", "additionalProperties": {}},
            "user": {
                "type": "object",
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "principals": {"$ref": "#/$defs/Principals"},
                },
                "required": ["id", "principals"],
                "additionalProperties": False,
            },
        },
        "required": [
            "project_name",
            "project_version",
            "http_api_version",
            "project_docs",
            "url",
            "config",
            "settings",
            "capabilities",
        ],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:46",
    uses=("Principals",),
)

OpenApi = Contract(
    "OpenApi",
    {
        "type": "object",
        "properties": {
            "swagger": {"const": "2.0"},
            "paths": {"type": "object", "additionalProperties": {}},
        },
        "required": ["swagger", "paths"],
    },
    spec="specs/kinto.bts:73",
)

Heartbeat200 = Contract(
    "Heartbeat200",
    {
        "type": "object",
        "properties": {
            "storage": {"const": True},
            "permission": {"const": True},
            "cache": {"const": True},
        },
        "required": ["storage", "permission", "cache"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:64",
)

ListAccounts200 = Contract(
    "ListAccounts200",
    {
        "type": "object",
        "properties": {
            "data": {
                "type": "array",
                "items": {"$ref": "#/$defs/Account"},
                "minItems": 1,
                "maxItems": 1,
            }
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:137",
    uses=("Account",),
)

DeleteAccount200 = Contract(
    "DeleteAccount200",
    {
        "type": "object",
        "properties": {"data": {"$ref": "#/$defs/Tombstone"}},
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:157",
    uses=("Tombstone",),
)

ListBuckets200 = Contract(
    "ListBuckets200",
    {
        "type": "object",
        "properties": {"data": {"type": "array", "items": {"$ref": "#/$defs/Bucket"}}},
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:217",
    uses=("Bucket",),
)

DeleteBucket200 = Contract(
    "DeleteBucket200",
    {
        "type": "object",
        "properties": {"data": {"$ref": "#/$defs/Tombstone"}},
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:254",
    uses=("Tombstone",),
)

ListCollections200 = Contract(
    "ListCollections200",
    {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": {"$ref": "#/$defs/Collection"}}
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:300",
    uses=("Collection",),
)

DeleteCollection200 = Contract(
    "DeleteCollection200",
    {
        "type": "object",
        "properties": {"data": {"$ref": "#/$defs/Tombstone"}},
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:328",
    uses=("Tombstone",),
)

ListTasks200 = Contract(
    "ListTasks200",
    {
        "type": "object",
        "properties": {"data": {"type": "array", "items": {"$ref": "#/$defs/Task"}}},
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:377",
    uses=("Task",),
)

ListChanges200 = Contract(
    "ListChanges200",
    {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": {"$ref": "#/$defs/Change_2"}}
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:400",
    uses=("Change_2",),
)

DeleteTask200 = Contract(
    "DeleteTask200",
    {
        "type": "object",
        "properties": {"data": {"$ref": "#/$defs/Tombstone"}},
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:475",
    uses=("Tombstone",),
)

ClearTasks200 = Contract(
    "ClearTasks200",
    {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": {"$ref": "#/$defs/Tombstone"}}
        },
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:487",
    uses=("Tombstone",),
)

ListGroups200 = Contract(
    "ListGroups200",
    {
        "type": "object",
        "properties": {"data": {"type": "array", "items": {"$ref": "#/$defs/Group"}}},
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:526",
    uses=("Group",),
)

DeleteGroup200 = Contract(
    "DeleteGroup200",
    {
        "type": "object",
        "properties": {"data": {"$ref": "#/$defs/Tombstone"}},
        "required": ["data"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:547",
    uses=("Tombstone",),
)

Batch200 = Contract(
    "Batch200",
    {
        "type": "object",
        "properties": {
            "responses": {
                "type": "array",
                "items": {"$ref": "#/$defs/BatchResponse"},
                "maxItems": 25,
            }
        },
        "required": ["responses"],
        "additionalProperties": False,
    },
    spec="specs/kinto.bts:560",
    uses=("BatchResponse",),
)
