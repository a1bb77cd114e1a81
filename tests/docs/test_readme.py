"""What the README shows is what there is: its spec checks, its outputs are printed, its picture is light."""

import re
import shutil
from pathlib import Path

import pytest

from specc.diagnostics.render import human
from specc.frontend import check_text

from .completing import completed
from .pages import ROOT, read
from .session import Unit, run

README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "images" / "report.png"
INDENTED = re.compile(r"(?:^    .*\n|^\n(?=    ))+", re.MULTILINE)


def shown() -> list[str]:
    """The indented blocks: a spec, the output of a run, and a failure."""
    found = [block.strip("\n") for block in INDENTED.findall(read(README))]
    return [re.sub(r"^    ", "", block, flags=re.MULTILINE) + "\n" for block in found]


def alike(line: str) -> str:
    """A line with its numbers and columns left out, for those change with every run."""
    return re.sub(r" +", " ", re.sub(r"\d+(\.\d+)?", "N", line)).strip()


def test_the_spec_that_is_shown_means_something() -> None:
    spec, _, _ = shown()
    problem = (ROOT / "specs" / "common" / "problem.bts").read_text(encoding="utf-8")
    shop = (ROOT / "specs" / "shop.bts").read_text(encoding="utf-8")
    files = {"page.bts": completed(spec, shop).text, "common/problem.bts": problem}
    errors = [found for found in check_text(files, "page.bts") if found.severity == "error"]
    assert not errors, human.render(errors)


def test_the_picture_is_there_and_light() -> None:
    assert "](docs/images/report.png)" in read(README)
    assert PICTURE.read_bytes().startswith(b"\x89PNG")
    assert PICTURE.stat().st_size < 200_000


@pytest.mark.slow
def test_the_outputs_that_are_shown_are_printed(tmp_path: Path) -> None:
    _, well, broken = shown()
    folder, home = tmp_path / "project", tmp_path / "home"
    home.mkdir()
    shutil.copytree(ROOT / "specs", folder / "specs")
    first, *rest = well.splitlines()
    done = run(
        [
            Unit(first.removeprefix("$ ")),
            Unit("specc demo --fault create-rounds-total &"),
            Unit("specc run specs/shop.bts --only test.an_order_is_priced_from_its_lines", (1,)),
        ],
        folder,
        home,
    )
    for output, wanted in ((done[0].output, rest), (done[2].output, broken.splitlines())):
        printed = iter(map(alike, output.splitlines()))
        for line in wanted:
            start = alike(line.partition("...")[0])
            assert any(found.startswith(start) for found in printed), line
