"""The service under test, from sign_up.bts."""

from pathlib import Path

from specc.runtime import Service

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# sign_up.bts:3
accounts = Service("accounts", url="http://127.0.0.1:9004", timeout=30.0, folder=ROOT)
