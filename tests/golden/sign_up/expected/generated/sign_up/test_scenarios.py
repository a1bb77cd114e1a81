"""The tests that sign_up.bts states."""

from specc.runtime import Actor, Checks, contains, obligation

from .endpoints import me


@obligation("test.who_signs_up_is_who_they_say", "sign_up.bts:87")
def test_who_signs_up_is_who_they_say(ann: Actor, check: Checks) -> None:
    """Who signs up is who they say."""
    user_2 = check.expect(ann.call(me), 200, at="sign_up.bts:88")
    with check("sign_up.bts:89", 'user.username contains "ann"', user_2):
        contains(user_2["username"], "ann")
