"""The facts that a case and the member's file know already, with which the questions are filled in."""

from __future__ import annotations

from datetime import date

from union.cases.models import Case
from union.cases.subjects import Subject
from union.entitlements.people.mandates import mandates_of
from union.entitlements.records.facts import NOBODY, Facts
from union.law.ending.protection import protection
from union.members.models import Contract, Employment, Member, Terms
from union.store.reach import ReachSession
from union.web.damaged import readable


def from_file(session: ReachSession, case: Case, subject: Subject, on: date) -> Facts:
    """What is known of the one person of a case; what nobody knows stays empty. A file that is out of reach or does not
    open gives nothing."""
    family, given = _names(session, case, subject)
    member = _member(session, case)
    terms = _terms(session, case)
    left_on = subject.left_on
    mandate, until = _standing(session, case, left_on or on)
    wage = terms.wage
    return Facts(
        family,
        given,
        terms.employee_number or subject.about.number,
        category=terms.category,
        contract=terms.contract,
        hired_on=terms.hired_on or subject.hired_on,
        left_on=left_on,
        notified_on=subject.notified_on,
        term_on=terms.term_on if terms.contract is Contract.CDD else None,
        monthly_gross=wage.gross if wage else None,
        monthly_net=wage.net if wage else None,
        mandate=mandate,
        mandate_until=until,
        signed_on=subject.signed_on,
        born_on=member.identity.born_on if member else None,
        member_id=case.member_id or NOBODY,
    )


def _member(session: ReachSession, case: Case) -> Member | None:
    member = session.get(Member, case.member_id) if case.member_id else None
    return member if member is not None and readable([member], "identity") else None


def _names(session: ReachSession, case: Case, subject: Subject) -> tuple[str, str]:
    member = _member(session, case)
    if member is None:
        return subject.about.name, ""
    who = member.identity
    latin = (who.family_name, who.given_name)
    return latin if any(latin) else (who.family_name_ar, who.given_name_ar)


def _terms(session: ReachSession, case: Case) -> Terms:
    work = session.get(Employment, case.employment_id) if case.employment_id else None
    return work.terms if work is not None and readable([work], "terms") else Terms()


def _standing(session: ReachSession, case: Case, on: date) -> tuple[str, date | None]:
    """The protection that the known mandates give on that day (arts 457, 458, 472)."""
    if case.member_id is None:
        return "none", None
    held = mandates_of(session, case.workplace_id, [case.member_id])[case.member_id]
    found = protection(held, on)
    return str(found.standing), found.until
