"""The service under test, from ownership.bts."""

from pathlib import Path

from specc.runtime import Service

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# ownership.bts:3
blog = Service("blog", url="http://127.0.0.1:9003", timeout=30.0, folder=ROOT)
