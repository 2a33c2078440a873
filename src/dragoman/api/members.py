"""Who is here: the visitor, members, their tokens, and what everybody did."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from dragoman.api.answering import Tagged, given
from dragoman.api.asking import Reading, Ruling
from dragoman.api.describing import answer_of, problems_of
from dragoman.api.once import Key, once
from dragoman.api.parameters import LONGEST
from dragoman.desk.access import ALL, Right, Role
from dragoman.desk.membership import Change
from dragoman.desk.tokens import LONGEST_DAYS, LONGEST_NAME, Issued
from dragoman.terms.people import AccessToken, Audit, How, Membership

Name = Annotated[str, Field(min_length=1, max_length=64)]
Password = Annotated[str, Field(min_length=1, max_length=1000)]
Member = Annotated[str, Path(max_length=LONGEST)]
router = APIRouter(tags=["desk"], route_class=Tagged)


@dataclass(frozen=True, slots=True)
class Me:
    """Who asks: under which name, in which role, with which rights, and how that is known."""

    name: str
    role: Role
    rights: tuple[Right, ...]
    how: How
    token: str | None


SHOWN = (Me, Membership, AccessToken, Issued, Audit)


class NewMember(BaseModel):
    """One who is to work with the case."""

    model_config = ConfigDict(extra="forbid")
    name: Name
    role: Role
    password: Password


class ChangedMember(BaseModel):
    """What is to change of a member; what is left out stays."""

    model_config = ConfigDict(extra="forbid")
    role: Role | None = None
    password: Password | None = None
    disabled: bool | None = None


class OwnPassword(BaseModel):
    """One's own password, before and after."""

    model_config = ConfigDict(extra="forbid")
    old: Password
    new: Password


class NewToken(BaseModel):
    """What a program may do, for whom, and for how long."""

    model_config = ConfigDict(extra="forbid")
    scopes: Annotated[list[Right], Field(min_length=1, max_length=len(ALL))]
    member: Annotated[Name | None, Field(description="Whose token; without it one's own.")] = None
    name: Annotated[str, Field(max_length=LONGEST_NAME, description="What it is for.")] = ""
    days: Annotated[int | None, Field(ge=1, le=LONGEST_DAYS, description="It runs out after so many; null: never.")] = (
        None
    )


@router.get("/me", operation_id="me", responses={200: answer_of(Me, "Who asks.")})
def get_me(asked: Reading) -> Response:
    """Who asks, and what they may do."""
    me = asked.visitor
    return given(Me(me.name, me.role, tuple(right for right in ALL if right in me.rights), me.how, me.token))


@router.post("/me/password", operation_id="change_own_password", status_code=204, responses=problems_of(413))
def post_own_password(asked: Reading, form: OwnPassword) -> Response:
    """Change one's own password; all one's sessions end. Only for who signed in with the old one."""
    asked.ground.people.members.change_own_password(asked.visitor, form.old, form.new)
    return Response(status_code=204)


@router.get("/members", operation_id="members", responses={200: answer_of(Membership, "By name.", many=True)})
def get_members(asked: Ruling) -> Response:
    """All members, those who are disabled too."""
    return given(asked.ground.people.members.list(asked.visitor))


@router.post(
    "/members",
    operation_id="add_member",
    status_code=201,
    responses={201: answer_of(Membership, "The new member."), **problems_of(409, 413)},
)
def post_member(asked: Ruling, form: NewMember, key: Key = None) -> Response:
    """Add a member."""

    def act() -> Response:
        members = asked.ground.people.members
        return given(members.add(asked.visitor, form.name, role=form.role, password=form.password), 201)

    return once(asked, key, ("add member", form.model_dump(mode="json", exclude={"password"})), act)


@router.patch(
    "/members/{name}",
    operation_id="change_member",
    responses={200: answer_of(Membership, "The member, as it is now."), **problems_of(404, 413)},
)
def patch_member(asked: Ruling, name: Member, form: ChangedMember) -> Response:
    """Give a member another role or password, let a member in no more, or again: all that is asked, or nothing."""
    wanted = Change(form.role, form.password, form.disabled)
    return given(asked.ground.people.members.change(asked.visitor, name, wanted))


@router.get(
    "/tokens",
    operation_id="tokens",
    responses={200: answer_of(AccessToken, "Revoked ones too.", many=True), **problems_of(404)},
)
def get_tokens(
    asked: Reading,
    member: Annotated[
        str | None, Query(max_length=LONGEST, description="Whose; an administrator sees those of all.")
    ] = None,
) -> Response:
    """Tokens, without their secrets: one's own, or for administrators those of all."""
    return given(asked.ground.people.tokens.list(asked.visitor, member or None))


@router.post(
    "/tokens",
    operation_id="add_token",
    status_code=201,
    responses={
        201: answer_of(Issued, "The token, with its secret, which is shown this once."),
        **problems_of(404, 409, 413),
    },
)
def post_token(asked: Reading, form: NewToken, key: Key = None) -> Response:
    """Make a token for a program. It never may more than its scopes say, nor more than its member may.

    Asked for again with the same `Idempotency-Key`, the secret is empty: it is kept nowhere.
    """

    def act() -> Response:
        tokens, whose = asked.ground.people.tokens, form.member or asked.visitor.name
        return given(tokens.add(asked.visitor, whose, scopes=form.scopes, name=form.name, days=form.days), 201)

    return once(asked, key, ("add token", form.model_dump(mode="json")), act, silent=_without_secret)


def _without_secret(answer: str) -> str:
    return json.dumps({**json.loads(answer), "secret": ""}, indent=1) + "\n"


@router.post(
    "/tokens/{id}/revoke",
    operation_id="revoke_token",
    responses={200: answer_of(AccessToken, "The token, as it is now."), **problems_of(404)},
)
def post_revoked(asked: Reading, id: Member) -> Response:  # noqa: A002 - the record's word
    """Make a token worth nothing from now on."""
    return given(asked.ground.people.tokens.revoke(asked.visitor, id))


@router.get(
    "/audit", operation_id="audit", responses={200: answer_of(Audit, "A page of what was done, the last first.")}
)
def get_audit(
    asked: Ruling,
    *,
    member: Annotated[str | None, Query(max_length=LONGEST, description="Only what this member did.")] = None,
    what: Annotated[
        str | None, Query(max_length=LONGEST, description="Only deeds of this name.", examples=["log in"])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="Items on a page.")] = 50,
    after: Annotated[str, Query(max_length=LONGEST, description="The page after the one that gave this cursor.")] = "",
) -> Response:
    """What everybody did: who, when, what, to what, from where."""
    people = asked.ground.people
    return given(people.deeds(asked.visitor, limit=limit, after=after, member=member or None, what=what or None))
