"""Who is here, over HTTP: the visitor, members, tokens, the audit, backups, the coding of samples."""

from __future__ import annotations

import gzip

import pytest

from dragoman.desk.access import RIGHTS, ROLES, Role, local
from dragoman.desk.people import People
from tests.unit.api.conftest import Served

WORD = "a long enough word"
READS = (
    "/overview",
    "/timeline",
    "/docket",
    "/reports",
    "/me",
    "/codebook",
    "/versions",
    "/openapi.json",
    "/decisions",
)
CODES = ("/review", "/coding", "/coding/agreement")
ADDS = ("/errands",)
RULES = ("/members", "/audit")


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sees_what_it_may(own: Served, role: Role) -> None:
    """What a role lacks the right to is refused, the rest is answered; `me` says which rights there are."""
    desk = own.member("bo", role)
    assert {*desk.get("/me")["rights"]} == RIGHTS[role]
    for right, paths in (("read", READS), ("code", CODES), ("add", ADDS), ("admin", RULES)):
        for path in paths:
            desk.get(path, 200 if right in RIGHTS[role] else 403)
    assert desk.client.post("/api/v1/backup").status_code == (200 if role == "admin" else 403)


def test_who_is_nobody_is_asked_to_sign_in(own: Served) -> None:
    """Once a case has members, a request without a token or session is refused, also on this machine."""
    own.member("bo", "reader")
    answer = own.client.get("/api/v1/timeline")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    own.client.headers["Authorization"] = "Bearer nothing"
    own.get("/timeline", 401)
    own.get("/openapi.json", 401)


def test_members_are_added_and_changed(own: Served) -> None:
    """A member is added once for a key, given another role, let in no more; passwords are in no answer."""
    told = own.post("/members", {"name": "bo", "role": "admin", "password": WORD}, key="m1")
    assert (told["name"], told["role"], told["disabled"]) == ("bo", "admin", None)
    assert own.ground.people.errands.recent(1)[0].note is not None
    admin = own.member("cy", "admin")
    again = {"name": "bo", "role": "coder", "password": WORD}
    admin.post("/members", again, 422)
    changed = admin.client.patch("/api/v1/members/bo", json={"role": "coder", "disabled": True})
    assert (changed.json()["role"], changed.json()["disabled"] is None) == ("coder", False)
    assert admin.client.patch("/api/v1/members/cy", json={"role": "reader"}).status_code == 422  # the last admin
    assert [one["name"] for one in admin.get("/members")] == ["bo", "cy"]
    assert WORD not in admin.client.get("/api/v1/audit").text
    admin.post("/me/password", {"old": WORD, "new": "another long word"}, 403)


def test_the_secret_of_a_token_is_shown_once(own: Served) -> None:
    """A key gives the same token again, without its secret; a revoked token lets nobody in."""
    admin = own.member("cy", "admin")
    wanted = {"member": "cy", "scopes": ["read"], "days": 3, "name": "a script"}
    made = admin.post("/tokens", wanted, key="t1")
    again = admin.post("/tokens", wanted, key="t1")
    assert (again["token"], again["secret"]) == (made["token"], "")
    with own.ground.store.people.reading() as book:
        assert made["secret"] not in str([errand.note for errand in book.errands.recent(10)])
    shown = {"Authorization": f"Bearer {made['secret']}"}
    assert own.client.get("/api/v1/me", headers=shown).json()["rights"] == ["read"]
    assert own.client.post("/api/v1/backup", headers=shown).status_code == 403
    admin.post(f"/tokens/{made['token']['id']}/revoke", {}, 200)
    assert own.client.get("/api/v1/me", headers=shown).status_code == 401
    assert made["token"]["id"] in [token["id"] for token in admin.get("/tokens")]


def test_a_session_writes_only_with_its_secret(own: Served) -> None:
    """A program in a browser sends the session's secret along; without it nothing is written."""
    own.ground.people.members.add(local("the test"), "bo", role="admin", password=WORD)
    people: People = own.ground.people
    opened = people.log_in("bo", WORD, "127.0.0.1")
    own.client.cookies.set("dragoman", opened.cookie)
    assert own.get("/me")["how"] == "session"
    own.post("/tokens", {"scopes": ["read"]}, 403)
    own.client.headers["x-csrf-token"] = opened.csrf
    own.post("/tokens", {"scopes": ["read"]})


def test_a_backup_is_one_file(own: Served) -> None:
    """It comes as a download, and who took it is in the audit."""
    answer = own.client.post("/api/v1/backup")
    assert answer.headers["content-type"] == "application/gzip"
    assert answer.headers["content-disposition"] == 'attachment; filename="lenn.backup"'
    assert b"dragoman backup" in gzip.decompress(answer.content)[:100]
    assert own.get("/audit", what="backup")["total"] == 1


def test_the_codebook_and_the_versions(own: Served) -> None:
    """The rules of the codebook, and with what the reports were read."""
    assert {"id", "plover", "cameo", "example", "counter"} < {*own.get("/codebook")["rules"][0]}
    assert own.get("/versions") == [{"reader": "a reader", "codebook": "a codebook", "reports": 12}]


def test_two_code_a_sample_blind(own: Served) -> None:
    """Each sees only their own; the agreement tells what both coded."""
    bo, cy = own.member("bo", "coder"), own.member("cy", "coder")
    drawn = bo.post("/coding/samples", {"label": "march", "size": 4, "kinds": ["position"]})["drawn"]
    assert {item["kind"] for item in drawn["items"]} == {"position"}
    one, other = (item["claim"] for item in drawn["items"][:2])
    bo.post("/coding/codings", {"sample": drawn["name"], "claim": one, "verdict": "accept"}, key="c1")
    bo.post("/coding/codings", {"sample": drawn["name"], "claim": one, "verdict": "accept"}, key="c1")
    bo.post("/coding/codings", {"sample": drawn["name"], "claim": "nothing", "verdict": "accept"}, 404)
    assert cy.get("/coding/sample", name=drawn["name"])["own"] == {}
    assert cy.get("/coding/agreement", name=drawn["name"])["agreement"]["overall"]["items"] == 0
    edit = {"sample": drawn["name"], "claim": one, "verdict": "edit", "values": {"stance": "rejects"}}
    cy.post("/coding/codings", edit)
    cy.post("/coding/codings", {**edit, "claim": other, "values": {"stance": "nothing"}}, 422)
    told = cy.get("/coding/agreement", name=drawn["name"])
    assert told["agreement"]["overall"]["coded"] == 1
    assert [what["coder"] for what in told["differing"][0]["said"]] == ["bo", "cy"]
    assert bo.get("/coding") == [drawn["name"]]
    assert len(bo.get("/coding/codings")) == 1
