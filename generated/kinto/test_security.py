"""What specs/kinto.bts says nobody may do, and what must not come of trying."""

import pytest
from specc.runtime import Actor, FromBody, Response, obligation, security, unique

from .endpoints import (
    batch,
    clear_tasks,
    count_tasks,
    create_account,
    create_bucket,
    create_collection,
    create_group,
    create_task,
    delete_account,
    delete_bucket,
    delete_collection,
    delete_group,
    delete_task,
    get_account,
    get_bucket,
    get_collection,
    get_group,
    get_task,
    heartbeat,
    list_accounts,
    list_buckets,
    list_changes,
    list_collections,
    list_groups,
    list_tasks,
    merge_task,
    open_api,
    patch_task,
    put_bucket,
    replace_task,
    server_info,
    share_bucket,
    sign_up,
    update_account,
    update_bucket,
    update_collection,
    update_group,
    update_task,
)
from .service import kinto


@pytest.fixture(autouse=True)
def _only_against() -> None:
    """Loopback is tried out, and what the spec allows by name; nothing else."""
    security.only_against(kinto, hosts=[])


@obligation("server_info.data.undeclared_field", "specs/kinto.bts:43")
def test_server_info_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, server_info)
    )


@obligation("server_info", "specs/kinto.bts:41")
@pytest.mark.parametrize(
    "rule", ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie"]
)
def test_server_info_cors(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, server_info))


@obligation("service.inventory.debug", "specs/kinto.bts:41")
def test_service_inventory_debug(anonymous: Actor) -> None:
    """No page for debugging is open to everyone."""
    security.shows_no_debug_page(
        "inventory.debug", security.Attempt(anonymous, server_info)
    )


@obligation("service", "specs/kinto.bts:41")
@pytest.mark.parametrize("rule", ["misconf.hsts", "misconf.tls"])
def test_service_misconf(anonymous: Actor, rule: str) -> None:
    """By https, nobody on the way can listen."""
    security.travels_safely(rule, security.Attempt(anonymous, server_info))


@obligation("service.inventory.undocumented", "specs/kinto.bts:41")
def test_service_inventory_undocumented(anonymous: Actor) -> None:
    """No path that the spec does not know is open to everyone."""
    security.hides_no_path(
        "inventory.undocumented", security.Attempt(anonymous, server_info)
    )


@obligation("server_info.inventory.version", "specs/kinto.bts:41")
def test_server_info_inventory_version(anonymous: Actor) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version", security.Attempt(anonymous, server_info)
    )


@obligation("heartbeat.data.undeclared_field", "specs/kinto.bts:64")
def test_heartbeat_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, heartbeat)
    )


@obligation("heartbeat", "specs/kinto.bts:62")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_heartbeat_cors(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, heartbeat))


@obligation("heartbeat.inventory.version", "specs/kinto.bts:62")
def test_heartbeat_inventory_version(anonymous: Actor) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version", security.Attempt(anonymous, heartbeat)
    )


@obligation("open_api.data.undeclared_field", "specs/kinto.bts:70")
def test_open_api_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, open_api)
    )


@obligation("open_api", "specs/kinto.bts:68")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_open_api_cors(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, open_api))


@obligation("open_api.inventory.version", "specs/kinto.bts:68")
def test_open_api_inventory_version(anonymous: Actor) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version", security.Attempt(anonymous, open_api)
    )


@obligation("sign_up.data.undeclared_field", "specs/kinto.bts:105")
def test_sign_up_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous,
            sign_up,
            body={"data": {"password": unique("pw"), "id": unique("account")}},
            fresh=["data.password", "data.id"],
        ),
    )


@obligation("sign_up", "specs/kinto.bts:102")
@pytest.mark.parametrize(
    "rule",
    ["inj.sql", "inj.command", "inj.ssti", "inj.path", "inj.crlf", "xss.reflected"],
)
def test_sign_up_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            anonymous,
            sign_up,
            body={"data": {"password": unique("pw"), "id": unique("account")}},
            fresh=["data.password", "data.id"],
        ),
        at=["body.data.password", "body.data.nickname", "body.data.id"],
    )


@obligation("sign_up.inj.xxe", "specs/kinto.bts:102")
def test_sign_up_inj_xxe(anonymous: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            anonymous,
            sign_up,
            body={"data": {"password": unique("pw"), "id": unique("account")}},
            fresh=["data.password", "data.id"],
        ),
    )


@obligation("sign_up.xss.stored", "specs/kinto.bts:109")
def test_sign_up_xss_stored(anonymous: Actor, new_alice: Actor) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            anonymous,
            sign_up,
            body={"data": {"password": unique("pw"), "id": unique("account")}},
            fresh=["data.password", "data.id"],
        ),
        at=["body.data.password", "body.data.nickname", "body.data.id"],
        pages=[security.Attempt(new_alice, get_account, {"id": FromBody("id")})],
        inside=["data"],
    )


@obligation("sign_up", "specs/kinto.bts:102")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_sign_up_cors(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous,
            sign_up,
            body={"data": {"password": unique("pw"), "id": unique("account")}},
            fresh=["data.password", "data.id"],
        ),
    )


@obligation("sign_up.flow.single_use", "specs/kinto.bts:108")
def test_sign_up_flow_single_use(anonymous: Actor) -> None:
    """Of the same call several times at once, one succeeds."""
    security.works_once(
        "flow.single_use",
        security.Attempt(
            anonymous,
            sign_up,
            body={"data": {"password": unique("pw"), "id": unique("account")}},
            fresh=["data.password", "data.id"],
        ),
    )


@obligation("get_account", "specs/kinto.bts:126")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_get_account_auth(alice: Actor, account: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule, security.Attempt(alice, get_account, {"id": account["data"]["id"]})
    )


@obligation("get_account.bola.read", "specs/kinto.bts:126")
def test_get_account_bola_read(alice: Actor, bob: Actor, account: Response) -> None:
    """A stranger has no access to alice's Account."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(alice, get_account, {"id": account["data"]["id"]}),
        intruder=bob,
    )


@obligation("get_account.data.undeclared_field", "specs/kinto.bts:127")
def test_get_account_data_undeclared_field(alice: Actor, account: Response) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(alice, get_account, {"id": account["data"]["id"]}),
    )


@obligation("get_account.error.disclosure", "specs/kinto.bts:125")
def test_get_account_error_disclosure(alice: Actor, account: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, get_account, {"id": account["data"]["id"]}),
        at=["path.id"],
    )


@obligation("get_account", "specs/kinto.bts:125")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_get_account_inj(alice: Actor, account: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(alice, get_account, {"id": account["data"]["id"]}),
        at=["path.id"],
    )


@obligation("get_account", "specs/kinto.bts:125")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_get_account_cors(alice: Actor, account: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(alice, get_account, {"id": account["data"]["id"]})
    )


@obligation("get_account.misconf.cache", "specs/kinto.bts:125")
def test_get_account_misconf_cache(alice: Actor, account: Response) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(alice, get_account, {"id": account["data"]["id"]}),
    )


@obligation("get_account.inventory.version", "specs/kinto.bts:125")
def test_get_account_inventory_version(alice: Actor, account: Response) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(alice, get_account, {"id": account["data"]["id"]}),
    )


@obligation("list_accounts", "specs/kinto.bts:136")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_list_accounts_auth(alice: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(rule, security.Attempt(alice, list_accounts))


@obligation("list_accounts.data.undeclared_field", "specs/kinto.bts:137")
def test_list_accounts_data_undeclared_field(alice: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(alice, list_accounts)
    )


@obligation("list_accounts", "specs/kinto.bts:135")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_list_accounts_cors(alice: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(alice, list_accounts))


@obligation("list_accounts.misconf.cache", "specs/kinto.bts:135")
def test_list_accounts_misconf_cache(alice: Actor) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely("misconf.cache", security.Attempt(alice, list_accounts))


@obligation("list_accounts.inventory.version", "specs/kinto.bts:135")
def test_list_accounts_inventory_version(alice: Actor) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version", security.Attempt(alice, list_accounts)
    )


@obligation("update_account", "specs/kinto.bts:142")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_update_account_auth(
    new_alice: Actor, new_account: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
        reread=security.Attempt(
            new_alice, get_account, {"id": new_account["data"]["id"]}
        ),
    )


@obligation("update_account.bola.write", "specs/kinto.bts:142")
def test_update_account_bola_write(
    new_alice: Actor, bob: Actor, new_account: Response
) -> None:
    """A stranger has no access to alice's Account."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
        intruder=bob,
        reread=security.Attempt(
            new_alice, get_account, {"id": new_account["data"]["id"]}
        ),
    )


@obligation("update_account.authz.self_escalate", "specs/kinto.bts:149")
def test_update_account_authz_self_escalate(
    new_alice: Actor, new_account: Response
) -> None:
    """A user who changes their own Account takes no other role by it."""
    security.takes_no_role(
        "authz.self_escalate",
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
        claims={
            "role": "admin",
            "user_role": "admin",
            "userRole": "admin",
            "user_type": "admin",
            "userType": "admin",
            "account_type": "admin",
            "group": "admin",
            "level": "admin",
            "roles": ["admin"],
            "groups": ["admin"],
            "permissions": ["admin"],
            "scopes": ["admin"],
            "authorities": ["admin"],
            "is_admin": True,
            "isAdmin": True,
            "admin": True,
            "is_staff": True,
            "is_superuser": True,
            "superuser": True,
        },
        reread=security.Attempt(
            new_alice, get_account, {"id": new_account["data"]["id"]}
        ),
        at=["data"],
    )


@obligation("update_account.data.undeclared_field", "specs/kinto.bts:144")
def test_update_account_data_undeclared_field(
    new_alice: Actor, new_account: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
    )


@obligation("update_account.error.disclosure", "specs/kinto.bts:141")
def test_update_account_error_disclosure(
    new_alice: Actor, new_account: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
        at=["path.id", "body.data.nickname"],
    )


@obligation("update_account", "specs/kinto.bts:141")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_update_account_inj(new_alice: Actor, new_account: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
        at=["path.id", "body.data.nickname"],
    )


@obligation("update_account.inj.xxe", "specs/kinto.bts:141")
def test_update_account_inj_xxe(new_alice: Actor, new_account: Response) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
    )


@obligation("update_account.xss.stored", "specs/kinto.bts:149")
def test_update_account_xss_stored(new_alice: Actor, new_account: Response) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
        at=["body.data.nickname"],
        pages=[
            security.Attempt(new_alice, get_account, {"id": new_account["data"]["id"]})
        ],
    )


@obligation("update_account", "specs/kinto.bts:141")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_update_account_cors(
    new_alice: Actor, new_account: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
    )


@obligation("update_account.misconf.content_type", "specs/kinto.bts:141")
def test_update_account_misconf_content_type(
    new_alice: Actor, new_account: Response
) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            new_alice,
            update_account,
            {"id": new_account["data"]["id"]},
            body={"data": {"nickname": "text"}},
        ),
        at=["body.data.nickname"],
        reread=security.Attempt(
            new_alice, get_account, {"id": new_account["data"]["id"]}
        ),
    )


@obligation("delete_account", "specs/kinto.bts:156")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_delete_account_auth(
    root: Actor, new_alice: Actor, new_account: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(root, delete_account, {"id": new_account["data"]["id"]}),
        reread=security.Attempt(
            new_alice, get_account, {"id": new_account["data"]["id"]}
        ),
    )


@obligation("delete_account.state.use_after_delete", "specs/kinto.bts:162")
def test_delete_account_state_use_after_delete(
    root: Actor, new_alice: Actor, new_account: Response
) -> None:
    """With the Account that is its account, an identity is gone."""
    security.ends_identity(
        "state.use_after_delete",
        security.Attempt(root, delete_account, {"id": new_account["data"]["id"]}),
        after=security.Attempt(new_alice, list_accounts),
    )


@obligation("delete_account.bfla.matrix.user", "specs/kinto.bts:156")
def test_delete_account_bfla_matrix_user(
    root: Actor, new_alice: Actor, alice: Actor, new_account: Response
) -> None:
    """An actor of the role user is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(root, delete_account, {"id": new_account["data"]["id"]}),
        intruder=alice,
        reread=security.Attempt(
            new_alice, get_account, {"id": new_account["data"]["id"]}
        ),
    )


@obligation("delete_account.data.undeclared_field", "specs/kinto.bts:157")
def test_delete_account_data_undeclared_field(
    root: Actor, new_account: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(root, delete_account, {"id": new_account["data"]["id"]}),
    )


@obligation("delete_account.error.disclosure", "specs/kinto.bts:155")
def test_delete_account_error_disclosure(root: Actor, new_account: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(root, delete_account, {"id": new_account["data"]["id"]}),
        at=["path.id"],
    )


@obligation("delete_account", "specs/kinto.bts:155")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_delete_account_inj(root: Actor, new_account: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(root, delete_account, {"id": new_account["data"]["id"]}),
        at=["path.id"],
    )


@obligation("delete_account", "specs/kinto.bts:155")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_delete_account_cors(root: Actor, new_account: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(root, delete_account, {"id": new_account["data"]["id"]})
    )


@obligation("create_bucket", "specs/kinto.bts:168")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_create_bucket_auth(alice: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule, security.Attempt(alice, create_bucket, body={"data": {}})
    )


@obligation("create_bucket.data.undeclared_field", "specs/kinto.bts:170")
def test_create_bucket_data_undeclared_field(alice: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(alice, create_bucket, body={"data": {}}),
    )


@obligation("create_bucket.error.disclosure", "specs/kinto.bts:167")
def test_create_bucket_error_disclosure(alice: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, create_bucket, body={"data": {}}),
        at=["body.data.note"],
    )


@obligation("create_bucket", "specs/kinto.bts:167")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_create_bucket_inj(alice: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(alice, create_bucket, body={"data": {}}),
        at=["body.data.note"],
    )


@obligation("create_bucket.inj.xxe", "specs/kinto.bts:167")
def test_create_bucket_inj_xxe(alice: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe", security.Attempt(alice, create_bucket, body={"data": {}})
    )


@obligation("create_bucket.xss.stored", "specs/kinto.bts:173")
def test_create_bucket_xss_stored(alice: Actor) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(alice, create_bucket, body={"data": {}}),
        at=["body.data.note"],
        pages=[
            security.Attempt(alice, get_bucket, {"id": FromBody("id")}),
            security.Attempt(alice, list_buckets),
        ],
        inside=["data"],
    )


@obligation("create_bucket", "specs/kinto.bts:167")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_create_bucket_cors(alice: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(alice, create_bucket, body={"data": {}})
    )


@obligation("create_bucket.misconf.content_type", "specs/kinto.bts:167")
def test_create_bucket_misconf_content_type(alice: Actor) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(alice, create_bucket, body={"data": {}}),
        at=["body.data.note"],
        reread=security.Attempt(alice, get_bucket, {"id": FromBody("data.id")}),
    )


@obligation("put_bucket", "specs/kinto.bts:181")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_put_bucket_auth(alice: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice, put_bucket, {"id": unique("shelf")}, body={"data": {"note": "books"}}
        ),
    )


@obligation("put_bucket.data.undeclared_field", "specs/kinto.bts:184")
def test_put_bucket_data_undeclared_field(alice: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice, put_bucket, {"id": unique("shelf")}, body={"data": {"note": "books"}}
        ),
    )


@obligation("put_bucket.error.disclosure", "specs/kinto.bts:180")
def test_put_bucket_error_disclosure(alice: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice, put_bucket, {"id": unique("shelf")}, body={"data": {"note": "books"}}
        ),
        at=["path.id", "body.data.note"],
    )


@obligation("put_bucket", "specs/kinto.bts:180")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_put_bucket_inj(alice: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice, put_bucket, {"id": unique("shelf")}, body={"data": {"note": "books"}}
        ),
        at=["path.id", "body.data.note"],
    )


@obligation("put_bucket.inj.xxe", "specs/kinto.bts:180")
def test_put_bucket_inj_xxe(alice: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice, put_bucket, {"id": unique("shelf")}, body={"data": {"note": "books"}}
        ),
    )


@obligation("put_bucket.xss.stored", "specs/kinto.bts:190")
def test_put_bucket_xss_stored(alice: Actor) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice, put_bucket, {"id": unique("shelf")}, body={"data": {"note": "books"}}
        ),
        at=["body.data.note"],
        pages=[
            security.Attempt(alice, get_bucket, {"id": FromBody("id")}),
            security.Attempt(alice, list_buckets),
        ],
        inside=["data"],
    )


@obligation("put_bucket", "specs/kinto.bts:180")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_put_bucket_cors(alice: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice, put_bucket, {"id": unique("shelf")}, body={"data": {"note": "books"}}
        ),
    )


@obligation("put_bucket.misconf.content_type", "specs/kinto.bts:180")
def test_put_bucket_misconf_content_type(alice: Actor) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice, put_bucket, {"id": unique("shelf")}, body={"data": {"note": "books"}}
        ),
        at=["body.data.note"],
        reread=security.Attempt(alice, get_bucket, {"id": FromBody("data.id")}),
    )


@obligation("get_bucket", "specs/kinto.bts:199")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_get_bucket_auth(alice: Actor, bucket: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule, security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]})
    )


@obligation("get_bucket.bola.read", "specs/kinto.bts:199")
def test_get_bucket_bola_read(alice: Actor, bob: Actor, bucket: Response) -> None:
    """A stranger has no access to alice's Bucket."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
        intruder=bob,
    )


@obligation("get_bucket.bfla.matrix.admin", "specs/kinto.bts:199")
def test_get_bucket_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
        intruder=root,
    )


@obligation("get_bucket.bfla.verb", "specs/kinto.bts:198")
def test_get_bucket_bfla_verb(alice: Actor, new_bucket: Response) -> None:
    """No verb that is not declared, and none in disguise, reaches the Bucket."""
    security.keeps_to_its_verbs(
        "bfla.verb",
        security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
        verbs=["POST"],
    )


@obligation("get_bucket.data.undeclared_field", "specs/kinto.bts:202")
def test_get_bucket_data_undeclared_field(alice: Actor, bucket: Response) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
    )


@obligation("get_bucket.error.disclosure", "specs/kinto.bts:198")
def test_get_bucket_error_disclosure(alice: Actor, bucket: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
        at=["path.id"],
    )


@obligation("get_bucket", "specs/kinto.bts:198")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_get_bucket_inj(alice: Actor, bucket: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
        at=["path.id"],
    )


@obligation("get_bucket", "specs/kinto.bts:198")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_get_bucket_ssrf(alice: Actor, bucket: Response, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule,
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
        at=["path.id"],
    )


@obligation("get_bucket.upstream.hostile", "specs/kinto.bts:198")
def test_get_bucket_upstream_hostile(alice: Actor, bucket: Response) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
        at=["path.id"],
    )


@obligation("get_bucket", "specs/kinto.bts:198")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_get_bucket_cors(alice: Actor, bucket: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]})
    )


@obligation("get_bucket.misconf.cache", "specs/kinto.bts:198")
def test_get_bucket_misconf_cache(alice: Actor, bucket: Response) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
    )


@obligation("get_bucket.inventory.version", "specs/kinto.bts:198")
def test_get_bucket_inventory_version(alice: Actor, bucket: Response) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(alice, get_bucket, {"id": bucket["data"]["id"]}),
    )


@obligation("list_buckets", "specs/kinto.bts:212")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_list_buckets_auth(alice: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(rule, security.Attempt(alice, list_buckets))


@obligation("list_buckets.bola.list", "specs/kinto.bts:221")
def test_list_buckets_bola_list(alice: Actor, bob: Actor, new_bucket: Response) -> None:
    """A stranger's list does not show alice's new Bucket."""
    security.lists_only_own(
        "bola.list",
        security.Attempt(alice, list_buckets),
        intruder=bob,
        canary=new_bucket["data"]["id"],
        key="id",
    )


@obligation("list_buckets.data.undeclared_field", "specs/kinto.bts:217")
def test_list_buckets_data_undeclared_field(alice: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(alice, list_buckets)
    )


@obligation("list_buckets.error.disclosure", "specs/kinto.bts:211")
def test_list_buckets_error_disclosure(alice: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, list_buckets),
        at=["query._limit", "query._token", "query._sort"],
    )


@obligation("list_buckets", "specs/kinto.bts:211")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_list_buckets_inj(alice: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(alice, list_buckets),
        at=["query._limit", "query._token", "query._sort"],
    )


@obligation("list_buckets", "specs/kinto.bts:211")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_list_buckets_ssrf(alice: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule,
        security.Attempt(alice, list_buckets),
        at=["query._limit", "query._token", "query._sort"],
    )


@obligation("list_buckets.upstream.hostile", "specs/kinto.bts:211")
def test_list_buckets_upstream_hostile(alice: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(alice, list_buckets),
        at=["query._limit", "query._token", "query._sort"],
    )


@obligation("list_buckets", "specs/kinto.bts:211")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_list_buckets_cors(alice: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(alice, list_buckets))


@obligation("list_buckets.misconf.cache", "specs/kinto.bts:211")
def test_list_buckets_misconf_cache(alice: Actor) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely("misconf.cache", security.Attempt(alice, list_buckets))


@obligation("list_buckets.inventory.version", "specs/kinto.bts:211")
def test_list_buckets_inventory_version(alice: Actor) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version", security.Attempt(alice, list_buckets)
    )


@obligation("update_bucket", "specs/kinto.bts:227")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_update_bucket_auth(alice: Actor, new_bucket: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
        reread=security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
    )


@obligation("update_bucket.bola.write", "specs/kinto.bts:227")
def test_update_bucket_bola_write(
    alice: Actor, bob: Actor, new_bucket: Response
) -> None:
    """A stranger has no access to alice's Bucket."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
        intruder=bob,
        reread=security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
    )


@obligation("update_bucket.bfla.matrix.admin", "specs/kinto.bts:227")
def test_update_bucket_bfla_matrix_admin(
    alice: Actor, root: Actor, new_bucket: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
        intruder=root,
        reread=security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
    )


@obligation("update_bucket.data.undeclared_field", "specs/kinto.bts:230")
def test_update_bucket_data_undeclared_field(
    alice: Actor, new_bucket: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
    )


@obligation("update_bucket.error.disclosure", "specs/kinto.bts:226")
def test_update_bucket_error_disclosure(alice: Actor, new_bucket: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
        at=["path.id", "body.data.note"],
    )


@obligation("update_bucket", "specs/kinto.bts:226")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_update_bucket_inj(alice: Actor, new_bucket: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
        at=["path.id", "body.data.note"],
    )


@obligation("update_bucket.inj.xxe", "specs/kinto.bts:226")
def test_update_bucket_inj_xxe(alice: Actor, new_bucket: Response) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
    )


@obligation("update_bucket.xss.stored", "specs/kinto.bts:235")
def test_update_bucket_xss_stored(alice: Actor, new_bucket: Response) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
        at=["body.data.note"],
        pages=[
            security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
            security.Attempt(alice, list_buckets),
        ],
    )


@obligation("update_bucket", "specs/kinto.bts:226")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_update_bucket_cors(alice: Actor, new_bucket: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
    )


@obligation("update_bucket.misconf.content_type", "specs/kinto.bts:226")
def test_update_bucket_misconf_content_type(alice: Actor, new_bucket: Response) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice,
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
        at=["body.data.note"],
        reread=security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
    )


@obligation("share_bucket", "specs/kinto.bts:242")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_share_bucket_auth(alice: Actor, bucket: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice, share_bucket, {"id": bucket["data"]["id"]}, body={"permissions": {}}
        ),
    )


@obligation("share_bucket.bola.write", "specs/kinto.bts:242")
def test_share_bucket_bola_write(alice: Actor, bob: Actor, bucket: Response) -> None:
    """A stranger has no access to alice's Bucket."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice, share_bucket, {"id": bucket["data"]["id"]}, body={"permissions": {}}
        ),
        intruder=bob,
    )


@obligation("share_bucket.bfla.matrix.admin", "specs/kinto.bts:242")
def test_share_bucket_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice, share_bucket, {"id": bucket["data"]["id"]}, body={"permissions": {}}
        ),
        intruder=root,
    )


@obligation("share_bucket.data.undeclared_field", "specs/kinto.bts:244")
def test_share_bucket_data_undeclared_field(alice: Actor, bucket: Response) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice, share_bucket, {"id": bucket["data"]["id"]}, body={"permissions": {}}
        ),
    )


@obligation("share_bucket.error.disclosure", "specs/kinto.bts:241")
def test_share_bucket_error_disclosure(alice: Actor, bucket: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice, share_bucket, {"id": bucket["data"]["id"]}, body={"permissions": {}}
        ),
        at=["path.id"],
    )


@obligation("share_bucket", "specs/kinto.bts:241")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_share_bucket_inj(alice: Actor, bucket: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice, share_bucket, {"id": bucket["data"]["id"]}, body={"permissions": {}}
        ),
        at=["path.id"],
    )


@obligation("share_bucket.inj.xxe", "specs/kinto.bts:241")
def test_share_bucket_inj_xxe(alice: Actor, bucket: Response) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice, share_bucket, {"id": bucket["data"]["id"]}, body={"permissions": {}}
        ),
    )


@obligation("share_bucket", "specs/kinto.bts:241")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_share_bucket_cors(alice: Actor, bucket: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice, share_bucket, {"id": bucket["data"]["id"]}, body={"permissions": {}}
        ),
    )


@obligation("delete_bucket", "specs/kinto.bts:252")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_delete_bucket_auth(alice: Actor, new_bucket: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(alice, delete_bucket, {"id": new_bucket["data"]["id"]}),
        reread=security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
    )


@obligation("delete_bucket.bola.write", "specs/kinto.bts:252")
def test_delete_bucket_bola_write(
    alice: Actor, bob: Actor, new_bucket: Response
) -> None:
    """A stranger has no access to alice's Bucket."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(alice, delete_bucket, {"id": new_bucket["data"]["id"]}),
        intruder=bob,
        reread=security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
    )


@obligation("delete_bucket.bfla.matrix.admin", "specs/kinto.bts:252")
def test_delete_bucket_bfla_matrix_admin(
    alice: Actor, root: Actor, new_bucket: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(alice, delete_bucket, {"id": new_bucket["data"]["id"]}),
        intruder=root,
        reread=security.Attempt(alice, get_bucket, {"id": new_bucket["data"]["id"]}),
    )


@obligation("delete_bucket.data.undeclared_field", "specs/kinto.bts:254")
def test_delete_bucket_data_undeclared_field(
    alice: Actor, new_bucket: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(alice, delete_bucket, {"id": new_bucket["data"]["id"]}),
    )


@obligation("delete_bucket.error.disclosure", "specs/kinto.bts:251")
def test_delete_bucket_error_disclosure(alice: Actor, new_bucket: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, delete_bucket, {"id": new_bucket["data"]["id"]}),
        at=["path.id"],
    )


@obligation("delete_bucket", "specs/kinto.bts:251")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_delete_bucket_inj(alice: Actor, new_bucket: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(alice, delete_bucket, {"id": new_bucket["data"]["id"]}),
        at=["path.id"],
    )


@obligation("delete_bucket", "specs/kinto.bts:251")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_delete_bucket_cors(alice: Actor, new_bucket: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(alice, delete_bucket, {"id": new_bucket["data"]["id"]})
    )


@obligation("create_collection", "specs/kinto.bts:265")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_create_collection_auth(alice: Actor, bucket: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
    )


@obligation("create_collection.bola.write", "specs/kinto.bts:265")
def test_create_collection_bola_write(
    alice: Actor, bob: Actor, bucket: Response
) -> None:
    """A stranger has no access to alice's Bucket."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        intruder=bob,
    )


@obligation("create_collection.bfla.matrix.admin", "specs/kinto.bts:265")
def test_create_collection_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        intruder=root,
    )


@obligation("create_collection.data.undeclared_field", "specs/kinto.bts:267")
def test_create_collection_data_undeclared_field(
    alice: Actor, bucket: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
    )


@obligation("create_collection.error.disclosure", "specs/kinto.bts:264")
def test_create_collection_error_disclosure(alice: Actor, bucket: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        at=["path.bucket"],
    )


@obligation("create_collection", "specs/kinto.bts:264")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_create_collection_inj(alice: Actor, bucket: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        at=["path.bucket"],
    )


@obligation("create_collection.inj.xxe", "specs/kinto.bts:264")
def test_create_collection_inj_xxe(alice: Actor, bucket: Response) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
    )


@obligation("create_collection", "specs/kinto.bts:264")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_create_collection_cors(alice: Actor, bucket: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
    )


@obligation("get_collection", "specs/kinto.bts:285")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_get_collection_auth(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
    )


@obligation("get_collection.bola.read", "specs/kinto.bts:285")
def test_get_collection_bola_read(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """A stranger has no access to alice's Collection."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        intruder=bob,
    )


@obligation("get_collection.bola.hierarchy", "specs/kinto.bts:285")
def test_get_collection_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Collection."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
    )


@obligation("get_collection.bfla.matrix.admin", "specs/kinto.bts:285")
def test_get_collection_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, collection: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        intruder=root,
    )


@obligation("get_collection.bfla.verb", "specs/kinto.bts:284")
def test_get_collection_bfla_verb(
    alice: Actor, bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """No verb that is not declared, and none in disguise, reaches the Collection."""
    security.keeps_to_its_verbs(
        "bfla.verb",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        verbs=["POST", "PUT"],
        intruder=bob,
    )


@obligation("get_collection.data.undeclared_field", "specs/kinto.bts:287")
def test_get_collection_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
    )


@obligation("get_collection.error.disclosure", "specs/kinto.bts:284")
def test_get_collection_error_disclosure(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("get_collection", "specs/kinto.bts:284")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_get_collection_inj(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("get_collection", "specs/kinto.bts:284")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_get_collection_ssrf(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule,
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("get_collection.upstream.hostile", "specs/kinto.bts:284")
def test_get_collection_upstream_hostile(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("get_collection", "specs/kinto.bts:284")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_get_collection_cors(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
    )


@obligation("get_collection.misconf.cache", "specs/kinto.bts:284")
def test_get_collection_misconf_cache(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
    )


@obligation("get_collection.inventory.version", "specs/kinto.bts:284")
def test_get_collection_inventory_version(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
    )


@obligation("list_collections", "specs/kinto.bts:297")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_list_collections_auth(alice: Actor, bucket: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
    )


@obligation("list_collections.bola.read", "specs/kinto.bts:297")
def test_list_collections_bola_read(alice: Actor, bob: Actor, bucket: Response) -> None:
    """A stranger has no access to alice's Bucket."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
        intruder=bob,
    )


@obligation("list_collections.bfla.matrix.admin", "specs/kinto.bts:297")
def test_list_collections_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
        intruder=root,
    )


@obligation("list_collections.data.undeclared_field", "specs/kinto.bts:300")
def test_list_collections_data_undeclared_field(alice: Actor, bucket: Response) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
    )


@obligation("list_collections.error.disclosure", "specs/kinto.bts:296")
def test_list_collections_error_disclosure(alice: Actor, bucket: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
        at=["path.bucket", "query._limit", "query._token"],
    )


@obligation("list_collections", "specs/kinto.bts:296")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_list_collections_inj(alice: Actor, bucket: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
        at=["path.bucket", "query._limit", "query._token"],
    )


@obligation("list_collections", "specs/kinto.bts:296")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_list_collections_cors(alice: Actor, bucket: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
    )


@obligation("list_collections.misconf.cache", "specs/kinto.bts:296")
def test_list_collections_misconf_cache(alice: Actor, bucket: Response) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
    )


@obligation("list_collections.inventory.version", "specs/kinto.bts:296")
def test_list_collections_inventory_version(alice: Actor, bucket: Response) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(alice, list_collections, {"bucket": bucket["data"]["id"]}),
    )


@obligation("update_collection", "specs/kinto.bts:310")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_update_collection_auth(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        reread=security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("update_collection.bola.write", "specs/kinto.bts:310")
def test_update_collection_bola_write(
    alice: Actor, bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """A stranger has no access to alice's Collection."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("update_collection.bola.hierarchy", "specs/kinto.bts:310")
def test_update_collection_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Collection."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
        reread=security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("update_collection.bfla.matrix.admin", "specs/kinto.bts:310")
def test_update_collection_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, new_collection: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("update_collection.data.undeclared_field", "specs/kinto.bts:313")
def test_update_collection_data_undeclared_field(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
    )


@obligation("update_collection.error.disclosure", "specs/kinto.bts:309")
def test_update_collection_error_disclosure(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("update_collection", "specs/kinto.bts:309")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_update_collection_inj(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("update_collection.inj.xxe", "specs/kinto.bts:309")
def test_update_collection_inj_xxe(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
    )


@obligation("update_collection", "specs/kinto.bts:309")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_update_collection_cors(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
    )


@obligation("delete_collection", "specs/kinto.bts:326")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_delete_collection_auth(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        reread=security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("delete_collection.bola.write", "specs/kinto.bts:326")
def test_delete_collection_bola_write(
    alice: Actor, bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """A stranger has no access to alice's Collection."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("delete_collection.bola.hierarchy", "specs/kinto.bts:326")
def test_delete_collection_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Collection."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
        reread=security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("delete_collection.bfla.matrix.admin", "specs/kinto.bts:326")
def test_delete_collection_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, new_collection: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("delete_collection.data.undeclared_field", "specs/kinto.bts:328")
def test_delete_collection_data_undeclared_field(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("delete_collection.error.disclosure", "specs/kinto.bts:325")
def test_delete_collection_error_disclosure(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("delete_collection", "specs/kinto.bts:325")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_delete_collection_inj(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("delete_collection", "specs/kinto.bts:325")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_delete_collection_cors(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
    )


@obligation("create_task", "specs/kinto.bts:340")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_create_task_auth(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
    )


@obligation("create_task.bola.write", "specs/kinto.bts:340")
def test_create_task_bola_write(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """A stranger has no access to alice's Collection."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        intruder=bob,
    )


@obligation("create_task.bola.hierarchy", "specs/kinto.bts:340")
def test_create_task_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Collection."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
    )


@obligation("create_task.bfla.matrix.admin", "specs/kinto.bts:340")
def test_create_task_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, collection: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        intruder=root,
    )


@obligation("create_task.data.undeclared_field", "specs/kinto.bts:342")
def test_create_task_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
    )


@obligation("create_task.error.disclosure", "specs/kinto.bts:339")
def test_create_task_error_disclosure(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        at=[
            "path.bucket",
            "path.list",
            "body.data.title",
            "body.data.due",
            "body.data.tags[0]",
            "body.data.note",
        ],
    )


@obligation("create_task", "specs/kinto.bts:339")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_create_task_inj(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        at=[
            "path.bucket",
            "path.list",
            "body.data.title",
            "body.data.due",
            "body.data.tags[0]",
            "body.data.note",
        ],
    )


@obligation("create_task.inj.xxe", "specs/kinto.bts:339")
def test_create_task_inj_xxe(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
    )


@obligation("create_task.xss.stored", "specs/kinto.bts:347")
def test_create_task_xss_stored(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        at=["body.data.title", "body.data.due", "body.data.tags[0]", "body.data.note"],
        pages=[
            security.Attempt(
                alice,
                get_task,
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": FromBody("id"),
                },
            ),
            security.Attempt(
                alice,
                list_tasks,
                {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            ),
        ],
        inside=["data"],
    )


@obligation("create_task", "specs/kinto.bts:339")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_create_task_cors(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
    )


@obligation("create_task.misconf.content_type", "specs/kinto.bts:339")
def test_create_task_misconf_content_type(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice,
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        at=["body.data.title", "body.data.due", "body.data.tags[0]", "body.data.note"],
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": FromBody("data.id"),
            },
        ),
    )


@obligation("get_task", "specs/kinto.bts:354")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_get_task_auth(
    alice: Actor, bucket: Response, collection: Response, task: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
    )


@obligation("get_task.bola.read", "specs/kinto.bts:354")
def test_get_task_bola_read(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """A stranger has no access to alice's Task."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        intruder=bob,
    )


@obligation("get_task.bfla.matrix.admin", "specs/kinto.bts:354")
def test_get_task_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        intruder=root,
    )


@obligation("get_task.bfla.verb", "specs/kinto.bts:353")
def test_get_task_bfla_verb(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """No verb that is not declared, and none in disguise, reaches the Task."""
    security.keeps_to_its_verbs(
        "bfla.verb",
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        verbs=["POST"],
        intruder=bob,
    )


@obligation("get_task.data.undeclared_field", "specs/kinto.bts:357")
def test_get_task_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
    )


@obligation("get_task.error.disclosure", "specs/kinto.bts:353")
def test_get_task_error_disclosure(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        at=["path.bucket", "path.list", "path.id"],
    )


@obligation("get_task", "specs/kinto.bts:353")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_get_task_inj(
    alice: Actor, bucket: Response, collection: Response, task: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        at=["path.bucket", "path.list", "path.id"],
    )


@obligation("get_task", "specs/kinto.bts:353")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_get_task_ssrf(
    alice: Actor, bucket: Response, collection: Response, task: Response, rule: str
) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule,
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        at=["path.bucket", "path.list", "path.id"],
    )


@obligation("get_task.upstream.hostile", "specs/kinto.bts:353")
def test_get_task_upstream_hostile(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        at=["path.bucket", "path.list", "path.id"],
    )


@obligation("get_task", "specs/kinto.bts:353")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_get_task_cors(
    alice: Actor, bucket: Response, collection: Response, task: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
    )


@obligation("get_task.misconf.cache", "specs/kinto.bts:353")
def test_get_task_misconf_cache(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
    )


@obligation("get_task.inventory.version", "specs/kinto.bts:353")
def test_get_task_inventory_version(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
    )


@obligation("list_tasks", "specs/kinto.bts:368")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_list_tasks_auth(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
    )


@obligation("list_tasks.bola.read", "specs/kinto.bts:368")
def test_list_tasks_bola_read(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """A stranger has no access to alice's Collection."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        intruder=bob,
    )


@obligation("list_tasks.bola.hierarchy", "specs/kinto.bts:368")
def test_list_tasks_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Collection."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
    )


@obligation("list_tasks.bfla.matrix.admin", "specs/kinto.bts:368")
def test_list_tasks_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, collection: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        intruder=root,
    )


@obligation("list_tasks.data.undeclared_field", "specs/kinto.bts:377")
def test_list_tasks_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
    )


@obligation("list_tasks.error.disclosure", "specs/kinto.bts:367")
def test_list_tasks_error_disclosure(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        at=[
            "path.bucket",
            "path.list",
            "query._limit",
            "query._token",
            "query._sort",
            "query.title",
            "query.not_title",
            "query.in_status",
            "query.min_priority",
        ],
    )


@obligation("list_tasks", "specs/kinto.bts:367")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_list_tasks_inj(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        at=[
            "path.bucket",
            "path.list",
            "query._limit",
            "query._token",
            "query._sort",
            "query.title",
            "query.not_title",
            "query.in_status",
            "query.min_priority",
        ],
    )


@obligation("list_tasks", "specs/kinto.bts:367")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_list_tasks_ssrf(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule,
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        at=[
            "path.bucket",
            "path.list",
            "query._limit",
            "query._token",
            "query._sort",
            "query.title",
            "query.not_title",
            "query.in_status",
            "query.min_priority",
        ],
    )


@obligation("list_tasks.upstream.hostile", "specs/kinto.bts:367")
def test_list_tasks_upstream_hostile(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        at=[
            "path.bucket",
            "path.list",
            "query._limit",
            "query._token",
            "query._sort",
            "query.title",
            "query.not_title",
            "query.in_status",
            "query.min_priority",
        ],
    )


@obligation("list_tasks", "specs/kinto.bts:367")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_list_tasks_cors(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
    )


@obligation("list_tasks.misconf.cache", "specs/kinto.bts:367")
def test_list_tasks_misconf_cache(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
    )


@obligation("list_tasks.inventory.version", "specs/kinto.bts:367")
def test_list_tasks_inventory_version(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(
            alice,
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
    )


@obligation("count_tasks", "specs/kinto.bts:389")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_count_tasks_auth(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
    )


@obligation("count_tasks.bola.read", "specs/kinto.bts:389")
def test_count_tasks_bola_read(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """A stranger has no access to alice's Collection."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(
            alice,
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        intruder=bob,
    )


@obligation("count_tasks.bola.hierarchy", "specs/kinto.bts:389")
def test_count_tasks_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Collection."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
    )


@obligation("count_tasks.bfla.matrix.admin", "specs/kinto.bts:389")
def test_count_tasks_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, collection: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        intruder=root,
    )


@obligation("count_tasks.error.disclosure", "specs/kinto.bts:388")
def test_count_tasks_error_disclosure(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        at=["path.bucket", "path.list"],
    )


@obligation("count_tasks", "specs/kinto.bts:388")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_count_tasks_inj(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        at=["path.bucket", "path.list"],
    )


@obligation("count_tasks", "specs/kinto.bts:388")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_count_tasks_cors(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
    )


@obligation("list_changes", "specs/kinto.bts:398")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_list_changes_auth(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
    )


@obligation("list_changes.bola.read", "specs/kinto.bts:398")
def test_list_changes_bola_read(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """A stranger has no access to alice's Collection."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        intruder=bob,
    )


@obligation("list_changes.bola.hierarchy", "specs/kinto.bts:398")
def test_list_changes_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, collection: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Collection."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
    )


@obligation("list_changes.bfla.matrix.admin", "specs/kinto.bts:398")
def test_list_changes_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, collection: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        intruder=root,
    )


@obligation("list_changes.data.undeclared_field", "specs/kinto.bts:400")
def test_list_changes_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
    )


@obligation("list_changes.error.disclosure", "specs/kinto.bts:397")
def test_list_changes_error_disclosure(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        at=["path.bucket", "path.list", "query._since"],
    )


@obligation("list_changes", "specs/kinto.bts:397")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_list_changes_inj(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        at=["path.bucket", "path.list", "query._since"],
    )


@obligation("list_changes", "specs/kinto.bts:397")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_list_changes_cors(
    alice: Actor, bucket: Response, collection: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
    )


@obligation("list_changes.misconf.cache", "specs/kinto.bts:397")
def test_list_changes_misconf_cache(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
    )


@obligation("list_changes.inventory.version", "specs/kinto.bts:397")
def test_list_changes_inventory_version(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(
            alice,
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
    )


@obligation("replace_task", "specs/kinto.bts:411")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_replace_task_auth(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("replace_task.bola.write", "specs/kinto.bts:411")
def test_replace_task_bola_write(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A stranger has no access to alice's Task."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("replace_task.bfla.matrix.admin", "specs/kinto.bts:411")
def test_replace_task_bfla_matrix_admin(
    alice: Actor,
    root: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("replace_task.data.undeclared_field", "specs/kinto.bts:415")
def test_replace_task_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
    )


@obligation("replace_task.error.disclosure", "specs/kinto.bts:410")
def test_replace_task_error_disclosure(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        at=[
            "path.bucket",
            "path.list",
            "path.id",
            "body.data.title",
            "body.data.due",
            "body.data.note",
        ],
    )


@obligation("replace_task", "specs/kinto.bts:410")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_replace_task_inj(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        at=[
            "path.bucket",
            "path.list",
            "path.id",
            "body.data.title",
            "body.data.due",
            "body.data.note",
        ],
    )


@obligation("replace_task.inj.xxe", "specs/kinto.bts:410")
def test_replace_task_inj_xxe(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
    )


@obligation("replace_task.xss.stored", "specs/kinto.bts:422")
def test_replace_task_xss_stored(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        at=["body.data.title", "body.data.due", "body.data.note"],
        pages=[
            security.Attempt(
                alice,
                get_task,
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": new_task["data"]["id"],
                },
            ),
            security.Attempt(
                alice,
                list_tasks,
                {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            ),
        ],
    )


@obligation("replace_task", "specs/kinto.bts:410")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_replace_task_cors(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
    )


@obligation("replace_task.misconf.content_type", "specs/kinto.bts:410")
def test_replace_task_misconf_content_type(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice,
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        at=["body.data.title", "body.data.due", "body.data.note"],
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("update_task", "specs/kinto.bts:430")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_update_task_auth(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("update_task.bola.write", "specs/kinto.bts:430")
def test_update_task_bola_write(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A stranger has no access to alice's Task."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("update_task.bfla.matrix.admin", "specs/kinto.bts:430")
def test_update_task_bfla_matrix_admin(
    alice: Actor,
    root: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("update_task.data.undeclared_field", "specs/kinto.bts:433")
def test_update_task_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
    )


@obligation("update_task.error.disclosure", "specs/kinto.bts:429")
def test_update_task_error_disclosure(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
        at=[
            "path.bucket",
            "path.list",
            "path.id",
            "body.data.title",
            "body.data.due",
            "body.data.note",
        ],
    )


@obligation("update_task", "specs/kinto.bts:429")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_update_task_inj(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
        at=[
            "path.bucket",
            "path.list",
            "path.id",
            "body.data.title",
            "body.data.due",
            "body.data.note",
        ],
    )


@obligation("update_task.inj.xxe", "specs/kinto.bts:429")
def test_update_task_inj_xxe(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
    )


@obligation("update_task.xss.stored", "specs/kinto.bts:439")
def test_update_task_xss_stored(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
        at=["body.data.title", "body.data.due", "body.data.note"],
        pages=[
            security.Attempt(
                alice,
                get_task,
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": new_task["data"]["id"],
                },
            ),
            security.Attempt(
                alice,
                list_tasks,
                {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            ),
        ],
    )


@obligation("update_task", "specs/kinto.bts:429")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_update_task_cors(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
    )


@obligation("update_task.misconf.content_type", "specs/kinto.bts:429")
def test_update_task_misconf_content_type(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice,
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
        at=["body.data.title", "body.data.due", "body.data.note"],
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("merge_task", "specs/kinto.bts:446")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_merge_task_auth(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("merge_task.bola.write", "specs/kinto.bts:446")
def test_merge_task_bola_write(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A stranger has no access to alice's Task."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("merge_task.bfla.matrix.admin", "specs/kinto.bts:446")
def test_merge_task_bfla_matrix_admin(
    alice: Actor,
    root: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("merge_task.data.undeclared_field", "specs/kinto.bts:449")
def test_merge_task_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
    )


@obligation("merge_task.error.disclosure", "specs/kinto.bts:445")
def test_merge_task_error_disclosure(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
        at=["path.bucket", "path.list", "path.id", "body.data.title", "body.data.note"],
    )


@obligation("merge_task", "specs/kinto.bts:445")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_merge_task_inj(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
        at=["path.bucket", "path.list", "path.id", "body.data.title", "body.data.note"],
    )


@obligation("merge_task.inj.xxe", "specs/kinto.bts:445")
def test_merge_task_inj_xxe(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
    )


@obligation("merge_task.xss.stored", "specs/kinto.bts:455")
def test_merge_task_xss_stored(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
        at=["body.data.title", "body.data.note"],
        pages=[
            security.Attempt(
                alice,
                get_task,
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": new_task["data"]["id"],
                },
            ),
            security.Attempt(
                alice,
                list_tasks,
                {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            ),
        ],
    )


@obligation("merge_task", "specs/kinto.bts:445")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_merge_task_cors(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
    )


@obligation("merge_task.misconf.content_type", "specs/kinto.bts:445")
def test_merge_task_misconf_content_type(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice,
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
        at=["body.data.title", "body.data.note"],
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("patch_task", "specs/kinto.bts:460")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_patch_task_auth(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("patch_task.bola.write", "specs/kinto.bts:460")
def test_patch_task_bola_write(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A stranger has no access to alice's Task."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("patch_task.bfla.matrix.admin", "specs/kinto.bts:460")
def test_patch_task_bfla_matrix_admin(
    alice: Actor,
    root: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("patch_task.data.undeclared_field", "specs/kinto.bts:462")
def test_patch_task_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
    )


@obligation("patch_task.error.disclosure", "specs/kinto.bts:459")
def test_patch_task_error_disclosure(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
        at=["path.bucket", "path.list", "path.id"],
    )


@obligation("patch_task", "specs/kinto.bts:459")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_patch_task_inj(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
        at=["path.bucket", "path.list", "path.id"],
    )


@obligation("patch_task.inj.xxe", "specs/kinto.bts:459")
def test_patch_task_inj_xxe(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
    )


@obligation("patch_task", "specs/kinto.bts:459")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_patch_task_cors(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
    )


@obligation("delete_task", "specs/kinto.bts:473")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_delete_task_auth(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("delete_task.bola.write", "specs/kinto.bts:473")
def test_delete_task_bola_write(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A stranger has no access to alice's Task."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("delete_task.bfla.matrix.admin", "specs/kinto.bts:473")
def test_delete_task_bfla_matrix_admin(
    alice: Actor,
    root: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("delete_task.data.undeclared_field", "specs/kinto.bts:475")
def test_delete_task_data_undeclared_field(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("delete_task.error.disclosure", "specs/kinto.bts:472")
def test_delete_task_error_disclosure(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        at=["path.bucket", "path.list", "path.id"],
    )


@obligation("delete_task", "specs/kinto.bts:472")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_delete_task_inj(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        at=["path.bucket", "path.list", "path.id"],
    )


@obligation("delete_task", "specs/kinto.bts:472")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_delete_task_cors(
    alice: Actor, bucket: Response, collection: Response, new_task: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
    )


@obligation("clear_tasks", "specs/kinto.bts:486")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_clear_tasks_auth(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
    )


@obligation("clear_tasks.bola.write", "specs/kinto.bts:486")
def test_clear_tasks_bola_write(
    alice: Actor, bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """A stranger has no access to alice's Collection."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        intruder=bob,
    )


@obligation("clear_tasks.bola.hierarchy", "specs/kinto.bts:486")
def test_clear_tasks_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Collection."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
    )


@obligation("clear_tasks.bfla.matrix.admin", "specs/kinto.bts:486")
def test_clear_tasks_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, new_collection: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        intruder=root,
    )


@obligation("clear_tasks.data.undeclared_field", "specs/kinto.bts:487")
def test_clear_tasks_data_undeclared_field(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
    )


@obligation("clear_tasks.error.disclosure", "specs/kinto.bts:485")
def test_clear_tasks_error_disclosure(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        at=["path.bucket", "path.list"],
    )


@obligation("clear_tasks", "specs/kinto.bts:485")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_clear_tasks_inj(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        at=["path.bucket", "path.list"],
    )


@obligation("clear_tasks", "specs/kinto.bts:485")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_clear_tasks_cors(
    alice: Actor, bucket: Response, new_collection: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
    )


@obligation("create_group", "specs/kinto.bts:496")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_create_group_auth(alice: Actor, bucket: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
    )


@obligation("create_group.bola.write", "specs/kinto.bts:496")
def test_create_group_bola_write(alice: Actor, bob: Actor, bucket: Response) -> None:
    """A stranger has no access to alice's Bucket."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
        intruder=bob,
    )


@obligation("create_group.bfla.matrix.admin", "specs/kinto.bts:496")
def test_create_group_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
        intruder=root,
    )


@obligation("create_group.data.undeclared_field", "specs/kinto.bts:498")
def test_create_group_data_undeclared_field(alice: Actor, bucket: Response) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
    )


@obligation("create_group.error.disclosure", "specs/kinto.bts:495")
def test_create_group_error_disclosure(alice: Actor, bucket: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
        at=["path.bucket", "body.data.members[0]"],
    )


@obligation("create_group", "specs/kinto.bts:495")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_create_group_inj(alice: Actor, bucket: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
        at=["path.bucket", "body.data.members[0]"],
    )


@obligation("create_group.inj.xxe", "specs/kinto.bts:495")
def test_create_group_inj_xxe(alice: Actor, bucket: Response) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
    )


@obligation("create_group.xss.stored", "specs/kinto.bts:503")
def test_create_group_xss_stored(alice: Actor, bucket: Response) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
        at=["body.data.members[0]"],
        pages=[
            security.Attempt(
                alice, get_group, {"bucket": bucket["data"]["id"], "id": FromBody("id")}
            ),
            security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]}),
        ],
        inside=["data"],
    )


@obligation("create_group", "specs/kinto.bts:495")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_create_group_cors(alice: Actor, bucket: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
    )


@obligation("create_group.misconf.content_type", "specs/kinto.bts:495")
def test_create_group_misconf_content_type(alice: Actor, bucket: Response) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice,
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            fresh=["data.members"],
        ),
        at=["body.data.members[0]"],
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": FromBody("data.id")},
        ),
    )


@obligation("get_group", "specs/kinto.bts:515")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_get_group_auth(
    alice: Actor, bucket: Response, group: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
    )


@obligation("get_group.bola.read", "specs/kinto.bts:515")
def test_get_group_bola_read(
    alice: Actor, bob: Actor, bucket: Response, group: Response
) -> None:
    """A stranger has no access to alice's Group."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
        intruder=bob,
    )


@obligation("get_group.bola.hierarchy", "specs/kinto.bts:515")
def test_get_group_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, group: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Group."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
    )


@obligation("get_group.bfla.matrix.admin", "specs/kinto.bts:515")
def test_get_group_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, group: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
        intruder=root,
    )


@obligation("get_group.bfla.verb", "specs/kinto.bts:514")
def test_get_group_bfla_verb(
    alice: Actor, bob: Actor, bucket: Response, new_group: Response
) -> None:
    """No verb that is not declared, and none in disguise, reaches the Group."""
    security.keeps_to_its_verbs(
        "bfla.verb",
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        verbs=["POST", "PUT"],
        intruder=bob,
    )


@obligation("get_group.data.undeclared_field", "specs/kinto.bts:516")
def test_get_group_data_undeclared_field(
    alice: Actor, bucket: Response, group: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
    )


@obligation("get_group.error.disclosure", "specs/kinto.bts:514")
def test_get_group_error_disclosure(
    alice: Actor, bucket: Response, group: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("get_group", "specs/kinto.bts:514")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_get_group_inj(
    alice: Actor, bucket: Response, group: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("get_group", "specs/kinto.bts:514")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_get_group_cors(
    alice: Actor, bucket: Response, group: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
    )


@obligation("get_group.misconf.cache", "specs/kinto.bts:514")
def test_get_group_misconf_cache(
    alice: Actor, bucket: Response, group: Response
) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
    )


@obligation("get_group.inventory.version", "specs/kinto.bts:514")
def test_get_group_inventory_version(
    alice: Actor, bucket: Response, group: Response
) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
        ),
    )


@obligation("list_groups", "specs/kinto.bts:525")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_list_groups_auth(alice: Actor, bucket: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule, security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]})
    )


@obligation("list_groups.bola.read", "specs/kinto.bts:525")
def test_list_groups_bola_read(alice: Actor, bob: Actor, bucket: Response) -> None:
    """A stranger has no access to alice's Bucket."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]}),
        intruder=bob,
    )


@obligation("list_groups.bfla.matrix.admin", "specs/kinto.bts:525")
def test_list_groups_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]}),
        intruder=root,
    )


@obligation("list_groups.data.undeclared_field", "specs/kinto.bts:526")
def test_list_groups_data_undeclared_field(alice: Actor, bucket: Response) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]}),
    )


@obligation("list_groups.error.disclosure", "specs/kinto.bts:524")
def test_list_groups_error_disclosure(alice: Actor, bucket: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]}),
        at=["path.bucket"],
    )


@obligation("list_groups", "specs/kinto.bts:524")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_list_groups_inj(alice: Actor, bucket: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]}),
        at=["path.bucket"],
    )


@obligation("list_groups", "specs/kinto.bts:524")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_list_groups_cors(alice: Actor, bucket: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]})
    )


@obligation("list_groups.misconf.cache", "specs/kinto.bts:524")
def test_list_groups_misconf_cache(alice: Actor, bucket: Response) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]}),
    )


@obligation("list_groups.inventory.version", "specs/kinto.bts:524")
def test_list_groups_inventory_version(alice: Actor, bucket: Response) -> None:
    """No other version of it is served."""
    security.hides_no_version(
        "inventory.version",
        security.Attempt(alice, list_groups, {"bucket": bucket["data"]["id"]}),
    )


@obligation("update_group", "specs/kinto.bts:533")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_update_group_auth(
    alice: Actor, bucket: Response, new_group: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("update_group.bola.write", "specs/kinto.bts:533")
def test_update_group_bola_write(
    alice: Actor, bob: Actor, bucket: Response, new_group: Response
) -> None:
    """A stranger has no access to alice's Group."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("update_group.bola.hierarchy", "specs/kinto.bts:533")
def test_update_group_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, new_group: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Group."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("update_group.bfla.matrix.admin", "specs/kinto.bts:533")
def test_update_group_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, new_group: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("update_group.data.undeclared_field", "specs/kinto.bts:535")
def test_update_group_data_undeclared_field(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
    )


@obligation("update_group.error.disclosure", "specs/kinto.bts:532")
def test_update_group_error_disclosure(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("update_group", "specs/kinto.bts:532")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_update_group_inj(
    alice: Actor, bucket: Response, new_group: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("update_group.inj.xxe", "specs/kinto.bts:532")
def test_update_group_inj_xxe(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
    )


@obligation("update_group", "specs/kinto.bts:532")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_update_group_cors(
    alice: Actor, bucket: Response, new_group: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body={"data": {"members": []}},
        ),
    )


@obligation("delete_group", "specs/kinto.bts:546")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_delete_group_auth(
    alice: Actor, bucket: Response, new_group: Response, rule: str
) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice,
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("delete_group.bola.write", "specs/kinto.bts:546")
def test_delete_group_bola_write(
    alice: Actor, bob: Actor, bucket: Response, new_group: Response
) -> None:
    """A stranger has no access to alice's Group."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice,
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        intruder=bob,
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("delete_group.bola.hierarchy", "specs/kinto.bts:546")
def test_delete_group_bola_hierarchy(
    alice: Actor, bob: Actor, bucket: Response, new_group: Response
) -> None:
    """Under a Bucket of their own, a stranger does not reach alice's Group."""
    security.keeps_to_its_parent(
        "bola.hierarchy",
        security.Attempt(
            alice,
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        intruder=bob,
        parent=security.Attempt(alice, create_bucket, body={"data": {}}),
        param="bucket",
        key=["data", "id"],
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("delete_group.bfla.matrix.admin", "specs/kinto.bts:546")
def test_delete_group_bfla_matrix_admin(
    alice: Actor, root: Actor, bucket: Response, new_group: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice,
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        intruder=root,
        reread=security.Attempt(
            alice,
            get_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("delete_group.data.undeclared_field", "specs/kinto.bts:547")
def test_delete_group_data_undeclared_field(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice,
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("delete_group.error.disclosure", "specs/kinto.bts:545")
def test_delete_group_error_disclosure(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice,
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("delete_group", "specs/kinto.bts:545")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_delete_group_inj(
    alice: Actor, bucket: Response, new_group: Response, rule: str
) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice,
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        at=["path.bucket", "path.id"],
    )


@obligation("delete_group", "specs/kinto.bts:545")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_delete_group_cors(
    alice: Actor, bucket: Response, new_group: Response, rule: str
) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice,
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
    )


@obligation("batch.data.undeclared_field", "specs/kinto.bts:560")
def test_batch_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(anonymous, batch, body={"requests": [{"path": "/"}]}),
    )


@obligation("batch.error.disclosure", "specs/kinto.bts:557")
def test_batch_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, batch, body={"requests": [{"path": "/"}]}),
        at=["body.requests[0].path"],
    )


@obligation("batch", "specs/kinto.bts:557")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_batch_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, batch, body={"requests": [{"path": "/"}]}),
        at=["body.requests[0].path"],
    )


@obligation("batch.inj.xxe", "specs/kinto.bts:557")
def test_batch_inj_xxe(anonymous: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(anonymous, batch, body={"requests": [{"path": "/"}]}),
    )


@obligation("batch", "specs/kinto.bts:557")
@pytest.mark.parametrize(
    "rule", ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie"]
)
def test_batch_cors(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, batch, body={"requests": [{"path": "/"}]})
    )


@obligation("create_account.data.undeclared_field", "specs/kinto.bts:84")
def test_create_account_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous,
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
    )


@obligation("create_account.error.disclosure", "specs/kinto.bts:81")
def test_create_account_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            anonymous,
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
        at=["path.id", "body.data.password", "body.data.nickname"],
    )


@obligation("create_account", "specs/kinto.bts:81")
@pytest.mark.parametrize(
    "rule",
    [
        "inj.sql",
        "inj.nosql",
        "inj.command",
        "inj.ssti",
        "inj.path",
        "inj.crlf",
        "xss.reflected",
    ],
)
def test_create_account_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            anonymous,
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
        at=["path.id", "body.data.password", "body.data.nickname"],
    )


@obligation("create_account.inj.xxe", "specs/kinto.bts:81")
def test_create_account_inj_xxe(anonymous: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            anonymous,
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
    )


@obligation("create_account.xss.stored", "specs/kinto.bts:88")
def test_create_account_xss_stored(anonymous: Actor, new_alice: Actor) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            anonymous,
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
        at=["body.data.password", "body.data.nickname"],
        pages=[security.Attempt(new_alice, get_account, {"id": FromBody("id")})],
        inside=["data"],
    )


@obligation("create_account", "specs/kinto.bts:81")
@pytest.mark.parametrize(
    "rule",
    ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host"],
)
def test_create_account_cors(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous,
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
    )


@obligation("create_account.misconf.content_type", "specs/kinto.bts:81")
def test_create_account_misconf_content_type(
    anonymous: Actor, new_alice: Actor
) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            anonymous,
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
        at=["body.data.password", "body.data.nickname"],
        reread=security.Attempt(new_alice, get_account, {"id": FromBody("data.id")}),
    )
