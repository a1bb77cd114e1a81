"""The service under test, from specs/kinto.bts."""

from pathlib import Path

from specc.runtime import Ready, Service, env

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# specs/kinto.bts:5
kinto = Service(
    "kinto",
    url=env("KINTO_URL", "http://127.0.0.1:8323/v1"),
    start="uvx --from kinto==26.5.0 --with pyramid==2.1 --with waitress==3.0.2 python -W ignore -m pyramid.scripts.pserve -q kinto/kinto.ini http_port=8323",
    ready=Ready("GET", "/__heartbeat__", within=120.0),
    timeout=10.0,
    folder=ROOT / "specs",
    optional=True,
)
