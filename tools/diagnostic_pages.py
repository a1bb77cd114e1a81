"""Writes docs/diagnostics: a page for each code of the catalogue, and an index.

python tools/diagnostic_pages.py           # write
python tools/diagnostic_pages.py --check   # fail where a page is stale, missing or orphaned
"""

import argparse
import sys
from pathlib import Path

from specc.diagnostics.catalogue import CATALOGUE, RETIRED
from specc.diagnostics.code import EXAMPLE, Code
from specc.diagnostics.explain import explanation
from specc.diagnostics.render import human
from specc.frontend import check_text

FOLDER = Path(__file__).parent.parent / "docs" / "diagnostics"


def page(code: Code) -> str:
    """The page of a code, with what the compiler says about its example now."""
    found = check_text(code.files_with(code.example), EXAMPLE)
    return explanation(code, "\n".join(map(human.render_one, found)))


def index() -> str:
    """The page that lists all codes."""
    rows = [
        f"| [{code.id}]({code.id}.md) | {code.severity} | {code.title.replace('|', '&#124;')} |"
        for code in CATALOGUE.values()
    ]
    lines = [
        "# Diagnostics",
        "",
        "Every mistake that the compiler finds has a code. `specc explain CODE` shows its page.",
        "",
        "| Code | Severity | What it is |",
        "| --- | --- | --- |",
        *rows,
    ]
    if RETIRED:
        lines += ["", f"Retired, and never to be used again: {', '.join(RETIRED)}."]
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """All pages by file name."""
    return {"index.md": index(), **{f"{code.id}.md": page(code) for code in CATALOGUE.values()}}


def complaints(folder: Path, wanted: dict[str, str]) -> list[str]:
    """What is wrong with the folder, a line each."""
    present = {path.name for path in folder.glob("*")}
    found = [f"{name}: no code has this page" for name in sorted(present - wanted.keys())]
    for name, text in wanted.items():
        if name not in present:
            found.append(f"{name}: missing")
        elif (folder / name).read_bytes().decode("utf-8") != text:
            found.append(f"{name}: stale")
    return found


def write(folder: Path, wanted: dict[str, str]) -> None:
    """Writes all pages, and removes those of codes that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("BTS*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def main() -> int:
    """The exit status: 1 where --check finds something."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    wanted = pages()
    if not options.check:
        write(options.folder, wanted)
        return 0
    found = complaints(options.folder, wanted)
    for line in found:
        print(line)
    if found:
        print("run python tools/diagnostic_pages.py")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
