"""Global search: members by name or number, cases by code, sites and disputes; within reach, nothing in an address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from union import text
from union.cases.models import Case
from union.layoffs.models import Layoff
from union.members import roster, tokens
from union.members.damage import opens
from union.members.models import Employment, Member, MemberToken
from union.reach import ReachSession
from union.sheets.cells.names import fold
from union.web.damaged import readable
from union.workplaces.models import Workplace, sites

MOST = 20
_CODE = re.compile(r"[A-Z]-?[A-Z0-9]{2,9}")


@dataclass(frozen=True)
class Person:
    """Somebody found, and where he works."""

    id: UUID
    name: str
    name_ar: str
    place: str


@dataclass(frozen=True)
class Found:
    """What a search found; `more` says that names beyond the first twenty are left out."""

    people: list[Person] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    places: list[Workplace] = field(default_factory=list)
    more: bool = False

    @property
    def nothing(self) -> bool:
        return not (self.people or self.cases or self.places)


def look(session: ReachSession, query: str) -> Found:
    """Everything in reach that answers to what was typed."""
    known = {one.id: one for one in session.scalars(sites())}
    wanted = fold(query)
    places = [one for one in known.values() if wanted and wanted in fold(f"{one.site.name} {one.site.city}")]
    people, more = _people(session, query, {key: one.site.name for key, one in known.items()})
    return Found(people, [*_cases(session, query), *_disputes(session, wanted)], places[:MOST], more)


def _people(session: ReachSession, query: str, places: dict[UUID, str]) -> tuple[list[Person], bool]:
    by_number = _by_number(session, query, places)
    hits = roster.search(session, query) if any(sign.isalpha() for sign in query) else []
    named = [Person(hit.who.member_id, hit.who.name, hit.who.name_ar, places.get(hit.workplace_id, "")) for hit in hits]
    found = {one.id: one for one in [*named, *by_number]}
    return list(found.values())[:MOST], len(found) > MOST


def _by_number(session: ReachSession, query: str, places: dict[UUID, str]) -> list[Person]:
    """By exact token: a telephone, an e-mail, an employee number at one of the sites in reach."""
    wanted = tokens.asked(query, places)
    if not wanted:
        return []
    owners = select(MemberToken.member_id).where(MemberToken.token.in_(wanted))
    asked = (
        select(Member, Employment.workplace_id)
        .join(Employment, Employment.member_id == Member.id)
        .where(Member.id.in_(owners))
        .limit(MOST)
    )
    return [
        Person(one.id, one.identity.name, one.identity.name_ar, places.get(place, ""))
        for one, place in session.execute(asked)
        if opens(one)
    ]


def _cases(session: ReachSession, query: str) -> list[Case]:
    """By code, with or without its dash, in small letters too."""
    plain = re.sub(r"\s", "", text.digits(query)).upper()
    if not _CODE.fullmatch(plain):
        return []
    code = plain if "-" in plain else f"{plain[0]}-{plain[1:]}"
    return list(session.scalars(select(Case).where(Case.code.startswith(code, autoescape=True)).limit(MOST)))


def _disputes(session: ReachSession, wanted: str) -> list[Case]:
    """By title: sealed, and few; all in reach are opened."""
    found: list[Case] = [
        one
        for one in readable(session.scalars(select(Layoff)), "matter")
        if wanted and wanted in fold(one.matter.title)
    ]
    return found[:MOST]
