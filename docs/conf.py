"""Sphinx makes the site of these pages: `sphinx-build -W docs site`.

It needs no network, and neither do its readers: `pip install -e '.[docs]'` brings all of it. The
menu is that of the pages themselves: what `index.md` of a folder links to, under its headings.
"""

import re
from typing import Any

from specc import __version__

project = "specc"
author = "the specc project"
release = version = __version__
project_copyright = ""

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
nitpicky = True
suppress_warnings = ["misc.highlighting_failure"]  # pages of mistakes show what is no spec

myst_heading_anchors = 4  # as GitHub names them, so that links hold in both places

html_theme = "furo"
html_title = "specc"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}
highlight_language = "none"
pygments_style = "a11y-light"
pygments_dark_style = "a11y-high-contrast-dark"

_HEADING = re.compile(r"^##+ (.+)$")
_LINK = re.compile(r"\]\(([\w./-]+\.md)\)")


def menu(text: str) -> str:
    """The pages that a page links to, as hidden tables of contents, one for each heading."""
    sections: list[tuple[list[str], list[str]]] = [([], [])]
    seen = set()
    for line in text.splitlines():
        if heading := _HEADING.match(line):
            sections.append(([f":caption: {heading[1]}"], []))
        for page in _LINK.findall(line):
            if page not in seen:
                seen.add(page)
                sections[-1][1].append(page)
    tables = [
        "\n".join(["```{toctree}", ":hidden:", *caption, "", *pages, "```"])
        for caption, pages in sections
        if pages
    ]
    return "\n\n".join(["", *tables, ""])


def with_menu(_app: Any, name: str, source: list[str]) -> None:
    """Adds the menu to the index of a folder."""
    if name.rpartition("/")[2] == "index":
        source[0] += menu(source[0])


def setup(app: Any) -> None:
    """Sphinx calls this."""
    app.connect("source-read", with_menu)
