"""Writes docs/security-rules.md: a section for each security rule.

python tools/rule_page.py           # write
python tools/rule_page.py --check   # fail where the page is stale
"""

import sys
from pathlib import Path

from specc.rules.page import page

PAGE = Path(__file__).parent.parent / "docs" / "security-rules.md"


def main() -> int:
    """Write the page, or check it."""
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
            print(f"{PAGE.name}: stale")
            return 1
        return 0
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
