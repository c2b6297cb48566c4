"""Opening a case of health: its readers say why first, and everybody whom it names reads who opened it, when and
why."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NoReturn
from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy import Connection, Select, select

from union.access import asking
from union.accounts.models import Door, Opened
from union.cases import messages
from union.cases.clocks import Clock, leading, sooner, stands
from union.cases.models import Case
from union.cases.timeline import CaseAct, entry
from union.refusal import Refused
from union.store.db import Store
from union.store.reach import Reach, ReachSession
from union.web.current import current_installation, rights
from union.web.locale import today


@dataclass(frozen=True)
class Unopened:
    """A case that its reader has not opened in this session: its code and its day, and nothing of what it is about."""

    id: UUID
    code: str
    clock: str
    by: date | None
    unread: int


def with_unopened(reach: Reach) -> Reach:
    """A reach that knows of the unopened cases too: for a date, a count, or the act of opening one."""
    return dataclasses.replace(reach, unopened=True)


def rights_with_unopened(connection: Connection) -> Reach:
    """The same of who asks, in the transaction that writes."""
    return with_unopened(rights(connection))


def unopened(store: Store, reach: Reach) -> list[Unopened]:
    """The cases in reach that wait for a reason, those of the agenda, what comes first on top."""
    with store.reading(with_unopened(reach)) as session:
        asked = _closed_to(reach).where(stands()).order_by(*sooner(Case, today()))
        found = list(session.scalars(asked))
        unread = messages.waiting(session, reach.person, [one.id for one in found]) if reach.person and found else {}
        return [_told(one, unread) for one in found]


def _closed_to(reach: Reach) -> Select[Case]:
    return select(Case).where(Case.reason_asked, ~reach.own(Case.reported_by), Case.id.not_in(reach.opened))


def _told(case: Case, unread: Mapping[UUID, int]) -> Unopened:
    clock, by = leading(case)
    return Unopened(case.id, case.code, (Clock.NONE if by is None else clock).value, by, unread.get(case.id, 0))


def first_or_404(case_id: UUID) -> NoReturn:
    """Whoever follows a link to a case that they read but have not opened is asked for the reason; else 404."""
    if request.method in {"GET", "HEAD"} and _waits(case_id):
        abort(redirect(url_for("confidentiality.opening", case_id=case_id)))
    abort(404)


def _waits(case_id: UUID) -> bool:
    with current_installation().store.reading(with_unopened(asking().reach)) as session:
        return session.scalar(select(Case.id).where(Case.id == case_id, Case.reason_asked)) is not None


def open_for(session: ReachSession, by: UUID, door_id: UUID, case: Case, why: str) -> None:
    """From now until this sign-in session ends the case is open to it; nothing where it is already. Raises `Refused`
    without a reason."""
    if not why.strip():
        raise Refused("why", _l("Say why you open it: those whom the case names read it."))
    door = session.get_one(Door, door_id, with_for_update=True)
    known = () if door.opened_sealed is None else door.opened.cases
    if not case.reason_asked or case.reported_by == by or case.id in known:
        return
    door.opened = Opened(tuple(dict.fromkeys((*known, case.id))))
    entry(session, case, by, CaseAct.OPENED_FOR, why.strip())


def ask_reason(session: ReachSession, by: UUID, case: Case) -> None:
    """From now on whoever opens it says why. Raises `Refused` for a case that is not confidential, or asks already."""
    if not case.confidential:
        raise Refused("case", _l("Make the case confidential first: a reason is asked of those whom it names."))
    if case.reason_asked:
        raise Refused("case", _l("A reason is asked already before this case is opened."))
    case.reason_asked = True
    entry(session, case, by, CaseAct.REASON_ASKED)


def ask_no_reason(session: ReachSession, by: UUID, case: Case) -> None:
    """Its readers open it as any other again. Raises `Refused` for anybody but the one who reported it."""
    if case.reported_by != by:
        raise Refused("case", _l("Who reported the case decides this: ask them."))
    if not case.reason_asked:
        raise Refused("case", _l("No reason is asked before this case is opened."))
    case.reason_asked = False
    entry(session, case, by, CaseAct.REASON_LEFT)
