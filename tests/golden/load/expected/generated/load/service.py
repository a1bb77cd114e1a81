"""The service under test, from load.bts."""

from pathlib import Path

from specc.runtime import Service, env

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# load.bts:3
shop = Service(
    "shop",
    url=env("SHOP_URL", "http://127.0.0.1:8321"),
    timeout=30.0,
    headers={"X-Suite": "load"},
    folder=ROOT,
)
