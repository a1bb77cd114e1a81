"""A contract's compiled validator beside that of `jsonschema`, formats on."""

from __future__ import annotations

import statistics
import time

import jsonschema

from specc.runtime import Contract

ORDER = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "status": {"enum": ["pending", "paid", "shipped"]},
        "total": {"type": "number", "minimum": 0},
        "placed_at": {"type": "string", "format": "date-time"},
        "lines": {
            "type": "array",
            "minItems": 1,
            "maxItems": 50,
            "items": {
                "type": "object",
                "properties": {
                    "sku": {"type": "string", "pattern": "^[A-Z][0-9]{1,4}$"},
                    "quantity": {"type": "integer", "minimum": 1, "maximum": 100},
                },
                "required": ["sku", "quantity"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["id", "status", "total", "placed_at", "lines"],
    "additionalProperties": False,
}
VALUE = {
    "id": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
    "status": "paid",
    "total": 19.98,
    "placed_at": "2030-01-01T12:00:00Z",
    "lines": [{"sku": "A1", "quantity": 2}] * 20,
}


def main() -> None:
    """Print how many times faster a contract is, by turns, as a median."""
    contract = Contract("Order", ORDER, spec="orders.bts:1")
    other = jsonschema.Draft202012Validator(
        ORDER, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    contract.errors(VALUE)
    ratios = []
    for _ in range(15):
        start = time.perf_counter()
        for _ in range(200):
            contract.errors(VALUE)
        middle = time.perf_counter()
        for _ in range(20):
            other.is_valid(VALUE)
        end = time.perf_counter()
        ratios.append((end - middle) / 20 / ((middle - start) / 200))
    print(f"a contract is {statistics.median(ratios):.0f} times as fast as compiled jsonschema")


if __name__ == "__main__":
    main()
