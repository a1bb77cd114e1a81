"""What calls make is deleted: in reverse, by whoever may, and what cannot be is told."""

import threading
import warnings
from typing import Any

import pytest

from specc.runtime import (
    Actor,
    Creates,
    FromBody,
    FromParam,
    LeftBehind,
    Pool,
    Undo,
    lasting,
    register_actors,
    things,
)  # fmt: skip
from specc.runtime.makers import actor_named

from .stage import Answer, Asked, Stage


class Shelf:
    """A service that keeps articles under slugs, and comments on them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.refuse: dict[str, int] = {}
        stage.respond = self.respond
        service = stage.service()
        undo = Undo("delete_article", {"slug": FromBody("slug")})
        self.create = stage.endpoint(
            "POST", "/articles", name="create_article", service=service, body="json",
            creates=Creates("Article", at=("article",), undo=undo),
        )  # fmt: skip
        self.update = stage.endpoint(
            "PUT", "/articles/{slug}", name="update_article", service=service, body="json",
            updates="Article",
        )  # fmt: skip
        self.delete = stage.endpoint(
            "DELETE", "/articles/{slug}", name="delete_article", service=service, deletes="Article"
        )
        comment = Undo(
            self.delete_comment(service), {"slug": FromParam("slug"), "id": FromBody("id")}
        )
        self.comment = stage.endpoint(
            "POST", "/articles/{slug}/comments", name="comment", service=service, body="json",
            creates=Creates("Comment", undo=comment),
        )  # fmt: skip
        self.register = stage.endpoint(
            "POST", "/users", name="register", service=service, body="json",
            creates=Creates("User", ("user",), Undo("delete_me", {"name": FromBody(("name",))}),
                            from_request=True),
        )  # fmt: skip
        self.delete_me = stage.endpoint(
            "DELETE", "/me", name="delete_me", service=service, query=("name",), deletes="User"
        )

    def delete_comment(self, service: Any) -> Any:
        return self.stage.endpoint(
            "DELETE", "/articles/{slug}/comments/{id}", name="delete_comment", service=service,
            deletes="Comment",
        )  # fmt: skip

    def respond(self, asked: Asked) -> Answer:
        if asked.method == "DELETE":
            return Answer(self.refuse.get(asked.target, 204))
        if asked.target.endswith("comments"):
            return Answer.json({"id": len(self.stage.asked)}, 201)
        import json

        body = json.loads(asked.body)
        if "slug" not in body:
            return Answer.json({}, 201)
        wrapped = {"article": body} if asked.method == "POST" or body.get("wrap") else body
        return Answer.json(wrapped, 201)

    def make(self, actor: Actor, slug: str) -> None:
        actor.call(self.create, body={"slug": slug})

    def deleted(self) -> list[str]:
        return [
            f"{asked.headers.get('X-Who', '')} {asked.target}".strip()
            for asked in self.stage.asked
            if asked.method == "DELETE"
        ]


@pytest.fixture
def shelf(stage: Stage) -> Shelf:
    """An empty shelf."""
    return Shelf(stage)


def called(name: str) -> Actor:
    return Actor(name).header("X-Who", name)


def test_the_last_made_goes_first_and_by_who_made_it(shelf: Shelf) -> None:
    ann, bob = called("ann"), called("bob")
    with lasting() as made:
        shelf.make(ann, "a/1")
        shelf.make(bob, "b")
        ann.call(shelf.comment, {"slug": "b"}, body={})
    assert len(made) == 3
    made.delete()
    made.delete()
    assert shelf.deleted() == [
        "ann /articles/b/comments/3", "bob /articles/b", "ann /articles/a%2F1",
    ]  # fmt: skip


def test_what_a_test_deletes_itself_is_gone(shelf: Shelf) -> None:
    ann, bob = called("ann"), called("bob")
    with lasting() as made:
        shelf.make(ann, "a")
        shelf.make(ann, "b")
        bob.call(shelf.delete, {"slug": "a"})
        shelf.refuse["/articles/b"] = 403
        bob.call(shelf.delete, {"slug": "b"})
        assert len(made) == 1


def test_it_may_be_deleted_in_another_block_than_it_was_made_in(shelf: Shelf) -> None:
    with lasting() as outer:
        shelf.make(called("ann"), "a")
        with lasting() as inner:
            called("bob").call(shelf.delete, {"slug": "a"})
    assert (len(outer), len(inner)) == (0, 0)


@pytest.mark.parametrize("wrap", [True, False])
def test_an_update_may_change_what_it_is_known_by(shelf: Shelf, wrap: bool) -> None:
    ann = called("ann")
    with lasting() as made:
        shelf.make(ann, "old")
        shelf.make(ann, "other")
        ann.call(shelf.update, {"slug": "old"}, body={"slug": "new", "wrap": wrap})
    made.delete()
    assert shelf.deleted() == ["ann /articles/other", "ann /articles/new"]


def test_a_thing_may_be_what_was_sent_and_the_callers_own(shelf: Shelf) -> None:
    ann, bob = called("ann"), called("bob")
    with lasting() as made:
        for actor in (ann, bob):
            actor.call(shelf.register, body={"user": {"name": actor.name}})
        ann.call(shelf.delete_me)
    assert len(made) == 1
    made.delete()
    assert shelf.deleted() == ["ann /me", "bob /me?name=bob"]


def test_what_was_gone_already_is_fine(shelf: Shelf) -> None:
    with lasting() as made:
        for slug in ("a", "b"):
            shelf.make(called("ann"), slug)
    shelf.refuse |= {"/articles/a": 404, "/articles/b": 410}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made.delete()
    assert things.left_behind() == []


def test_what_is_left_behind_is_told_and_the_rest_is_deleted(shelf: Shelf, stage: Stage) -> None:
    ann = called("ann")
    with lasting() as made:
        shelf.make(ann, "a")
        shelf.make(ann, "b")
        ann.call(shelf.create, body={})
    shelf.refuse["/articles/b"] = 409
    with pytest.warns(LeftBehind, match="left behind: Article"):
        made.delete()
    assert things.left_behind() == [
        f"Article on {stage.url}: the answer does not have its slug",
        f"Article b on {stage.url}: delete_article as ann returned 409 Conflict",
    ]
    assert shelf.deleted() == ["ann /articles/b", "ann /articles/a"]


def test_a_service_that_is_gone_leaves_everything_behind(shelf: Shelf) -> None:
    with lasting() as made:
        shelf.make(called("ann"), "a")
    shelf.create.service.__dict__["origin"] = type(shelf.create.service.origin)(
        "http", "127.0.0.1", 1
    )
    with pytest.warns(LeftBehind):
        made.delete()
    (left,) = things.left_behind()
    assert left.startswith(
        "Article a on http://127.0.0.1:1: Broken: delete_article: no answer: nothing listens on"
    )


def test_a_block_that_fails_deletes_what_it_made(shelf: Shelf) -> None:
    with pytest.raises(KeyboardInterrupt), lasting():
        shelf.make(called("ann"), "a")
        raise KeyboardInterrupt
    assert shelf.deleted() == ["ann /articles/a"]


def test_a_call_that_fails_makes_nothing(shelf: Shelf, stage: Stage) -> None:
    stage.respond = lambda _: Answer.json({"article": {"slug": "a"}}, 422)
    with lasting() as made:
        shelf.make(called("ann"), "a")
    assert len(made) == 0


class TestAnotherActor:
    def test_deletes_where_the_spec_says_so(self, shelf: Shelf) -> None:
        made_by: list[str] = []

        def root() -> Actor:
            made_by.append("root")
            return called("root")

        service = shelf.create.service
        register_actors({"root": lambda: called("wrong")})
        register_actors({"root": root}, service)
        create = shelf.stage.endpoint(
            "POST", "/articles", name="make", service=service, body="json",
            creates=Creates("Article", ("article",),
                            Undo(shelf.delete, {"slug": FromBody("slug")}, actor="root")),
        )  # fmt: skip
        with lasting() as made:
            called("ann").call(create, body={"slug": "a"})
            called("ann").call(create, body={"slug": "b"})
        assert made_by == []
        made.delete()
        assert shelf.deleted() == ["root /articles/b", "root /articles/a"]
        assert made_by == ["root"]

    def test_that_nobody_knows(self, shelf: Shelf) -> None:
        with pytest.raises(LookupError, match="nobody has said how the actor nobody is made"):
            actor_named("nobody", shelf.create.service)


def test_many_threads_may_make_things(shelf: Shelf) -> None:
    with lasting() as made:
        workers = [
            threading.Thread(target=shelf.make, args=(called("ann"), f"s{n}")) for n in range(8)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    assert len(made) == 8
    made.delete()
    assert len(shelf.deleted()) == 8


class TestPool:
    def test_members_are_made_when_needed_and_taken_in_turn(self, shelf: Shelf) -> None:
        def make(index: int) -> Actor:
            actor = called(f"user-{index}")
            shelf.make(actor, f"of-{index}")
            return actor

        with Pool("shopper", make, size=3) as pool:
            assert shelf.stage.asked == []
            with lasting() as test:
                names = [pool.take().name for _ in range(4)]
            assert names == ["user-0", "user-1", "user-2", "user-0"]
            assert len(shelf.stage.asked) == 3
            assert len(test) == 0
            assert pool[-1] is pool[2]
            assert len(pool) == 3
        assert sorted(shelf.deleted()) == [f"user-{n} /articles/of-{n}" for n in range(3)]

    def test_threads_share_its_members(self) -> None:
        made: list[int] = []
        pool = Pool("p", lambda index: made.append(index) or Actor(str(index)), size=5)  # type: ignore[func-returns-value]
        taken: list[Actor] = []
        workers = [threading.Thread(target=lambda: taken.append(pool.take())) for _ in range(50)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert sorted(made) == [0, 1, 2, 3, 4]
        assert all(taken.count(actor) == 10 for actor in taken)

    def test_it_has_members(self) -> None:
        with pytest.raises(ValueError, match="needs at least one member"):
            Pool("p", lambda _: Actor("a"), size=0)
