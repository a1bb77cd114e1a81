"""The service under test, from parameters.bts."""

from pathlib import Path

from specc.runtime import Service, env

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# parameters.bts:3
api = Service(
    "api",
    url=env("API_URL", "http://127.0.0.1:9002"),
    urls={"staging": "https://staging.api.example"},
    timeout=5.0,
    headers={"Accept-Language": "en"},
    folder=ROOT,
)
