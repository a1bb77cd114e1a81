"""Suites under pytest: outcomes, cleaning up, redaction, the report."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .stage import Answer, Asked, Stage
from .suite import Suite


class Store:
    """A service that keeps things, and remembers in which order they went."""

    def __init__(self, stage: Stage) -> None:
        self.deleted: list[str] = []
        self.refuses: set[str] = set()
        self.stage = stage
        stage.respond = self.respond

    def respond(self, asked: Asked) -> Answer:
        name = asked.target.rpartition("/")[2]
        if asked.method == "DELETE":
            if name in self.refuses:
                return Answer(500)
            self.deleted.append(name)
            return Answer(204)
        if asked.method == "POST":
            return Answer.json(json.loads(asked.body), 201)
        extra = {"leak": asked.headers.get("X-Api-Key")} if name.startswith("leaky") else {}
        return Answer.json({"id": name, **extra})


@pytest.fixture
def store(stage: Stage) -> Store:
    """An empty store."""
    return Store(stage)


OUTCOMES = """
@obligation("read.conforms", "shop.bts:5")
def test_held(ann):
    expect(ann.call(read, {"id": "x"}), 200)

@obligation("read.leaks", "shop.bts:5")
@pytest.mark.parametrize("name", [pytest.param("leaky", id="bad"), pytest.param("y", id="good")])
def test_rows(ann, name):
    key = os.environ.get("ANN_KEY", "wonder-land")
    print("printed", key)
    expect(ann.call(read, {"id": name}), 200)  # the line that fails

@obligation("read.checks", "shop.bts:5")
def test_checks(ann, check):
    seen = check.expect(ann.call(read, {"id": "leaky2"}), 200, at="shop.bts:4")
    with check("shop.bts:5", "x == 1", seen):
        equal(seen["id"], "other")
    expect(seen, 404)

@obligation("read.recorded", "shop.bts:5")
def test_recorded_only(ann, check):
    with check("shop.bts:3"):
        equal(1, 2)
    with check("shop.bts:4"):
        equal(3, 4)
    print("went on")

@obligation("read.crashes", "shop.bts:5")
def test_crashes(check):
    with check("shop.bts:3"):
        equal(1, 2)
    raise RuntimeError("a mistake of the test")

@pytest.fixture
def faulty(ann):
    expect(ann.call(read, {"id": "x"}), 404)

@obligation("read.set_up", "shop.bts:5")
def test_set_up(faulty):
    pass

@obligation("read.skipped", "shop.bts:5")
@pytest.mark.skip(reason="not today")
def test_skipped():
    pass

def test_of_nothing(anonymous):
    assert repr(anonymous) == "<Actor anonymous>"
"""


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_outcomes(store: Store, tmp_path: Path, workers: tuple[str, ...]) -> None:
    suite = Suite.of(tmp_path, store.stage.url, OUTCOMES)
    run = suite.run(*workers, "-l", "--junitxml=junit.xml", "--assert=plain", "--strict-markers")
    assert run.status == 1
    assert run.outcomes() == {
        "read.conforms": "held",
        "read.leaks.bad": "broken",
        "read.leaks.good": "held",
        "read.checks": "broken",
        "read.recorded": "broken",
        "read.crashes": "error",
        "read.set_up": "error",
        "read.skipped": "not_run",
        "test_it.py::test_of_nothing": "held",
    }
    # The report says what was broken, where the spec promises it, and how long it took.
    leak = run.event("read.leaks.bad")
    assert leak["spec"] == "shop.bts:5"
    assert leak["node"] == "test_it.py::test_rows[bad]"
    assert leak["message"].startswith("read.leaks.bad: body.leak: a leak: the contract `Thing`")
    assert "promised at shop.bts:5 | returns 201 Thing" in leak["message"]
    assert 0 < leak["seconds"] < 5
    assert run.event("read.skipped")["reason"] == "not today"
    assert run.event("read.set_up")["message"].startswith("set-up: read: status: expected 404")
    assert run.events[0]["event"] == "start"
    assert run.end["seed"] == run.events[0]["seed"]
    assert run.end | {"left_behind": [], "interrupted": False, "status": 1} == run.end
    # Every failed check is told, and what was raised after them.
    told = run.event("read.checks")["message"]
    assert told.index("shop.bts:4 | endpoint create") < told.rindex("shop.bts:5 | returns 201")
    assert "(and 2 more)" in told.partition("\n")[0]
    assert "body.leak: a leak" in told
    assert "expected  404" in told
    assert told.count("  request   ") == 1
    assert "expected  4\n      got       3" in run.event("read.recorded")["message"]
    crash = run.event("read.crashes")["message"]
    assert crash.startswith("RuntimeError: a mistake of the test\nbefore that:")
    # A traceback ends at the test's own line.
    assert "# the line that fails" in run.output
    assert not re.search(r"runtime/\w+\.py:\d+: ", run.output)
    # No secret is told, neither by failures nor by what tests print or pytest shows of variables.
    junit = (tmp_path / "junit.xml").read_text()
    for text in (run.output, junit, (tmp_path / "report.jsonl").read_text()):
        assert "wonder-land" not in text
    assert "printed $ANN_KEY" in run.output
    assert "key        = '$ANN_KEY'" in run.output
    # JUnit's report names obligations.
    cases = {
        case.get("name"): {each.get("name"): each.get("value") for each in case.iter("property")}
        for case in ElementTree.fromstring(junit).iter("testcase")
    }
    assert cases["test_rows[bad]"] == {"obligation": "read.leaks.bad", "spec": "shop.bts:5"}


def test_secrets_of_the_environment_are_redacted_too(store: Store, tmp_path: Path) -> None:
    suite = Suite.of(tmp_path, store.stage.url, OUTCOMES)
    run = suite.run("-k", "rows", ANN_KEY="key from\x7foutside")
    assert run.outcomes() == {"read.leaks.bad": "error", "read.leaks.good": "error"}
    assert "cannot hold a control character" in run.output
    assert "outside" not in run.output


CLEANING = """
made = []

def test_1(ann, fresh, shared):
    ann.call(create, body={"id": "one"})

def test_2(ann, shared):
    ann.call(create, body={"id": "two"})
    ann.call(create, body={"id": "three"})
    raise RuntimeError

def test_3(ann):
    ann.call(create, body={"id": "stuck"})
    ann.call(create, body={"id": "four"})
    ann.call(delete, {"id": "four"})
"""


def test_things_are_deleted_after_their_test_and_what_lasts_at_the_end(
    store: Store, tmp_path: Path
) -> None:
    store.refuses.add("stuck")
    run = Suite.of(tmp_path, store.stage.url, CLEANING).run()
    assert store.deleted == ["one", "fresh", "three", "two", "four", "shared"]
    left = f"Thing stuck on {store.stage.url}: delete as ann returned 500 Internal Server Error"
    assert run.end["left_behind"] == [left]
    assert f"LeftBehind: left behind: {left}" in run.output
    assert run.status == 1


def test_workers_tell_what_they_left_behind(store: Store, tmp_path: Path) -> None:
    store.refuses |= {"stuck", "shared"}
    run = Suite.of(tmp_path, store.stage.url, CLEANING).run("-n", "2")
    assert {left.partition(" on ")[0] for left in run.end["left_behind"]} == {
        "Thing stuck", "Thing shared",
    }  # fmt: skip


SEEDED = """
@pytest.mark.parametrize("n", range(3))
def test_draw(n):
    with open(SPEC.parent / "drawn", "a") as drawn:
        drawn.write(f"{n} {unique('a')} {uuid()}\\n")
"""


def test_a_seed_repeats_a_run(store: Store, tmp_path: Path) -> None:
    suite = Suite.of(tmp_path, store.stage.url, SEEDED)

    def drawn(*arguments: str, **variables: str) -> tuple[list[str], int]:
        (tmp_path / "drawn").unlink(missing_ok=True)
        run = suite.run(*arguments, **variables)
        assert run.status == 0
        found = re.search(r"specc seed (\d+): SPECC_SEED=\1 repeats this run", run.output)
        assert found
        return sorted((tmp_path / "drawn").read_text().splitlines()), int(found[1])

    first, seed = drawn()
    assert len({line.split()[1] for line in first}) == 3
    assert drawn(SPECC_SEED=str(seed)) == (first, seed)
    assert drawn("-k", "1", SPECC_SEED=str(seed))[0] == first[1:2]
    other, _ = drawn("-n", "2", SPECC_SEED=str(seed))
    assert not set(other) & set(first)


def test_what_cannot_be_imported_is_reported(store: Store, tmp_path: Path) -> None:
    run = Suite.of(tmp_path, store.stage.url, "secret('ANN_KEY', SPEC)\nimport wonder_land_x").run()
    assert run.status == 2
    (event,) = [each for each in run.events if each["event"] == "collection_error"]
    assert "wonder_land_x" in event["message"]
    assert run.end["interrupted"] is False
