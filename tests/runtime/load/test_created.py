"""What a run creates is deleted at its end, and what can't be is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from specc.runtime import Creates, Endpoint, FromBody, Service, Undo
from specc.runtime.load import created, report
from specc.runtime.load.caller import Caller
from specc.runtime.load.prepared import Slot, call
from specc.runtime.load.profile import Flow, Profile
from specc.runtime.load.run import Run
from specc.runtime.load.stages import Stages, hold
from specc.runtime.load.summary import summary

from .running import SHELF, quick, run_of, service, there


@pytest.fixture
def url() -> Iterator[str]:
    with quick(program=SHELF) as (place, _):
        yield place


class Shelf:
    """The endpoints of the server, and a flow for each way to use it."""

    def __init__(self, url: str) -> None:
        self.service = service(url)
        self.remove = self.endpoint("remove", "DELETE", "/things/{id}", deletes="Thing")
        undo = Undo("remove", {"id": FromBody("id")})
        make = self.endpoint("make", "POST", "/things", creates=Creates("Thing", undo=undo))
        rename = self.endpoint("rename", "PUT", "/things/{id}", updates="Thing")
        self.make = call(make, expects=201)
        self.rename = call(rename, {"id": Slot("made.id")}, expects=200)
        self.delete = call(self.remove, {"id": Slot("made.id")}, expects=200)

    def endpoint(self, name: str, method: str, path: str, **more: object) -> Endpoint:
        returns = {200: None, 201: None}
        place: Service = self.service
        return Endpoint(name, method, path, spec="t.bts:1", service=place, returns=returns, **more)  # type: ignore[arg-type]

    def profile(self, *flows: Flow, at_once: int = 3) -> Profile:
        mix = dict.fromkeys(flows, 1)
        return Profile("p", mix, at="t.bts:4", services=(self.service,), users=_short(at_once))

    def making(self, caller: Caller) -> None:
        caller.send(self.make)

    def renaming(self, caller: Caller) -> None:
        caller.send(self.rename, caller.send(self.make)["id"])

    def deleting(self, caller: Caller) -> None:
        caller.send(self.delete, caller.send(self.make)["id"])


def _short(count: int) -> Stages:
    return Stages(hold(count, 0.3))


def test_nothing_is_left(url: str) -> None:
    shelf = Shelf(url)
    run = run_of(shelf.profile(shelf.making, shelf.renaming, shelf.deleting))
    assert there(url) == []
    assert run.cleaning is not None
    assert run.cleaning.deleted == run.cleaning.noted > 3
    assert run.cleaning.remaining == 0
    # Deleting is no part of what was measured: the flow's own deletions are.
    assert run.tally.series["remove"].measured == run.tally.flows["deleting"].measured
    assert f"{run.cleaning.noted:,} of them deleted" in summary(run)
    assert report.data(run)["created"]["remaining"] == 0


def test_what_flows_delete_is_not_deleted_again(url: str) -> None:
    shelf = Shelf(url)
    run = run_of(shelf.profile(shelf.deleting))
    assert run.cleaning is not None
    assert run.cleaning.noted == 0
    assert "created" not in summary(run)


def test_what_can_not_be_deleted_is_told() -> None:
    with quick("--sticky", program=SHELF) as (url, _):
        shelf = Shelf(url)
        run = run_of(shelf.profile(shelf.making))
        left = there(url)
    assert left
    assert all(each.endswith("7") for each in left)
    assert run.cleaning is not None
    assert run.cleaning.remaining == len(left)
    assert f"{len(left):,} LEFT BEHIND" in summary(run)
    assert "remove as anonymous returned 409" in summary(run)


def test_all_is_kept_where_that_is_wanted(url: str) -> None:
    shelf = Shelf(url)
    run = run_of(shelf.profile(shelf.making), keep=True)
    assert len(there(url)) == run.tally.series["make"].measured
    assert "all kept" in summary(run)


def test_a_clean_up_that_is_interrupted_says_what_is_left(url: str) -> None:
    shelf = Shelf(url)
    run = started(shelf)
    answers = iter(["", "", "interrupted"])
    run.clean_up(lambda: next(answers))
    assert run.cleaning is not None
    assert run.cleaning.deleted == 3
    assert run.cleaning.remaining == len(there(url)) > 0
    assert "the clean-up ended early: interrupted" in summary(run)


def started(shelf: Shelf) -> Run:
    run = Run(shelf.profile(shelf.making))
    run.prepare()
    run.begin()
    caller = run.caller()
    for _ in range(10):
        run.once(caller)
    caller.close()
    run.finish()
    return run


def test_a_service_that_is_gone_does_not_hold_up_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(created, "_PATIENCE", 2)
    with quick(program=SHELF) as (url, process):
        run = started(Shelf(url))
        process.kill()
        process.wait()
        run.clean_up()
    assert run.cleaning is not None
    assert run.cleaning.deleted == 0
    assert run.cleaning.remaining == 10
    assert "in a row could not be deleted" in run.cleaning.ended


def test_no_more_than_so_many_are_noted(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(created, "MOST_NOTED", 4)
    run = started(Shelf(url))
    run.clean_up()
    assert run.cleaning is not None
    assert run.cleaning.deleted == 4
    assert run.cleaning.remaining == len(there(url)) == 6
