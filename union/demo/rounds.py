"""An invented general round of the demonstration, with round figures that nobody published."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from union.demo.polls import OTHER, OURS
from union.rounds.models import GeneralRound, Seated, Told


def publish(session: Session) -> None:
    """Write it down."""
    figures = (
        Seated("Confédération des métiers (fictive)", 6120),
        Seated(OTHER, 4350),
        Seated("Entente ouvrière (fictive)", 2400),
        Seated(OURS, 1750),
    )
    told = Told(2021, 30000, "Communiqué fictif", date(2021, 8, 2), figures, True, 14200, OURS, independent=True)
    session.add(GeneralRound(told=told, version=1))
    session.flush()
