"""The mandate of the demonstration's delegate: hours of two months, a meeting that was and one to come."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from union.mandates.models import MandateHours, Meeting, Met, Purpose, Spent

# Days ago, minutes, what for.
HOURS = (
    (1, 90, Purpose.COLLEAGUES),
    (3, 120, Purpose.NOTE),
    (8, 150, Purpose.CASE),
    (15, 60, Purpose.MEETING),
    (29, 180, Purpose.INSPECTION),
    (36, 240, Purpose.COLLEAGUES),
)
BEFORE = ("Primes d'objectif d'octobre non versées", "Navette de nuit : un arrêt de plus à Sidi Maarouf")
TO_COME = ("Pauses de dix minutes supprimées sur le plateau 3", "Planning affiché moins de sept jours à l'avance")


def keep(session: Session, account_id: UUID, workplace_id: UUID, today: date) -> None:
    """The hours and the two meetings of one delegate."""
    for days, minutes, purpose in HOURS:
        spent = Spent(today - timedelta(days=days), minutes, purpose)
        session.add(MandateHours(account_id=account_id, spent=spent))
    met = today - timedelta(days=15)
    before = Met(met, BEFORE, noted_on=met - timedelta(days=2))
    for one in (before, Met(today + timedelta(days=6), TO_COME)):
        session.add(Meeting(account_id=account_id, workplace_id=workplace_id, met=one, version=1))
