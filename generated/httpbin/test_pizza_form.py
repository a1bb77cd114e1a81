"""GET /forms/post keeps what specs/httpbin.bts:474 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import pizza_form


@obligation("pizza_form.conforms", "specs/httpbin.bts:476")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(pizza_form), 200)
