"""Two elections of the demonstration: one whose lists are posted, one that was counted three days ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from union.demo.people import DemoPerson
from union.law.polls.calendar import Step
from union.members.models import Membership
from union.polls.models import Candidate, Checked, Done, Order, People, Poll, Shared, Spelled, Station, Told
from union.workplaces.elections import College, Election, ListResult, Result, Seat
from union.workplaces.models import Workplace

OURS, OTHER = "Syndicat des centres d'appels (fictif)", "Union des services (fictive)"


def hold(session: Session, sites: dict[str, Workplace], everybody: dict[str, list[DemoPerson]], today: date) -> None:
    """Write both."""
    under_way = Told(
        People(610, today - timedelta(days=40), "Liste affichée", 560, 50, 8, 1, Shared.AGREEMENT),
        Order(
            "Arrêté fictif",
            today - timedelta(days=5),
            filed_from=today + timedelta(days=12),
            filed_until=today + timedelta(days=20),
            poll_on=today + timedelta(days=40),
            confirmed=True,
        ),
        (
            Done(Step.COLLEGES, today - timedelta(days=21), "Accord signé"),
            Done(Step.LISTS, today - timedelta(days=5), "Photo du tableau"),
        ),
    )
    under_way = replace(under_way, checked=_compared(everybody, today), candidates=tuple(_candidates(everybody)))
    held_on = today - timedelta(days=3)
    counted = Told(
        People(940, today - timedelta(days=40), "Liste affichée", 890, 50, 8, 1, Shared.AGREEMENT),
        Order("Arrêté fictif", today - timedelta(days=48), poll_on=held_on, confirmed=True),
        (
            Done(Step.LISTS, today - timedelta(days=48), "Photo du tableau"),
            Done(Step.CANDIDATES, today - timedelta(days=25), "Récépissé"),
            Done(Step.POLL, held_on, "Procès-verbal"),
        ),
        lists=(OURS, OTHER, ""),
        stations=(
            Station("Bureau 1", College.EMPLOYEES, 450, 330, 321, (190, 99, 32)),
            Station("Bureau 2", College.EMPLOYEES, 420, 310, 300, (158, 102, 40)),
            Station("Bureau 1", College.EXECUTIVES, 48, 31, 30, (11, 19, 0)),
        ),
    )
    for key, told in (("signal", under_way), ("saiss", counted)):
        session.add(Poll(workplace_id=sites[key].id, told=told, version=1))
    for result in (
        Result(
            held_on,
            College.EMPLOYEES,
            870,
            640,
            621,
            (ListResult(OURS, 348, 5), ListResult(OTHER, 201, 2), ListResult("", 72, 1)),
        ),
        Result(
            held_on,
            College.EXECUTIVES,
            48,
            31,
            30,
            (ListResult(OURS, 11, 0), ListResult(OTHER, 19, 1), ListResult("", 0, 0)),
        ),
    ):
        session.add(Election(workplace_id=sites["saiss"].id, result=result, version=1))
    session.flush()


def _ours(everybody: dict[str, list[DemoPerson]]) -> list[DemoPerson]:
    """Members who work where the first of the two is held."""
    return [one for one in everybody["signal"] if one.standing.state is Membership.MEMBER and one.terms.left_on is None]


def _compared(everybody: dict[str, list[DemoPerson]], today: date) -> Checked:
    """A posted list on which three of ours are missing and one is spelt otherwise."""
    ours = _ours(everybody)
    other = ours[3]
    spelled = (Spelled(other.id, f"{other.identity.family_name}i {other.identity.given_name}"),)
    missing = tuple(one.id for one in ours[:3])
    return Checked(today - timedelta(days=4), 604, 2, len(ours) - 3, missing, spelled)


def _candidates(everybody: dict[str, list[DemoPerson]]) -> list[Candidate]:
    return [
        Candidate(one.id, one.employment_id, seat, College.EMPLOYEES, f"Plateau {1 + at % 3}")
        for at, (one, seat) in enumerate(zip(_ours(everybody)[4:10], (Seat.FULL, Seat.ALTERNATE) * 3, strict=True))
    ]
