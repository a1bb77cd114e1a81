"""The tests that imports.bts states."""

from specc.runtime import Actor, Checks, equal, obligation

from .endpoints import make, stock_make


@obligation("test.parts_make_items", "imports.bts:32")
def test_parts_make_items(ann: Actor, check: Checks) -> None:
    """Parts make items."""
    part = check.expect(
        ann.call(stock_make, body={"label": "bolt"}), 201, at="imports.bts:33"
    )
    item = check.expect(
        ann.call(make, body={"part": part["id"]}), 201, at="imports.bts:34"
    )
    with check("imports.bts:35", "item.part == part.id", item, part):
        equal(item["part"], part["id"])
