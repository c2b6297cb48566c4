"""The list of grievances: who asks for what, counted and paged in the database, the soonest safe date first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from union.accounts.actions import names
from union.cases.clocks import Clock, claimable, late, leading, soon, sooner
from union.cases.dates import hearings
from union.cases.messages import Unread
from union.cases.messages import counted as waiting_on
from union.cases.models import Stage
from union.grievances import naming
from union.grievances.models import Grievance, Problem
from union.store.reach import ReachSession
from union.web.addresses import Page, paged
from union.web.damaged import readable
from union.web.locale import today

SOON = timedelta(days=7)
TABS = ("open", "new", "in_hand", "waiting", "closed", "mine")
DATES = ("late", "week", "claim", "none")


@dataclass(frozen=True)
class Asked:
    """One tab of the list, and its filters."""

    tab: str = "open"
    problem: Problem | None = None
    workplace_id: UUID | None = None
    dates: str = ""


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


def counts(session: ReachSession, me: UUID, asked: Asked) -> dict[str, int]:
    """How many stand behind each tab under the filters asked for, in one statement where none of them is sealed."""
    found = dict.fromkeys(TABS, 0)
    for stage, handler, number in _stood(session, asked):
        found[stage.value] += number
        found["open"] += number if stage is not Stage.CLOSED else 0
        found["mine"] += number if stage is not Stage.CLOSED and handler == me else 0
    return found


def _stood(session: ReachSession, asked: Asked) -> Iterable[tuple[Stage, UUID | None, int]]:
    conditions = _filtered(asked)
    if asked.problem is None:
        grouped = select(Grievance.stage, Grievance.handled_by, func.count(Grievance.id)).where(*conditions)
        return [
            (row[0], row[1], row[2]) for row in session.execute(grouped.group_by(Grievance.stage, Grievance.handled_by))
        ]
    cases = _some(session, select(Grievance).where(*conditions))
    return [(one.stage, one.handled_by, 1) for one in cases if one.account.problem is asked.problem]


def listed(
    session: ReachSession,
    me: UUID,
    asked: Asked,
    places: Mapping[UUID, str],
    counted: Mapping[str, int],
    *,
    unread_first: bool = False,
) -> Page[Row]:
    """The page asked for in the address; `unread_first` puts the cases with a message on top. What it is about is
    sealed, so that filter opens what the others left.

    `places` are the names of the sites in reach, `counted` what `counts` says of each tab.
    """
    conditions = _conditions(asked, me)
    told = Grievance.id.in_(select(Unread.case_id).where(Unread.account_id == me))
    order = (~told, *sooner(Grievance, today())) if unread_first else sooner(Grievance, today())
    chosen = select(Grievance).where(*conditions).order_by(*order)
    if asked.problem is None:
        found = paged(counted[asked.tab], lambda offset, limit: _some(session, chosen.offset(offset).limit(limit)))
    else:
        kept = [case for case in _some(session, chosen) if case.account.problem is asked.problem]
        found = paged(len(kept), lambda offset, limit: kept[offset : offset + limit])
    return Page(_rows(session, me, found.items, places), found.number, found.total, found.per_page)


def _some(session: ReachSession, chosen: Select[Any]) -> list[Grievance]:
    return readable(session.scalars(chosen), "account")


def _conditions(asked: Asked, me: UUID) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.tab in {stage.value for stage in Stage}:
        found.append(Grievance.stage == Stage(asked.tab))
    else:
        found.append(Grievance.stage != Stage.CLOSED)
    if asked.tab == "mine":
        found.append(Grievance.handled_by == me)
    return found + _filtered(asked)


def _filtered(asked: Asked) -> list[ColumnElement[bool]]:
    """The filters that stand in clear, whatever the tab."""
    due = _due(asked.dates, today())
    return due if asked.workplace_id is None else [Grievance.workplace_id == asked.workplace_id, *due]


def _due(dates: str, on: date) -> list[ColumnElement[bool]]:
    if dates == "late":
        return [late(Grievance, on)]
    if dates == "week":
        return [soon(Grievance, on, on + SOON)]
    if dates == "claim":
        return [claimable(Grievance, on)]
    return [Grievance.due_on.is_(None), Grievance.at_once.is_not(True)] if dates == "none" else []


def _rows(session: ReachSession, me: UUID, cases: Iterable[Grievance], places: Mapping[UUID, str]) -> list[Row]:
    cases = list(cases)
    people = names(session, {case.handled_by for case in cases if case.handled_by is not None})
    named = naming.about(session, cases)
    heard, waits = hearings(session, cases), waiting_on(session, me, [case.id for case in cases])
    rows = []
    for case in cases:
        clock, by = leading(case)
        unread, moved = waits.get(case.id, (0, 0))
        hour = heard.get((case.id, by)) if clock is Clock.OURS else None
        rows.append(
            Row(
                case,
                named.get(case.id) or case.account.about_name,
                places.get(case.workplace_id, ""),
                people.get(case.handled_by, "") if case.handled_by else "",
                (clock if hour is None else Clock.HEARING).value,
                by,
                hour or "",
                unread,
                moved > 0,
                case.due_on if clock in {Clock.AT_ONCE, Clock.CLAIM} else None,
            )
        )
    return rows
