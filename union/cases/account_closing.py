"""What hangs on an account that is to be closed, and who takes it over: no case is left with nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, or_, select

from union.accounts import actions as accounts
from union.accounts import resets
from union.accounts.models import Account, Grant
from union.cases import readers, transfers
from union.cases.models import Case, CaseParty, Stage
from union.cases.timeline import CaseAct, entry
from union.members import work_actions
from union.members.models import Employment, Entrusted
from union.refusal import Refused
from union.store.db import Store
from union.store.reach import Reach, ReachSession
from union.web.locale import today

TOLD_BEFORE = timedelta(days=14)  # of a role that ends by its own day


@dataclass(frozen=True)
class Left:
    """How much still hangs on an account: cases that it follows or alone reads, and members entrusted to it."""

    cases: int = 0
    entrusted: int = 0

    @property
    def nothing(self) -> bool:
        return not (self.cases or self.entrusted)


@dataclass(frozen=True)
class Ending:
    """A role that ends by its own day, and how many cases and members hang on it."""

    account_id: UUID
    name: str
    until: date
    number: int


def eyes(account_id: UUID) -> Reach:
    """What is handed over is found and written with the eyes of the account itself: its own confidential cases, and no
    others.

    Whoever closes it does not come to read them by this: what is shown is asked with their own reach.
    """
    return Reach(person=account_id, everywhere=True, accounts=True, unopened=True)


def followed(session: ReachSession, account_id: UUID) -> list[Case]:
    """The cases in reach that an account follows, open or with a date that runs on; the soonest first."""
    runs = or_(Case.stage != Stage.CLOSED, Case.due_on.is_not(None))
    asked = select(Case).where(Case.handled_by == account_id, runs)
    return list(session.scalars(asked.order_by(Case.due_on.is_(None), Case.due_on, Case.code)))


def kept_by(session: ReachSession, account_id: UUID) -> list[Case]:
    """The confidential cases that would be lost with an account: it follows them, or nobody else who signs in reads
    them.

    Asked with the eyes of the account.
    """
    confidential = session.scalars(select(Case).where(Case.confidential, _names(account_id))).all()
    following = {one.id for one in followed(session, account_id)}
    return [one for one in confidential if one.id in following or not _read_by_others(session, one, account_id)]


def _names(account_id: UUID) -> ColumnElement[bool]:
    named = select(CaseParty.case_id).where(CaseParty.account_id == account_id)
    return or_(Case.reported_by == account_id, Case.handled_by == account_id, Case.id.in_(named))


def _read_by_others(session: ReachSession, case: Case, account_id: UUID) -> bool:
    others = {case.reported_by, case.handled_by, *readers.named(session, case)} - {account_id, None}
    return any(one.id in others for one in readers.colleagues(session, case.workplace_id))


def left(session: ReachSession, account_id: UUID) -> Left:
    """How much still hangs on an account; asked with its eyes, or by a command."""
    cases = {one.id for one in (*followed(session, account_id), *kept_by(session, account_id))}
    return Left(len(cases), len(entrusted_to(session, account_id)))


def entrusted_to(session: ReachSession, account_id: UUID) -> list[Entrusted]:
    """Whom an account looks after."""
    return list(session.scalars(select(Entrusted).where(Entrusted.account_id == account_id)))


def takers(session: ReachSession, account: Account, by: UUID | None) -> list[readers.Colleague]:
    """Who can take over what only this account reads: organisers at every workplace that it ever had, whichever it is
    of.

    Not whoever closes it, nobody of the secretariat, and no account that waits for its holder or for a second person's
    word, so that nobody comes to read a confidential case by closing an account.
    """
    places = {place.workplace_id for grant in account.grants for place in grant.places}
    everywhere = any(grant.everywhere for grant in account.grants)
    found = []
    for one in session.scalars(select(Account).where(Account.disabled.is_(False), Account.renews.is_(False))):
        held = [grant for grant in one.grants if grant.term.holds(today())]
        mine = [grant for grant in held if grant.role in readers.FOLLOW]
        covered = {place.workplace_id for grant in mine for place in grant.places}
        wide = any(grant.everywhere for grant in mine)
        inside = wide or (not everywhere and places <= covered)
        apart = resets.vouched(one) and one.id not in {account.id, by}
        if mine and inside and apart and all(g.role not in readers.WORK - readers.FOLLOW for g in held):
            found.append(readers.Colleague(one.id, one.holder.name, readers.FOLLOW))
    return sorted(found, key=lambda one: one.name.casefold())


def take_over(session: ReachSession, by: UUID | None, case: Case, account_id: UUID, to: UUID) -> None:
    """A colleague follows the case from now on, and reads it. Raises `Refused` for one who does not work at its
    workplace."""
    found = next((one for one in readers.handlers(session, case.workplace_id) if one.id == to), None)
    if found is None or to == account_id:
        raise Refused("to", _l("Choose a colleague who works at this workplace."))
    transfers.drop(session, case)
    over = case.stage is Stage.CLOSED and case.due_on is None
    if not over:
        case.handled_by = to
        case.stage = Stage.IN_HAND if case.stage is Stage.NEW else case.stage
    elif to not in {case.reported_by, case.handled_by} and not readers.is_named(session, case, to):
        readers.add(session, case, to)
    entry(session, case, by, CaseAct.TAKEN_OVER, found.name)


def look_after(session: ReachSession, by: UUID | None, rows: Iterable[Entrusted], to: UUID | None) -> None:
    """Another delegate looks after these people from now on, or nobody but the organisers of the workplace."""
    for row in list(rows):
        work = session.scalar(
            select(Employment).where(Employment.member_id == row.member_id, Employment.workplace_id == row.workplace_id)
        )
        known = select(Entrusted.id).where(
            Entrusted.account_id == to, Entrusted.member_id == row.member_id, Entrusted.workplace_id == row.workplace_id
        )
        work_actions.take_back(session, by, row)
        if to is not None and work is not None and session.scalar(known) is None:
            work_actions.entrust(session, by, work, to)


def close(session: ReachSession, by: UUID | None, account: Account) -> None:
    """It signs in no more. Raises `Refused` while a case or a member hangs on it."""
    rest = left(session, account.id)
    if not rest.nothing:
        raise Refused(
            "account",
            _l(
                "Say first who takes over what hangs on this account: %(cases)s cases, %(members)s members "
                "looked after.",
                cases=rest.cases,
                members=rest.entrusted,
            ),
        )
    transfers.end_for(session, by, account.id)
    accounts.disable(session, by, account)


def hand_over_all(session: ReachSession, by: UUID | None, account: Account, to: Account) -> Sequence[Case]:
    """Everything at once, for the command line. Raises `Refused` with how many cases the other account cannot work."""
    cases = {one.id: one for one in (*followed(session, account.id), *kept_by(session, account.id))}
    away = [
        one for one in cases.values() if to.id not in {each.id for each in readers.handlers(session, one.workplace_id)}
    ]
    if away:
        raise Refused(
            "to", _l("%(cases)s cases are at workplaces at which this colleague does not work.", cases=len(away))
        )
    for case in cases.values():
        take_over(session, by, case, account.id, to.id)
    look_after(session, by, entrusted_to(session, account.id), None)
    return list(cases.values())


def hanging(store: Store, granted: Grant) -> int:
    """How many cases and entrusted members an account would no longer reach without this grant.

    Confidential ones count all or not at all: else ending one role after another would tell at which workplace they
    are.
    """
    if granted.role not in readers.WORK | readers.CARE:
        return 0
    with store.reading(eyes(granted.account_id)) as session:
        account = session.get_one(Account, granted.account_id)
        held = [one for one in account.grants if one.term.holds(today()) or one.id == granted.id]
        others = [one for one in held if one.id != granted.id]
        places = [one.workplace_id for one in followed(session, account.id) if not one.confidential]
        works = [one for one in others if one.role in readers.WORK]
        cares = [one for one in others if one.role in readers.CARE]
        members = (
            [one.workplace_id for one in entrusted_to(session, account.id)] if granted.role in readers.CARE else []
        )
        own = {place.workplace_id for place in granted.places}
        lost = [one for one in places if (granted.everywhere or one in own) and not _covers(works, one)]
        alone = 0 if _cover_all(works, held) else len(kept_by(session, account.id))
        return (
            len(lost) + alone + sum((granted.everywhere or one in own) and not _covers(cares, one) for one in members)
        )


def ending(store: Store, session: ReachSession) -> list[Ending]:
    """The roles that end by their own day, before and after it, as long as something hangs on them; the soonest first.

    Nobody presses a button on that day: so the secretariat is told, by number, and hands over on the page of the
    account.
    """
    found = []
    for account in session.scalars(select(Account).where(Account.disabled.is_(False))):
        for one in account.grants:
            until = one.term.until_on
            if until is None or one.term.ended_on is not None or until > today() + TOLD_BEFORE:
                continue
            if number := hanging(store, one):
                found.append(Ending(account.id, account.holder.name, until, number))
    return sorted(found, key=lambda one: (one.until, one.name.casefold()))


def _cover_all(grants: list[Grant], held: list[Grant]) -> bool:
    """Whether some grants cover every workplace of all that are held."""
    if any(one.everywhere for one in held):
        return any(one.everywhere for one in grants)
    return all(_covers(grants, place.workplace_id) for one in held for place in one.places)


def _covers(grants: Iterable[Grant], place: UUID) -> bool:
    return any(one.everywhere or place in {each.workplace_id for each in one.places} for one in grants)
