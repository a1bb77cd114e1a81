"""The service under test, from hostile.bts."""

from pathlib import Path

from specc.runtime import Service

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# hostile.bts:3
api = Service(
    "api",
    url="http://127.0.0.1:9008",
    timeout=30.0,
    headers={"X-Quotes": "\"\"\" ''' ` $(id) ${HOME} {{x}} %(x)s"},
    folder=ROOT,
)
