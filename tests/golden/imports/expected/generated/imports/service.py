"""The service under test, from imports.bts."""

from pathlib import Path

from specc.runtime import Service

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# imports.bts:7
shop = Service("shop", url="http://127.0.0.1:9007", timeout=30.0, folder=ROOT)
