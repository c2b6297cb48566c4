"""Two sections of the demonstration: one that is filed, one whose receipt was refused yesterday."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from union.law.sections.filing import Check, Step
from union.sections.models import Done, Filed, Founded, Office, Officer, Section, Statutes, Told, Way, Why
from union.workplaces.models import Workplace


def found(session: Session, sites: dict[str, Workplace], today: date) -> None:
    """Write both."""
    then = today - timedelta(days=400)
    filed = Told(
        "Section fictive de Saïss",
        (),
        Founded(then, "Maison des associations", 34, True),
        Statutes(then, "Première version", 24),
        (
            _officer(1, "Salma Benkirane", Office.SECRETARY, then),
            _officer(2, "Yassine Ouazzani", Office.TREASURER, then),
            _officer(3, "Hind Lamrani", Office.ASSESSOR, then),
        ),
        (
            Filed(
                Why.FOUNDING,
                None,
                None,
                (
                    Done(Step.FILE, then + timedelta(days=3), Way.RECEIPT, "112/2025"),
                    Done(Step.DELEGATE, then + timedelta(days=3), Way.REGISTERED, "RR 4471"),
                ),
            ),
        ),
    )
    held = today - timedelta(days=4)
    refused = Told(
        "Section fictive du Signal",
        (),
        Founded(held, "Café de la Gare", 21, True),
        Statutes(held, "Première version"),
        (
            _officer(1, "Nawal Chraïbi", Office.SECRETARY, held),
            Officer(2, "Adil Sefrioui", Office.TREASURER, held),
        ),
        (Filed(Why.FOUNDING, None, today - timedelta(days=1)),),
    )
    for key, told in (("saiss", filed), ("signal", refused)):
        session.add(Section(workplace_id=sites[key].id, told=told, version=1))
    session.flush()


def _officer(number: int, name: str, office: Office, on: date) -> Officer:
    """Somebody who was asked everything that article 416 asks."""
    return Officer(number, name, office, on, None, None, tuple(Check), "Permanente de démonstration", on)
