"""POST /orders/{id}/pay keeps what shop.bts:88 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    change_kept,
    equal,
    expect,
    forged,
    obligation,
    rest_kept,
    survived,
    unique,
    uuid,
)

from .contracts import Order, Problem
from .endpoints import cancel_order, create_order, get_order, pay

BODY = {"card": "4242424242424242"}


@obligation("pay.conforms", "shop.bts:91")
def test_conforms(alice: Actor, new_order: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 200, Order)


@obligation("pay.accepts", "shop.bts:91")
@pytest.mark.parametrize(
    "change", [Put("card", "1111111111111111", "shortest")], ids=str
)
def test_accepts(alice: Actor, new_order: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(alice.call(pay, {"id": new_order["id"]}, body=change(BODY)), 200, Order)


@obligation("pay.conforms.filled", "shop.bts:97")
def test_conforms_filled(alice: Actor) -> None:
    """The answer about a Order with all that it may have is as declared."""
    made = expect(
        alice.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("text")},
        ),
        201,
        Order,
    )
    expect(alice.call(pay, {"id": made["id"]}, body=BODY), 200, Order)


@obligation("pay.rejects", "shop.bts:96")
@pytest.mark.parametrize(
    "change",
    [
        Drop("card", "missing"),
        Put("card", None, "null"),
        Put("card", 12345, "wrong_type"),
        Put("card", "no match ☃!", "pattern_mismatch"),
        Put("card", "111111111111111", "pattern_too_short"),
        Put("card", "11111111111111111", "pattern_too_long"),
        Put("card", "!1111111111111111", "pattern_prefix"),
        Put("card", "1111111111111111!", "pattern_suffix"),
        Put("card", "1111111111111111\n", "pattern_newline"),
        Put("card", "١١١١١١١١١١١١١١١١", "pattern_other_digits"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", b"[" * 1000 + b"]" * 1000, id="body.nested"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(alice: Actor, new_order: Response, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(alice.call(pay, {"id": new_order["id"]}, body=change(BODY)), 422, Problem)


@obligation("pay.rejects.body.wrong_media_type", "shop.bts:96")
def test_rejects_media_type(alice: Actor, new_order: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(pay, {"id": new_order["id"]}, body=BODY, media="text/plain"),
        (422, 415),
    )


@obligation("pay.rejects", "shop.bts:88")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(alice: Actor, new_order: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(pay, change({"id": new_order["id"]}), body=BODY), "4xx")


@obligation("pay.survives", "shop.bts:88")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Repeat("card", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(alice: Actor, new_order: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(pay, {"id": new_order["id"]}, body=change(BODY)))


@obligation("pay.survives", "shop.bts:88")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, new_order: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(pay, change({"id": new_order["id"]}), body=BODY), 414, 431, 400)


@obligation("pay.refuses.anonymous", "shop.bts:92")
def test_refuses_anonymous(anonymous: Actor, new_order: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(pay, {"id": new_order["id"]}, body=BODY), 401, Problem)


@obligation("pay.refuses.made_up_credential", "shop.bts:92")
def test_refuses_made_up_credential(alice: Actor, new_order: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(pay, {"id": new_order["id"]}, body=BODY), 401, Problem)


@obligation("pay.refuses.admin", "shop.bts:93")
def test_refuses_admin(root: Actor, new_order: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(pay, {"id": new_order["id"]}, body=BODY), 403, Problem)


@obligation("pay.refuses.stranger", "shop.bts:89")
def test_refuses_stranger(bob: Actor, new_order: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(bob.call(pay, {"id": new_order["id"]}, body=BODY), (403, 404))


@obligation("pay.unaffected.anonymous", "shop.bts:92")
def test_unaffected_by_anonymous(
    alice: Actor, anonymous: Actor, new_order: Response
) -> None:
    """The Order is as before after a refusal of anonymous."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    anonymous.call(pay, {"id": new_order["id"]}, body=BODY)
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("pay.unaffected.made_up_credential", "shop.bts:92")
def test_unaffected_by_made_up_credential(alice: Actor, new_order: Response) -> None:
    """The Order is as before after a refusal of made_up_credential."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    forged(alice).call(pay, {"id": new_order["id"]}, body=BODY)
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("pay.unaffected.admin", "shop.bts:93")
def test_unaffected_by_admin(alice: Actor, root: Actor, new_order: Response) -> None:
    """The Order is as before after a refusal of admin."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    root.call(pay, {"id": new_order["id"]}, body=BODY)
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("pay.unaffected.stranger", "shop.bts:89")
def test_unaffected_by_stranger(alice: Actor, bob: Actor, new_order: Response) -> None:
    """The Order is as before after a refusal of stranger."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    bob.call(pay, {"id": new_order["id"]}, body=BODY)
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("pay.unaffected.invalid", "shop.bts:88")
@pytest.mark.parametrize(
    "change",
    [
        Drop("card", "missing"),
        Put("card", "no match ☃!", "pattern_mismatch"),
        Put("card", "!1111111111111111", "pattern_prefix"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(
    alice: Actor, new_order: Response, change: Change
) -> None:
    """The Order is as before after an invalid body."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    alice.call(pay, {"id": new_order["id"]}, body=change(BODY))
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("pay.unknown.id", "shop.bts:94")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 404."""
    expect(alice.call(pay, {"id": uuid()}, body=BODY), 404, Problem)


@obligation("pay.repeated", "shop.bts:95")
def test_repeated(alice: Actor, new_order: Response) -> None:
    """The same call a second time is answered 409."""
    expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 200, Order)
    expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 409, Problem)


@obligation("pay.deleted", "shop.bts:88")
def test_deleted(alice: Actor, new_order: Response) -> None:
    """After the Order is gone, the call is answered 404."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 404)


@obligation("pay.updates", "shop.bts:97")
def test_updates(alice: Actor, new_order: Response) -> None:
    """The change that it answers is seen when the Order is read again."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    changed = expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 200, Order)
    after = expect(alice.call(get_order, {"id": changed["id"]}), 200, Order)
    change_kept(before.json, changed.json, after.json)
    rest_kept(before.json, after.json, changed.sent, ["lines", "note"])


@obligation("pay.spares", "shop.bts:97")
def test_spares(alice: Actor, order: Response, new_order: Response) -> None:
    """Another Order is as before."""
    before = expect(alice.call(get_order, {"id": order["id"]}), 200, Order)
    expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 200, Order)
    after = expect(alice.call(get_order, {"id": order["id"]}), 200, Order)
    equal(after.json, before.json)
