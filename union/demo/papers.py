"""What was signed, what was handed over and what came before the court, on cases that the demonstration has already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from union.accounts import authentication
from union.accounts.models import Account
from union.cases import readers
from union.cases.models import Stage
from union.cases.subjects import About
from union.grievances.models import Grievance, Paper
from union.law.dates.calendar import next_working_day, safe_on
from union.law.procedure.dismissal_check import Delivery, Fault
from union.law.terms.kinds import Mandate
from union.layoffs.records.models import Layoff, on_the_list
from union.layoffs.web.subjects import about, owed
from union.papers.court import actions as court
from union.papers.dismissals import actions as dismissals
from union.papers.dismissals.models import Known
from union.papers.receipts import actions as receipts
from union.papers.receipts.models import Claim, PaperKind, Receipt, Right, claims_of
from union.papers.sending import Means
from union.store.db import Store
from union.store.reach import ReachSession

DESKS = ("permanente", "permanent.nord")


def complete(store: Store, today: date) -> None:
    """Write the papers of each organiser's cases within their reach, where there are none yet."""
    with store.maintaining() as session:
        found = {
            login: session.scalar(select(Account.id).where(Account.login_token == authentication.login_token(login)))
            for login in (*DESKS, "avocate")
        }
    lawyer = found.pop("avocate")
    for account in found.values():
        reach = authentication.reach_of(store, account) if account else None
        if account is None or reach is None:
            continue
        with store.writing(reach) as session:
            if session.scalar(select(Receipt.id).limit(1)) is None:
                _write(session, account, lawyer, today)


def _write(session: ReachSession, by: UUID, lawyer: UUID | None, today: date) -> None:
    for at, case in enumerate(_open_cases(session, Paper.RECEIPT)):
        _receipt(session, by, case, today, sent=at == 1)
    for at, case in enumerate(_open_cases(session, Paper.DISMISSAL_LETTER)):
        _dismissal(session, by, case)
        if at == 0:
            _court(session, by, case, today)
            if lawyer and not readers.is_named(session, case, lawyer):
                readers.name(session, by, case, lawyer)
    for dispute in session.scalars(select(Layoff)).all():
        _agreement(session, by, dispute, today)


def _open_cases(session: ReachSession, paper: Paper) -> Iterator[Grievance]:
    """The open cases of such a paper, the newest first."""
    found = session.scalars(select(Grievance).where(Grievance.stage != Stage.CLOSED)).all()
    yield from sorted((one for one in found if one.account.paper is paper), key=lambda one: one.account.event_on)[::-1]


def _receipt(session: ReachSession, by: UUID, case: Grievance, today: date, *, sent: bool) -> None:
    """A receipt for the last wages signed on the last day, without the sixty days, the notice or the leave; 5,400 a
    month."""
    day = case.account.event_on
    facts = {
        "kind": PaperKind.RECEIPT,
        "signed_on": day,
        "left_on": day,
        "paid_on": None,
        "amount": Decimal("4860.00"),
        "kept": "Photo, au bureau",
        "claims": (Claim(Right.NOTICE, Decimal("5400.00")), Claim(Right.LEAVE, Decimal("3115.38"))),
    }
    row = receipts.TABLE.write_down(session, by, case, About(case.account.about_name), facts)
    answers = {"total_itemised": False, "sixty_days_legible": False, "read_and_approved": True, "can_read": True}
    receipts.answer(session, by, case, row, answers)
    if sent and day < today:
        receipts.denounce(session, by, case, row, Means.REGISTERED, min(today, day + timedelta(days=6)))


def _dismissal(session: ReachSession, by: UUID, case: Grievance) -> None:
    """No hearing, a letter three days late, and no word of the ninety days."""
    day = case.account.event_on
    letter = {
        "decided_on": day - timedelta(days=3),
        "decided_at": "09:30",
        "notified_on": day,
        "notified_at": "17:15",
        "delivery": Delivery.HAND,
        "fault": Fault.SERIOUS,
        "mandate": Mandate.NONE,
        "pregnant": None,
        "birth_on": None,
        "court_on": None,
        "certificate_on": None,
    }
    row = dismissals.TABLE.write_down(session, by, case, About(case.account.about_name), letter)
    answers = {
        "heard_in_time": Known(False, None, "Aucun procès-verbal remis"),
        "reasons": Known(True, None, "Lettre, page 1"),
        "ninety_days": Known(False, None, "Lettre, page 2"),
        "inspector_copied": Known(False),
    }
    dismissals.answer(session, by, case, row, answers, day - timedelta(days=12), None)


def _court(session: ReachSession, by: UUID, case: Grievance, today: date) -> None:
    """The action was brought, a first hearing put off, the next one to come."""
    filed = min(today, case.account.event_on + timedelta(days=4))
    file = {
        "power_on": filed,
        "power_by": "Me Tazi",
        "power_kept": "Original au cabinet",
        "court": "TPI, chambre sociale",
        "number": "1502/1187",
        "legal_aid": True,
        "left_on": case.account.event_on,
        "claim_on": None,
        "claim_means": None,
        "filed_on": filed,
        "dismissal": True,
    }
    row = court.TABLE.write_down(session, by, case, About(case.account.about_name), file)
    first = court.hearing(safe_on(today - timedelta(days=2)), "09:00", "4")
    court.fix(session, by, case, row, first)
    following = court.hearing(next_working_day(today + timedelta(days=9)), "09:30", "4")
    court.hold(session, by, case, row, first.id, "Renvoi pour réplique de l’employeur.", following)


def _agreement(session: ReachSession, by: UUID, dispute: Layoff, today: date) -> None:
    """The first of the list who signed: a protocol with a waiver, without the inspector; and an old judgment to
    appeal."""
    signed = [row for row in session.scalars(on_the_list(dispute.id)) if row.facts.signed_on]
    for row in signed[:2]:
        facts = {
            "kind": PaperKind.AGREEMENT,
            "signed_on": row.facts.signed_on,
            "left_on": row.facts.left_on,
            "paid_on": None,
            "amount": row.facts.offered,
            "kept": "",
            "claims": claims_of(owed(row)),
        }
        paper = receipts.TABLE.write_down(session, by, dispute, about(row.facts), facts)
        answers = {"no_waiver": False, "inspector_signed": False, "under_threat": False, "can_read": True}
        receipts.answer(session, by, dispute, paper, answers)
    if signed:
        _judged(session, by, dispute, about(signed[-1].facts), today)


def _judged(session: ReachSession, by: UUID, dispute: Layoff, person: About, today: date) -> None:
    """An earlier action for wages of somebody of the list: judged and notified, the appeal not decided yet."""
    start = today - timedelta(days=200)
    file = {
        "power_on": start,
        "power_by": "Me Tazi",
        "power_kept": "",
        "court": "TPI, chambre sociale",
        "number": "1501/0932",
        "legal_aid": True,
        "left_on": None,
        "claim_on": None,
        "claim_means": None,
        "filed_on": start + timedelta(days=5),
        "dismissal": False,
    }
    row = court.TABLE.write_down(session, by, dispute, person, file)
    judgment = {
        "judged_on": today - timedelta(days=30),
        "judgment_number": "2271",
        "judgment_words": "Fait droit à la demande pour les primes, rejette le surplus.",
        "awarded_amount": Decimal("18400.00"),
        "notified_on": today - timedelta(days=8),
        "appeal": None,
        "appeal_on": None,
        "appeal_number": "",
        "execution_on": None,
        "execution_number": "",
        "paid_on": None,
        "paid_amount": None,
    }
    court.judge(session, by, dispute, row, judgment)
