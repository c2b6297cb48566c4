"""The list of grievances: who asks for what, counted and paged in the database as far as it knows, what comes first on
top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, select

from union.accounts.actions import names
from union.cases.clocks import Clock, claimable, idle, late, leading, soon, sooner
from union.cases.dates import of_cases
from union.cases.messages import Unread
from union.cases.messages import counted as waiting_on
from union.cases.models import Stage
from union.grievances import finding, naming
from union.grievances.models import Grievance, Problem
from union.grievances.next_words import NextAct, of_grievance
from union.grievances.probable import PEOPLE
from union.members import roster
from union.store.among import Among, as_given, id_of
from union.store.reach import ReachSession
from union.web.addresses import Page, paged
from union.web.damaged import readable
from union.web.locale import by_arabic_name, language, today

SOON = timedelta(days=7)
TABS = ("open", "mine", "nobody", "idle", "new", "in_hand", "waiting", "closed")
DATES = ("late", "week", "claim", "none")
SORTS = ("name", "-name", "place", "owner", "state")  # by what comes first where none is asked for


@dataclass(frozen=True)
class Asked:
    """One tab of the list, its filters, the words of a search, and the order; `unread_first` puts the cases with a
    message on top."""

    tab: str = "open"
    problem: Problem | None = None
    workplace_id: UUID | None = None
    dates: str = ""
    sort: str = ""
    words: str = ""
    unread_first: bool = False

    @property
    def filters_sealed(self) -> bool:
        """Whether cases are chosen by something that is sealed, so that no database can be asked for them."""
        return bool(self.problem or self.words)


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    case: Grievance
    about: str  # whom it is about, in the script of who reads
    place: str
    handler: str
    clock: str
    by: date | None
    hour: str
    unread: int
    moved: bool  # whether acts of others wait to be seen
    then: date | None  # our day that runs meanwhile, where something else comes first
    next: str  # what must happen next, in the reader's language
    at: int  # its place in the order of the whole list, from 1


def among(session: ReachSession, asked: Asked, places: Mapping[UUID, str]) -> Set[bytes] | None:
    """The cases that the sealed filters leave, of whatever tab, by the bytes of their ids; None where there is no such
    filter. `places` are the names of the sites in reach."""
    if not asked.filters_sealed:
        return None
    found = finding.found(session, asked.words, places) if asked.words else None
    if asked.problem is None:
        return found
    known = PEOPLE.within(session, *_filtered(asked, found))
    return {case_id for case_id, one in known if one.matter is asked.problem}


def counts(session: ReachSession, me: UUID, asked: Asked, kept: Set[bytes] | None) -> dict[str, int]:
    """How many stand behind each tab under the filters asked for, in one statement; `kept` as `among` says."""
    columns = (Grievance.stage, Grievance.handled_by, idle(Grievance))
    grouped = select(*columns, func.count(Grievance.id)).where(*_filtered(asked, kept)).group_by(*columns)
    found = dict.fromkeys(TABS, 0)
    for stage, handler, still, number in session.execute(grouped):
        found[stage.value] += number
        if stage is not Stage.CLOSED:
            found["open"] += number
            found["mine"] += number if handler == me else 0
            found["nobody"] += number if handler is None else 0
            found["idle"] += number if still else 0
    return found


def listed(
    session: ReachSession,
    me: UUID,
    asked: Asked,
    places: Mapping[UUID, str],
    kept: Set[bytes] | None,
    counted: Mapping[str, int],
) -> Page[Row]:
    """The page asked for in the address. `places` are the names of the sites in reach, `kept` as `among` says,
    `counted` what `counts` says of each tab."""
    page = paged(counted[asked.tab], lambda offset, limit: in_order(session, me, asked, places, kept, offset, limit))
    known = {case.id: case for case in _some(session, select(Grievance).where(Grievance.id.in_(page.items)))}
    first = (page.number - 1) * page.per_page + 1
    numbered = [(first + at, known[one]) for at, one in enumerate(page.items) if one in known]
    return Page(_rows(session, me, numbered, places), page.number, page.total, page.per_page)


def in_order(
    session: ReachSession,
    me: UUID,
    asked: Asked,
    places: Mapping[UUID, str],
    kept: Set[bytes] | None,
    offset: int,
    limit: int,
) -> list[UUID]:
    """A stretch of the list, in its order: the ids of its cases; `kept` as `among` says."""
    conditions, order = _conditions(asked, me, kept), _order(session, me, asked, places)
    if asked.sort.endswith("name"):
        named = _by_name(session, conditions, order)
        named.sort(key=lambda one: one[1], reverse=asked.sort.startswith("-"))
        return [UUID(bytes=one[0]) for one in named[offset : offset + limit]]
    return list(session.scalars(select(Grievance.id).where(*conditions).order_by(*order).offset(offset).limit(limit)))


@dataclass(frozen=True)
class Neighbours:
    """What stands before and after a case in the order of a list, each with its place; None at an end."""

    before: tuple[UUID, int] | None = None
    after: tuple[UUID, int] | None = None


def neighbours(
    session: ReachSession, me: UUID, asked: Asked, places: Mapping[UUID, str], case_id: UUID, at: int
) -> Neighbours:
    """The cases beside the one that stood at this place of a list. Where it left the list since, another stands in its
    place: that one comes next."""
    first, kept = max(0, at - 2), among(session, asked, places)
    found = list(enumerate(in_order(session, me, asked, places, kept, first, at + 1 - first), first + 1))
    before = next(((one, place) for place, one in found if place == at - 1), None)
    here = next((one for place, one in found if place == at), None)
    follows = at + 1 if here == case_id else at
    after = next(((one, place) for place, one in found if place == follows), None)
    return Neighbours(before, after)


def _order(session: ReachSession, me: UUID, asked: Asked, places: Mapping[UUID, str]) -> list[Any]:
    """By what is asked for, then by what comes first."""
    order: list[Any] = list(sooner(Grievance, today()))
    if asked.unread_first:
        order.insert(0, ~Grievance.id.in_(select(Unread.case_id).where(Unread.account_id == me)))
    if asked.sort == "place":
        order.insert(0, _ranked(Grievance.workplace_id, places))
    if asked.sort == "owner":
        followed = select(Grievance.handled_by).where(Grievance.handled_by.is_not(None)).distinct()
        order.insert(0, _ranked(Grievance.handled_by, names(session, set(session.scalars(followed)))))
    if asked.sort == "state":
        order.insert(0, case(*((Grievance.stage == one, at) for at, one in enumerate(Stage)), else_=len(Stage)))
    return order


def _ranked(column: Any, called: Mapping[UUID, str]) -> Any:
    """The order of names that no database knows, by the ids that it does; what has none comes first."""
    ordered = sorted(called, key=lambda one: called[one].casefold())
    if not ordered:
        return column
    return case(*((column == one, at) for at, one in enumerate(ordered)), else_=-1)


def _by_name(
    session: ReachSession, conditions: Sequence[ColumnElement[bool]], order: Sequence[Any]
) -> list[tuple[bytes, tuple[bool, str]]]:
    """These cases in an order, each with what sorts it by whom it is about, in the script of whoever reads."""
    known = PEOPLE.within(session, *conditions, order=order)
    told = [(case_id, (not whom.name, whom.key)) for case_id, whom in known]
    if language() != "ar":
        return told
    arabic = {who.member: who.name_ar for people in roster.names(session).values() for who in people if who.name_ar}
    tied = select(as_given(Grievance.id), as_given(Grievance.member_id)).where(
        Grievance.member_id.is_not(None), *conditions
    )
    members = {id_of(row[0]): id_of(row[1]) for row in session.execute(tied)}
    return [(one, by_arabic_name(key, arabic.get(members.get(one, b""), ""))) for one, (_nameless, key) in told]


def _some(session: ReachSession, chosen: Select[Any]) -> list[Grievance]:
    return readable(session.scalars(chosen), "account")


def _conditions(asked: Asked, me: UUID, kept: Set[bytes] | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.tab in {stage.value for stage in Stage}:
        found.append(Grievance.stage == Stage(asked.tab))
    else:
        found.append(Grievance.stage != Stage.CLOSED)
    if asked.tab == "mine":
        found.append(Grievance.handled_by == me)
    if asked.tab == "nobody":
        found.append(Grievance.handled_by.is_(None))
    if asked.tab == "idle":
        found.append(idle(Grievance))
    return found + _filtered(asked, kept)


def _filtered(asked: Asked, kept: Set[bytes] | None) -> list[ColumnElement[bool]]:
    """The filters, whatever the tab; `kept` as `among` says."""
    found = _due(asked.dates, today())
    if asked.workplace_id is not None:
        found.append(Grievance.workplace_id == asked.workplace_id)
    return found if kept is None else [*found, Among(Grievance.id, kept)]


def _due(dates: str, on: date) -> list[ColumnElement[bool]]:
    if dates == "late":
        return [late(Grievance, on)]
    if dates == "week":
        return [soon(Grievance, on, on + SOON)]
    if dates == "claim":
        return [claimable(Grievance, on)]
    return [Grievance.due_on.is_(None), Grievance.at_once.is_not(True)] if dates == "none" else []


def of_ids(session: ReachSession, me: UUID, ids: Sequence[UUID], places: Mapping[UUID, str]) -> list[Row]:
    """These cases as lines of a list, in this order; what is out of reach is left out."""
    known = {one.id: one for one in _some(session, select(Grievance).where(Grievance.id.in_(ids)))}
    return _rows(session, me, list(enumerate((known[one] for one in ids if one in known), 1)), places)


def _rows(
    session: ReachSession, me: UUID, numbered: Sequence[tuple[int, Grievance]], places: Mapping[UUID, str]
) -> list[Row]:
    cases = [one for _at, one in numbered]
    people = names(session, {one.handled_by for one in cases if one.handled_by is not None})
    named = naming.about(session, cases)
    ids = [one.id for one in cases]
    beside, waits = of_cases(session, ids), waiting_on(session, me, ids)
    rows = []
    for at, one in numbered:
        clock, by = leading(one)
        unread, moved = waits.get(one.id, (0, 0))
        what = NextAct("") if one.stage is Stage.CLOSED else of_grievance(one, beside.get(one.id, ()))
        rows.append(
            Row(
                one,
                named.get(one.id) or one.account.about_name,
                places.get(one.workplace_id, ""),
                people.get(one.handled_by, "") if one.handled_by else "",
                (Clock.HEARING if what.hearing else clock).value,
                by,
                what.hour,
                unread,
                moved > 0,
                one.due_on if clock in {Clock.AT_ONCE, Clock.CLAIM} else None,
                what.what,
                at,
            )
        )
    return rows
