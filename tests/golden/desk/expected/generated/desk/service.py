"""The service under test, from desk.bts."""

from pathlib import Path

from specc.runtime import Service

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# desk.bts:3
desk = Service("desk", url="http://127.0.0.1:9007", timeout=30.0, folder=ROOT)
