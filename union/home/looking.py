"""Global search: members by name or number, cases by code or by whom they are about, people of disputes, sites;
within reach, nothing in an address."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import or_, select

from union.cases.clocks import sooner
from union.cases.models import Case, Stage
from union.cases.whom import People
from union.grievances.finding import code_of
from union.grievances.probable import PEOPLE
from union.layoffs.records.models import Layoff, LayoffPerson
from union.members import roster, tokens
from union.members.damage import opens
from union.members.models import Employment, Member
from union.store.among import Among
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.web.damaged import readable
from union.web.locale import today
from union.workplaces.models import Workplace, sites

MOST = 20
LISTED = People(LayoffPerson, LayoffPerson.facts, lambda facts: (facts.name, (facts.employee_number,), None))


@dataclass(frozen=True)
class FoundPerson:
    """A person whom the search found, and where they work."""

    id: UUID
    name: str
    name_ar: str
    place: str


@dataclass(frozen=True)
class OnList:
    """Somebody of an employer's list, in the dispute that it belongs to."""

    id: UUID
    case_id: UUID
    code: str
    name: str
    place: str


@dataclass(frozen=True)
class Found:
    """What a search found; `more` says that names beyond the first twenty are left out."""

    people: list[FoundPerson] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    places: list[Workplace] = field(default_factory=list)
    on_lists: list[OnList] = field(default_factory=list)
    more: bool = False

    @property
    def number(self) -> int:
        """How many lines it shows: people, cases, people of disputes' lists, sites."""
        return len(self.people) + len(self.cases) + len(self.on_lists) + len(self.places)

    @property
    def nothing(self) -> bool:
        return not self.number


def look(session: ReachSession, query: str) -> Found:
    """Everything in reach that answers to what was typed."""
    known = {one.id: one for one in session.scalars(sites())}
    wanted = fold(query)
    places = [
        one
        for one in known.values()
        if wanted and wanted in fold(f"{one.site.name} {one.site.name_ar} {one.site.city}")
    ]
    called = {key: one.site.called for key, one in known.items()}
    people, more = _people(session, query, called)
    about, more_cases = _about(session, query, {one.id for one in people})
    listed, more_listed = _on_lists(session, query, called)
    cases = {one.id: one for one in [*_cases(session, query), *_disputes(session, wanted), *about]}
    return Found(people[:MOST], list(cases.values()), places[:MOST], listed, more or more_cases or more_listed)


def _about(session: ReachSession, query: str, members: set[UUID]) -> tuple[list[Case], bool]:
    """The cases about somebody of this name or number, tied to a member or not: what comes first on top."""
    wanted = {case_id for case_id, _whom in PEOPLE.found(session, query)}
    asked = select(Case).where(or_(Among(Case.id, wanted), Among(Case.member_id, {one.bytes for one in members})))
    found = list(session.scalars(asked.order_by(Case.stage == Stage.CLOSED, *sooner(Case, today())).limit(MOST + 1)))
    return found[:MOST], len(found) > MOST


def _on_lists(session: ReachSession, query: str, places: dict[UUID, str]) -> tuple[list[OnList], bool]:
    """The people of disputes' lists, by name or by the employer's number for them."""
    found = dict(LISTED.found(session, query))
    asked = (
        select(LayoffPerson.id, LayoffPerson.case_id, Layoff.code, LayoffPerson.workplace_id)
        .join(Layoff, Layoff.id == LayoffPerson.case_id)
        .where(Among(LayoffPerson.id, found))
        .order_by(Layoff.code, LayoffPerson.position)
        .limit(MOST + 1)
    )
    rows = session.execute(asked).all() if found else []
    told = [
        OnList(row.id, row.case_id, row.code, found[row.id.bytes].name, places.get(row.workplace_id, ""))
        for row in rows
    ]
    return told[:MOST], len(told) > MOST


def _people(session: ReachSession, query: str, places: dict[UUID, str]) -> tuple[list[FoundPerson], bool]:
    by_number = _by_number(session, query, places)
    hits = roster.search(session, query) if any(sign.isalpha() for sign in query) else []
    named = [
        FoundPerson(hit.who.member_id, hit.who.name, hit.who.name_ar, places.get(hit.workplace_id, "")) for hit in hits
    ]
    found = {one.id: one for one in [*named, *by_number]}
    return list(found.values()), len(found) > MOST


def _by_number(session: ReachSession, query: str, places: dict[UUID, str]) -> list[FoundPerson]:
    """By exact token: a telephone, an e-mail, an employee number at one of the sites in reach."""
    wanted = tokens.asked(query, places)
    if not wanted:
        return []
    asked = (
        select(Member, Employment.workplace_id)
        .join(Employment, Employment.member_id == Member.id)
        .where(Member.id.in_(tokens.bearing(wanted)))
        .limit(MOST)
    )
    return [
        FoundPerson(one.id, one.identity.name, one.identity.name_ar, places.get(place, ""))
        for one, place in session.execute(asked)
        if opens(one)
    ]


def _cases(session: ReachSession, query: str) -> list[Case]:
    """By code, with or without its dash, in small letters too."""
    code = code_of(query)
    if not code:
        return []
    return list(session.scalars(select(Case).where(Case.code.startswith(code, autoescape=True)).limit(MOST)))


def _disputes(session: ReachSession, wanted: str) -> list[Case]:
    """By title: sealed, and few; all in reach are opened."""
    found: list[Case] = [
        one
        for one in readable(session.scalars(select(Layoff)), "matter")
        if wanted and wanted in fold(one.matter.title)
    ]
    return found[:MOST]
