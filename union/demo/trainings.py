"""Invented trainings of the federation: one that was held, one to come. Nobody has a place yet: the pages offer who."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from union.trainings.models import Subject, Told, Training


def plan(session: Session, today: date) -> None:
    """Write them down."""
    for told in (
        Told(Subject.SAFETY, today - timedelta(days=40), 3, "Une formatrice inventée", "Local de Casablanca"),
        Told(Subject.LAW, today + timedelta(days=11), 6, "L'avocate de la fédération", "Local de Casablanca"),
    ):
        session.add(Training(told=told, version=1))
    session.flush()
