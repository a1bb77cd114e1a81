"""The service under test, from scenarios.bts."""

from pathlib import Path

from specc.runtime import Service

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# scenarios.bts:3
shop = Service("shop", url="http://127.0.0.1:9006", timeout=30.0, folder=ROOT)
