"""The site: one command makes it, nothing in it comes from elsewhere, and it fits a phone."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .pages import PAGES, ROOT

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome", "chrome")
        if (found := shutil.which(name))
    ),
    None,
)
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no Chromium here: apt-get install chromium"
)
pytestmark = pytest.mark.slow

FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["'](?:https?:)?//"""
    r"""|<link\b[^>]*\brel=["']?(?:stylesheet|preload|icon|preconnect)[^>]*\bhref=["'](?:https?:)?//"""
    r"""|@import\s|url\(\s*["']?(?:https?:)?//"""
)
"""What a browser would fetch from elsewhere: not links that a reader may follow."""

LINK = re.compile(r'<a\b[^>]*\bhref="([^"#:]*)(?:#([^"]+))?"')
FRAME = """<!doctype html><body><script>
const told = {};
const pages = PAGES;
let left = pages.length;
for (const page of pages) {
  const frame = document.createElement("iframe");
  frame.style = "border:0;width:WIDTHpx;height:900px";
  frame.onload = () => setTimeout(() => {
    const root = frame.contentDocument.documentElement;
    told[page] = {
      wide: root.scrollWidth - WIDTH,
      found: root.querySelectorAll("ul.search li a").length,
      coloured: root.querySelectorAll(".highlight-bts span[class]").length,
    };
    if (--left === 0) document.body.textContent = "TOLD" + JSON.stringify(told) + "TOLD";
  }, 1500);
  frame.src = page;
  document.body.append(frame);
}
</script>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, made by the command that the docs name."""
    made = tmp_path_factory.mktemp("site")
    # Its cache of pages goes elsewhere, so that the folder is what is published.
    kept = tmp_path_factory.mktemp("doctrees")
    command = ["-m", "sphinx", "-q", "-W", "--keep-going", "-d", str(kept), "docs", str(made)]
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def test_every_page_is_in_it(site: Path) -> None:
    for page in PAGES:
        if page.name != "README.md":
            name = page.relative_to(ROOT / "docs").with_suffix(".html")
            assert (site / name).is_file(), name


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for file in site.rglob("*"):
        if file.suffix in (".html", ".css"):
            found = FETCHED.search(file.read_text(encoding="utf-8"))
            assert not found, f"{file.relative_to(site)} fetches {found and found[0]}"


def test_links_and_anchors_hold(site: Path) -> None:
    texts = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    names = {page: set(re.findall(r'\bid="([^"]+)"', text)) for page, text in texts.items()}
    wrong = []
    for page, text in texts.items():
        for path, anchor in LINK.findall(text):
            target = (page.parent / path).resolve() if path else page
            if not target.exists() or (anchor and anchor not in names.get(target, {anchor})):
                wrong.append(f"{page.relative_to(site)}: {path}#{anchor}")
    assert not wrong, "\n".join(wrong)


def test_specs_are_highlighted_by_our_lexer(site: Path) -> None:
    page = (site / "guide.html").read_text(encoding="utf-8")
    assert '<div class="highlight-bts' in page
    assert '<span class="kd">endpoint</span>' in page


@needs_browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_browser_shows_and_searches_it_from_the_disk(
    site: Path, tmp_path: Path, width: int
) -> None:
    assert CHROMIUM is not None
    looked_at = ["index", "first-spec", "guide", "language", "reference", "security-rules"]
    looked_at += ["command-line", "obligations", "diagnostics/BTS203", "decisions/index"]
    pages = [*(f"{name}.html" for name in looked_at), "search.html?q=stranger"]
    frame = FRAME.replace("PAGES", json.dumps(pages)).replace("WIDTH", str(width))
    (site / "frame.html").write_text(frame, encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    # Pages of one folder may look at each other here, which a browser does not grant to files.
    command += ["--allow-file-access-from-files", f"--user-data-dir={tmp_path}"]
    command += ["--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=20000"]
    done = subprocess.run(
        [*command, (site / "frame.html").as_uri()], capture_output=True, text=True, timeout=120
    )
    (site / "frame.html").unlink()
    assert "TOLD" in done.stdout, done.stderr
    told = json.loads(done.stdout.split("TOLD")[1].replace("&amp;", "&"))
    assert {page: shown["wide"] for page, shown in told.items() if shown["wide"] > 0} == {}
    assert told["search.html?q=stranger"]["found"] > 3
    assert told["guide.html"]["coloured"] > 50
