"""What shop.bts says nobody may do, and what must not come of trying."""

import pytest
from specc.runtime import Actor, FromBody, Response, obligation, secret, security

from .endpoints import cancel_order, create_order, get_order, list_orders, login, pay
from .service import ROOT, shop


@pytest.fixture(autouse=True)
def _only_against() -> None:
    """Loopback is tried out, and what the spec allows by name; nothing else."""
    security.only_against(shop, hosts=["127.0.0.1", "staging.shop.example"])


@obligation("create_order", "shop.bts:57")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_create_order_auth(alice: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
    )


@obligation("create_order", "shop.bts:57")
@pytest.mark.parametrize(
    "rule",
    [
        "jwt.signature_ignored",
        "jwt.alg_none",
        "jwt.empty_key",
        "jwt.weak_secret",
        "jwt.key_confusion",
        "jwt.header_key",
        "jwt.expired",
    ],
)
def test_create_order_jwt(alice: Actor, rule: str) -> None:
    """A token that the service has not signed is refused."""
    security.refuses_forged(
        rule,
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
    )


@obligation("create_order.bfla.matrix.admin", "shop.bts:57")
def test_create_order_bfla_matrix_admin(alice: Actor, root: Actor) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
        intruder=root,
    )


@obligation("create_order.mass_assignment", "shop.bts:63")
def test_create_order_mass_assignment(alice: Actor) -> None:
    """A client sets no field of the Order that is the server's."""
    security.sets_only_its_own(
        "mass_assignment",
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
        claims={
            "status": "shipped",
            "total": 4321,
            "placed_at": "2031-02-03T04:05:06Z",
            "role": "admin",
            "is_admin": True,
            "admin": True,
            "isAdmin": True,
            "is_staff": True,
            "verified": True,
            "is_verified": True,
            "approved": True,
            "balance": 987654,
            "credit": 987654,
            "discount": 77,
            "plan": "enterprise",
        },
        reread=security.Attempt(alice, get_order, {"id": FromBody("id")}),
    )


@obligation("create_order.data.undeclared_field", "shop.bts:59")
def test_create_order_data_undeclared_field(alice: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
    )


@obligation("create_order.error.disclosure", "shop.bts:56")
def test_create_order_error_disclosure(alice: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
        at=["body.lines[0].sku", "body.note"],
    )


@obligation("create_order", "shop.bts:56")
@pytest.mark.parametrize(
    "rule", ["inj.sql", "inj.command", "inj.ssti", "xss.reflected"]
)
def test_create_order_inj(alice: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
        at=["body.lines[0].sku", "body.note"],
    )


@obligation("create_order.xss.stored", "shop.bts:63")
def test_create_order_xss_stored(alice: Actor) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
        at=["body.lines[0].sku", "body.note"],
        pages=[
            security.Attempt(alice, get_order, {"id": FromBody("id")}),
            security.Attempt(alice, list_orders),
        ],
    )


@obligation("create_order", "shop.bts:56")
@pytest.mark.parametrize(
    "rule", ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie"]
)
def test_create_order_cors(alice: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
    )


@obligation("create_order.misconf.content_type", "shop.bts:56")
def test_create_order_misconf_content_type(alice: Actor) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice, create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}
        ),
        at=["body.lines[0].sku", "body.note"],
        reread=security.Attempt(alice, get_order, {"id": FromBody("id")}),
    )


@obligation("get_order", "shop.bts:68")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_get_order_auth(alice: Actor, order: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule, security.Attempt(alice, get_order, {"id": order["id"]})
    )


@obligation("get_order", "shop.bts:68")
@pytest.mark.parametrize(
    "rule",
    [
        "jwt.signature_ignored",
        "jwt.alg_none",
        "jwt.empty_key",
        "jwt.key_confusion",
        "jwt.header_key",
        "jwt.expired",
    ],
)
def test_get_order_jwt(alice: Actor, order: Response, rule: str) -> None:
    """A token that the service has not signed is refused."""
    security.refuses_forged(
        rule, security.Attempt(alice, get_order, {"id": order["id"]})
    )


@obligation("get_order.bola.read", "shop.bts:68")
def test_get_order_bola_read(alice: Actor, bob: Actor, order: Response) -> None:
    """A stranger has no access to alice's Order."""
    security.refuses_intruder(
        "bola.read",
        security.Attempt(alice, get_order, {"id": order["id"]}),
        intruder=bob,
    )


@obligation("get_order.bfla.verb", "shop.bts:67")
def test_get_order_bfla_verb(alice: Actor, bob: Actor, new_order: Response) -> None:
    """No verb that is not declared, and none in disguise, reaches the Order."""
    security.keeps_to_its_verbs(
        "bfla.verb",
        security.Attempt(alice, get_order, {"id": new_order["id"]}),
        verbs=["POST", "PUT", "PATCH"],
        intruder=bob,
    )


@obligation("get_order.data.undeclared_field", "shop.bts:69")
def test_get_order_data_undeclared_field(alice: Actor, order: Response) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(alice, get_order, {"id": order["id"]})
    )


@obligation("get_order.error.disclosure", "shop.bts:67")
def test_get_order_error_disclosure(alice: Actor, order: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, get_order, {"id": order["id"]}),
        at=["path.id"],
    )


@obligation("get_order", "shop.bts:67")
@pytest.mark.parametrize(
    "rule", ["inj.sql", "inj.command", "inj.ssti", "xss.reflected"]
)
def test_get_order_inj(alice: Actor, order: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(alice, get_order, {"id": order["id"]}), at=["path.id"]
    )


@obligation("get_order", "shop.bts:67")
@pytest.mark.parametrize(
    "rule", ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie"]
)
def test_get_order_cors(alice: Actor, order: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(alice, get_order, {"id": order["id"]})
    )


@obligation("get_order.misconf.cache", "shop.bts:67")
def test_get_order_misconf_cache(alice: Actor, order: Response) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache", security.Attempt(alice, get_order, {"id": order["id"]})
    )


@obligation("list_orders", "shop.bts:76")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_list_orders_auth(alice: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(rule, security.Attempt(alice, list_orders))


@obligation("list_orders", "shop.bts:76")
@pytest.mark.parametrize(
    "rule",
    [
        "jwt.signature_ignored",
        "jwt.alg_none",
        "jwt.empty_key",
        "jwt.key_confusion",
        "jwt.header_key",
        "jwt.expired",
    ],
)
def test_list_orders_jwt(alice: Actor, rule: str) -> None:
    """A token that the service has not signed is refused."""
    security.refuses_forged(rule, security.Attempt(alice, list_orders))


@obligation("list_orders.bola.body_reference", "shop.bts:75")
def test_list_orders_bola_body_reference(
    alice: Actor, bob: Actor, new_order: Response
) -> None:
    """A stranger who refers to alice's Order does not reach it."""
    security.reaches_only_own(
        "bola.body_reference",
        security.Attempt(alice, list_orders, {"status": new_order["status"]}),
        intruder=bob,
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("list_orders.bola.list", "shop.bts:84")
def test_list_orders_bola_list(alice: Actor, bob: Actor, new_order: Response) -> None:
    """A stranger's list does not show alice's new Order."""
    security.lists_only_own(
        "bola.list",
        security.Attempt(alice, list_orders),
        intruder=bob,
        canary=new_order["id"],
        key="id",
    )


@obligation("list_orders.bfla.matrix.admin", "shop.bts:76")
def test_list_orders_bfla_matrix_admin(alice: Actor, root: Actor) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix", security.Attempt(alice, list_orders), intruder=root
    )


@obligation("list_orders.data.undeclared_field", "shop.bts:80")
def test_list_orders_data_undeclared_field(alice: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(alice, list_orders)
    )


@obligation("list_orders.error.disclosure", "shop.bts:75")
def test_list_orders_error_disclosure(alice: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, list_orders),
        at=["query.limit", "query.cursor"],
    )


@obligation("list_orders", "shop.bts:75")
@pytest.mark.parametrize(
    "rule", ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie"]
)
def test_list_orders_cors(alice: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(alice, list_orders))


@obligation("list_orders.misconf.cache", "shop.bts:75")
def test_list_orders_misconf_cache(alice: Actor) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely("misconf.cache", security.Attempt(alice, list_orders))


@obligation("pay", "shop.bts:89")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_pay_auth(alice: Actor, new_order: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("pay", "shop.bts:89")
@pytest.mark.parametrize(
    "rule",
    [
        "jwt.signature_ignored",
        "jwt.alg_none",
        "jwt.empty_key",
        "jwt.key_confusion",
        "jwt.header_key",
        "jwt.expired",
    ],
)
def test_pay_jwt(alice: Actor, new_order: Response, rule: str) -> None:
    """A token that the service has not signed is refused."""
    security.refuses_forged(
        rule,
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("pay.bola.write", "shop.bts:89")
def test_pay_bola_write(alice: Actor, bob: Actor, new_order: Response) -> None:
    """A stranger has no access to alice's Order."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        intruder=bob,
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("pay.bfla.matrix.admin", "shop.bts:89")
def test_pay_bfla_matrix_admin(alice: Actor, root: Actor, new_order: Response) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        intruder=root,
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("pay.mass_assignment", "shop.bts:97")
def test_pay_mass_assignment(alice: Actor, new_order: Response) -> None:
    """A client sets no field of the Order that is the server's."""
    security.sets_only_its_own(
        "mass_assignment",
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        claims={
            "status": "shipped",
            "total": 4321,
            "placed_at": "2031-02-03T04:05:06Z",
            "note": "claimed-by-client",
            "role": "admin",
            "is_admin": True,
            "admin": True,
            "isAdmin": True,
            "is_staff": True,
            "verified": True,
            "is_verified": True,
            "approved": True,
            "balance": 987654,
            "credit": 987654,
            "discount": 77,
            "plan": "enterprise",
        },
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("pay.data.undeclared_field", "shop.bts:91")
def test_pay_data_undeclared_field(alice: Actor, new_order: Response) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
    )


@obligation("pay.error.disclosure", "shop.bts:88")
def test_pay_error_disclosure(alice: Actor, new_order: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        at=["path.id", "body.card"],
    )


@obligation("pay", "shop.bts:88")
@pytest.mark.parametrize(
    "rule", ["inj.sql", "inj.command", "inj.ssti", "xss.reflected"]
)
def test_pay_inj(alice: Actor, new_order: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        at=["path.id", "body.card"],
    )


@obligation("pay.xss.stored", "shop.bts:97")
def test_pay_xss_stored(alice: Actor, new_order: Response) -> None:
    """Markup that is stored is no markup where it is shown."""
    security.stores_no_markup(
        "xss.stored",
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        at=["body.card"],
        pages=[
            security.Attempt(alice, get_order, {"id": new_order["id"]}),
            security.Attempt(alice, list_orders),
        ],
    )


@obligation("pay", "shop.bts:88")
@pytest.mark.parametrize(
    "rule", ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie"]
)
def test_pay_cors(alice: Actor, new_order: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
    )


@obligation("pay.misconf.content_type", "shop.bts:88")
def test_pay_misconf_content_type(alice: Actor, new_order: Response) -> None:
    """What is refused as JSON is refused under every other name."""
    security.checks_whatever_type(
        "misconf.content_type",
        security.Attempt(
            alice, pay, {"id": new_order["id"]}, body={"card": "4242424242424242"}
        ),
        at=["body.card"],
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("cancel_order", "shop.bts:101")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_cancel_order_auth(alice: Actor, new_order: Response, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(alice, cancel_order, {"id": new_order["id"]}),
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("cancel_order", "shop.bts:101")
@pytest.mark.parametrize(
    "rule",
    [
        "jwt.signature_ignored",
        "jwt.alg_none",
        "jwt.empty_key",
        "jwt.key_confusion",
        "jwt.header_key",
        "jwt.expired",
    ],
)
def test_cancel_order_jwt(alice: Actor, new_order: Response, rule: str) -> None:
    """A token that the service has not signed is refused."""
    security.refuses_forged(
        rule,
        security.Attempt(alice, cancel_order, {"id": new_order["id"]}),
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("cancel_order.bola.write", "shop.bts:101")
def test_cancel_order_bola_write(alice: Actor, bob: Actor, new_order: Response) -> None:
    """A stranger has no access to alice's Order."""
    security.refuses_intruder(
        "bola.write",
        security.Attempt(alice, cancel_order, {"id": new_order["id"]}),
        intruder=bob,
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("cancel_order.bfla.matrix.admin", "shop.bts:101")
def test_cancel_order_bfla_matrix_admin(
    alice: Actor, root: Actor, new_order: Response
) -> None:
    """An actor of the role admin is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(alice, cancel_order, {"id": new_order["id"]}),
        intruder=root,
        reread=security.Attempt(alice, get_order, {"id": new_order["id"]}),
    )


@obligation("cancel_order.error.disclosure", "shop.bts:100")
def test_cancel_order_error_disclosure(alice: Actor, new_order: Response) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(alice, cancel_order, {"id": new_order["id"]}),
        at=["path.id"],
    )


@obligation("cancel_order", "shop.bts:100")
@pytest.mark.parametrize(
    "rule", ["inj.sql", "inj.command", "inj.ssti", "xss.reflected"]
)
def test_cancel_order_inj(alice: Actor, new_order: Response, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(alice, cancel_order, {"id": new_order["id"]}),
        at=["path.id"],
    )


@obligation("cancel_order", "shop.bts:100")
@pytest.mark.parametrize(
    "rule", ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie"]
)
def test_cancel_order_cors(alice: Actor, new_order: Response, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(alice, cancel_order, {"id": new_order["id"]})
    )


@obligation("login.auth.enumeration", "shop.bts:51")
def test_login_auth_enumeration(anonymous: Actor, alice: Actor) -> None:
    """A refusal does not tell whether there is such an account."""
    security.hides_accounts(
        "auth.enumeration",
        security.Attempt(
            anonymous,
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "shop.bts"),
            },
            like=alice,
        ),
        account="email",
        secret="password",
    )


@obligation("login.data.undeclared_field", "shop.bts:50")
def test_login_data_undeclared_field(anonymous: Actor, alice: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous,
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "shop.bts"),
            },
            like=alice,
        ),
    )


@obligation("login.data.secret_value", "shop.bts:47")
def test_login_data_secret_value(anonymous: Actor, alice: Actor) -> None:
    """A secret that is sent does not come back."""
    security.keeps_secret(
        "data.secret_value",
        security.Attempt(
            anonymous,
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "shop.bts"),
            },
            like=alice,
        ),
        secrets=["password"],
    )


@obligation("login.error.disclosure", "shop.bts:47")
def test_login_error_disclosure(anonymous: Actor, alice: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            anonymous,
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "shop.bts"),
            },
            like=alice,
        ),
        at=["body.email", "body.password"],
    )


@obligation("login", "shop.bts:47")
@pytest.mark.parametrize(
    "rule", ["inj.sql", "inj.command", "inj.ssti", "xss.reflected"]
)
def test_login_inj(anonymous: Actor, alice: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            anonymous,
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "shop.bts"),
            },
            like=alice,
        ),
        at=["body.email", "body.password"],
    )


@obligation("login", "shop.bts:47")
@pytest.mark.parametrize(
    "rule", ["cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie"]
)
def test_login_cors(anonymous: Actor, alice: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous,
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "shop.bts"),
            },
            like=alice,
        ),
    )


@obligation("service", "shop.bts:47")
@pytest.mark.parametrize("rule", ["misconf.hsts", "misconf.tls"])
def test_service_misconf(anonymous: Actor, rule: str) -> None:
    """By https, nobody on the way can listen."""
    security.travels_safely(
        rule,
        security.Attempt(
            anonymous,
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "shop.bts"),
            },
        ),
    )
