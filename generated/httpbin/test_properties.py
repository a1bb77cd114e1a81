"""What specs/httpbin.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import (
    Anything,
    DeleteParcel200,
    Echo,
    PatchParcel200,
    PostParcel200,
    PutParcel200,
    ShowCookies200,
    ShowHeaders200,
    ShowUserAgent200,
    Values,
)
from .endpoints import (
    absolute_redirect,
    byte_range,
    cached_for,
    delete_cookies,
    delete_parcel,
    drip,
    first_link,
    image,
    link_page,
    order_pizza,
    patch_parcel,
    post_parcel,
    put_parcel,
    random_bytes,
    redirect,
    redirect_post,
    redirect_to,
    relative_redirect,
    response_headers,
    set_cookies,
    show_cookies,
    show_get,
    show_headers,
    show_path,
    show_user_agent,
    stream,
    stream_bytes,
    upload,
)


@obligation("show_get.any_invalid", "specs/httpbin.bts:71")
@any_invalid(requests.show_get)
def test_show_get_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(show_get, sent.params), sent)


@obligation("show_path.any_valid", "specs/httpbin.bts:84")
@any_valid(requests.show_path)
def test_show_path_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(show_path, {"shelf": "prose"} | sent.params), 200, Anything)


@obligation("show_path.any_invalid", "specs/httpbin.bts:82")
@any_invalid(requests.show_path)
def test_show_path_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(show_path, {"shelf": "prose"} | sent.params), sent)


@obligation("show_headers.any_valid", "specs/httpbin.bts:91")
@any_valid(requests.show_headers)
def test_show_headers_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(show_headers, sent.params), 200, ShowHeaders200)


@obligation("show_headers.any_invalid", "specs/httpbin.bts:87")
@any_invalid(requests.show_headers)
def test_show_headers_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(show_headers, sent.params), sent)


@obligation("show_user_agent.any_valid", "specs/httpbin.bts:97")
@any_valid(requests.show_user_agent)
def test_show_user_agent_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(show_user_agent, sent.params), 200, ShowUserAgent200)


@obligation("show_user_agent.any_invalid", "specs/httpbin.bts:94")
@any_invalid(requests.show_user_agent)
def test_show_user_agent_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(show_user_agent, sent.params), sent)


@obligation("show_cookies.any_valid", "specs/httpbin.bts:109")
@any_valid(requests.show_cookies)
def test_show_cookies_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(show_cookies, sent.params), 200, ShowCookies200)


@obligation("show_cookies.any_invalid", "specs/httpbin.bts:105")
@any_invalid(requests.show_cookies)
def test_show_cookies_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(show_cookies, sent.params), sent)


@obligation("post_parcel.any_valid", "specs/httpbin.bts:122")
@any_valid(requests.post_parcel)
def test_post_parcel_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(post_parcel, body=sent.body), 200, PostParcel200)


@obligation("post_parcel.any_invalid", "specs/httpbin.bts:119")
@any_invalid(requests.post_parcel)
def test_post_parcel_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(post_parcel, body=sent.body), sent)


@obligation("put_parcel.any_valid", "specs/httpbin.bts:129")
@any_valid(requests.put_parcel)
def test_put_parcel_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(put_parcel, body=sent.body), 200, PutParcel200)


@obligation("put_parcel.any_invalid", "specs/httpbin.bts:126")
@any_invalid(requests.put_parcel)
def test_put_parcel_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(put_parcel, body=sent.body), sent)


@obligation("patch_parcel.any_valid", "specs/httpbin.bts:136")
@any_valid(requests.patch_parcel)
def test_patch_parcel_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(patch_parcel, body=sent.body), 200, PatchParcel200)


@obligation("patch_parcel.any_invalid", "specs/httpbin.bts:133")
@any_invalid(requests.patch_parcel)
def test_patch_parcel_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(patch_parcel, body=sent.body), sent)


@obligation("delete_parcel.any_valid", "specs/httpbin.bts:143")
@any_valid(requests.delete_parcel)
def test_delete_parcel_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(delete_parcel, sent.params), 200, DeleteParcel200)


@obligation("delete_parcel.any_invalid", "specs/httpbin.bts:140")
@any_invalid(requests.delete_parcel)
def test_delete_parcel_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(delete_parcel, sent.params), sent)


@obligation("order_pizza.any_valid", "specs/httpbin.bts:149")
@any_valid(requests.order_pizza)
def test_order_pizza_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(order_pizza, body=sent.body), 200, Anything)


@obligation("order_pizza.any_invalid", "specs/httpbin.bts:146")
@any_invalid(requests.order_pizza)
def test_order_pizza_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(order_pizza, body=sent.body), sent)


@obligation("upload.any_valid", "specs/httpbin.bts:155")
@any_valid(requests.upload)
def test_upload_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(upload, body=sent.body), 200, Anything)


@obligation("upload.any_invalid", "specs/httpbin.bts:152")
@any_invalid(requests.upload)
def test_upload_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(upload, body=sent.body), sent)


@obligation("redirect.any_valid", "specs/httpbin.bts:209")
@any_valid(requests.redirect)
def test_redirect_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 302 as declared."""
    expect(anonymous.call(redirect, sent.params), 302)


@obligation("relative_redirect.any_valid", "specs/httpbin.bts:217")
@any_valid(requests.relative_redirect)
def test_relative_redirect_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 302 as declared."""
    expect(anonymous.call(relative_redirect, sent.params), 302)


@obligation("absolute_redirect.any_valid", "specs/httpbin.bts:225")
@any_valid(requests.absolute_redirect)
def test_absolute_redirect_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 302 as declared."""
    expect(anonymous.call(absolute_redirect, sent.params), 302)


@obligation("redirect_to.any_valid", "specs/httpbin.bts:235")
@any_valid(requests.redirect_to)
def test_redirect_to_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 302, 301, 303, 307 or 308 as declared."""
    expect(anonymous.call(redirect_to, sent.params), (302, 301, 303, 307, 308))


@obligation("redirect_to.any_invalid", "specs/httpbin.bts:231")
@any_invalid(requests.redirect_to)
def test_redirect_to_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(redirect_to, sent.params), sent)


@obligation("redirect_post.any_valid", "specs/httpbin.bts:248")
@any_valid(requests.redirect_post)
def test_redirect_post_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 302, 303 or 307 as declared."""
    expect(anonymous.call(redirect_post, sent.params, body=sent.body), (302, 303, 307))


@obligation("redirect_post.any_invalid", "specs/httpbin.bts:243")
@any_invalid(requests.redirect_post)
def test_redirect_post_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(redirect_post, sent.params, body=sent.body), sent)


@obligation("first_link.any_valid", "specs/httpbin.bts:256")
@any_valid(requests.first_link)
def test_first_link_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 302 as declared."""
    expect(anonymous.call(first_link, sent.params), 302)


@obligation("first_link.any_invalid", "specs/httpbin.bts:257")
@any_invalid(requests.first_link)
def test_first_link_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(first_link, sent.params), sent)


@obligation("set_cookies.any_valid", "specs/httpbin.bts:271")
@any_valid(requests.set_cookies)
def test_set_cookies_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 302 as declared."""
    expect(anonymous.call(set_cookies, sent.params), 302)


@obligation("set_cookies.any_invalid", "specs/httpbin.bts:267")
@any_invalid(requests.set_cookies)
def test_set_cookies_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(set_cookies, sent.params), sent)


@obligation("delete_cookies.any_valid", "specs/httpbin.bts:277")
@any_valid(requests.delete_cookies)
def test_delete_cookies_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 302 as declared."""
    expect(anonymous.call(delete_cookies, sent.params), 302)


@obligation("delete_cookies.any_invalid", "specs/httpbin.bts:274")
@any_invalid(requests.delete_cookies)
def test_delete_cookies_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(delete_cookies, sent.params), sent)


@obligation("response_headers.any_valid", "specs/httpbin.bts:338")
@any_valid(requests.response_headers)
def test_response_headers_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(response_headers, sent.params), 200, Values)


@obligation("response_headers.any_invalid", "specs/httpbin.bts:334")
@any_invalid(requests.response_headers)
def test_response_headers_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(response_headers, sent.params), sent)


@obligation("cached_for.any_valid", "specs/httpbin.bts:358")
@any_valid(requests.cached_for)
def test_cached_for_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(cached_for, sent.params), 200, Echo)


@obligation("cached_for.any_invalid", "specs/httpbin.bts:359")
@any_invalid(requests.cached_for)
def test_cached_for_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(cached_for, sent.params), sent)


@obligation("byte_range.any_valid", "specs/httpbin.bts:375")
@any_valid(requests.byte_range)
def test_byte_range_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200, 206 or 416 as declared."""
    expect(anonymous.call(byte_range, sent.params), (200, 206, 416))


@obligation("byte_range.any_invalid", "specs/httpbin.bts:377")
@any_invalid(requests.byte_range)
def test_byte_range_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(byte_range, sent.params), sent)


@obligation("random_bytes.any_valid", "specs/httpbin.bts:386")
@any_valid(requests.random_bytes)
def test_random_bytes_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(random_bytes, sent.params), 200)


@obligation("stream_bytes.any_valid", "specs/httpbin.bts:396")
@any_valid(requests.stream_bytes)
def test_stream_bytes_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(stream_bytes, sent.params), 200)


@obligation("stream.any_valid", "specs/httpbin.bts:405")
@any_valid(requests.stream)
def test_stream_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(stream, sent.params), 200)


@obligation("stream.any_invalid", "specs/httpbin.bts:406")
@any_invalid(requests.stream)
def test_stream_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(stream, sent.params), sent)


@obligation("drip.any_valid", "specs/httpbin.bts:414")
@any_valid(requests.drip)
def test_drip_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 or 400 as declared."""
    expect(anonymous.call(drip, sent.params), (200, 400))


@obligation("link_page.any_valid", "specs/httpbin.bts:482")
@any_valid(requests.link_page)
def test_link_page_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(link_page, sent.params), 200)


@obligation("link_page.any_invalid", "specs/httpbin.bts:483")
@any_invalid(requests.link_page)
def test_link_page_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(link_page, sent.params), sent)


@obligation("image.any_valid", "specs/httpbin.bts:490")
@any_valid(requests.image)
def test_image_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(image, sent.params), 200)


@obligation("image.any_invalid", "specs/httpbin.bts:491")
@any_invalid(requests.image)
def test_image_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(image, sent.params), sent)
