"""The service under test, from paging.bts."""

from pathlib import Path

from specc.runtime import Service

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# paging.bts:3
lists = Service("lists", url="http://127.0.0.1:9005", timeout=30.0, folder=ROOT)
