"""The service under test, from contracts.bts."""

from pathlib import Path

from specc.runtime import Service

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# contracts.bts:3
api = Service("api", url="http://127.0.0.1:9001", timeout=30.0, folder=ROOT)
