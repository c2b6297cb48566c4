"""Every way in which a proposed site comes to be and is answered; nothing here commits."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from union.access import Role
from union.accounts import actions as accounts
from union.accounts.models import Account, Granted
from union.proposed_sites.models import Answered, Asked, SiteProposal, State
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today
from union.workplaces import actions as workplaces
from union.workplaces.models import Employer, Headcount, Identity, Site, Workplace

KIND = "site_proposal"  # in the record


@dataclass(frozen=True)
class Decision:
    """How a proposal is accepted: with which employer, and whether its organiser works there from then on."""

    employer_id: UUID | None  # None: a new one, as it was named
    grants: bool


def how_many_wait(session: ReachSession) -> int:
    """How many proposals in reach wait for an answer."""
    asked = select(func.count(SiteProposal.id)).where(SiteProposal.state == State.WAITING)
    return session.scalar(asked) or 0


def propose(session: ReachSession, by: UUID, asked: Asked) -> SiteProposal:
    """Keep a proposal. It is compared with nothing: which employers and sites exist elsewhere is not told by it."""
    row = SiteProposal(account_id=by, state=State.WAITING, asked=asked, version=1)
    session.add(row)
    chain.note(session, by, chain.Act.CREATED, KIND, row.id)
    return row


def accept(session: ReachSession, by: UUID, row: SiteProposal, decision: Decision) -> Workplace:
    """Add the proposed site, with its employer if that is new, and with the headcount that was proposed. Raises
    `Refused`."""
    _must_wait(row)
    asked = row.asked
    employer = session.get(Employer, decision.employer_id) if decision.employer_id is not None else None
    if employer is None:
        if not asked.employer:
            raise Refused("employer", _l("Choose the employer."))
        employer = _created(session, by, asked.employer)
        session.flush()
    place = workplaces.create(session, by, employer, Site(asked.site, asked.city, asked.address))
    session.flush()
    _count(session, by, place, asked)
    _answer(session, by, row, State.ACCEPTED, "", place.id)
    if decision.grants:
        _let_work(session, by, row.account_id, place.id)
    return place


def _created(session: ReachSession, by: UUID, name: str) -> Employer:
    """A new employer; that one of this name is known is said beside the field in which one is chosen."""
    try:
        return workplaces.create_employer(session, by, Identity(name))
    except Refused as refused:
        raise Refused("employer", refused.sentence) from None


def merge(session: ReachSession, by: UUID, row: SiteProposal, place: Workplace, *, grants: bool) -> None:
    """The site was known already: its organiser is told which, and works there where that is given. Raises
    `Refused`."""
    _must_wait(row)
    _count(session, by, place, row.asked)
    _answer(session, by, row, State.MERGED, "", place.id)
    if grants:
        _let_work(session, by, row.account_id, place.id)


def refuse(session: ReachSession, by: UUID, row: SiteProposal, words: str) -> None:
    """Nothing is added, and the organiser reads why. Raises `Refused` without words."""
    _must_wait(row)
    if not words.strip():
        raise Refused("words", _l("Say why: the organiser reads it."))
    _answer(session, by, row, State.REFUSED, words, None)


def _must_wait(row: SiteProposal) -> None:
    if row.state is not State.WAITING:
        raise Refused("proposal", _l("Somebody has answered this proposal already: go back to the list."))


def _count(session: ReachSession, by: UUID, place: Workplace, asked: Asked) -> None:
    if asked.people is not None:
        workplaces.add_headcount(session, by, place, Headcount(asked.on, asked.people, asked.source), today())


def _answer(
    session: ReachSession, by: UUID, row: SiteProposal, state: State, words: str, workplace_id: UUID | None
) -> None:
    row.state = state
    row.answered = Answered(today(), session.get_one(Account, by).holder.name, words, workplace_id)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id, state.value)


def _let_work(session: Session, by: UUID, account_id: UUID, workplace_id: UUID) -> None:
    """The organiser works at the new site from today; where they do already, nothing is given twice."""
    account = session.get(Account, account_id)
    if account is None or account.disabled:
        return
    on = today()
    held = [one for one in account.grants if one.role is Role.ORGANISER and one.term.holds(on)]
    if any(one.everywhere or workplace_id in {place.workplace_id for place in one.places} for one in held):
        return
    if held:
        accounts.grant(session, by, account, Granted(Role.ORGANISER, on, None, workplaces=frozenset({workplace_id})))
