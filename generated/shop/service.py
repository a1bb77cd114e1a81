"""The service under test, from specs/shop.bts."""

from pathlib import Path

from specc.runtime import Ready, Service, env

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# specs/shop.bts:5
shop = Service(
    "shop",
    url=env("SHOP_URL", "http://127.0.0.1:8321"),
    start="specc demo --port 8321",
    ready=Ready("GET", "/healthz", within=10.0),
    timeout=30.0,
    folder=ROOT / "specs",
)
