"""The tests that specs/httpbin.bts states."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Checks,
    at_least,
    contains,
    each,
    equal,
    eventually,
    expect,
    file,
    greater,
    less,
    matches,
    obligation,
    secret,
)

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
    digest_auth,
    drip,
    first_link,
    get_status,
    gzip,
    hidden_basic_auth,
    image,
    moby_dick,
    order_pizza,
    patch_parcel,
    post_status,
    put_parcel,
    random_bytes,
    redirect,
    redirect_post,
    redirect_to,
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
    show_path,
    show_user_agent,
    slideshow,
    stream,
    stream_bytes,
    tagged,
    upload,
)
from .flows import parcel
from .service import ROOT, httpbin


@obligation("test.every_place_a_parameter_can_stand", "specs/httpbin.bts:526", "smoke")
def test_every_place_a_parameter_can_stand(anonymous: Actor, check: Checks) -> None:
    """Every place a parameter can stand."""
    asked = check.expect(
        anonymous.call(
            show_get,
            {"topic": "c++ & more", "page": 2, "tag": ["a", "b"], "exact": True},
        ),
        200,
        at="specs/httpbin.bts:527",
    )
    with check(
        "specs/httpbin.bts:528",
        'asked.args == { topic: "c++ & more", page: "2", tag: ["a", "b"], exact: "true" }',
        asked,
    ):
        equal(
            asked["args"],
            {"topic": "c++ & more", "page": "2", "tag": ["a", "b"], "exact": "true"},
        )
    walked = check.expect(
        anonymous.call(show_path, {"shelf": "prose", "number": 12}),
        200,
        at="specs/httpbin.bts:529",
    )
    with check(
        "specs/httpbin.bts:530",
        "walked.url matches /\\/anything\\/prose\\/12$/",
        walked,
    ):
        matches(walked["url"], "/anything/prose/12$")
    noted = check.expect(
        anonymous.call(show_headers, {"X-Trace": "abc-1", "X-Attempt": 3}),
        200,
        at="specs/httpbin.bts:531",
    )
    with check(
        "specs/httpbin.bts:532",
        'noted.headers contains { "X-Trace": "abc-1", "X-Attempt": "3", "Accept-Language": "en" }',
        noted,
    ):
        contains(
            noted["headers"],
            {"X-Trace": "abc-1", "X-Attempt": "3", "Accept-Language": "en"},
        )
    jar = check.expect(
        anonymous.call(show_cookies, {"flavour": "mint", "topping": "nuts"}),
        200,
        at="specs/httpbin.bts:533",
    )
    with check(
        "specs/httpbin.bts:534",
        'jar.cookies == { flavour: "mint", topping: "nuts" }',
        jar,
    ):
        equal(jar["cookies"], {"flavour": "mint", "topping": "nuts"})
    agent = check.expect(
        anonymous.call(show_user_agent, {"User-Agent": "specc/1.0"}),
        200,
        at="specs/httpbin.bts:535",
    )
    with check("specs/httpbin.bts:536", 'agent["user-agent"] == "specc/1.0"', agent):
        equal(agent["user-agent"], "specc/1.0")


@obligation("test.a_json_body_arrives_as_it_was_sent", "specs/httpbin.bts:539")
def test_a_json_body_arrives_as_it_was_sent(anonymous: Actor, check: Checks) -> None:
    """A JSON body arrives as it was sent."""
    done = parcel(anonymous, check)
    with check(
        "specs/httpbin.bts:541",
        'done.sent.headers["Content-Type"] == "application/json"',
        done.sent,
    ):
        equal(done.sent["headers"]["Content-Type"], "application/json")
    put = check.expect(
        anonymous.call(
            put_parcel,
            body={
                "reference": done.sent["json"]["reference"],
                "recipient": "Zoë",
                "weight": Decimal("0.1"),
                "notes": None,
                "contents": [
                    {"sku": "AB123", "quantity": 1},
                    {"sku": "ZZ999", "quantity": 99},
                ],
            },
        ),
        200,
        at="specs/httpbin.bts:542",
    )
    with check(
        "specs/httpbin.bts:549", "put.json.contents[*].quantity == [1, 99]", put
    ):
        equal(each(put["json"]["contents"], "quantity"), [1, 99])
    with check(
        "specs/httpbin.bts:550", "sum(put.json.contents[*].quantity) == 100", put
    ):
        equal(sum(each(put["json"]["contents"], "quantity")), 100)
    with check("specs/httpbin.bts:551", "put.json == request(put)", put):
        equal(put["json"], put.sent)
    patched = check.expect(
        anonymous.call(patch_parcel, body={"express": True}),
        200,
        at="specs/httpbin.bts:552",
    )
    with check("specs/httpbin.bts:553", "patched.json == { express: true }", patched):
        equal(patched["json"], {"express": True})
    with check(
        "specs/httpbin.bts:554", "patched.form == {} and patched.files == {}", patched
    ):
        equal(patched["form"], {})
    with check(
        "specs/httpbin.bts:554", "patched.form == {} and patched.files == {}", patched
    ):
        equal(patched["files"], {})


@obligation("test.forms", "specs/httpbin.bts:557")
@pytest.mark.parametrize(
    ("size", "topping", "seen"),
    [
        pytest.param("small", ["bacon"], "bacon", id="small-value-bacon"),
        pytest.param(
            "large", ["bacon", "cheese"], ["bacon", "cheese"], id="large-value-value"
        ),
    ],
)
def test_forms(
    anonymous: Actor, check: Checks, size: object, topping: object, seen: object
) -> None:
    """Forms."""
    order = check.expect(
        anonymous.call(
            order_pizza,
            body={
                "custname": "Ann & Ben",
                "size": size,
                "topping": topping,
                "slices": 8,
                "comments": "50% more = better",
            },
        ),
        200,
        at="specs/httpbin.bts:561",
    )
    with check(
        "specs/httpbin.bts:568",
        'order.form == { custname: "Ann & Ben", size: size, topping: seen, slices: "8", comments: "50% more = better", }',
        order,
    ):
        equal(
            order["form"],
            {
                "custname": "Ann & Ben",
                "size": size,
                "topping": seen,
                "slices": "8",
                "comments": "50% more = better",
            },
        )
    with check(
        "specs/httpbin.bts:575",
        'order.headers["Content-Type"] == "application/x-www-form-urlencoded"',
        order,
    ):
        equal(order["headers"]["Content-Type"], "application/x-www-form-urlencoded")
    with check(
        "specs/httpbin.bts:576", 'order.data == "" and order.json == null', order
    ):
        equal(order["data"], "")
    with check(
        "specs/httpbin.bts:576", 'order.data == "" and order.json == null', order
    ):
        equal(order["json"], None)


@obligation("test.a_file_is_uploaded_with_its_caption", "specs/httpbin.bts:579")
def test_a_file_is_uploaded_with_its_caption(anonymous: Actor, check: Checks) -> None:
    """A file is uploaded with its caption."""
    seen = check.expect(
        anonymous.call(
            upload,
            body={
                "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                "caption": "one pixel",
            },
        ),
        200,
        at="specs/httpbin.bts:580",
    )
    with check(
        "specs/httpbin.bts:581",
        'seen.files["photo"] matches /^data:image\\/png;base64,iVBORw0KGgo/',
        seen,
    ):
        matches(seen["files"]["photo"], "^data:image/png;base64,iVBORw0KGgo")
    with check("specs/httpbin.bts:582", 'seen.form == { caption: "one pixel" }', seen):
        equal(seen["form"], {"caption": "one pixel"})
    with check(
        "specs/httpbin.bts:583",
        'seen.headers["Content-Type"] matches /^multipart\\/form-data; boundary=/',
        seen,
    ):
        matches(seen["headers"]["Content-Type"], "^multipart/form-data; boundary=")


@obligation("test.text_and_bytes", "specs/httpbin.bts:586")
def test_text_and_bytes(anonymous: Actor, check: Checks) -> None:
    """Text and bytes."""
    letter = check.expect(
        anonymous.call(send_text, body="grüße, 世界\nzweite Zeile"),
        200,
        at="specs/httpbin.bts:587",
    )
    with check(
        "specs/httpbin.bts:588", 'letter.data == "grüße, 世界\\nzweite Zeile"', letter
    ):
        equal(letter["data"], "grüße, 世界\nzweite Zeile")
    with check(
        "specs/httpbin.bts:589",
        'letter.headers["Content-Type"] matches /^text\\/plain/',
        letter,
    ):
        matches(letter["headers"]["Content-Type"], "^text/plain")
    pixel = check.expect(
        anonymous.call(
            send_bytes, body=file("data/pixel.png", ROOT / "specs/httpbin.bts")
        ),
        200,
        at="specs/httpbin.bts:590",
    )
    with check(
        "specs/httpbin.bts:591",
        "pixel.data matches /^data:application\\/octet-stream;base64,iVBORw0KGgo/",
        pixel,
    ):
        matches(pixel["data"], "^data:application/octet-stream;base64,iVBORw0KGgo")
    drawing = check.expect(
        anonymous.call(send_svg, body="<svg xmlns='http://www.w3.org/2000/svg'/>"),
        200,
        at="specs/httpbin.bts:592",
    )
    with check(
        "specs/httpbin.bts:593",
        'drawing.headers["Content-Type"] matches /^image\\/svg\\+xml/',
        drawing,
    ):
        matches(drawing["headers"]["Content-Type"], "^image/svg\\+xml")
    with check("specs/httpbin.bts:594", 'drawing.method == "PUT"', drawing):
        equal(drawing["method"], "PUT")


@obligation("test.each_way_to_say_who_one_is", "specs/httpbin.bts:597")
def test_each_way_to_say_who_one_is(
    ann: Actor, ines: Actor, hugo: Actor, check: Checks
) -> None:
    """Each way to say who one is."""
    basic_seen = check.expect(
        ann.call(
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        200,
        at="specs/httpbin.bts:598",
    )
    with check("specs/httpbin.bts:599", 'basic_seen.user == "ann"', basic_seen):
        equal(basic_seen["user"], "ann")
    with check("specs/httpbin.bts:600"):
        expect(
            Actor("basic")
            .basic("ann", "wrong")
            .call(
                basic_auth,
                {
                    "user": "ann",
                    "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
                },
            ),
            401,
        )
    with check("specs/httpbin.bts:601"):
        expect(
            Actor("basic")
            .basic("ann", "wrong")
            .call(
                hidden_basic_auth,
                {
                    "user": "ann",
                    "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
                },
            ),
            404,
        )
    bearer_seen = check.expect(
        Actor("bearer").bearer("t0ken").call(bearer_auth),
        200,
        at="specs/httpbin.bts:602",
    )
    with check("specs/httpbin.bts:603", 'bearer_seen.token == "t0ken"', bearer_seen):
        equal(bearer_seen["token"], "t0ken")
    with check("specs/httpbin.bts:604"):
        expect(ann.call(bearer_auth), 401)
    digest_seen = check.expect(
        ines.call(
            digest_auth,
            {
                "algorithm": "SHA-256",
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        200,
        at="specs/httpbin.bts:605",
    )
    with check("specs/httpbin.bts:606", 'digest_seen.user == "ines"', digest_seen):
        equal(digest_seen["user"], "ines")
    with check("specs/httpbin.bts:607"):
        expect(
            Actor("digest")
            .digest("ines", "wrong")
            .call(
                digest_auth,
                {
                    "qop": "auth",
                    "user": "ines",
                    "passwd": secret(
                        "HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"
                    ),
                    "algorithm": "MD5",
                },
            ),
            401,
        )
    headers = check.expect(hugo.call(show_headers), 200, at="specs/httpbin.bts:608")
    with check(
        "specs/httpbin.bts:609",
        'headers.headers["Authorization"] matches /^Bearer /',
        headers,
    ):
        matches(headers["headers"]["Authorization"], "^Bearer ")


@obligation(
    "test.a_redirect_is_answered_as_it_is", "specs/httpbin.bts:612", "redirects"
)
def test_a_redirect_is_answered_as_it_is(anonymous: Actor, check: Checks) -> None:
    """A redirect is answered as it is."""
    first = check.expect(
        anonymous.call(redirect, {"n": 3}), 302, at="specs/httpbin.bts:613"
    )
    with check("specs/httpbin.bts:614", "status(first) == 302", first):
        equal(first.status, 302)
    with check(
        "specs/httpbin.bts:615",
        'header(first, "Location") == "/relative-redirect/2"',
        first,
    ):
        equal(first.header("Location"), "/relative-redirect/2")
    absolute = check.expect(
        anonymous.call(redirect, {"n": 2, "absolute": True}),
        302,
        at="specs/httpbin.bts:616",
    )
    with check(
        "specs/httpbin.bts:617",
        'header(absolute, "Location") matches /^http:.*\\/absolute-redirect\\/1$/',
        absolute,
    ):
        matches(absolute.header("Location"), "^http:.*/absolute-redirect/1$")
    moved = check.expect(
        anonymous.call(redirect_to, {"url": "/ip", "status_code": 308}),
        308,
        at="specs/httpbin.bts:618",
    )
    with check("specs/httpbin.bts:619", 'header(moved, "Location") == "/ip"', moved):
        equal(moved.header("Location"), "/ip")


@obligation(
    "test.redirects_are_followed_where_a_step_says_so",
    "specs/httpbin.bts:622",
    "redirects",
)
def test_redirects_are_followed_where_a_step_says_so(
    anonymous: Actor, check: Checks
) -> None:
    """Redirects are followed where a step says so."""
    landed = check.expect(
        anonymous.call(redirect, {"n": 3}, follow=True),
        "2xx",
        at="specs/httpbin.bts:623",
    )
    with check("specs/httpbin.bts:624", "status(landed) == 200", landed):
        equal(landed.status, 200)
    with check("specs/httpbin.bts:625", "landed.url matches /\\/get$/", landed):
        matches(landed["url"], "/get$")
    far = check.expect(
        anonymous.call(absolute_redirect, {"n": 4}, follow=True),
        "2xx",
        at="specs/httpbin.bts:626",
    )
    with check("specs/httpbin.bts:627", "far.url == landed.url", far, landed):
        equal(far["url"], landed["url"])
    page = check.expect(
        anonymous.call(first_link, {"n": 2}, follow=True),
        "2xx",
        at="specs/httpbin.bts:628",
    )
    with check(
        "specs/httpbin.bts:629",
        'header(page, "Content-Type") contains "text/html"',
        page,
    ):
        contains(page.header("Content-Type"), "text/html")


@obligation(
    "test.a_body_goes_along_where_the_status_says_so",
    "specs/httpbin.bts:632",
    "redirects",
)
def test_a_body_goes_along_where_the_status_says_so(
    anonymous: Actor, check: Checks
) -> None:
    """A body goes along where the status says so."""
    kept = check.expect(
        anonymous.call(
            redirect_post,
            {"url": "/post", "status_code": 307},
            body={"message": "again"},
            follow=True,
        ),
        "2xx",
        at="specs/httpbin.bts:633",
    )
    with check("specs/httpbin.bts:634", 'kept.json == { message: "again" }', kept):
        equal(kept["json"], {"message": "again"})
    seen = check.expect(
        anonymous.call(
            redirect_post,
            {"url": "/get", "status_code": 303},
            body={"message": "thanks"},
            follow=True,
        ),
        "2xx",
        at="specs/httpbin.bts:635",
    )
    with check("specs/httpbin.bts:636", "seen.url matches /\\/get$/", seen):
        matches(seen["url"], "/get$")


@obligation(
    "test.cookies_are_set_sent_back_and_deleted", "specs/httpbin.bts:639", "cookies"
)
def test_cookies_are_set_sent_back_and_deleted(anonymous: Actor, check: Checks) -> None:
    """Cookies are set, sent back and deleted."""
    baked = check.expect(
        anonymous.call(set_cookie, {"name": "flavour", "value": "mint"}),
        302,
        at="specs/httpbin.bts:640",
    )
    with check("specs/httpbin.bts:641", 'cookie(baked, "flavour") == "mint"', baked):
        equal(baked.cookie("flavour"), "mint")
    empty = check.expect(anonymous.call(show_cookies), 200, at="specs/httpbin.bts:642")
    with check("specs/httpbin.bts:643", "empty.cookies == {}", empty):
        equal(empty["cookies"], {})
    jar = check.expect(
        anonymous.call(show_cookies, {"flavour": baked.cookie("flavour")}),
        200,
        at="specs/httpbin.bts:644",
    )
    with check("specs/httpbin.bts:645", 'jar.cookies == { flavour: "mint" }', jar):
        equal(jar["cookies"], {"flavour": "mint"})
    both = check.expect(
        anonymous.call(set_cookies, {"flavour": "lemon", "topping": "nuts"}),
        302,
        at="specs/httpbin.bts:646",
    )
    with check(
        "specs/httpbin.bts:647",
        'cookie(both, "flavour") == "lemon" and cookie(both, "topping") == "nuts"',
        both,
    ):
        equal(both.cookie("flavour"), "lemon")
    with check(
        "specs/httpbin.bts:647",
        'cookie(both, "flavour") == "lemon" and cookie(both, "topping") == "nuts"',
        both,
    ):
        equal(both.cookie("topping"), "nuts")
    landed = check.expect(
        anonymous.call(set_cookies, {"flavour": "lemon"}, follow=True),
        "2xx",
        at="specs/httpbin.bts:648",
    )
    with check(
        "specs/httpbin.bts:649", 'landed.cookies == { flavour: "lemon" }', landed
    ):
        equal(landed["cookies"], {"flavour": "lemon"})
    gone = check.expect(
        anonymous.call(delete_cookies, {"flavour": ""}), 302, at="specs/httpbin.bts:650"
    )
    with check(
        "specs/httpbin.bts:651", 'header(gone, "Set-Cookie") contains "Max-Age=0"', gone
    ):
        contains(gone.header("Set-Cookie"), "Max-Age=0")


@obligation("test.compressed_answers_are_read_like_others", "specs/httpbin.bts:654")
def test_compressed_answers_are_read_like_others(
    anonymous: Actor, check: Checks
) -> None:
    """Compressed answers are read like others."""
    zipped = check.expect(anonymous.call(gzip), 200, at="specs/httpbin.bts:655")
    with check("specs/httpbin.bts:656", "zipped.gzipped == true", zipped):
        equal(zipped["gzipped"], True)
    with check(
        "specs/httpbin.bts:657", 'header(zipped, "Content-Encoding") == "gzip"', zipped
    ):
        equal(zipped.header("Content-Encoding"), "gzip")
    deflated = check.expect(anonymous.call(deflate), 200, at="specs/httpbin.bts:658")
    with check("specs/httpbin.bts:659", "deflated.deflated == true", deflated):
        equal(deflated["deflated"], True)
    packed = check.expect(anonymous.call(brotli), 200, at="specs/httpbin.bts:660")
    with check(
        "specs/httpbin.bts:661",
        'packed.brotli == true and packed.method == "GET"',
        packed,
    ):
        equal(packed["brotli"], True)
    with check(
        "specs/httpbin.bts:661",
        'packed.brotli == true and packed.method == "GET"',
        packed,
    ):
        equal(packed["method"], "GET")


@obligation("test.a_status_is_what_was_asked_for", "specs/httpbin.bts:664")
@pytest.mark.parametrize(
    ("code",),
    [
        pytest.param(200, id="200"),
        pytest.param(204, id="204"),
        pytest.param(301, id="301"),
        pytest.param(304, id="304"),
        pytest.param(400, id="400"),
        pytest.param(401, id="401"),
        pytest.param(404, id="404"),
        pytest.param(406, id="406"),
        pytest.param(418, id="418"),
        pytest.param(503, id="503"),
    ],
)
def test_a_status_is_what_was_asked_for(
    anonymous: Actor, check: Checks, code: object
) -> None:
    """A status is what was asked for."""
    with check("specs/httpbin.bts:666"):
        expect(anonymous.call(get_status, {"code": code}), code)


@obligation("test.a_teapot_is_no_coffee_machine", "specs/httpbin.bts:669")
def test_a_teapot_is_no_coffee_machine(anonymous: Actor, check: Checks) -> None:
    """A teapot is no coffee machine."""
    teapot = check.expect(
        anonymous.call(get_status, {"code": 418}), 418, at="specs/httpbin.bts:670"
    )
    with check(
        "specs/httpbin.bts:671", 'header(teapot, "X-More-Info") contains "2324"', teapot
    ):
        contains(teapot.header("X-More-Info"), "2324")
    with check("specs/httpbin.bts:672"):
        expect(anonymous.call(post_status, {"code": 409}), 409)
    with check("specs/httpbin.bts:673"):
        expect(anonymous.request("GET", "/status/teapot", service=httpbin), 400)


@obligation("test.headers_to_order", "specs/httpbin.bts:676")
def test_headers_to_order(anonymous: Actor, check: Checks) -> None:
    """Headers to order."""
    made = check.expect(
        anonymous.call(response_headers, {"X-Flavour": "lemon", "X-Count": 3}),
        200,
        at="specs/httpbin.bts:677",
    )
    with check("specs/httpbin.bts:678", 'header(made, "X-Flavour") == "lemon"', made):
        equal(made.header("X-Flavour"), "lemon")
    with check("specs/httpbin.bts:679", 'made["X-Flavour"] == "lemon"', made):
        equal(made["X-Flavour"], "lemon")


@obligation(
    "test.a_version_that_is_known_is_not_sent_again", "specs/httpbin.bts:682", "caching"
)
def test_a_version_that_is_known_is_not_sent_again(
    anonymous: Actor, check: Checks
) -> None:
    """A version that is known is not sent again."""
    fresh = check.expect(
        anonymous.call(tagged, {"etag": "v7"}), 200, at="specs/httpbin.bts:683"
    )
    with check("specs/httpbin.bts:684", 'header(fresh, "ETag") == "v7"', fresh):
        equal(fresh.header("ETag"), "v7")
    with check("specs/httpbin.bts:685"):
        expect(
            anonymous.call(tagged, {"etag": "v7", "If-None-Match": '"v6", "v7"'}), 304
        )
    with check("specs/httpbin.bts:686"):
        expect(anonymous.call(tagged, {"etag": "v7", "If-None-Match": '"v6"'}), 200)
    with check("specs/httpbin.bts:687"):
        expect(anonymous.call(tagged, {"etag": "v7", "If-Match": '"v6"'}), 412)
    with check("specs/httpbin.bts:688"):
        expect(anonymous.call(tagged, {"etag": "v7", "If-Match": "*"}), 200)
    with check("specs/httpbin.bts:689"):
        expect(
            anonymous.call(
                cached, {"If-Modified-Since": "Wed, 21 Oct 2015 07:28:00 GMT"}
            ),
            304,
        )
    kept = check.expect(
        anonymous.call(cached_for, {"seconds": 90}), 200, at="specs/httpbin.bts:690"
    )
    with check(
        "specs/httpbin.bts:691",
        'header(kept, "Cache-Control") == "public, max-age=90"',
        kept,
    ):
        equal(kept.header("Cache-Control"), "public, max-age=90")


@obligation("test.ranges_of_an_alphabet", "specs/httpbin.bts:694")
@pytest.mark.parametrize(
    ("range_", "code", "length"),
    [
        pytest.param("bytes=0-2", 206, 3, id="bytes_0-2-206-3"),
        pytest.param("bytes=23-", 206, 3, id="bytes_23--206-3"),
        pytest.param("bytes=-2", 206, 2, id="bytes_-2-206-2"),
        pytest.param("bytes=0-25", 200, 26, id="bytes_0-25-200-26"),
    ],
)
def test_ranges_of_an_alphabet(
    anonymous: Actor, check: Checks, range_: object, code: object, length: object
) -> None:
    """Ranges of an alphabet."""
    part = check.expect(
        anonymous.call(byte_range, {"n": 26, "Range": range_}),
        code,
        at="specs/httpbin.bts:700",
    )
    with check("specs/httpbin.bts:701", "len(part) == length", part):
        equal(len(part.content), length)


@obligation("test.a_range_past_the_end", "specs/httpbin.bts:704")
def test_a_range_past_the_end(anonymous: Actor, check: Checks) -> None:
    """A range past the end."""
    nothing = check.expect(
        anonymous.call(byte_range, {"n": 26, "Range": "bytes=26-30"}),
        416,
        at="specs/httpbin.bts:705",
    )
    with check(
        "specs/httpbin.bts:706",
        'header(nothing, "Content-Range") == "bytes */26"',
        nothing,
    ):
        equal(nothing.header("Content-Range"), "bytes */26")


@obligation("test.the_same_seed_gives_the_same_bytes", "specs/httpbin.bts:709")
def test_the_same_seed_gives_the_same_bytes(anonymous: Actor, check: Checks) -> None:
    """The same seed gives the same bytes."""
    one = check.expect(
        anonymous.call(random_bytes, {"n": 64, "seed": 42}),
        200,
        at="specs/httpbin.bts:710",
    )
    two = check.expect(
        anonymous.call(random_bytes, {"n": 64, "seed": 42}),
        200,
        at="specs/httpbin.bts:711",
    )
    with check("specs/httpbin.bts:712", "len(one) == 64", one):
        equal(len(one.content), 64)
    with check("specs/httpbin.bts:713", "one == two", one, two):
        equal(one.content, two.content)
    streamed = check.expect(
        anonymous.call(stream_bytes, {"n": 1000, "seed": 7, "chunk_size": 100}),
        200,
        at="specs/httpbin.bts:714",
    )
    with check("specs/httpbin.bts:715", "len(streamed) == 1000", streamed):
        equal(len(streamed.content), 1000)
    lines = check.expect(
        anonymous.call(stream, {"n": 3}), 200, at="specs/httpbin.bts:716"
    )
    with check("specs/httpbin.bts:717", 'lines matches /"id": 2}\\n$/', lines):
        matches(lines.text, '"id": 2}\\n$')


@obligation("test.patience", "specs/httpbin.bts:720", "slow")
def test_patience(anonymous: Actor, check: Checks) -> None:
    """Patience."""
    slow = check.expect(
        anonymous.call(delay, {"seconds": Decimal("0.5")}),
        200,
        at="specs/httpbin.bts:721",
    )
    with check(
        "specs/httpbin.bts:722", "elapsed(slow) >= 500ms and elapsed(slow) < 5s", slow
    ):
        at_least(slow.elapsed, Decimal("0.500"))
    with check(
        "specs/httpbin.bts:722", "elapsed(slow) >= 500ms and elapsed(slow) < 5s", slow
    ):
        less(slow.elapsed, Decimal(5))
    drops = check.expect(
        anonymous.call(drip, {"numbytes": 10, "duration": Decimal("0.2")}),
        200,
        at="specs/httpbin.bts:723",
    )
    with check("specs/httpbin.bts:724", "len(drops) == 10", drops):
        equal(len(drops.content), 10)


@obligation("test.base64", "specs/httpbin.bts:727")
@pytest.mark.parametrize(
    ("encoded", "decoded"),
    [
        pytest.param("SGVsbG8=", "Hello", id="SGVsbG8_-Hello"),
        pytest.param("R3LDvMOfZQ==", "Grüße", id="R3LDvMOfZQ__-Gr__e"),
        pytest.param("YSxi", "a,b", id="YSxi-a_b"),
        pytest.param(
            "SFRUUEJJTiBpcyBhd2Vzb21l",
            "HTTPBIN is awesome",
            id="SFRUUEJJTiBpcyBhd2Vzb21l-HTTPBIN_is_awesome",
        ),
    ],
)
def test_base64(
    anonymous: Actor, check: Checks, encoded: object, decoded: object
) -> None:
    """Base64."""
    plain = check.expect(
        anonymous.call(decode_base64, {"value": encoded}),
        200,
        at="specs/httpbin.bts:729",
    )
    with check("specs/httpbin.bts:730", "plain == decoded", plain):
        equal(plain.text, decoded)


@obligation("test.documents_and_images", "specs/httpbin.bts:733")
def test_documents_and_images(anonymous: Actor, check: Checks) -> None:
    """Documents and images."""
    rules = check.expect(anonymous.call(robots), 200, at="specs/httpbin.bts:734")
    with check(
        "specs/httpbin.bts:735", 'rules == "User-agent: *\\nDisallow: /deny\\n"', rules
    ):
        equal(rules.text, "User-agent: *\nDisallow: /deny\n")
    page = check.expect(anonymous.call(moby_dick), 200, at="specs/httpbin.bts:736")
    with check(
        "specs/httpbin.bts:737",
        'page contains "<h1>Herman Melville - Moby-Dick</h1>"',
        page,
    ):
        contains(page.text, "<h1>Herman Melville - Moby-Dick</h1>")
    show = check.expect(anonymous.call(slideshow), 200, at="specs/httpbin.bts:738")
    with check(
        "specs/httpbin.bts:739",
        'show.slideshow.slides[*].title == ["Wake up to WonderWidgets!", "Overview"]',
        show,
    ):
        equal(
            each(show["slideshow"]["slides"], "title"),
            ["Wake up to WonderWidgets!", "Overview"],
        )
    picture = check.expect(
        anonymous.call(image, {"Accept": "image/jpeg"}), 200, at="specs/httpbin.bts:740"
    )
    with check(
        "specs/httpbin.bts:741",
        'header(picture, "Content-Type") == "image/jpeg"',
        picture,
    ):
        equal(picture.header("Content-Type"), "image/jpeg")
    with check("specs/httpbin.bts:742", "len(picture) > 30000", picture):
        greater(len(picture.content), 30000)


@obligation("test.luck_comes_to_those_who_try_again", "specs/httpbin.bts:745")
def test_luck_comes_to_those_who_try_again(anonymous: Actor, check: Checks) -> None:
    """Luck comes to those who try again."""
    for attempt in eventually(within=5.0, every=0.02):
        with attempt, check("specs/httpbin.bts:747"):
            expect(anonymous.request("GET", "/status/200,503", service=httpbin), 200)


@obligation("test.there_is_more_that_is_not_there", "specs/httpbin.bts:751")
def test_there_is_more_that_is_not_there(anonymous: Actor, check: Checks) -> None:
    """There is more that is not there."""
    with check("specs/httpbin.bts:752"):
        expect(anonymous.request("GET", "/nowhere", service=httpbin), 404)
    refused_2 = check.expect(
        anonymous.request("GET", "/post", service=httpbin),
        405,
        at="specs/httpbin.bts:753",
    )
    with check(
        "specs/httpbin.bts:754", 'header(refused, "Allow") contains "POST"', refused_2
    ):
        contains(refused_2.header("Allow"), "POST")
