"""The first hours of the dispute that is a closure: some tasks done, some evidence held, a few people taken in at
the gate."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from union.accounts import authentication
from union.accounts.models import Account
from union.closures import actions
from union.closures.models import Evidence, GatePerson, Held, Intake, Piece, Task, intake_of, of_dispute
from union.demo.disputes import PLANS
from union.entitlements.records.contents import Situation
from union.layoffs.records.models import Layoff, on_the_list
from union.store.db import Store
from union.store.reach import ReachSession
from union.web.locale import CASABLANCA

BEGAN = time(8, 30)
DONE = (Task.PHOTOGRAPHS, Task.INTAKE, Task.INSPECTOR, Task.SIGN_NOTHING, Task.AT_DISPOSAL)
EVIDENCE = {
    Piece.PHOTOGRAPHS: Evidence(Held.HELD, "Téléphone de la permanence, 31 photos"),
    Piece.BADGES: Evidence(Held.ASKED, "Demandé à la société de gardiennage"),
    Piece.BAILIFF: Evidence(Held.ASKED, "Étude appelée, constat attendu"),
}
NOT_LISTED = (
    ("Ouazzani", "Salma", "Formatrice", date(2018, 9, 3), Decimal("7400.00")),
    ("Berrada", "Ilyas", "Conseiller client", date(2022, 2, 14), Decimal("4100.00")),
)


def complete(store: Store, today: date) -> None:
    """Begin the hours of each closure that has none yet, as the organiser of its site and within their reach."""
    for login in {plan.login for plan in PLANS if plan.kind is Situation.CLOSURE}:
        with store.maintaining() as session:
            found = session.scalar(select(Account.id).where(Account.login_token == authentication.login_token(login)))
        reach = authentication.reach_of(store, found) if found else None
        if found is None or reach is None:
            continue
        with store.writing(reach) as writing:
            for dispute in writing.scalars(select(Layoff)).all():
                if dispute.matter.kind is Situation.CLOSURE and writing.scalar(of_dispute(dispute.id)) is None:
                    _begin(writing, found, dispute, today)


def _begin(session: ReachSession, by: UUID, dispute: Layoff, today: date) -> None:
    began = datetime.combine(today - timedelta(days=1), BEGAN, CASABLANCA)
    closure = actions.begin(session, by, dispute, began)
    for task in DONE:
        actions.tick(session, by, dispute, closure, task, done=True)
    actions.keep_evidence(session, by, dispute, closure, {one.value: piece for one, piece in EVIDENCE.items()})
    intake = session.scalars(intake_of(dispute.id)).one()
    for number, row in enumerate(session.scalars(on_the_list(dispute.id)).all()[:4]):
        facts = row.facts
        _take_in(
            session,
            by,
            intake,
            began + timedelta(minutes=95 + number),
            (facts.family_name, facts.given_name, "Téléconseiller", facts.hired_on, facts.monthly_gross),
        )
    for number, told in enumerate(NOT_LISTED):
        _take_in(session, by, intake, began + timedelta(minutes=104 + number), told)


def _take_in(
    session: ReachSession,
    by: UUID,
    intake: Intake,
    at: datetime,
    told: tuple[str, str, str, date | None, Decimal | None],
) -> None:
    family, given, job, hired, pay = told
    name = session.get_one(Account, by).holder.name
    person = GatePerson(
        family, given, at, name, job, hired, None if pay is None else (pay * Decimal("0.9")).quantize(Decimal("0.01"))
    )
    actions.take_in(session, by, intake, person)
