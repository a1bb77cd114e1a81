"""What specs/httpbin.bts says nobody may do, and what must not come of trying."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, file, obligation, secret, security, uuid

from .endpoints import (
    absolute_redirect,
    basic_auth,
    bearer_auth,
    brotli,
    byte_range,
    cached,
    cached_for,
    decode_base64,
    deflate,
    delay,
    delete_cookies,
    delete_parcel,
    deny,
    digest_auth,
    drip,
    first_link,
    get_status,
    gzip,
    hidden_basic_auth,
    image,
    jpeg,
    link_page,
    make_uuid,
    moby_dick,
    order_pizza,
    patch_parcel,
    pizza_form,
    png,
    post_parcel,
    post_status,
    put_parcel,
    random_bytes,
    redirect,
    redirect_post,
    redirect_to,
    relative_redirect,
    response_headers,
    robots,
    send_bytes,
    send_svg,
    send_text,
    set_cookie,
    set_cookies,
    show_cookies,
    show_get,
    show_headers,
    show_ip,
    show_path,
    show_user_agent,
    slideshow,
    slideshow_xml,
    stream,
    stream_bytes,
    svg,
    tagged,
    unicode_demo,
    upload,
    webp,
)
from .service import ROOT, httpbin


@pytest.fixture(autouse=True)
def _only_against() -> None:
    """Loopback is tried out, and what the spec allows by name; nothing else."""
    security.only_against(httpbin, hosts=[])


@obligation("show_get.data.undeclared_field", "specs/httpbin.bts:77")
def test_show_get_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, show_get)
    )


@obligation("show_get.error.disclosure", "specs/httpbin.bts:71")
def test_show_get_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, show_get),
        at=["query.topic", "query.page", "query.exact"],
    )


@obligation("show_get", "specs/httpbin.bts:71")
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
def test_show_get_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, show_get),
        at=["query.topic", "query.page", "query.exact"],
    )


@obligation("show_get", "specs/httpbin.bts:71")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_show_get_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, show_get))


@obligation("service.inventory.debug", "specs/httpbin.bts:71")
def test_service_inventory_debug(anonymous: Actor) -> None:
    """No page for debugging is open to everyone."""
    security.shows_no_debug_page(
        "inventory.debug", security.Attempt(anonymous, show_get)
    )


@obligation("service", "specs/httpbin.bts:71")
@pytest.mark.parametrize("rule", ["misconf.hsts", "misconf.tls"])
def test_service_misconf(anonymous: Actor, rule: str) -> None:
    """By https, nobody on the way can listen."""
    security.travels_safely(rule, security.Attempt(anonymous, show_get))


@obligation("show_path.data.undeclared_field", "specs/httpbin.bts:84")
def test_show_path_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(anonymous, show_path, {"shelf": "prose", "number": 12}),
    )


@obligation("show_path.error.disclosure", "specs/httpbin.bts:82")
def test_show_path_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, show_path, {"shelf": "prose", "number": 12}),
        at=["path.shelf", "path.number"],
    )


@obligation("show_path", "specs/httpbin.bts:82")
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
def test_show_path_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, show_path, {"shelf": "prose", "number": 12}),
        at=["path.shelf", "path.number"],
    )


@obligation("show_path", "specs/httpbin.bts:82")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_show_path_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, show_path, {"shelf": "prose", "number": 12})
    )


@obligation("show_headers.data.undeclared_field", "specs/httpbin.bts:91")
def test_show_headers_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, show_headers)
    )


@obligation("show_headers", "specs/httpbin.bts:87")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_show_headers_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, show_headers))


@obligation("show_user_agent.data.undeclared_field", "specs/httpbin.bts:97")
def test_show_user_agent_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, show_user_agent)
    )


@obligation("show_user_agent", "specs/httpbin.bts:94")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_show_user_agent_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, show_user_agent))


@obligation("show_ip.data.undeclared_field", "specs/httpbin.bts:102")
def test_show_ip_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, show_ip)
    )


@obligation("show_ip", "specs/httpbin.bts:100")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_show_ip_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, show_ip))


@obligation("show_cookies.data.undeclared_field", "specs/httpbin.bts:109")
def test_show_cookies_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, show_cookies)
    )


@obligation("show_cookies", "specs/httpbin.bts:105")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_show_cookies_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, show_cookies))


@obligation("make_uuid.data.undeclared_field", "specs/httpbin.bts:114")
def test_make_uuid_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, make_uuid)
    )


@obligation("make_uuid", "specs/httpbin.bts:112")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_make_uuid_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, make_uuid))


@obligation("post_parcel.data.undeclared_field", "specs/httpbin.bts:122")
def test_post_parcel_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous,
            post_parcel,
            body={
                "reference": uuid(),
                "recipient": "Ada",
                "weight": Decimal("2.5"),
                "contents": [{"sku": "AB123", "quantity": 2}],
            },
            fresh=["reference"],
        ),
    )


@obligation("post_parcel.error.disclosure", "specs/httpbin.bts:119")
def test_post_parcel_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            anonymous,
            post_parcel,
            body={
                "reference": uuid(),
                "recipient": "Ada",
                "weight": Decimal("2.5"),
                "contents": [{"sku": "AB123", "quantity": 2}],
            },
            fresh=["reference"],
        ),
        at=["body.reference", "body.recipient", "body.notes", "body.contents[0].sku"],
    )


@obligation("post_parcel", "specs/httpbin.bts:119")
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
def test_post_parcel_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            anonymous,
            post_parcel,
            body={
                "reference": uuid(),
                "recipient": "Ada",
                "weight": Decimal("2.5"),
                "contents": [{"sku": "AB123", "quantity": 2}],
            },
            fresh=["reference"],
        ),
        at=["body.reference", "body.recipient", "body.notes", "body.contents[0].sku"],
    )


@obligation("post_parcel.inj.xxe", "specs/httpbin.bts:119")
def test_post_parcel_inj_xxe(anonymous: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            anonymous,
            post_parcel,
            body={
                "reference": uuid(),
                "recipient": "Ada",
                "weight": Decimal("2.5"),
                "contents": [{"sku": "AB123", "quantity": 2}],
            },
            fresh=["reference"],
        ),
    )


@obligation("post_parcel", "specs/httpbin.bts:119")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_post_parcel_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous,
            post_parcel,
            body={
                "reference": uuid(),
                "recipient": "Ada",
                "weight": Decimal("2.5"),
                "contents": [{"sku": "AB123", "quantity": 2}],
            },
            fresh=["reference"],
        ),
    )


@obligation("put_parcel.data.undeclared_field", "specs/httpbin.bts:129")
def test_put_parcel_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous,
            put_parcel,
            body={
                "recipient": "Zoë",
                "weight": Decimal("0.1"),
                "notes": None,
                "contents": [
                    {"sku": "AB123", "quantity": 1},
                    {"sku": "ZZ999", "quantity": 99},
                ],
                "reference": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
            },
        ),
    )


@obligation("put_parcel.error.disclosure", "specs/httpbin.bts:126")
def test_put_parcel_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            anonymous,
            put_parcel,
            body={
                "recipient": "Zoë",
                "weight": Decimal("0.1"),
                "notes": None,
                "contents": [
                    {"sku": "AB123", "quantity": 1},
                    {"sku": "ZZ999", "quantity": 99},
                ],
                "reference": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
            },
        ),
        at=["body.reference", "body.recipient", "body.notes", "body.contents[0].sku"],
    )


@obligation("put_parcel", "specs/httpbin.bts:126")
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
def test_put_parcel_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            anonymous,
            put_parcel,
            body={
                "recipient": "Zoë",
                "weight": Decimal("0.1"),
                "notes": None,
                "contents": [
                    {"sku": "AB123", "quantity": 1},
                    {"sku": "ZZ999", "quantity": 99},
                ],
                "reference": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
            },
        ),
        at=["body.reference", "body.recipient", "body.notes", "body.contents[0].sku"],
    )


@obligation("put_parcel.inj.xxe", "specs/httpbin.bts:126")
def test_put_parcel_inj_xxe(anonymous: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            anonymous,
            put_parcel,
            body={
                "recipient": "Zoë",
                "weight": Decimal("0.1"),
                "notes": None,
                "contents": [
                    {"sku": "AB123", "quantity": 1},
                    {"sku": "ZZ999", "quantity": 99},
                ],
                "reference": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
            },
        ),
    )


@obligation("put_parcel", "specs/httpbin.bts:126")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_put_parcel_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous,
            put_parcel,
            body={
                "recipient": "Zoë",
                "weight": Decimal("0.1"),
                "notes": None,
                "contents": [
                    {"sku": "AB123", "quantity": 1},
                    {"sku": "ZZ999", "quantity": 99},
                ],
                "reference": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
            },
        ),
    )


@obligation("patch_parcel.data.undeclared_field", "specs/httpbin.bts:136")
def test_patch_parcel_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(anonymous, patch_parcel, body={"express": True}),
    )


@obligation("patch_parcel.error.disclosure", "specs/httpbin.bts:133")
def test_patch_parcel_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, patch_parcel, body={"express": True}),
        at=["body.reference", "body.recipient", "body.notes"],
    )


@obligation("patch_parcel", "specs/httpbin.bts:133")
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
def test_patch_parcel_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, patch_parcel, body={"express": True}),
        at=["body.reference", "body.recipient", "body.notes"],
    )


@obligation("patch_parcel.inj.xxe", "specs/httpbin.bts:133")
def test_patch_parcel_inj_xxe(anonymous: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe", security.Attempt(anonymous, patch_parcel, body={"express": True})
    )


@obligation("patch_parcel", "specs/httpbin.bts:133")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_patch_parcel_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, patch_parcel, body={"express": True})
    )


@obligation("delete_parcel.data.undeclared_field", "specs/httpbin.bts:143")
def test_delete_parcel_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, delete_parcel)
    )


@obligation("delete_parcel", "specs/httpbin.bts:140")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_delete_parcel_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, delete_parcel))


@obligation("order_pizza.data.undeclared_field", "specs/httpbin.bts:149")
def test_order_pizza_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous,
            order_pizza,
            body={
                "custname": "Ann & Ben",
                "slices": 8,
                "comments": "50% more = better",
                "size": "small",
            },
        ),
    )


@obligation("order_pizza.error.disclosure", "specs/httpbin.bts:146")
def test_order_pizza_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            anonymous,
            order_pizza,
            body={
                "custname": "Ann & Ben",
                "slices": 8,
                "comments": "50% more = better",
                "size": "small",
            },
        ),
        at=["body.custname", "body.comments"],
    )


@obligation("order_pizza", "specs/httpbin.bts:146")
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
def test_order_pizza_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            anonymous,
            order_pizza,
            body={
                "custname": "Ann & Ben",
                "slices": 8,
                "comments": "50% more = better",
                "size": "small",
            },
        ),
        at=["body.custname", "body.comments"],
    )


@obligation("order_pizza", "specs/httpbin.bts:146")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_order_pizza_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous,
            order_pizza,
            body={
                "custname": "Ann & Ben",
                "slices": 8,
                "comments": "50% more = better",
                "size": "small",
            },
        ),
    )


@obligation("upload.data.undeclared_field", "specs/httpbin.bts:155")
def test_upload_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous,
            upload,
            body={
                "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                "caption": "one pixel",
            },
        ),
    )


@obligation("upload.error.disclosure", "specs/httpbin.bts:152")
def test_upload_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            anonymous,
            upload,
            body={
                "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                "caption": "one pixel",
            },
        ),
        at=["body.caption"],
    )


@obligation("upload", "specs/httpbin.bts:152")
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
def test_upload_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            anonymous,
            upload,
            body={
                "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                "caption": "one pixel",
            },
        ),
        at=["body.caption"],
    )


@obligation("upload", "specs/httpbin.bts:152")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_upload_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous,
            upload,
            body={
                "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                "caption": "one pixel",
            },
        ),
    )


@obligation("send_text.data.undeclared_field", "specs/httpbin.bts:161")
def test_send_text_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(anonymous, send_text, body="grüße, 世界\nzweite Zeile"),
    )


@obligation("send_text", "specs/httpbin.bts:158")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_send_text_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, send_text, body="grüße, 世界\nzweite Zeile")
    )


@obligation("send_bytes.data.undeclared_field", "specs/httpbin.bts:167")
def test_send_bytes_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous,
            send_bytes,
            body=file("data/pixel.png", ROOT / "specs/httpbin.bts"),
        ),
    )


@obligation("send_bytes", "specs/httpbin.bts:164")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_send_bytes_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous,
            send_bytes,
            body=file("data/pixel.png", ROOT / "specs/httpbin.bts"),
        ),
    )


@obligation("send_svg.data.undeclared_field", "specs/httpbin.bts:173")
def test_send_svg_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            anonymous, send_svg, body="<svg xmlns='http://www.w3.org/2000/svg'/>"
        ),
    )


@obligation("send_svg.inj.xxe", "specs/httpbin.bts:170")
def test_send_svg_inj_xxe(anonymous: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            anonymous, send_svg, body="<svg xmlns='http://www.w3.org/2000/svg'/>"
        ),
    )


@obligation("send_svg", "specs/httpbin.bts:170")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_send_svg_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous, send_svg, body="<svg xmlns='http://www.w3.org/2000/svg'/>"
        ),
    )


@obligation("basic_auth", "specs/httpbin.bts:179")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_basic_auth_auth(ann: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            ann,
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
    )


@obligation("basic_auth.bfla.matrix.holder", "specs/httpbin.bts:179")
def test_basic_auth_bfla_matrix_holder(ann: Actor, hugo: Actor) -> None:
    """An actor of the role holder is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            ann,
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        intruder=hugo,
    )


@obligation("basic_auth.bfla.matrix.insider", "specs/httpbin.bts:179")
def test_basic_auth_bfla_matrix_insider(ann: Actor, ines: Actor) -> None:
    """An actor of the role insider is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            ann,
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        intruder=ines,
    )


@obligation("basic_auth.data.undeclared_field", "specs/httpbin.bts:180")
def test_basic_auth_data_undeclared_field(ann: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            ann,
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
    )


@obligation("basic_auth.error.disclosure", "specs/httpbin.bts:178")
def test_basic_auth_error_disclosure(ann: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            ann,
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        at=["path.user", "path.passwd"],
    )


@obligation("basic_auth", "specs/httpbin.bts:178")
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
def test_basic_auth_inj(ann: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            ann,
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        at=["path.user", "path.passwd"],
    )


@obligation("basic_auth", "specs/httpbin.bts:178")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_basic_auth_misconf(ann: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            ann,
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
    )


@obligation("basic_auth.misconf.cache", "specs/httpbin.bts:178")
def test_basic_auth_misconf_cache(ann: Actor) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(
            ann,
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
    )


@obligation("hidden_basic_auth", "specs/httpbin.bts:186")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_hidden_basic_auth_auth(ann: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            ann,
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
    )


@obligation("hidden_basic_auth.bfla.matrix.holder", "specs/httpbin.bts:186")
def test_hidden_basic_auth_bfla_matrix_holder(ann: Actor, hugo: Actor) -> None:
    """An actor of the role holder is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            ann,
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        intruder=hugo,
    )


@obligation("hidden_basic_auth.bfla.matrix.insider", "specs/httpbin.bts:186")
def test_hidden_basic_auth_bfla_matrix_insider(ann: Actor, ines: Actor) -> None:
    """An actor of the role insider is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            ann,
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        intruder=ines,
    )


@obligation("hidden_basic_auth.data.undeclared_field", "specs/httpbin.bts:187")
def test_hidden_basic_auth_data_undeclared_field(ann: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            ann,
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
    )


@obligation("hidden_basic_auth.error.disclosure", "specs/httpbin.bts:185")
def test_hidden_basic_auth_error_disclosure(ann: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            ann,
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        at=["path.user", "path.passwd"],
    )


@obligation("hidden_basic_auth", "specs/httpbin.bts:185")
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
def test_hidden_basic_auth_inj(ann: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            ann,
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        at=["path.user", "path.passwd"],
    )


@obligation("hidden_basic_auth", "specs/httpbin.bts:185")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_hidden_basic_auth_misconf(ann: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            ann,
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
    )


@obligation("hidden_basic_auth.misconf.cache", "specs/httpbin.bts:185")
def test_hidden_basic_auth_misconf_cache(ann: Actor) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(
            ann,
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
    )


@obligation("bearer_auth.auth.missing", "specs/httpbin.bts:192")
def test_bearer_auth_auth_missing(hugo: Actor) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof("auth.missing", security.Attempt(hugo, bearer_auth))


@obligation("bearer_auth", "specs/httpbin.bts:192")
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
def test_bearer_auth_jwt(hugo: Actor, rule: str) -> None:
    """A token that the service has not signed is refused."""
    security.refuses_forged(rule, security.Attempt(hugo, bearer_auth))


@obligation("bearer_auth.bfla.matrix.member", "specs/httpbin.bts:192")
def test_bearer_auth_bfla_matrix_member(hugo: Actor, ann: Actor) -> None:
    """An actor of the role member is refused."""
    security.refuses_intruder(
        "bfla.matrix", security.Attempt(hugo, bearer_auth), intruder=ann
    )


@obligation("bearer_auth.bfla.matrix.insider", "specs/httpbin.bts:192")
def test_bearer_auth_bfla_matrix_insider(hugo: Actor, ines: Actor) -> None:
    """An actor of the role insider is refused."""
    security.refuses_intruder(
        "bfla.matrix", security.Attempt(hugo, bearer_auth), intruder=ines
    )


@obligation("bearer_auth.data.undeclared_field", "specs/httpbin.bts:193")
def test_bearer_auth_data_undeclared_field(hugo: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(hugo, bearer_auth)
    )


@obligation("bearer_auth", "specs/httpbin.bts:191")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_bearer_auth_misconf(hugo: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(hugo, bearer_auth))


@obligation("bearer_auth.misconf.cache", "specs/httpbin.bts:191")
def test_bearer_auth_misconf_cache(hugo: Actor) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely("misconf.cache", security.Attempt(hugo, bearer_auth))


@obligation("digest_auth", "specs/httpbin.bts:199")
@pytest.mark.parametrize("rule", ["auth.missing", "auth.malformed", "auth.garbage"])
def test_digest_auth_auth(ines: Actor, rule: str) -> None:
    """Who does not prove who they are is refused."""
    security.refuses_without_proof(
        rule,
        security.Attempt(
            ines,
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
    )


@obligation("digest_auth.bfla.matrix.member", "specs/httpbin.bts:199")
def test_digest_auth_bfla_matrix_member(ines: Actor, ann: Actor) -> None:
    """An actor of the role member is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            ines,
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
        intruder=ann,
    )


@obligation("digest_auth.bfla.matrix.holder", "specs/httpbin.bts:199")
def test_digest_auth_bfla_matrix_holder(ines: Actor, hugo: Actor) -> None:
    """An actor of the role holder is refused."""
    security.refuses_intruder(
        "bfla.matrix",
        security.Attempt(
            ines,
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
        intruder=hugo,
    )


@obligation("digest_auth.data.undeclared_field", "specs/httpbin.bts:200")
def test_digest_auth_data_undeclared_field(ines: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(
            ines,
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
    )


@obligation("digest_auth.error.disclosure", "specs/httpbin.bts:198")
def test_digest_auth_error_disclosure(ines: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            ines,
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
        at=["path.qop", "path.user", "path.passwd", "path.algorithm"],
    )


@obligation("digest_auth", "specs/httpbin.bts:198")
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
def test_digest_auth_inj(ines: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            ines,
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
        at=["path.qop", "path.user", "path.passwd", "path.algorithm"],
    )


@obligation("digest_auth", "specs/httpbin.bts:198")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_digest_auth_misconf(ines: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            ines,
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
    )


@obligation("digest_auth.misconf.cache", "specs/httpbin.bts:198")
def test_digest_auth_misconf_cache(ines: Actor) -> None:
    """A private answer is kept by nobody on its way."""
    security.travels_safely(
        "misconf.cache",
        security.Attempt(
            ines,
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
    )


@obligation("redirect.error.disclosure", "specs/httpbin.bts:206")
def test_redirect_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, redirect, {"n": 3}),
        at=["path.n", "query.absolute"],
    )


@obligation("redirect", "specs/httpbin.bts:206")
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
def test_redirect_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, redirect, {"n": 3}),
        at=["path.n", "query.absolute"],
    )


@obligation("redirect", "specs/httpbin.bts:206")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_redirect_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule,
        security.Attempt(anonymous, redirect, {"n": 3}),
        at=["path.n", "query.absolute"],
    )


@obligation("redirect.upstream.hostile", "specs/httpbin.bts:206")
def test_redirect_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, redirect, {"n": 3}),
        at=["path.n", "query.absolute"],
    )


@obligation("redirect", "specs/httpbin.bts:206")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_redirect_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, redirect, {"n": 3}))


@obligation("relative_redirect.error.disclosure", "specs/httpbin.bts:215")
def test_relative_redirect_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, relative_redirect, {"n": 2}),
        at=["path.n"],
    )


@obligation("relative_redirect", "specs/httpbin.bts:215")
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
def test_relative_redirect_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, relative_redirect, {"n": 2}), at=["path.n"]
    )


@obligation("relative_redirect", "specs/httpbin.bts:215")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_relative_redirect_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule, security.Attempt(anonymous, relative_redirect, {"n": 2}), at=["path.n"]
    )


@obligation("relative_redirect.upstream.hostile", "specs/httpbin.bts:215")
def test_relative_redirect_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, relative_redirect, {"n": 2}),
        at=["path.n"],
    )


@obligation("relative_redirect", "specs/httpbin.bts:215")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_relative_redirect_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, relative_redirect, {"n": 2})
    )


@obligation("absolute_redirect.error.disclosure", "specs/httpbin.bts:223")
def test_absolute_redirect_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, absolute_redirect, {"n": 4}),
        at=["path.n"],
    )


@obligation("absolute_redirect", "specs/httpbin.bts:223")
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
def test_absolute_redirect_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, absolute_redirect, {"n": 4}), at=["path.n"]
    )


@obligation("absolute_redirect", "specs/httpbin.bts:223")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_absolute_redirect_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule, security.Attempt(anonymous, absolute_redirect, {"n": 4}), at=["path.n"]
    )


@obligation("absolute_redirect.upstream.hostile", "specs/httpbin.bts:223")
def test_absolute_redirect_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, absolute_redirect, {"n": 4}),
        at=["path.n"],
    )


@obligation("absolute_redirect", "specs/httpbin.bts:223")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie"])
def test_absolute_redirect_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, absolute_redirect, {"n": 4})
    )


@obligation("redirect_to.error.disclosure", "specs/httpbin.bts:231")
def test_redirect_to_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, redirect_to, {"url": "/ip"}),
        at=["query.url"],
    )


@obligation("redirect_to", "specs/httpbin.bts:231")
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
def test_redirect_to_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, redirect_to, {"url": "/ip"}), at=["query.url"]
    )


@obligation("redirect_to.ssrf.fetch", "specs/httpbin.bts:231")
def test_redirect_to_ssrf_fetch(anonymous: Actor) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        "ssrf.fetch",
        security.Attempt(anonymous, redirect_to, {"url": "/ip"}),
        at=["query.url"],
    )


@obligation("redirect_to.upstream.hostile", "specs/httpbin.bts:231")
def test_redirect_to_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, redirect_to, {"url": "/ip"}),
        at=["query.url"],
    )


@obligation("redirect_to", "specs/httpbin.bts:231")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_redirect_to_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, redirect_to, {"url": "/ip"})
    )


@obligation("redirect_post.error.disclosure", "specs/httpbin.bts:243")
def test_redirect_post_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(
            anonymous, redirect_post, {"url": "/post"}, body={"message": "again"}
        ),
        at=["query.url", "body.message"],
    )


@obligation("redirect_post", "specs/httpbin.bts:243")
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
def test_redirect_post_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(
            anonymous, redirect_post, {"url": "/post"}, body={"message": "again"}
        ),
        at=["query.url", "body.message"],
    )


@obligation("redirect_post.ssrf.fetch", "specs/httpbin.bts:243")
def test_redirect_post_ssrf_fetch(anonymous: Actor) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        "ssrf.fetch",
        security.Attempt(
            anonymous, redirect_post, {"url": "/post"}, body={"message": "again"}
        ),
        at=["query.url"],
    )


@obligation("redirect_post.inj.xxe", "specs/httpbin.bts:243")
def test_redirect_post_inj_xxe(anonymous: Actor) -> None:
    """A document of XML brings in nothing that is not in it."""
    security.brings_nothing_in(
        "inj.xxe",
        security.Attempt(
            anonymous, redirect_post, {"url": "/post"}, body={"message": "again"}
        ),
    )


@obligation("redirect_post.upstream.hostile", "specs/httpbin.bts:243")
def test_redirect_post_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(
            anonymous, redirect_post, {"url": "/post"}, body={"message": "again"}
        ),
        at=["query.url"],
    )


@obligation("redirect_post", "specs/httpbin.bts:243")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_redirect_post_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(
            anonymous, redirect_post, {"url": "/post"}, body={"message": "again"}
        ),
    )


@obligation("first_link.error.disclosure", "specs/httpbin.bts:254")
def test_first_link_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, first_link, {"n": 2}),
        at=["path.n"],
    )


@obligation("first_link", "specs/httpbin.bts:254")
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
def test_first_link_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, first_link, {"n": 2}), at=["path.n"]
    )


@obligation("first_link", "specs/httpbin.bts:254")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_first_link_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule, security.Attempt(anonymous, first_link, {"n": 2}), at=["path.n"]
    )


@obligation("first_link.upstream.hostile", "specs/httpbin.bts:254")
def test_first_link_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, first_link, {"n": 2}),
        at=["path.n"],
    )


@obligation("first_link", "specs/httpbin.bts:254")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_first_link_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, first_link, {"n": 2}))


@obligation("set_cookie.error.disclosure", "specs/httpbin.bts:262")
def test_set_cookie_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, set_cookie, {"name": "flavour", "value": "mint"}),
        at=["path.name", "path.value"],
    )


@obligation("set_cookie", "specs/httpbin.bts:262")
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
def test_set_cookie_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, set_cookie, {"name": "flavour", "value": "mint"}),
        at=["path.name", "path.value"],
    )


@obligation("set_cookie", "specs/httpbin.bts:262")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_set_cookie_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule,
        security.Attempt(anonymous, set_cookie, {"name": "flavour", "value": "mint"}),
        at=["path.name", "path.value"],
    )


@obligation("set_cookie.upstream.hostile", "specs/httpbin.bts:262")
def test_set_cookie_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, set_cookie, {"name": "flavour", "value": "mint"}),
        at=["path.name", "path.value"],
    )


@obligation("set_cookie", "specs/httpbin.bts:262")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_set_cookie_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(anonymous, set_cookie, {"name": "flavour", "value": "mint"}),
    )


@obligation("set_cookies.error.disclosure", "specs/httpbin.bts:267")
def test_set_cookies_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, set_cookies),
        at=["query.flavour", "query.topping"],
    )


@obligation("set_cookies", "specs/httpbin.bts:267")
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
def test_set_cookies_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, set_cookies),
        at=["query.flavour", "query.topping"],
    )


@obligation("set_cookies", "specs/httpbin.bts:267")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_set_cookies_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule,
        security.Attempt(anonymous, set_cookies),
        at=["query.flavour", "query.topping"],
    )


@obligation("set_cookies.upstream.hostile", "specs/httpbin.bts:267")
def test_set_cookies_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, set_cookies),
        at=["query.flavour", "query.topping"],
    )


@obligation("set_cookies", "specs/httpbin.bts:267")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_set_cookies_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, set_cookies))


@obligation("delete_cookies.error.disclosure", "specs/httpbin.bts:274")
def test_delete_cookies_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, delete_cookies),
        at=["query.flavour"],
    )


@obligation("delete_cookies", "specs/httpbin.bts:274")
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
def test_delete_cookies_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, delete_cookies), at=["query.flavour"]
    )


@obligation("delete_cookies", "specs/httpbin.bts:274")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_delete_cookies_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule, security.Attempt(anonymous, delete_cookies), at=["query.flavour"]
    )


@obligation("delete_cookies.upstream.hostile", "specs/httpbin.bts:274")
def test_delete_cookies_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, delete_cookies),
        at=["query.flavour"],
    )


@obligation("delete_cookies", "specs/httpbin.bts:274")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_delete_cookies_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, delete_cookies))


@obligation("gzip.data.undeclared_field", "specs/httpbin.bts:290")
def test_gzip_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, gzip)
    )


@obligation("gzip", "specs/httpbin.bts:288")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_gzip_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, gzip))


@obligation("deflate.data.undeclared_field", "specs/httpbin.bts:295")
def test_deflate_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, deflate)
    )


@obligation("deflate", "specs/httpbin.bts:293")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_deflate_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, deflate))


@obligation("brotli.data.undeclared_field", "specs/httpbin.bts:300")
def test_brotli_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, brotli)
    )


@obligation("brotli", "specs/httpbin.bts:298")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_brotli_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, brotli))


@obligation("get_status.error.disclosure", "specs/httpbin.bts:305")
def test_get_status_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, get_status, {"code": 200}),
        at=["path.code"],
    )


@obligation("get_status", "specs/httpbin.bts:305")
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
def test_get_status_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, get_status, {"code": 200}), at=["path.code"]
    )


@obligation("get_status", "specs/httpbin.bts:305")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_get_status_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule, security.Attempt(anonymous, get_status, {"code": 200}), at=["path.code"]
    )


@obligation("get_status.upstream.hostile", "specs/httpbin.bts:305")
def test_get_status_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, get_status, {"code": 200}),
        at=["path.code"],
    )


@obligation("get_status", "specs/httpbin.bts:305")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_get_status_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, get_status, {"code": 200}))


@obligation("post_status.error.disclosure", "specs/httpbin.bts:323")
def test_post_status_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, post_status, {"code": 201}),
        at=["path.code"],
    )


@obligation("post_status", "specs/httpbin.bts:323")
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
def test_post_status_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, post_status, {"code": 201}), at=["path.code"]
    )


@obligation("post_status", "specs/httpbin.bts:323")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_post_status_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, post_status, {"code": 201})
    )


@obligation("response_headers.data.undeclared_field", "specs/httpbin.bts:338")
def test_response_headers_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, response_headers)
    )


@obligation("response_headers.error.disclosure", "specs/httpbin.bts:334")
def test_response_headers_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, response_headers),
        at=["query.X-Count"],
    )


@obligation("response_headers", "specs/httpbin.bts:334")
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
def test_response_headers_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, response_headers), at=["query.X-Count"]
    )


@obligation("response_headers", "specs/httpbin.bts:334")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_response_headers_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, response_headers))


@obligation("cached.data.undeclared_field", "specs/httpbin.bts:352")
def test_cached_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, cached)
    )


@obligation("cached", "specs/httpbin.bts:348")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_cached_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, cached))


@obligation("cached_for.data.undeclared_field", "specs/httpbin.bts:358")
def test_cached_for_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(anonymous, cached_for, {"seconds": 90}),
    )


@obligation("cached_for.error.disclosure", "specs/httpbin.bts:356")
def test_cached_for_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, cached_for, {"seconds": 90}),
        at=["path.seconds"],
    )


@obligation("cached_for", "specs/httpbin.bts:356")
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
def test_cached_for_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, cached_for, {"seconds": 90}),
        at=["path.seconds"],
    )


@obligation("cached_for", "specs/httpbin.bts:356")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_cached_for_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, cached_for, {"seconds": 90})
    )


@obligation("tagged.data.undeclared_field", "specs/httpbin.bts:366")
def test_tagged_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, tagged, {"etag": "v7"})
    )


@obligation("tagged.error.disclosure", "specs/httpbin.bts:362")
def test_tagged_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, tagged, {"etag": "v7"}),
        at=["path.etag"],
    )


@obligation("tagged", "specs/httpbin.bts:362")
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
def test_tagged_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, tagged, {"etag": "v7"}), at=["path.etag"]
    )


@obligation("tagged", "specs/httpbin.bts:362")
@pytest.mark.parametrize("rule", ["ssrf.fetch", "redirect.open"])
def test_tagged_ssrf(anonymous: Actor, rule: str) -> None:
    """The service goes to no URL, and leads to none, only because a client says so."""
    security.follows_no_stranger(
        rule, security.Attempt(anonymous, tagged, {"etag": "v7"}), at=["path.etag"]
    )


@obligation("tagged.upstream.hostile", "specs/httpbin.bts:362")
def test_tagged_upstream_hostile(anonymous: Actor) -> None:
    """What another service answers is data."""
    security.trusts_no_upstream(
        "upstream.hostile",
        security.Attempt(anonymous, tagged, {"etag": "v7"}),
        at=["path.etag"],
    )


@obligation("tagged", "specs/httpbin.bts:362")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_tagged_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, tagged, {"etag": "v7"}))


@obligation("byte_range.error.disclosure", "specs/httpbin.bts:372")
def test_byte_range_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, byte_range, {"n": 26}),
        at=["path.n"],
    )


@obligation("byte_range", "specs/httpbin.bts:372")
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
def test_byte_range_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, byte_range, {"n": 26}), at=["path.n"]
    )


@obligation("byte_range", "specs/httpbin.bts:372")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_byte_range_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, byte_range, {"n": 26}))


@obligation("random_bytes.error.disclosure", "specs/httpbin.bts:383")
def test_random_bytes_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, random_bytes, {"n": 64}),
        at=["path.n", "query.seed"],
    )


@obligation("random_bytes", "specs/httpbin.bts:383")
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
def test_random_bytes_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, random_bytes, {"n": 64}),
        at=["path.n", "query.seed"],
    )


@obligation("random_bytes", "specs/httpbin.bts:383")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_random_bytes_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, random_bytes, {"n": 64}))


@obligation("stream_bytes.error.disclosure", "specs/httpbin.bts:392")
def test_stream_bytes_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, stream_bytes, {"n": 1000}),
        at=["path.n", "query.seed", "query.chunk_size"],
    )


@obligation("stream_bytes", "specs/httpbin.bts:392")
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
def test_stream_bytes_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, stream_bytes, {"n": 1000}),
        at=["path.n", "query.seed", "query.chunk_size"],
    )


@obligation("stream_bytes", "specs/httpbin.bts:392")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_stream_bytes_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, stream_bytes, {"n": 1000}))


@obligation("stream.error.disclosure", "specs/httpbin.bts:403")
def test_stream_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure", security.Attempt(anonymous, stream, {"n": 3}), at=["path.n"]
    )


@obligation("stream", "specs/httpbin.bts:403")
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
def test_stream_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule, security.Attempt(anonymous, stream, {"n": 3}), at=["path.n"]
    )


@obligation("stream", "specs/httpbin.bts:403")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_stream_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, stream, {"n": 3}))


@obligation("drip.error.disclosure", "specs/httpbin.bts:409")
def test_drip_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, drip, {"numbytes": 10, "duration": Decimal("0.2")}),
        at=["query.numbytes", "query.duration", "query.delay"],
    )


@obligation("drip", "specs/httpbin.bts:409")
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
def test_drip_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, drip, {"numbytes": 10, "duration": Decimal("0.2")}),
        at=["query.numbytes", "query.duration", "query.delay"],
    )


@obligation("drip", "specs/httpbin.bts:409")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_drip_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule,
        security.Attempt(anonymous, drip, {"numbytes": 10, "duration": Decimal("0.2")}),
    )


@obligation("delay.data.undeclared_field", "specs/httpbin.bts:422")
def test_delay_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field",
        security.Attempt(anonymous, delay, {"seconds": Decimal("0.5")}),
    )


@obligation("delay.error.disclosure", "specs/httpbin.bts:420")
def test_delay_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, delay, {"seconds": Decimal("0.5")}),
        at=["path.seconds"],
    )


@obligation("delay", "specs/httpbin.bts:420")
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
def test_delay_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, delay, {"seconds": Decimal("0.5")}),
        at=["path.seconds"],
    )


@obligation("delay", "specs/httpbin.bts:420")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_delay_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, delay, {"seconds": Decimal("0.5")})
    )


@obligation("decode_base64.error.disclosure", "specs/httpbin.bts:429")
def test_decode_base64_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, decode_base64, {"value": "SGVsbG8="}),
        at=["path.value"],
    )


@obligation("decode_base64", "specs/httpbin.bts:429")
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
def test_decode_base64_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, decode_base64, {"value": "SGVsbG8="}),
        at=["path.value"],
    )


@obligation("decode_base64", "specs/httpbin.bts:429")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_decode_base64_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, decode_base64, {"value": "SGVsbG8="})
    )


@obligation("slideshow.data.undeclared_field", "specs/httpbin.bts:438")
def test_slideshow_data_undeclared_field(anonymous: Actor) -> None:
    """The answer holds no field that nobody declared."""
    security.shows_only_declared(
        "data.undeclared_field", security.Attempt(anonymous, slideshow)
    )


@obligation("slideshow", "specs/httpbin.bts:436")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_slideshow_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, slideshow))


@obligation("slideshow_xml", "specs/httpbin.bts:450")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_slideshow_xml_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, slideshow_xml))


@obligation("moby_dick", "specs/httpbin.bts:455")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_moby_dick_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, moby_dick))


@obligation("robots", "specs/httpbin.bts:460")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_robots_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, robots))


@obligation("deny", "specs/httpbin.bts:465")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_deny_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, deny))


@obligation("unicode_demo", "specs/httpbin.bts:470")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_unicode_demo_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, unicode_demo))


@obligation("pizza_form", "specs/httpbin.bts:475")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_pizza_form_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, pizza_form))


@obligation("link_page.error.disclosure", "specs/httpbin.bts:480")
def test_link_page_error_disclosure(anonymous: Actor) -> None:
    """No error tells of the inside of the service."""
    security.errors_tell_nothing(
        "error.disclosure",
        security.Attempt(anonymous, link_page, {"n": 3, "offset": 1}),
        at=["path.n", "path.offset"],
    )


@obligation("link_page", "specs/httpbin.bts:480")
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
def test_link_page_inj(anonymous: Actor, rule: str) -> None:
    """What is sent is taken as data."""
    security.takes_as_data(
        rule,
        security.Attempt(anonymous, link_page, {"n": 3, "offset": 1}),
        at=["path.n", "path.offset"],
    )


@obligation("link_page", "specs/httpbin.bts:480")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_link_page_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, link_page, {"n": 3, "offset": 1})
    )


@obligation("image", "specs/httpbin.bts:487")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_image_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(
        rule, security.Attempt(anonymous, image, {"Accept": "image/jpeg"})
    )


@obligation("png", "specs/httpbin.bts:494")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_png_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, png))


@obligation("jpeg", "specs/httpbin.bts:499")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_jpeg_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, jpeg))


@obligation("webp", "specs/httpbin.bts:504")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_webp_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, webp))


@obligation("svg", "specs/httpbin.bts:509")
@pytest.mark.parametrize("rule", ["misconf.banner", "misconf.cookie", "inj.host"])
def test_svg_misconf(anonymous: Actor, rule: str) -> None:
    """The answer's headers keep its reader safe."""
    security.presents_well(rule, security.Attempt(anonymous, svg))
