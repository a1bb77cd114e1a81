"""The cost of one more test: a generated suite beside the same suite by hand."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from interleaved import seconds

from specc.demo import running

SPEC = Path(__file__).parent.parent / "specs"

BY_HAND = """
import jsonschema_rs, os, pytest, requests

URL = os.environ["SHOP_URL"]
ORDER = jsonschema_rs.Draft202012Validator(%s, validate_formats=True)

@pytest.fixture(scope="session")
def session():
    with requests.Session() as session:
        who = {"email": "alice@example.com", "password": "wonderland"}
        answer = session.post(URL + "/login", json=who).json()
        session.headers["Authorization"] = "Bearer " + answer["token"]
        yield session

@pytest.fixture(scope="session")
def order(session):
    body = {"lines": [{"sku": "A1", "quantity": 2}]}
    return session.post(URL + "/orders", json=body).json()["id"]

@pytest.mark.parametrize("number", range(%d))
def test_get(session, order, number):
    response = session.get(URL + "/orders/" + order)
    assert response.status_code == 200
    assert ORDER.is_valid(response.json())
"""


def main() -> None:
    """Print the time per test of both at the margin (many cases less few), and their ratio."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    few = many // 10
    with tempfile.TemporaryDirectory() as name, running() as url:
        folder = Path(name)
        commands = {}
        for count in (few, many):
            by_hand = folder / f"by_hand_{count}"
            by_hand.mkdir()
            (by_hand / "test_by_hand.py").write_text(BY_HAND % (_schema(), count))
            commands[f"by hand {count}"] = _pytest(by_hand)
            commands[f"generated {count}"] = _pytest(_generated(folder, count))
        env = {"SHOP_URL": url}
        times = seconds(commands, 5, env=env, cwd=folder)
    by_hand = (times[f"by hand {many}"] - times[f"by hand {few}"]) / (many - few)
    generated = (times[f"generated {many}"] - times[f"generated {few}"]) / (many - few)
    print(f"by hand   {by_hand * 1000:.3f} ms a test")
    print(f"generated {generated * 1000:.3f} ms a test, {generated / by_hand:.2f} of it")


def _pytest(path: Path) -> list[str]:
    return [sys.executable, "-m", "pytest", "-q", str(path)]


def _schema() -> str:
    return repr(
        {
            "type": "object",
            "properties": {
                "id": {"type": "string", "format": "uuid"},
                "status": {"enum": ["pending", "paid", "shipped"]},
                "total": {"type": "number", "minimum": 0},
                "placed_at": {"type": "string", "format": "date-time"},
                "lines": {"type": "array"},
                "note": {},
            },
            "required": ["id", "status", "total"],
            "additionalProperties": False,
        }
    )


def _generated(folder: Path, count: int) -> Path:
    """The suite of the shop with as many cases of one derived test: a query that is accepted."""
    from specc.driver.compiling import emitted
    from specc.frontend import compile_front
    from specc.ir.lower import lower
    from specc.plan.planning import make_plan
    from specc.source import SourceFile
    from specc.syntax.parser import parse

    specs = folder / "specs"
    specs.mkdir(exist_ok=True)
    (specs / "common").mkdir(exist_ok=True)
    for path in ("shop.bts", "common/problem.bts"):
        (specs / path).write_text((SPEC / path).read_text())
    rows = ", ".join(f"({number})" for number in range(count))
    scenario = f'\ntest "many" as alice {{\n  cases number: {rows}\n  list_orders(limit: 1)\n}}\n'
    name = f"many{count}.bts"
    (specs / name).write_text('import "shop.bts"\n' + scenario)

    def load(path: str):  # noqa: ANN202 - what the front end asks for
        file = folder / path
        return parse(SourceFile(path, file.read_text())) if file.exists() else None

    front = compile_front(f"specs/{name}", load, lambda _: None)
    plan = make_plan(lower(front.program, f"many{count}", lambda _: None))
    out = folder / "generated"
    for path, pieces in emitted(plan, 2):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(b"".join(pieces))
    return out / f"many{count}"


if __name__ == "__main__":
    main()
