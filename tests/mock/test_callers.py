"""Who calls a mock, and what they may."""

from __future__ import annotations

import base64
from collections.abc import Callable

from tests.compilation import suite_of

from .conftest import Asking, Author, Serve

ARTICLE = {"title": "On mocks", "body": "They answer.", "tags": ["a", "b"]}
Make = Callable[[str], Author]


def test_an_account_logs_in_with_its_own_password_alone(blog: Asking, author: Make) -> None:
    ann = author("ann")
    email = ann.user["email"]
    assert blog("POST", "/login", {"email": email, "password": "something else"}).status == 401
    assert (
        blog("POST", "/login", {"email": "no@example.com", "password": ann.password}).status == 401
    )
    assert "password" not in ann.user


def test_everybody_sees_themselves(blog: Asking, author: Make) -> None:
    ann, ben = author("ann"), author("ben")
    assert blog("GET", "/me", **ann.says).json == ann.user
    assert blog("GET", "/me", **ben.says).json == ben.user
    changed = blog("PATCH", "/me", {"name": "Anna"}, **ann.says)
    assert changed.json == {**ann.user, "name": "Anna"}
    assert blog("GET", "/me", **ann.says).json["name"] == "Anna"
    assert blog("GET", "/me", **ben.says).json["name"] == "ben"


def test_a_credential_that_nobody_was_given_is_none(blog: Asking) -> None:
    assert blog("GET", "/me").status == 401
    assert blog("GET", "/me", Authorization="Token made-up").status == 401


def test_strangers_and_roles(blog: Asking, author: Make) -> None:
    ann, ben = author("ann"), author("ben")
    slug = blog("POST", "/articles", ARTICLE, **ann.says).json["slug"]
    editor = {"Cookie": "sid=editor-session"}
    assert blog("PUT", f"/articles/{slug}", ARTICLE, **ben.says).status == 403
    assert blog("PUT", f"/articles/{slug}", ARTICLE, **editor).status == 200
    assert blog("DELETE", f"/articles/{slug}", **editor).status == 403
    assert blog("POST", "/articles", ARTICLE, **editor).status == 403
    assert blog("DELETE", f"/articles/{slug}", **ann.says).status == 204


BASIC = """
service s {{ url "http://127.0.0.1:1" }}
role user
actor ann is user {{ {credential} }}
endpoint who GET /who {{
  as user
  returns 200 {{ ok: true }}
  returns 401 when anonymous
}}
"""


def test_credentials_that_the_spec_states(mocked: Serve) -> None:
    for credential, header in (
        ('basic "ann", secret("PW", "sesame")', {"Authorization": "Basic YW5uOnNlc2FtZQ=="}),
        ('bearer "abc"', {"Authorization": "Bearer abc"}),
        ('header "X-Key" "k1"', {"X-Key": "k1"}),
        ('cookie "sid" "c1"', {"Cookie": "other=1; sid=c1"}),
    ):
        asking = mocked(suite_of(BASIC.format(credential=credential)))["s"]
        assert asking("GET", "/who", **header).status == 200, credential
        wrong = {name: value[:-2] + "zz" for name, value in header.items()}
        assert asking("GET", "/who", **wrong).status == 401, credential


def test_client_credentials_get_a_token(mocked: Serve) -> None:
    credential = """oauth2 client_credentials {
        url: "/oauth/token", client_id: "me", client_secret: "sesame"
    }"""
    asking = mocked(suite_of(BASIC.format(credential=credential)))["s"]
    refused = asking("POST", "/oauth/token", form="client_id=me&client_secret=no")
    assert refused.status == 401
    given = asking("POST", "/oauth/token", form="client_id=me&client_secret=sesame").json
    bearer = f"Bearer {given['access_token']}"
    assert asking("GET", "/who", Authorization=bearer).status == 200


def test_a_password_goes_with_its_account_and_a_token_does_not(mocked: Serve) -> None:
    text = """
service s { url "http://127.0.0.1:1" }
role user
actor ann is user {
  join with { name: unique("ann"), password: "open-sesame" } -> made
  CREDENTIAL
}
contract User {
  readonly id: uuid
  name: string(1..40)
  secret writeonly password: string(8..40)
}
endpoint join POST /users {
  as      anyone
  body    User
  returns 201 { user: User, token: string(8..) }
  creates User
}
endpoint me GET /me {
  as      user
  returns 200 User
  returns 401 when anonymous
  reads   User of self
}
endpoint one GET /users/{id: User.id} {
  as      owner of User
  returns 200 User
  returns 401 when anonymous
  returns 404 when id unknown
  reads   User
}
endpoint leave DELETE /users/{id: User.id} {
  as      owner of User
  returns 204
  returns 401 when anonymous
  returns 404 when id unknown
  deletes User
}
"""
    for credential, later in (
        ("bearer made.token", 404),
        ("basic made.user.name, request(made).password", 401),
    ):
        asking = mocked(suite_of(text.replace("CREDENTIAL", credential)))["s"]
        made = asking("POST", "/users", {"name": "eve", "password": "swordfish"}).json
        basic = base64.b64encode(b"eve:swordfish").decode()
        says = {"bearer": f"Bearer {made['token']}", "basic": f"Basic {basic}"}
        own = {"Authorization": says[credential.partition(" ")[0]]}
        path = f"/users/{made['user']['id']}"
        assert asking("GET", "/me", **own).json == made["user"]
        assert asking("DELETE", path, **own).status == 204
        assert asking("GET", path, **own).status == later
        assert asking("GET", "/me", **own).status == 401
