"""Invented referrals of people who left two sites of the federation: some open, one late to be asked, some over."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from union.demo.people import DemoPerson
from union.referrals.models import Became, Referral, Told
from union.workplaces.models import Workplace

# For each of those who left last: to whom, how many days ago, what for, in how many days to ask, and how far it is.
PLAN = (
    ("ANAPEC", 34, "Bilan de compétences", -3, Became.REFERRED),
    ("OFPPT", 26, "Comptabilité, cours du soir", 9, Became.ACCEPTED),
    ("ANAPEC", 20, "", 4, Became.REFERRED),
    ("OFPPT", 120, "Support informatique", None, Became.TRAINED),
    ("ANAPEC", 90, "", None, Became.FOUND_WORK),
    ("Association de formation inventée", 75, "Anglais", None, Became.NO_ANSWER),
)


def send(session: Session, sites: dict[str, Workplace], everybody: dict[str, list[DemoPerson]], today: date) -> None:
    """Write them down, half at each of two sites."""
    for at, key in enumerate(("maarouf", "technopolis")):
        gone = [one for one in everybody[key] if one.terms.left_on is not None and one.terms.left_on < today]
        gone.sort(key=lambda one: one.terms.left_on or today, reverse=True)
        for person, (body, ago, purpose, ahead, became) in zip(gone, PLAN[at::2], strict=False):
            ask_on = None if ahead is None else today + timedelta(days=ahead)
            told = Told(body, today - timedelta(days=ago), purpose, ask_on, became)
            session.add(Referral(workplace_id=sites[key].id, member_id=person.id, told=told, version=1))
    session.flush()
