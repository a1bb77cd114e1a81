"""Where the probes of sessions, accounts, parents, verbs, limits and opted-in rules apply."""

from __future__ import annotations

import pytest
from compilation import derived, plan_of

from plan.specs import WHOLE
from specc.plan.nodes import Plan
from specc.plan.security import SecurityTest, Who
from specc.rules import RULES
from specc.selftest.desk_spec import SPEC


def by_id(plan: Plan) -> dict[str, SecurityTest]:
    return {
        ".".join(filter(None, [test.endpoint or "service", rule, test.who])): test
        for test in plan.security.tests
        for rule in test.rules
    }


def desk(*edits: tuple[str, str]) -> Plan:
    """The plan of the desk, after edits of its spec."""
    text = SPEC
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return plan_of(text)


@pytest.fixture(scope="module")
def plain() -> Plan:
    return desk()


@pytest.mark.parametrize(
    "obligation",
    [
        "get_project.bfla.verb",
        "get_task.bola.hierarchy",
        "change_me.authz.self_escalate",
        "log_out.session.revoked",
        "drop_me.state.use_after_delete",
        "add_project.state.failed_create",
        "redeem.flow.single_use",
        "sign_up.flow.single_use",
        "list_projects.resource.page_cap",
        "add_project.resource.body_size",
        "check_code.dos.regex",
        "search.inj.sql_time",
        "import_task.inj.xxe",
        "add_project.xss.stored",
        "preview.upstream.hostile",
        "log_in.auth.bruteforce",
        "log_in.auth.enumeration_time",
        "log_in.auth.default_credentials",
        "reset_password.reset.bruteforce",
        "me.jwt.audience_or_type",
        "knock.rate.declared",
        "me.inventory.version",
        "service.inventory.undocumented",
        "add_project.misconf.content_type",
        "me.misconf.cache",
        "service.misconf.hsts",
    ],
)
def test_each_rule_finds_where_it_applies(plain: Plan, obligation: str) -> None:
    assert obligation in by_id(plain)


def test_what_is_opted_in_to_has_to_be_named() -> None:
    plan = plan_of(f"{WHOLE}\nsecurity rules {{\n  everything on all\n}}\n")
    asked = {rule for test in plan.security.tests for rule in test.rules}
    assert not [rule for rule in asked if RULES[rule].opt_in]
    reasons = {item.id: item.reason or "" for item in plan.security.obligations}
    assert reasons["rules.dos.regex"].startswith("opted out")
    named = plan_of(
        f"{WHOLE}\nsecurity rules {{\n  everything on all\n  dos.regex on make\n  timing on all\n}}\n"
    )
    assert "make.dos.regex" in by_id(named)
    assert "make.inj.sql_time" in by_id(named)
    assert "rules.dos.regex" not in {item.id for item in named.security.obligations}


def test_who_logs_out_is_made_for_it(plain: Plan) -> None:
    test = by_id(plain)["log_out.session.revoked"]
    assert test.attempt.actor == "new_una"
    call = derived(plain, "log_out.conforms").steps[0]
    assert call.actor == "new_una"  # type: ignore[union-attr]
    assert {each.attempt.actor for each in plain.security.tests if each.endpoint == "log_out"} == {
        "new_una"
    }


@pytest.mark.parametrize(
    ("edit", "is_log_out"),
    [
        (("endpoint log_out POST /v2/logout", "endpoint leave POST /v2/sign-out"), True),
        (("endpoint log_out POST /v2/logout", "endpoint leave DELETE /v2/login"), True),
        (("endpoint log_out POST /v2/logout", "endpoint leave POST /v2/door"), False),
        # A session of trading, say: not the caller's own.
        (
            (
                "endpoint log_out POST /v2/logout",
                "endpoint end_session POST /v2/projects/{project: Project.id}/end",
            ),
            False,
        ),
    ],
)
def test_what_counts_as_a_log_out(edit: tuple[str, str], is_log_out: bool) -> None:
    plan = desk(edit)
    found = [name for name in by_id(plan) if name.endswith(".session.revoked")]
    assert bool(found) is is_log_out


def test_a_token_in_the_body_of_a_log_out_may_be_anybodys() -> None:
    plan = desk(
        (
            "endpoint log_out POST /v2/logout {\n  as      worker\n",
            "endpoint log_out POST /v2/logout {\n  as      worker\n  body    { token: string }\n",
        )
    )
    [found] = [item for item in plan.security.obligations if item.id == "log_out.session.revoked"]
    assert found.test is None
    assert "its body says" in (found.reason or "")


def test_a_stranger_brings_a_parent_of_their_own(plain: Plan) -> None:
    test = by_id(plain)["get_task.bola.hierarchy"]
    others = dict(test.others)
    assert others["intruder"] == Who("uri")
    assert others["parent"].endpoint == "add_project"  # type: ignore[union-attr]
    assert others["param"].value == "project"  # type: ignore[union-attr]
    assert others["key"].value == ["id"]  # type: ignore[union-attr]


def test_verbs_are_those_that_the_path_does_not_have(plain: Plan) -> None:
    verbs = dict(by_id(plain)["get_project.bfla.verb"].others)["verbs"]
    assert verbs.value == ["POST", "PUT", "PATCH"]  # type: ignore[union-attr]


def test_a_role_that_a_client_may_set_is_no_claim() -> None:
    edit = ("body    { name: string(1..40) }", "body    { name: string(1..40), role?: string }")
    claims = dict(by_id(desk(edit))["change_me.authz.self_escalate"].others)["claims"]
    names = {name for name, _ in claims.entries}  # type: ignore[union-attr]
    assert "is_admin" in names
    assert "role" not in names


def test_without_an_upper_end_there_is_no_cap() -> None:
    plan = desk(("limit?: int(1..5) = 5", "limit?: int(1..) = 5"))
    found = {item.id: item for item in plan.security.obligations}["list_projects.resource.page_cap"]
    assert found.test is None
    assert "is not said" in (found.reason or "")


def test_an_account_that_cannot_be_lost_is_not_guessed_at() -> None:
    plan = desk(
        ('unique("una@desk")', '"una@desk.example"'), ('unique("uri@desk")', '"u@d.example"')
    )
    reasons = {item.id: item.reason for item in plan.security.obligations if item.test is None}
    assert "no account can be lost" in (reasons["log_in.auth.bruteforce"] or "")
    assert "no account can be lost" in (reasons["log_in.auth.enumeration_time"] or "")


def test_the_way_in_is_probed_last(plain: Plan) -> None:
    order = [test.attempt.endpoint in ("sign_up", "log_in") for test in plain.security.tests]
    assert order == sorted(order)


SHELVES = """
service shelves { url "http://127.0.0.1:9000" }
role reader
actor ada is reader {
  join with { name: unique("ada"), pin: "1234" } -> me
  header "X-Reader" me.key
}
actor bob is reader {
  join with { name: unique("bob"), pin: "1234" } -> me
  header "X-Reader" me.key
}
contract Reader { name: string(3..40), readonly key: string }
contract Book { readonly id: uuid, title: string(1..80) }
endpoint join POST /readers {
  as anyone
  body { name: string(3..40), secret pin: string(4) }
  returns 201 Reader
  creates Reader
}
endpoint add_book POST /readers/{name: Reader.name}/books {
  as owner of Reader
  body Book
  returns 201 Book
  creates Book
}
endpoint book GET /readers/{name: Reader.name}/books/{id: Book.id} {
  as owner of Reader
  returns 200 Book
  reads Book
}
security rules {
  ownership on all
}
"""


def test_an_account_is_a_parent_as_well() -> None:
    test = by_id(plan_of(SHELVES))["book.bola.hierarchy"]
    others = dict(test.others)
    assert others["own"].value == "Reader"  # type: ignore[union-attr]
    assert others["key"].value == ["name"]  # type: ignore[union-attr]
    assert "parent" not in others
