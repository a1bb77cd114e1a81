"""What sign_up.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import User
from .endpoints import change_me, log_in, sign_up


@obligation("sign_up.any_valid", "sign_up.bts:35")
@any_valid(requests.sign_up)
def test_sign_up_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 or 409 as declared."""
    expect(anonymous.call(sign_up, body=sent.body), (201, 409))


@obligation("sign_up.any_invalid", "sign_up.bts:37")
@any_invalid(requests.sign_up)
def test_sign_up_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(sign_up, body=sent.body), sent)


@obligation("log_in.any_valid", "sign_up.bts:44")
@any_valid(requests.log_in)
def test_log_in_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 or 401 as declared."""
    expect(anonymous.call(log_in, body=sent.body), (200, 401))


@obligation("log_in.any_invalid", "sign_up.bts:46")
@any_invalid(requests.log_in)
def test_log_in_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(log_in, body=sent.body), sent)


@obligation("change_me.any_valid", "sign_up.bts:59")
@any_valid(requests.change_me)
def test_change_me_any_valid(new_ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(new_ann.call(change_me, body=sent.body), 200, User)


@obligation("change_me.any_invalid", "sign_up.bts:61")
@any_invalid(requests.change_me)
def test_change_me_any_invalid(new_ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(new_ann.call(change_me, body=sent.body), sent)
