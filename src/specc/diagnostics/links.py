"""Where the documentation of a code can be read."""

PAGES = "https://specc.readthedocs.io/en/stable/diagnostics"
"""The folder of the published documentation that `tools/diagnostic_pages.py` writes into."""


def page_url(code_id: str) -> str:
    """The address of a code's page."""
    return f"{PAGES}/{code_id}/"
