"""The page: text is text, and a real browser shows it without a fault at any width."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from specc.reporting.page import page
from specc.reporting.story import Story, Told

from .browser import CHROMIUM, needs_browser
from .stories import EVIL, story

PROBE = """<script>
addEventListener("load", () => {
  const $ = (found) => document.querySelectorAll(found);
  const told = { width: innerWidth, scroll: document.documentElement.scrollWidth };
  told.background = getComputedStyle(document.body).backgroundColor;
  document.getElementById("theme").click();
  told.dark = matchMedia("(prefers-color-scheme: dark)").matches;
  told.loaded = performance.getEntriesByType("resource").length;
  told.other = getComputedStyle(document.body).backgroundColor;
  const find = document.getElementById("find");
  find.value = "ENDPOINT_1.";
  const began = performance.now();
  find.dispatchEvent(new Event("input"));
  setTimeout(() => {
    find.value = "endpoint_1";
    find.dispatchEvent(new Event("input"));
    setTimeout(() => {
      told.found = [...$("details.endpoint")].filter((box) => !box.hidden).length;
      find.value = "there is no such thing";
      find.dispatchEvent(new Event("input"));
      setTimeout(() => {
        told.nothing = !document.getElementById("none").hidden;
        find.value = "";
        document.querySelector(".legend [data-state=broken]").click();
        const visible = (found) => [...$(found)].filter((each) => each.checkVisibility()).length;
        told.cards = visible(".found article");
        told.broken = [...$(".rows li")].filter((row) => !row.hidden).length;
        told.after = document.documentElement.scrollWidth;
        told.title = document.title;
        parent.postMessage(JSON.stringify(told), "*");
      }, 200);
    }, 200);
  }, 200);
});
</script></body>"""

FRAME = """<!doctype html><style>body{margin:0}iframe{border:0}</style>
<iframe src="report.html" width="WIDTH" height="900"></iframe>
<script>addEventListener("message", (event) => {
  document.body.dataset.told = event.data;
});</script>"""
"""A window of a browser has a least width; a frame in it has none."""


def looked_at(
    tmp_path: Path, told: Story, width: int, *, dark: bool = False
) -> tuple[dict[str, object], str]:
    """What a script finds in the page at a width, and what the browser's console said."""
    place = tmp_path / "report.html"
    place.write_text(page(told).replace("</body>", PROBE), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.replace("WIDTH", str(width)), encoding="utf-8")
    assert CHROMIUM is not None
    done = subprocess.run(
        [
            *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr"),
            *(
                f"--user-data-dir={tmp_path / 'profile'}",
                "--window-size=1400,900",
                "--hide-scrollbars",
                f"--blink-settings=preferredColorScheme={0 if dark else 1}",
                # Nothing can be had from a network: a page that asks for something shows it.
                "--host-resolver-rules=MAP * ~NOTFOUND",
            ),
            *("--virtual-time-budget=8000", "--dump-dom", frame.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    found = re.search(r'data-told="([^"]*)"', done.stdout)
    assert found, done.stderr[-2000:]
    console = "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)
    return json.loads(found[1].replace("&quot;", '"').replace("&amp;", "&")), console


@needs_browser
@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_shows_it(tmp_path: Path, width: int, dark: bool) -> None:
    told, console = looked_at(tmp_path, story(), width, dark=dark)
    assert console == ""
    assert told["width"] == width
    assert told["scroll"] == told["after"] == width, "it overflows"
    light, night = "rgb(246, 247, 249)", "rgb(16, 19, 23)"
    assert told["dark"] is dark
    assert (told["background"], told["other"]) == ((night, light) if dark else (light, night))
    assert told["loaded"] == 0
    assert told["found"] == 1
    assert told["nothing"] is True
    assert told["broken"] == 8
    assert told["cards"] == 5  # of findings one for each severity, and what is broken alike
    assert told["title"] != "owned"


@needs_browser
@pytest.mark.slow
def test_thousands_of_obligations_can_be_searched(tmp_path: Path) -> None:
    told, console = looked_at(tmp_path, story(endpoints=50, each=100, text="plain"), 1280)
    assert console == ""
    assert told["found"] == 11  # endpoint_1, and endpoint_10 to 19
    assert told["broken"] == 54


class Tags(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_no_text_becomes_markup() -> None:
    tags = Tags()
    tags.feed(page(story()))
    assert tags.tags.count("script") == 1
    assert "img" not in tags.tags
    assert not any(name.startswith("on") for name, _ in tags.attributes)
    assert EVIL.splitlines()[0] in "".join(tags.text)
    assert not [value for name, value in tags.attributes if name in ("src", "href")]


def test_what_many_fail_by_is_told_once() -> None:
    text = "no session: the log-in of alice is answered 500"
    told = tuple(
        Told(f"get.rejects.{index}", "get", f"a.bts:{index}", "error", message=text)
        for index in range(1, 200)
    )
    made = page(Story("s", "", 1, 0.0, told))
    section = made[made.index("<h2>Broken") : made.index('id="find"')]
    assert section.count(text) == 1
    assert "and so for 198 more" in section
    assert "get.rejects.199 (a.bts:199)" in section


def test_a_finding_is_told_with_all_that_is_known_of_it() -> None:
    made = page(story(text="plain"))
    section = made[made.index("Security findings") : made.index("<h2>Broken")]
    cards = section.split("<article")[1:]
    assert [re.findall(r"<h3><b>(.*?)</b>", card)[0] for card in cards] == [
        *("critical", "medium", "low", "high"),
    ]
    for known in ("CWE-639", "OWASP API1:2023", "specs/shop.bts:9", "Remedy", "curl xxx", "plain"):
        assert known in cards[0]
    assert "endpoint_0.security" not in made[made.index("<h2>Broken") : made.index('id="find"')]


def test_it_needs_nothing_but_itself() -> None:
    text = page(story(text="plain"))
    assert "http://" not in text
    assert "https://" not in text
    assert "default-src 'none'" in text


def test_an_empty_run_is_told_as_such() -> None:
    text = page(Story("nothing", "", 1, 0.0, ()))
    assert "Nothing was put to the test" in text
    assert "NaN" not in text
