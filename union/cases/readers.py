"""Who may know of a case: the people it names, and those who could be named on it or take it over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.access import May, Role, roles_with
from union.accounts.models import Account
from union.cases.models import Case, CaseParty
from union.cases.timeline import CaseAct, entry
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today

WORK = roles_with(May.WORK_GRIEVANCE)
READ = roles_with(May.READ_GRIEVANCE)
FOLLOW = roles_with(May.WORK_GRIEVANCE, without=May.MANAGE_ACCOUNTS)  # the cases of their own workplaces
LAWYERS = roles_with(May.READ_LAYOFF, without=May.WORK_LAYOFF)  # they read the disputes that name them
CARE = roles_with(May.LIST_ENTRUSTED)  # they look after members


@dataclass(frozen=True)
class Colleague:
    """Somebody who signs in and works at a workplace."""

    id: UUID
    name: str
    roles: frozenset[Role]


def colleagues(session: ReachSession, workplace_id: UUID, roles: Iterable[Role] = READ) -> list[Colleague]:
    """Accounts in reach whose grants of today cover the workplace in one of these roles, by name."""
    wanted, on, found = set(roles), today(), []
    for account in session.scalars(select(Account)):
        held = frozenset(
            grant.role
            for grant in account.grants
            if grant.term.holds(on) and (grant.everywhere or any(p.workplace_id == workplace_id for p in grant.places))
        )
        if held & wanted and not account.disabled:
            found.append(Colleague(account.id, account.holder.name, held))
    return sorted(found, key=lambda one: one.name.casefold())


def handlers(session: ReachSession, workplace_id: UUID) -> list[Colleague]:
    """Who can work a case of this workplace."""
    return colleagues(session, workplace_id, WORK)


def desk(session: ReachSession) -> list[Colleague]:
    """Accounts in reach that work cases at any of the workplaces in reach, by name."""
    reach, on, found = session.reach, today(), []
    for account in session.scalars(select(Account).where(~Account.disabled)):
        held = [one for one in account.grants if one.role in WORK and one.term.holds(on)]
        places = {place.workplace_id for one in held for place in one.places}
        if any(one.everywhere for one in held) or (places if reach.everywhere else places & reach.workplaces):
            found.append(Colleague(account.id, account.holder.name, frozenset(one.role for one in held)))
    return sorted(found, key=lambda one: one.name.casefold())


def named(session: ReachSession, case: Case) -> list[UUID]:
    """The accounts that a case names besides its reporter and its handler."""
    return list(session.scalars(select(CaseParty.account_id).where(CaseParty.case_id == case.id)))


def beside(session: ReachSession, case: Case) -> list[UUID]:
    """As `named`, without whoever reported the case or follows it: they stand among its readers already."""
    return [one for one in named(session, case) if one not in {case.reported_by, case.handled_by}]


def everybody(session: ReachSession, case: Case) -> set[UUID]:
    """Whoever reported a case, follows it, or is named on it."""
    return {one for one in (case.reported_by, case.handled_by, *named(session, case)) if one is not None}


def is_named(session: ReachSession, case: Case, account_id: UUID) -> bool:
    return account_id in named(session, case)


def add(session: ReachSession, case: Case, account_id: UUID) -> None:
    """Name an account on the case, without a line in its timeline."""
    session.add(CaseParty(case_id=case.id, workplace_id=case.workplace_id, account_id=account_id))
    session.flush()


def name(session: ReachSession, by: UUID, case: Case, account_id: UUID) -> None:
    """Let a colleague of the workplace know of the case. Raises `Refused` for one who does, or who works elsewhere."""
    session.scalar(select(Case.id).where(Case.id == case.id).with_for_update())  # two who name the same one at once
    if account_id in {case.reported_by, case.handled_by} or is_named(session, case, account_id):
        raise Refused("account", _l("This person already reads the case."))
    found = next((one for one in colleagues(session, case.workplace_id) if one.id == account_id), None)
    if found is None:
        raise Refused("account", _l("Choose somebody who works at this workplace."))
    add(session, case, account_id)
    entry(session, case, by, CaseAct.NAMED, found.name)


def remove_reader(session: ReachSession, by: UUID, case: Case, account_id: UUID) -> None:
    """Take the case back from an account. Raises `Refused` for oneself, who would lose it in the middle of the act."""
    found = session.scalar(select(CaseParty).where(CaseParty.case_id == case.id, CaseParty.account_id == account_id))
    if found is None:
        raise Refused("account", _l("This person is not named on the case."))
    if account_id == by and account_id not in {case.reported_by, case.handled_by}:
        raise Refused("account", _l("Ask whoever follows the case to take you off it."))
    session.delete(found)
    account = session.get(Account, account_id)
    entry(session, case, by, CaseAct.UNNAMED, account.holder.name if account else "")


def make_confidential(session: ReachSession, by: UUID, case: Case) -> None:
    """From now on only those it names know of it; who makes it so is one of them."""
    if case.confidential:
        raise Refused("confidential", _l("This case is already confidential."))
    if by not in {case.reported_by, case.handled_by} and not is_named(session, case, by):
        add(session, case, by)
    case.confidential = True
    entry(session, case, by, CaseAct.MADE_CONFIDENTIAL)


def make_ordinary(session: ReachSession, by: UUID, case: Case, why: str) -> None:
    """Open to the desk of its workplace again. Raises `Refused` without the person's agreement in words."""
    if not case.confidential:
        raise Refused("confidential", _l("This case is not confidential."))
    if not why.strip():
        raise Refused("why", _l("Say how the person agreed to it."))
    case.confidential = False
    entry(session, case, by, CaseAct.MADE_ORDINARY, why)
