"""Membership forms that delegates hand in: never read back by them, taken or set aside by an organiser."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, func, select

from union.members import actions, tokens
from union.members.models import (
    HandedIn,
    Identity,
    Member,
    Membership,
    Proposal,
    ProposalState,
    Terms,
)
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession


def waiting() -> Select[Proposal]:
    """The forms that nobody has taken or set aside yet."""
    return select(Proposal).where(Proposal.state == ProposalState.NEW)


def how_many_wait(session: ReachSession) -> int:
    """How many forms in reach wait to be taken."""
    return session.scalar(select(func.count(Proposal.id)).where(Proposal.state == ProposalState.NEW)) or 0


def hand_in(session: ReachSession, by: UUID, workplace_id: UUID, handed_in: HandedIn) -> Proposal:
    """Keep a form. It is compared with nobody: who hands it in must not learn whether a colleague is a member."""
    proposal = Proposal(workplace_id=workplace_id, account_id=by, state=ProposalState.NEW, handed_in=handed_in)
    session.add(proposal)
    chain.note(session, by, chain.Act.CREATED, "proposal", proposal.id)
    return proposal


def already_known(session: ReachSession, proposal: Proposal) -> list[Member]:
    """Who in reach has the telephone, the e-mail or the employee number of a form."""
    return tokens.holders(session, tokens.of_identity(_identity(proposal.handed_in)) | _number(proposal))


def take(session: ReachSession, by: UUID, proposal: Proposal, on: date) -> Member:
    """Make a member of a form. Raises `Refused` where somebody was quicker."""
    _must_be_new(proposal)
    asked = proposal.handed_in
    member = actions.create(
        session,
        by,
        _identity(asked),
        proposal.workplace_id,
        Terms(employee_number=asked.employee_number, job=asked.job),
        state=Membership.MEMBER,
        on=on,
        consent=asked.consent,
    )
    proposal.state = ProposalState.TAKEN
    chain.note(session, by, chain.Act.CHANGED, "proposal", proposal.id, "taken")
    return member


def set_aside(session: ReachSession, by: UUID, proposal: Proposal) -> None:
    """Make nothing of a form. Raises `Refused` where somebody was quicker."""
    _must_be_new(proposal)
    proposal.state = ProposalState.SET_ASIDE
    chain.note(session, by, chain.Act.CHANGED, "proposal", proposal.id, "set aside")


def _must_be_new(proposal: Proposal) -> None:
    if proposal.state is not ProposalState.NEW:
        raise Refused("proposal", _l("Somebody has dealt with this form already: go back to the list."))


def _identity(asked: HandedIn) -> Identity:
    phones, emails = (asked.phone,) if asked.phone else (), (asked.email,) if asked.email else ()
    if any("\u0600" <= sign <= "\u06ff" for sign in asked.given_name + asked.family_name):
        return Identity(given_name_ar=asked.given_name, family_name_ar=asked.family_name, phones=phones, emails=emails)
    return Identity(given_name=asked.given_name, family_name=asked.family_name, phones=phones, emails=emails)


def _number(proposal: Proposal) -> set[bytes]:
    worn = proposal.handed_in.employee_number
    return {tokens.number(proposal.workplace_id, worn)} if worn else set()
