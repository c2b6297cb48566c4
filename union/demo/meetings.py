"""Invented meetings of the union at two sites of the federation."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from union.meetings.models import Attended, Decided, MeetingKind, Told, UnionMeeting
from union.workplaces.models import Workplace


def hold(session: Session, sites: dict[str, Workplace], today: date) -> None:
    """An assembly that was held, with what it decided, and a meeting to come."""
    held = Told(
        MeetingKind.ASSEMBLY,
        today - timedelta(days=16),
        "18:30",
        "Maison des associations",
        "Les pauses entre deux appels, le calendrier des jours fériés",
        (Attended("Plateau 1", 23, 60), Attended("Plateau 2", 11, 55), Attended("Nuit", 4, 30)),
        (
            Decided(
                "Demander par écrit les jours fériés marocains", 34, 0, 4, "Siham Ouazzani", today - timedelta(days=2)
            ),
            Decided("Relever les pauses refusées pendant deux semaines", 38, 0, 0, "", today + timedelta(days=5)),
        ),
    )
    ahead = Told(
        MeetingKind.MEETING, today + timedelta(days=6), "19:00", "Café près du tramway", "Le relevé des pauses"
    )
    for key, told in (("maarouf", held), ("maarouf", ahead)):
        session.add(UnionMeeting(workplace_id=sites[key].id, told=told, version=1))
    session.flush()
