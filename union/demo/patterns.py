"""One pattern, one line of time and one cluster of resignations, on the people and cases of the demonstration."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.demo.people import DemoPerson
from union.grievances.hanging import Alleged, Measure, WageLine
from union.grievances.models import Grievance, Paper, Problem
from union.members.models import Employment, Leaving
from union.patterns.models import Happened, Told, UnionEvent
from union.patterns.told import taken
from union.workplaces.models import Workplace

SPELLINGS = ("Karim Ziani", "كريم زياني", "M. Ziani Karim")
BEHIND = 6  # cases that hang on the same supervisor
RESIGNED = (2, 5, 9, 12, 17, 26)  # days ago
# Days ago, since when the employer knew, what; None: of the whole site, else of the first or the second delegate.
EVENTS: tuple[tuple[int | None, int, int | None, Happened, str], ...] = (
    (None, 96, 103, Happened.STRIKE, "Débrayage de deux heures"),
    (0, 88, 86, Happened.SECTION, "Secrétaire du bureau syndical"),
    (0, 61, None, Happened.WARNING, "Pause de 12 minutes"),
    (0, 33, None, Happened.CONTRACT, "Passage à l'équipe de nuit"),
    (1, 74, 72, Happened.CLAIM, "Réclamation sur les primes"),
    (1, 52, None, Happened.SUSPENSION, "Trois jours"),
)


def mark(session: Session, sites: dict[str, Workplace], everybody: dict[str, list[DemoPerson]], on: date) -> None:
    """Write down what cases hang on, what happened to two delegates, and who resigned within a month."""
    _pattern(session, sites["maarouf"])
    _faults(session)
    _events(session, sites["maarouf"], everybody["maarouf"], on)
    _resignations(session, sites["technopolis"], everybody["technopolis"], on)
    session.flush()


def _pattern(session: Session, site: Workplace) -> None:
    asked = select(Grievance).where(Grievance.workplace_id == site.id, ~Grievance.confidential)
    people: set[Any] = set()
    for case in session.scalars(asked.order_by(Grievance.code)):
        person = case.member_id or taken(case.account).person
        if len(people) == BEHIND:
            break
        if person in people or case.account.outcome is not None:
            continue
        hangs: dict[str, Any] = {
            "supervisor": SPELLINGS[len(people) % 3],
            "team": "Plateau 3" if len(people) < 3 else "",
        }
        people.add(person)
        if case.account.problem is Problem.PAY:
            hangs["wage_line"] = WageLine.TARGET_BONUS
        case.account = dataclasses.replace(case.account, **hangs)


def _faults(session: Session) -> None:
    """The same fault: a dismissal for one, warnings for others."""
    for case in session.scalars(select(Grievance).where(~Grievance.confidential)):
        measure = {Paper.DISMISSAL_LETTER: Measure.DISMISSAL, Paper.SANCTION: Measure.WARNING}.get(case.account.paper)
        if measure is not None:
            case.account = dataclasses.replace(case.account, alleged=Alleged.PAUSE, measure=measure)


def _events(session: Session, site: Workplace, people: list[DemoPerson], on: date) -> None:
    delegates = [one.id for one in people if one.mandate is not None]
    for who, ago, known, what, words in EVENTS:
        knew = on - timedelta(days=known) if known is not None else None
        told = Told(what, on - timedelta(days=ago), words, knew, "Récépissé" if knew else "")
        member = delegates[who] if who is not None else None
        session.add(UnionEvent(workplace_id=site.id, member_id=member, told=told, version=1))


def _resignations(session: Session, site: Workplace, people: list[DemoPerson], on: date) -> None:
    leaving = [one for one in people if one.mandate is None and one.terms.left_on is None][-len(RESIGNED) :]
    for one, ago in zip(leaving, RESIGNED, strict=True):
        work = session.get_one(Employment, one.employment_id)
        work.terms = dataclasses.replace(work.terms, left_on=on - timedelta(days=ago), left_how=Leaving.RESIGNED)
    site.roster += 1
