"""The endpoints: how they are called and what they may answer, from specs/kinto.bts."""

from specc.runtime import (
    Contract,
    Creates,
    Endpoint,
    FromBody,
    FromParam,
    Returns,
    Undo,
)

from .contracts import (
    AccountAnswer,
    Batch200,
    BucketAnswer,
    ClearTasks200,
    CollectionAnswer,
    DeleteAccount200,
    DeleteBucket200,
    DeleteCollection200,
    DeleteGroup200,
    DeleteTask200,
    Error,
    GroupAnswer,
    Heartbeat200,
    ListAccounts200,
    ListBuckets200,
    ListChanges200,
    ListCollections200,
    ListGroups200,
    ListTasks200,
    OpenApi,
    ServerInfo,
    TaskAnswer,
)
from .service import kinto

server_info = Endpoint(
    "server_info",
    "GET",
    "/",
    spec="specs/kinto.bts:41",
    service=kinto,
    returns={200: ServerInfo},
)

heartbeat = Endpoint(
    "heartbeat",
    "GET",
    "/__heartbeat__",
    spec="specs/kinto.bts:62",
    service=kinto,
    returns={200: Heartbeat200},
)

# The service's own OpenAPI document.
open_api = Endpoint(
    "open_api",
    "GET",
    "/__api__",
    spec="specs/kinto.bts:68",
    service=kinto,
    returns={200: OpenApi},
)

# Anyone may take a name that is free; from then on it answers to its password alone.
create_account = Endpoint(
    "create_account",
    "PUT",
    "/accounts/{id}",
    spec="specs/kinto.bts:81",
    service=kinto,
    body="json",
    returns={
        201: Returns(
            AccountAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:84",
                    uses=("Etag",),
                )
            },
        ),
        200: Returns(
            AccountAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:85",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Returns(
            Error,
            header={
                "WWW-Authenticate": Contract(
                    "WWW-Authenticate",
                    {"type": "string", "pattern": "^Basic "},
                    spec="specs/kinto.bts:87",
                )
            },
        ),
    },
    secret=("password",),
    creates=Creates(
        "Account",
        at=("data",),
        undo=Undo("delete_account", {"id": FromBody("id")}, actor="root"),
    ),
)

# The same with the name in the body.
sign_up = Endpoint(
    "sign_up",
    "POST",
    "/accounts",
    spec="specs/kinto.bts:102",
    service=kinto,
    body="json",
    returns={
        201: Returns(
            AccountAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:105",
                    uses=("Etag",),
                )
            },
        ),
        200: Returns(
            AccountAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:106",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
    },
    secret=("password",),
    creates=Creates(
        "Account",
        at=("data",),
        undo=Undo("delete_account", {"id": FromBody("id")}, actor="root"),
    ),
)

get_account = Endpoint(
    "get_account",
    "GET",
    "/accounts/{id}",
    spec="specs/kinto.bts:125",
    service=kinto,
    returns={
        200: Returns(
            AccountAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:127",
                    uses=("Etag",),
                )
            },
        ),
        401: Error,
        403: Error,
        404: Error,
    },
)

# Everyone sees themselves, and nobody else.
list_accounts = Endpoint(
    "list_accounts",
    "GET",
    "/accounts",
    spec="specs/kinto.bts:135",
    service=kinto,
    returns={
        200: Returns(
            ListAccounts200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:137",
                    uses=("Etag",),
                )
            },
        ),
        401: Error,
    },
)

update_account = Endpoint(
    "update_account",
    "PATCH",
    "/accounts/{id}",
    spec="specs/kinto.bts:141",
    service=kinto,
    body="json",
    returns={
        200: Returns(
            AccountAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:144",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
    updates="Account",
)

# An account can close itself too: see the scenarios, where there is one to spare.
delete_account = Endpoint(
    "delete_account",
    "DELETE",
    "/accounts/{id}",
    spec="specs/kinto.bts:155",
    service=kinto,
    returns={
        200: Returns(
            DeleteAccount200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:157",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
    deletes="Account",
)

create_bucket = Endpoint(
    "create_bucket",
    "POST",
    "/buckets",
    spec="specs/kinto.bts:167",
    service=kinto,
    body="json",
    returns={
        201: Returns(
            BucketAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:170",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
    },
    creates=Creates(
        "Bucket",
        at=("data",),
        undo=Undo("delete_bucket", {"id": FromBody("id")}, gone=(403,)),
    ),
)

# Makes a bucket of a chosen name, or replaces one's own.
put_bucket = Endpoint(
    "put_bucket",
    "PUT",
    "/buckets/{id}",
    spec="specs/kinto.bts:180",
    service=kinto,
    header=("If-None-Match",),
    body="json",
    returns={
        201: Returns(
            BucketAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:184",
                    uses=("Etag",),
                )
            },
        ),
        200: Returns(
            BucketAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:185",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:189",
                    uses=("Etag",),
                )
            },
        ),
    },
    creates=Creates(
        "Bucket",
        at=("data",),
        undo=Undo("delete_bucket", {"id": FromBody("id")}, gone=(403,)),
    ),
)

# Who may not know whether a bucket exists is told 403 either way.
get_bucket = Endpoint(
    "get_bucket",
    "GET",
    "/buckets/{id}",
    spec="specs/kinto.bts:198",
    service=kinto,
    header=("If-None-Match", "If-Match"),
    returns={
        200: Returns(
            BucketAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:202",
                    uses=("Etag",),
                ),
                "Last-Modified": Contract(
                    "Last-Modified", {"type": "string"}, spec="specs/kinto.bts:202"
                ),
                "Cache-Control": Contract(
                    "Cache-Control",
                    {"const": "no-cache, no-store"},
                    spec="specs/kinto.bts:202",
                ),
            },
        ),
        304: Returns(
            None,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:203",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Returns(
            Error,
            header={
                "WWW-Authenticate": Contract(
                    "WWW-Authenticate",
                    {"type": "string", "pattern": "^Basic "},
                    spec="specs/kinto.bts:205",
                )
            },
        ),
        403: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:207",
                    uses=("Etag",),
                )
            },
        ),
    },
)

list_buckets = Endpoint(
    "list_buckets",
    "GET",
    "/buckets",
    spec="specs/kinto.bts:211",
    service=kinto,
    query=("_limit", "_token", "_sort"),
    header=("If-None-Match",),
    returns={
        200: Returns(
            ListBuckets200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:217",
                    uses=("Etag",),
                )
            },
            optional_header={
                "Next-Page": Contract(
                    "Next-Page",
                    {"type": "string", "format": "uri"},
                    spec="specs/kinto.bts:217",
                )
            },
        ),
        304: Returns(
            None,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:218",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
    },
)

update_bucket = Endpoint(
    "update_bucket",
    "PATCH",
    "/buckets/{id}",
    spec="specs/kinto.bts:226",
    service=kinto,
    header=("If-Match",),
    body="json",
    returns={
        200: Returns(
            BucketAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:230",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:234",
                    uses=("Etag",),
                )
            },
        ),
    },
    updates="Bucket",
)

# Says who else may read, write, or add to a bucket.
share_bucket = Endpoint(
    "share_bucket",
    "PATCH",
    "/buckets/{id}",
    spec="specs/kinto.bts:241",
    service=kinto,
    body="json",
    returns={
        200: Returns(
            BucketAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:244",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
    },
)

delete_bucket = Endpoint(
    "delete_bucket",
    "DELETE",
    "/buckets/{id}",
    spec="specs/kinto.bts:251",
    service=kinto,
    header=("If-Match",),
    returns={
        200: Returns(
            DeleteBucket200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:254",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:258",
                    uses=("Etag",),
                )
            },
        ),
    },
    deletes="Bucket",
)

create_collection = Endpoint(
    "create_collection",
    "POST",
    "/buckets/{bucket}/collections",
    spec="specs/kinto.bts:264",
    service=kinto,
    body="json",
    returns={
        201: Returns(
            CollectionAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:267",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
    creates=Creates(
        "Collection",
        at=("data",),
        undo=Undo(
            "delete_collection",
            {"bucket": FromParam("bucket"), "id": FromBody("id")},
            gone=(403,),
        ),
    ),
)

get_collection = Endpoint(
    "get_collection",
    "GET",
    "/buckets/{bucket}/collections/{id}",
    spec="specs/kinto.bts:284",
    service=kinto,
    header=("If-None-Match",),
    returns={
        200: Returns(
            CollectionAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:287",
                    uses=("Etag",),
                )
            },
        ),
        304: Returns(
            None,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:288",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
)

list_collections = Endpoint(
    "list_collections",
    "GET",
    "/buckets/{bucket}/collections",
    spec="specs/kinto.bts:296",
    service=kinto,
    query=("_limit", "_token"),
    returns={
        200: Returns(
            ListCollections200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:300",
                    uses=("Etag",),
                )
            },
            optional_header={
                "Next-Page": Contract(
                    "Next-Page",
                    {"type": "string", "format": "uri"},
                    spec="specs/kinto.bts:300",
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
    },
)

update_collection = Endpoint(
    "update_collection",
    "PATCH",
    "/buckets/{bucket}/collections/{id}",
    spec="specs/kinto.bts:309",
    service=kinto,
    header=("If-Match",),
    body="json",
    returns={
        200: Returns(
            CollectionAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:313",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:318",
                    uses=("Etag",),
                )
            },
        ),
    },
    updates="Collection",
)

delete_collection = Endpoint(
    "delete_collection",
    "DELETE",
    "/buckets/{bucket}/collections/{id}",
    spec="specs/kinto.bts:325",
    service=kinto,
    header=("If-Match",),
    returns={
        200: Returns(
            DeleteCollection200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:328",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:333",
                    uses=("Etag",),
                )
            },
        ),
    },
    deletes="Collection",
)

create_task = Endpoint(
    "create_task",
    "POST",
    "/buckets/{bucket}/collections/{list}/records",
    spec="specs/kinto.bts:339",
    service=kinto,
    body="json",
    returns={
        201: Returns(
            TaskAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:342",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
    creates=Creates(
        "Task",
        at=("data",),
        undo=Undo(
            "delete_task",
            {
                "bucket": FromParam("bucket"),
                "list": FromParam("list"),
                "id": FromBody("id"),
            },
        ),
    ),
)

get_task = Endpoint(
    "get_task",
    "GET",
    "/buckets/{bucket}/collections/{list}/records/{id}",
    spec="specs/kinto.bts:353",
    service=kinto,
    header=("If-None-Match", "If-Match"),
    returns={
        200: Returns(
            TaskAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:357",
                    uses=("Etag",),
                ),
                "Last-Modified": Contract(
                    "Last-Modified", {"type": "string"}, spec="specs/kinto.bts:357"
                ),
            },
        ),
        304: Returns(
            None,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:358",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:363",
                    uses=("Etag",),
                )
            },
        ),
    },
)

list_tasks = Endpoint(
    "list_tasks",
    "GET",
    "/buckets/{bucket}/collections/{list}/records",
    spec="specs/kinto.bts:367",
    service=kinto,
    query=(
        "_limit",
        "_token",
        "_sort",
        "title",
        "not_title",
        "in_status",
        "min_priority",
    ),
    header=("If-None-Match",),
    returns={
        200: Returns(
            ListTasks200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:377",
                    uses=("Etag",),
                )
            },
            optional_header={
                "Next-Page": Contract(
                    "Next-Page",
                    {"type": "string", "format": "uri"},
                    spec="specs/kinto.bts:377",
                )
            },
        ),
        304: Returns(
            None,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:378",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
)

count_tasks = Endpoint(
    "count_tasks",
    "HEAD",
    "/buckets/{bucket}/collections/{list}/records",
    spec="specs/kinto.bts:388",
    service=kinto,
    returns={
        200: Returns(
            None,
            header={
                "Total-Objects": Contract(
                    "Total-Objects",
                    {"type": "integer", "minimum": 0},
                    spec="specs/kinto.bts:390",
                ),
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:390",
                    uses=("Etag",),
                ),
            },
        ),
        401: None,
        403: None,
        404: None,
    },
)

# What has changed since a version, deletions included.
list_changes = Endpoint(
    "list_changes",
    "GET",
    "/buckets/{bucket}/collections/{list}/records",
    spec="specs/kinto.bts:397",
    service=kinto,
    query=("_since",),
    returns={
        200: Returns(
            ListChanges200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:400",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
)

# Puts a task in another's place; one that is not there yet is made, and without `data` the old one stays.
replace_task = Endpoint(
    "replace_task",
    "PUT",
    "/buckets/{bucket}/collections/{list}/records/{id}",
    spec="specs/kinto.bts:410",
    service=kinto,
    header=("If-Match", "If-None-Match"),
    body="json",
    returns={
        200: Returns(
            TaskAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:415",
                    uses=("Etag",),
                )
            },
        ),
        201: Returns(
            TaskAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:416",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:421",
                    uses=("Etag",),
                )
            },
        ),
    },
    updates="Task",
)

update_task = Endpoint(
    "update_task",
    "PATCH",
    "/buckets/{bucket}/collections/{list}/records/{id}",
    spec="specs/kinto.bts:429",
    service=kinto,
    header=("If-Match",),
    body="json",
    returns={
        200: Returns(
            TaskAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:433",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:438",
                    uses=("Etag",),
                )
            },
        ),
    },
    updates="Task",
)

merge_task = Endpoint(
    "merge_task",
    "PATCH",
    "/buckets/{bucket}/collections/{list}/records/{id}",
    spec="specs/kinto.bts:445",
    service=kinto,
    header=("If-Match",),
    body="json",
    media="application/merge-patch+json",
    returns={
        200: Returns(
            TaskAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:449",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:454",
                    uses=("Etag",),
                )
            },
        ),
    },
    updates="Task",
)

patch_task = Endpoint(
    "patch_task",
    "PATCH",
    "/buckets/{bucket}/collections/{list}/records/{id}",
    spec="specs/kinto.bts:459",
    service=kinto,
    body="json",
    media="application/json-patch+json",
    returns={
        200: Returns(
            TaskAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:462",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
    updates="Task",
)

delete_task = Endpoint(
    "delete_task",
    "DELETE",
    "/buckets/{bucket}/collections/{list}/records/{id}",
    spec="specs/kinto.bts:472",
    service=kinto,
    header=("If-Match",),
    returns={
        200: Returns(
            DeleteTask200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:475",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
        412: Returns(
            Error,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:480",
                    uses=("Etag",),
                )
            },
        ),
    },
    deletes="Task",
)

# Deletes every task of a list, and says which.
clear_tasks = Endpoint(
    "clear_tasks",
    "DELETE",
    "/buckets/{bucket}/collections/{list}/records",
    spec="specs/kinto.bts:485",
    service=kinto,
    returns={
        200: Returns(
            ClearTasks200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:487",
                    uses=("Etag",),
                )
            },
        ),
        401: Error,
        403: Error,
        404: Error,
    },
)

create_group = Endpoint(
    "create_group",
    "POST",
    "/buckets/{bucket}/groups",
    spec="specs/kinto.bts:495",
    service=kinto,
    body="json",
    returns={
        201: Returns(
            GroupAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:498",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
    creates=Creates(
        "Group",
        at=("data",),
        undo=Undo(
            "delete_group",
            {"bucket": FromParam("bucket"), "id": FromBody("id")},
            gone=(403,),
        ),
    ),
)

get_group = Endpoint(
    "get_group",
    "GET",
    "/buckets/{bucket}/groups/{id}",
    spec="specs/kinto.bts:514",
    service=kinto,
    returns={
        200: Returns(
            GroupAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:516",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
)

list_groups = Endpoint(
    "list_groups",
    "GET",
    "/buckets/{bucket}/groups",
    spec="specs/kinto.bts:524",
    service=kinto,
    returns={
        200: Returns(
            ListGroups200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:526",
                    uses=("Etag",),
                )
            },
        ),
        401: Error,
        403: Error,
    },
)

update_group = Endpoint(
    "update_group",
    "PATCH",
    "/buckets/{bucket}/groups/{id}",
    spec="specs/kinto.bts:532",
    service=kinto,
    body="json",
    returns={
        200: Returns(
            GroupAnswer,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:535",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
    updates="Group",
)

delete_group = Endpoint(
    "delete_group",
    "DELETE",
    "/buckets/{bucket}/groups/{id}",
    spec="specs/kinto.bts:545",
    service=kinto,
    returns={
        200: Returns(
            DeleteGroup200,
            header={
                "ETag": Contract(
                    "ETag",
                    {"$ref": "#/$defs/Etag"},
                    spec="specs/kinto.bts:547",
                    uses=("Etag",),
                )
            },
        ),
        400: Error,
        401: Error,
        403: Error,
        404: Error,
    },
    deletes="Group",
)

batch = Endpoint(
    "batch",
    "POST",
    "/batch",
    spec="specs/kinto.bts:557",
    service=kinto,
    body="json",
    returns={200: Batch200, 400: Error},
)
