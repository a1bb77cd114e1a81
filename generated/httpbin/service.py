"""The service under test, from specs/httpbin.bts."""

from pathlib import Path

from specc.runtime import Ready, Service, env

# Where the names of the specs start from.
ROOT = Path(__file__).resolve().parents[2]

# specs/httpbin.bts:3
httpbin = Service(
    "httpbin",
    url=env("HTTPBIN_URL", "http://127.0.0.1:8322"),
    start="uvx --from httpbin[mainapp]==0.10.4 --with flask==3.1.3 --with werkzeug==3.1.9 --with waitress==3.0.2 python -m waitress --listen=127.0.0.1:8322 --threads=16 httpbin:app",
    ready=Ready("GET", "/ip", within=120.0),
    timeout=10.0,
    headers={"Accept-Language": "en"},
    folder=ROOT / "specs",
    optional=True,
)
