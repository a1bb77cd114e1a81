"""The endpoints: how they are called and what they may answer, from specs/httpbin.bts."""

from specc.runtime import Contract, Endpoint, Returns

from .contracts import (
    Anything,
    BasicAuth200,
    BearerAuth200,
    Brotli200,
    Deflate200,
    DeleteParcel200,
    DigestAuth200,
    Echo,
    Gzip200,
    HiddenBasicAuth200,
    MakeUuid200,
    NotAcceptable,
    PatchParcel200,
    PostParcel200,
    PutParcel200,
    Sent_2,
    ShowCookies200,
    ShowHeaders200,
    ShowIp200,
    ShowUserAgent200,
    Slideshow,
    Values,
)
from .service import httpbin

show_get = Endpoint(
    "show_get",
    "GET",
    "/get",
    spec="specs/httpbin.bts:71",
    service=httpbin,
    query=("topic", "page", "tag", "exact"),
    returns={200: Echo},
)

show_path = Endpoint(
    "show_path",
    "GET",
    "/anything/{shelf}/{number}",
    spec="specs/httpbin.bts:82",
    service=httpbin,
    returns={200: Anything},
)

show_headers = Endpoint(
    "show_headers",
    "GET",
    "/headers",
    spec="specs/httpbin.bts:87",
    service=httpbin,
    header=("X-Trace", "X-Attempt"),
    returns={200: ShowHeaders200},
)

show_user_agent = Endpoint(
    "show_user_agent",
    "GET",
    "/user-agent",
    spec="specs/httpbin.bts:94",
    service=httpbin,
    header=("User-Agent",),
    returns={200: ShowUserAgent200},
)

show_ip = Endpoint(
    "show_ip",
    "GET",
    "/ip",
    spec="specs/httpbin.bts:100",
    service=httpbin,
    returns={200: ShowIp200},
)

show_cookies = Endpoint(
    "show_cookies",
    "GET",
    "/cookies",
    spec="specs/httpbin.bts:105",
    service=httpbin,
    cookie=("flavour", "topping"),
    returns={200: ShowCookies200},
)

make_uuid = Endpoint(
    "make_uuid",
    "GET",
    "/uuid",
    spec="specs/httpbin.bts:112",
    service=httpbin,
    returns={200: MakeUuid200},
)

post_parcel = Endpoint(
    "post_parcel",
    "POST",
    "/post",
    spec="specs/httpbin.bts:119",
    service=httpbin,
    body="json",
    returns={200: PostParcel200},
)

put_parcel = Endpoint(
    "put_parcel",
    "PUT",
    "/put",
    spec="specs/httpbin.bts:126",
    service=httpbin,
    body="json",
    returns={200: PutParcel200},
)

patch_parcel = Endpoint(
    "patch_parcel",
    "PATCH",
    "/patch",
    spec="specs/httpbin.bts:133",
    service=httpbin,
    body="json",
    returns={200: PatchParcel200},
)

delete_parcel = Endpoint(
    "delete_parcel",
    "DELETE",
    "/delete",
    spec="specs/httpbin.bts:140",
    service=httpbin,
    query=("reason",),
    returns={200: DeleteParcel200},
)

order_pizza = Endpoint(
    "order_pizza",
    "POST",
    "/anything/pizza",
    spec="specs/httpbin.bts:146",
    service=httpbin,
    body="form",
    returns={200: Anything},
)

upload = Endpoint(
    "upload",
    "POST",
    "/anything/upload",
    spec="specs/httpbin.bts:152",
    service=httpbin,
    body="multipart",
    returns={200: Anything},
)

send_text = Endpoint(
    "send_text",
    "POST",
    "/anything/text",
    spec="specs/httpbin.bts:158",
    service=httpbin,
    body="text",
    returns={200: Anything},
)

send_bytes = Endpoint(
    "send_bytes",
    "PUT",
    "/anything/bytes",
    spec="specs/httpbin.bts:164",
    service=httpbin,
    body="bytes",
    returns={200: Anything},
)

send_svg = Endpoint(
    "send_svg",
    "PUT",
    "/anything/svg",
    spec="specs/httpbin.bts:170",
    service=httpbin,
    body="text",
    media="image/svg+xml",
    returns={200: Anything},
)

basic_auth = Endpoint(
    "basic_auth",
    "GET",
    "/basic-auth/{user}/{passwd}",
    spec="specs/httpbin.bts:178",
    service=httpbin,
    returns={
        200: BasicAuth200,
        401: Returns(
            None,
            header={
                "WWW-Authenticate": Contract(
                    "WWW-Authenticate",
                    {"const": 'Basic realm="Fake Realm"'},
                    spec="specs/httpbin.bts:181",
                )
            },
        ),
    },
)

# Does not let on that there is anything to see.
hidden_basic_auth = Endpoint(
    "hidden_basic_auth",
    "GET",
    "/hidden-basic-auth/{user}/{passwd}",
    spec="specs/httpbin.bts:185",
    service=httpbin,
    returns={200: HiddenBasicAuth200, 404: None},
)

bearer_auth = Endpoint(
    "bearer_auth",
    "GET",
    "/bearer",
    spec="specs/httpbin.bts:191",
    service=httpbin,
    returns={
        200: BearerAuth200,
        401: Returns(
            None,
            header={
                "WWW-Authenticate": Contract(
                    "WWW-Authenticate",
                    {"const": "Bearer"},
                    spec="specs/httpbin.bts:194",
                )
            },
        ),
    },
)

digest_auth = Endpoint(
    "digest_auth",
    "GET",
    "/digest-auth/{qop}/{user}/{passwd}/{algorithm}",
    spec="specs/httpbin.bts:198",
    service=httpbin,
    returns={
        200: DigestAuth200,
        401: Returns(
            None,
            header={
                "WWW-Authenticate": Contract(
                    "WWW-Authenticate",
                    {"type": "string", "pattern": "^Digest "},
                    spec="specs/httpbin.bts:201",
                )
            },
        ),
    },
)

redirect = Endpoint(
    "redirect",
    "GET",
    "/redirect/{n}",
    spec="specs/httpbin.bts:206",
    service=httpbin,
    query=("absolute",),
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:209",
                )
            },
        ),
        404: Returns(form="text"),
    },
)

relative_redirect = Endpoint(
    "relative_redirect",
    "GET",
    "/relative-redirect/{n}",
    spec="specs/httpbin.bts:215",
    service=httpbin,
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "pattern": "^/"},
                    spec="specs/httpbin.bts:217",
                )
            },
        ),
        404: Returns(form="text"),
    },
)

absolute_redirect = Endpoint(
    "absolute_redirect",
    "GET",
    "/absolute-redirect/{n}",
    spec="specs/httpbin.bts:223",
    service=httpbin,
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "format": "uri"},
                    spec="specs/httpbin.bts:225",
                )
            },
        ),
        404: Returns(form="text"),
    },
)

redirect_to = Endpoint(
    "redirect_to",
    "GET",
    "/redirect-to",
    spec="specs/httpbin.bts:231",
    service=httpbin,
    query=("url", "status_code"),
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:235",
                )
            },
        ),
        301: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:236",
                )
            },
        ),
        303: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:237",
                )
            },
        ),
        307: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:238",
                )
            },
        ),
        308: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:239",
                )
            },
        ),
    },
)

redirect_post = Endpoint(
    "redirect_post",
    "POST",
    "/redirect-to",
    spec="specs/httpbin.bts:243",
    service=httpbin,
    query=("url", "status_code"),
    body="json",
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:248",
                )
            },
        ),
        303: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:249",
                )
            },
        ),
        307: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:250",
                )
            },
        ),
    },
)

first_link = Endpoint(
    "first_link",
    "GET",
    "/links/{n}",
    spec="specs/httpbin.bts:254",
    service=httpbin,
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "pattern": "^/links/[0-9]+/0$"},
                    spec="specs/httpbin.bts:256",
                )
            },
        ),
        404: Returns(form="text"),
    },
)

set_cookie = Endpoint(
    "set_cookie",
    "GET",
    "/cookies/set/{name}/{value}",
    spec="specs/httpbin.bts:262",
    service=httpbin,
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location", {"const": "/cookies"}, spec="specs/httpbin.bts:264"
                ),
                "Set-Cookie": Contract(
                    "Set-Cookie",
                    {"type": "string", "pattern": "; Path=/$"},
                    spec="specs/httpbin.bts:264",
                ),
            },
        )
    },
)

set_cookies = Endpoint(
    "set_cookies",
    "GET",
    "/cookies/set",
    spec="specs/httpbin.bts:267",
    service=httpbin,
    query=("flavour", "topping"),
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location", {"const": "/cookies"}, spec="specs/httpbin.bts:271"
                )
            },
            optional_header={
                "Set-Cookie": Contract(
                    "Set-Cookie", {"type": "string"}, spec="specs/httpbin.bts:271"
                )
            },
        )
    },
)

delete_cookies = Endpoint(
    "delete_cookies",
    "GET",
    "/cookies/delete",
    spec="specs/httpbin.bts:274",
    service=httpbin,
    query=("flavour",),
    returns={
        302: Returns(
            None,
            header={
                "Location": Contract(
                    "Location", {"const": "/cookies"}, spec="specs/httpbin.bts:277"
                )
            },
            optional_header={
                "Set-Cookie": Contract(
                    "Set-Cookie",
                    {"type": "string", "pattern": "Max-Age=0"},
                    spec="specs/httpbin.bts:277",
                )
            },
        )
    },
)

gzip = Endpoint(
    "gzip",
    "GET",
    "/gzip",
    spec="specs/httpbin.bts:288",
    service=httpbin,
    returns={
        200: Returns(
            Gzip200,
            header={
                "Content-Encoding": Contract(
                    "Content-Encoding", {"const": "gzip"}, spec="specs/httpbin.bts:290"
                )
            },
        )
    },
)

deflate = Endpoint(
    "deflate",
    "GET",
    "/deflate",
    spec="specs/httpbin.bts:293",
    service=httpbin,
    returns={
        200: Returns(
            Deflate200,
            header={
                "Content-Encoding": Contract(
                    "Content-Encoding",
                    {"const": "deflate"},
                    spec="specs/httpbin.bts:295",
                )
            },
        )
    },
)

brotli = Endpoint(
    "brotli",
    "GET",
    "/brotli",
    spec="specs/httpbin.bts:298",
    service=httpbin,
    returns={
        200: Returns(
            Brotli200,
            header={
                "Content-Encoding": Contract(
                    "Content-Encoding", {"const": "br"}, spec="specs/httpbin.bts:300"
                )
            },
        )
    },
)

get_status = Endpoint(
    "get_status",
    "GET",
    "/status/{code}",
    spec="specs/httpbin.bts:305",
    service=httpbin,
    returns={
        200: None,
        204: None,
        301: Returns(
            None,
            header={
                "Location": Contract(
                    "Location", {"const": "/redirect/1"}, spec="specs/httpbin.bts:309"
                )
            },
        ),
        304: None,
        400: None,
        401: Returns(
            None,
            header={
                "WWW-Authenticate": Contract(
                    "WWW-Authenticate",
                    {"type": "string", "pattern": "^Basic "},
                    spec="specs/httpbin.bts:312",
                )
            },
        ),
        404: None,
        406: NotAcceptable,
        418: Returns(
            None,
            header={
                "X-More-Info": Contract(
                    "X-More-Info",
                    {"type": "string", "format": "uri"},
                    spec="specs/httpbin.bts:315",
                )
            },
        ),
        503: None,
    },
)

post_status = Endpoint(
    "post_status",
    "POST",
    "/status/{code}",
    spec="specs/httpbin.bts:323",
    service=httpbin,
    returns={201: None, 409: None, 422: None},
)

response_headers = Endpoint(
    "response_headers",
    "GET",
    "/response-headers",
    spec="specs/httpbin.bts:334",
    service=httpbin,
    query=("X-Flavour", "X-Count"),
    returns={
        200: Returns(
            Values,
            optional_header={
                "X-Flavour": Contract(
                    "X-Flavour",
                    {"enum": ["mint", "lemon"]},
                    spec="specs/httpbin.bts:338",
                ),
                "X-Count": Contract(
                    "X-Count",
                    {"type": "integer", "minimum": 0, "maximum": 9},
                    spec="specs/httpbin.bts:338",
                ),
            },
        )
    },
)

cached = Endpoint(
    "cached",
    "GET",
    "/cache",
    spec="specs/httpbin.bts:348",
    service=httpbin,
    header=("If-None-Match", "If-Modified-Since"),
    returns={
        200: Returns(
            Echo,
            header={
                "ETag": Contract(
                    "ETag",
                    {"type": "string", "pattern": "^[0-9a-f]{32}$"},
                    spec="specs/httpbin.bts:352",
                ),
                "Last-Modified": Contract(
                    "Last-Modified",
                    {"type": "string", "pattern": " GMT$"},
                    spec="specs/httpbin.bts:352",
                ),
            },
        ),
        304: None,
    },
)

cached_for = Endpoint(
    "cached_for",
    "GET",
    "/cache/{seconds}",
    spec="specs/httpbin.bts:356",
    service=httpbin,
    returns={
        200: Returns(
            Echo,
            header={
                "Cache-Control": Contract(
                    "Cache-Control",
                    {"type": "string", "pattern": "^public, max-age=[0-9]+$"},
                    spec="specs/httpbin.bts:358",
                )
            },
        ),
        404: Returns(form="text"),
    },
)

tagged = Endpoint(
    "tagged",
    "GET",
    "/etag/{etag}",
    spec="specs/httpbin.bts:362",
    service=httpbin,
    header=("If-None-Match", "If-Match"),
    returns={
        200: Returns(
            Echo,
            header={
                "ETag": Contract(
                    "ETag",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:366",
                )
            },
        ),
        304: Returns(
            None,
            header={
                "ETag": Contract(
                    "ETag",
                    {"type": "string", "minLength": 1},
                    spec="specs/httpbin.bts:367",
                )
            },
        ),
        412: None,
    },
)

byte_range = Endpoint(
    "byte_range",
    "GET",
    "/range/{n}",
    spec="specs/httpbin.bts:372",
    service=httpbin,
    header=("Range",),
    returns={
        200: Returns(
            None,
            form="bytes",
            media="application/octet-stream",
            header={
                "ETag": Contract(
                    "ETag",
                    {"type": "string", "pattern": "^range"},
                    spec="specs/httpbin.bts:375",
                ),
                "Accept-Ranges": Contract(
                    "Accept-Ranges", {"const": "bytes"}, spec="specs/httpbin.bts:375"
                ),
            },
        ),
        206: Returns(
            None,
            form="bytes",
            media="application/octet-stream",
            header={
                "Content-Range": Contract(
                    "Content-Range",
                    {"type": "string", "pattern": "^bytes [0-9]+-[0-9]+/[0-9]+$"},
                    spec="specs/httpbin.bts:376",
                )
            },
        ),
        404: Returns(form="text"),
        416: Returns(
            None,
            header={
                "Content-Range": Contract(
                    "Content-Range",
                    {"type": "string", "pattern": "^bytes \\*/[0-9]+$"},
                    spec="specs/httpbin.bts:378",
                )
            },
        ),
    },
)

random_bytes = Endpoint(
    "random_bytes",
    "GET",
    "/bytes/{n}",
    spec="specs/httpbin.bts:383",
    service=httpbin,
    query=("seed",),
    returns={
        200: Returns(form="bytes", media="application/octet-stream"),
        404: Returns(form="text"),
    },
)

stream_bytes = Endpoint(
    "stream_bytes",
    "GET",
    "/stream-bytes/{n}",
    spec="specs/httpbin.bts:392",
    service=httpbin,
    query=("seed", "chunk_size"),
    returns={
        200: Returns(
            None,
            form="bytes",
            media="application/octet-stream",
            header={
                "Transfer-Encoding": Contract(
                    "Transfer-Encoding",
                    {"const": "chunked"},
                    spec="specs/httpbin.bts:396",
                )
            },
        ),
        404: Returns(form="text"),
    },
)

# So many JSON documents, one a line.
stream = Endpoint(
    "stream",
    "GET",
    "/stream/{n}",
    spec="specs/httpbin.bts:403",
    service=httpbin,
    returns={
        200: Returns(form="text", media="application/json"),
        404: Returns(form="text"),
    },
)

drip = Endpoint(
    "drip",
    "GET",
    "/drip",
    spec="specs/httpbin.bts:409",
    service=httpbin,
    query=("numbytes", "duration", "delay"),
    returns={
        200: Returns(form="bytes", media="application/octet-stream"),
        400: Returns(form="text", media="text/plain"),
    },
)

delay = Endpoint(
    "delay",
    "GET",
    "/delay/{seconds}",
    spec="specs/httpbin.bts:420",
    service=httpbin,
    returns={200: Sent_2},
)

decode_base64 = Endpoint(
    "decode_base64",
    "GET",
    "/base64/{value}",
    spec="specs/httpbin.bts:429",
    service=httpbin,
    returns={200: Returns(form="text", media="text/html")},
)

slideshow = Endpoint(
    "slideshow",
    "GET",
    "/json",
    spec="specs/httpbin.bts:436",
    service=httpbin,
    returns={200: Slideshow},
)

slideshow_xml = Endpoint(
    "slideshow_xml",
    "GET",
    "/xml",
    spec="specs/httpbin.bts:450",
    service=httpbin,
    returns={200: Returns(form="text", media="application/xml")},
)

moby_dick = Endpoint(
    "moby_dick",
    "GET",
    "/html",
    spec="specs/httpbin.bts:455",
    service=httpbin,
    returns={200: Returns(form="text", media="text/html")},
)

robots = Endpoint(
    "robots",
    "GET",
    "/robots.txt",
    spec="specs/httpbin.bts:460",
    service=httpbin,
    returns={200: Returns(form="text", media="text/plain")},
)

deny = Endpoint(
    "deny",
    "GET",
    "/deny",
    spec="specs/httpbin.bts:465",
    service=httpbin,
    returns={200: Returns(form="text", media="text/plain")},
)

unicode_demo = Endpoint(
    "unicode_demo",
    "GET",
    "/encoding/utf8",
    spec="specs/httpbin.bts:470",
    service=httpbin,
    returns={200: Returns(form="text", media="text/html")},
)

pizza_form = Endpoint(
    "pizza_form",
    "GET",
    "/forms/post",
    spec="specs/httpbin.bts:475",
    service=httpbin,
    returns={200: Returns(form="text", media="text/html")},
)

link_page = Endpoint(
    "link_page",
    "GET",
    "/links/{n}/{offset}",
    spec="specs/httpbin.bts:480",
    service=httpbin,
    returns={200: Returns(form="text", media="text/html"), 404: Returns(form="text")},
)

# In the format that is asked for.
image = Endpoint(
    "image",
    "GET",
    "/image",
    spec="specs/httpbin.bts:487",
    service=httpbin,
    header=("Accept",),
    returns={200: Returns(form="bytes"), 406: NotAcceptable},
)

png = Endpoint(
    "png",
    "GET",
    "/image/png",
    spec="specs/httpbin.bts:494",
    service=httpbin,
    returns={200: Returns(form="bytes", media="image/png")},
)

jpeg = Endpoint(
    "jpeg",
    "GET",
    "/image/jpeg",
    spec="specs/httpbin.bts:499",
    service=httpbin,
    returns={200: Returns(form="bytes", media="image/jpeg")},
)

webp = Endpoint(
    "webp",
    "GET",
    "/image/webp",
    spec="specs/httpbin.bts:504",
    service=httpbin,
    returns={200: Returns(form="bytes", media="image/webp")},
)

svg = Endpoint(
    "svg",
    "GET",
    "/image/svg",
    spec="specs/httpbin.bts:509",
    service=httpbin,
    returns={200: Returns(form="text", media="image/svg+xml")},
)
