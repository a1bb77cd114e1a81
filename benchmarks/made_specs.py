"""Specs of any size for the benchmarks: ten lines an endpoint, all of them checked."""

from __future__ import annotations

HEAD = """service big {
  url "http://127.0.0.1:8321"
}
role customer
role admin

actor alice is customer {
  bearer "token-of-alice"
}
actor bob is customer {
  bearer "token-of-bob"
}
actor root is admin {
  header "X-API-Key" "key"
}

contract Problem open {
  title:  string(1..)
  status: int(400..599)
}
"""

GROUP = """
contract Thing{n} {{
  readonly id: uuid
  name:        string(1..80)
  size:        int(1..100)
  kind:        "small" | "large"
  note?:       string(..500) | null
}}

endpoint create_{n} POST /things{n} {{
  as      customer
  body    Thing{n}
  returns 201 Thing{n}
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid
  creates Thing{n}
}}

endpoint get_{n} GET /things{n}/{{id: Thing{n}.id}} {{
  as      owner of Thing{n}, admin
  returns 200 Thing{n}
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown, deleted
  reads   Thing{n}
}}

endpoint list_{n} GET /things{n} {{
  as      customer
  query   limit?: int(1..100) = 20
  query   cursor?: string
  returns 200 {{ items: [Thing{n}], next?: string }}
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when query invalid
  lists   Thing{n}
  pages   by cursor from body.next
}}

endpoint delete_{n} DELETE /things{n}/{{id: Thing{n}.id}} {{
  as      owner of Thing{n}
  returns 204
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when id unknown
  deletes Thing{n}
}}
"""


def spec_of(endpoints: int) -> str:
    """One spec with that many endpoints (a multiple of four)."""
    return HEAD + "".join(GROUP.format(n=number) for number in range(endpoints // 4))
