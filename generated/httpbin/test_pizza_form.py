"""GET /forms/post keeps what specs/httpbin.bts:475 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import pizza_form


@obligation("pizza_form.conforms", "specs/httpbin.bts:477")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(pizza_form), 200)


@obligation("pizza_form.again", "specs/httpbin.bts:477")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(pizza_form), 200)
    expect(anonymous.call(pizza_form), 200)
