"""Which dates a court file puts into its case: hearings, the appeal, the two years of the claims, and what was met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from union.cases.dates import HEARING, Dated, counted
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.papers.court.models import Appeal, Hearing, Matter


def to_come(matter: Matter) -> list[Hearing]:
    """The hearings of which nobody has said yet what happened, the soonest first."""
    return sorted((one for one in matter.hearings if not one.outcome), key=lambda one: (one.on, one.at))


def appeal(matter: Matter) -> Deadline | None:
    """The thirty days from the notification of the judgment, in full days (code of civil procedure of 1974)."""
    return deadline(Rule.APPEAL, matter.notified_on) if matter.notified_on else None


def two_years(matter: Matter) -> Deadline | None:
    """The two years of article 395 from the end of the contract; counted anew from the claim that interrupted them."""
    start = matter.claim_on or matter.left_on
    return deadline(Rule.WAGE_CLAIMS, start) if start else None


def before_the_claim(matter: Matter) -> Deadline | None:
    """When they would have run out without the claim; None where there is none, or no end of the contract."""
    return deadline(Rule.WAGE_CLAIMS, matter.left_on) if matter.claim_on and matter.left_on else None


def clocks(matter: Matter) -> list[Deadline]:
    """What still runs, the soonest safe date first."""
    found = [] if matter.filed_on else [two_years(matter)]
    found += [] if matter.appeal else [appeal(matter)]
    return sorted((one for one in found if one is not None), key=lambda one: one.safe_on)


def dated(matter: Matter) -> list[tuple[date | None, Dated]]:
    """The dates of the case, and what the file met: the action and the claims from the day on which it was filed."""
    return [] if matter.set_aside else list(_dated(matter))


def _dated(matter: Matter) -> Iterator[tuple[date | None, Dated]]:
    key = matter.about.key
    for one in to_come(matter):
        yield one.on, Dated(HEARING, legal_on=one.on, hour=one.at, key=key, hearing=str(one.id))
    for clock in clocks(matter):
        yield counted(clock, key)
    if matter.filed_on:
        yield None, Dated(str(Rule.WAGE_CLAIMS), key=key, met_on=matter.filed_on)
    if matter.filed_on and matter.dismissal:
        yield None, Dated(str(Rule.ACTION_AFTER_DISMISSAL), key=key, met_on=matter.filed_on)
    if matter.appeal is Appeal.FILED:
        yield None, Dated(str(Rule.APPEAL), key=key, met_on=matter.appeal_on)
