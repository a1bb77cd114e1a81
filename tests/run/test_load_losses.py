"""What is lost while a run lasts: all workers, their master, half of an answer."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import psutil
import pytest

from tests.run.loading import project, wait_for_figures
from tests.runtime.load.awkward import Exchange, awkward, plain
from tests.runtime.load.running import quick


def workers_of(process: subprocess.Popen[str]) -> list[psutil.Process]:
    children = psutil.Process(process.pid).children(recursive=True)
    return [child for child in children if "--worker" in child.cmdline()]


@pytest.mark.slow
def test_without_any_worker_a_run_ends_with_what_was_measured(tmp_path: Path) -> None:
    with quick() as (url, _):
        made = project(tmp_path, url)
        with subprocess.Popen(
            made.command("load", "specs/s.bts", "long", "--report", "rep", "-n", "2"),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            wait_for_figures(process)
            for worker in workers_of(process):
                worker.kill()
            out, _ = process.communicate(timeout=40)
    assert process.returncode == 1, out
    assert "all workers are gone" in out
    assert "Traceback" not in out
    assert made.told("long")["endpoints"]["show"]["requests"] > 10


@pytest.mark.slow
def test_workers_end_when_their_master_is_killed(tmp_path: Path) -> None:
    with quick() as (url, _):
        made = project(tmp_path, url)
        with subprocess.Popen(
            made.command("load", "specs/s.bts", "long", "-n", "2"),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            wait_for_figures(process)
            workers = workers_of(process)
            for child in psutil.Process(process.pid).children(recursive=True):
                if child not in workers:
                    child.kill()
            assert process.wait(timeout=30) in (1, 4)
        assert len(workers) == 2
        gone, alive = psutil.wait_procs(workers, timeout=90)
        for worker in alive:
            worker.kill()
        assert len(gone) == 2


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_answers_that_break_off_half_way_are_told(tmp_path: Path, workers: str) -> None:
    def answer(it: Exchange) -> None:
        whole = plain(b'{"id": 1, "status": "paid"}', "Content-Type: application/json")
        if it.number % 10 == 9:
            it.send(whole[:-5])
            it.close = True
        else:
            it.send(whole)

    with awkward(answer) as server:
        made = project(tmp_path, server.url)
        before = time.monotonic()
        ended = made.load("paced", "-n", workers)
        assert time.monotonic() - before < 60
        seen = len(server.requests)
    told = made.told("paced")
    show = told["endpoints"]["show"]
    assert seen == show["requests"] == 100
    assert show["failed"] == 10
    assert "broke off the answer after" in ended.out
    assert "BROKEN  errors < 1%: 10.00%" in ended.out
    assert (ended.code, told["outcome"]) == (1, "broken")
