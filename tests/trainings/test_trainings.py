"""Trainings: who in office waits for first aid in law, places, and what became of them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.targets.test_standing import words
from union.app import Union
from union.members.models import Held, Mandate, MandateKind
from union.trainings.models import Came, Place, TrainingPlace
from union.web.locale import today


def in_office(app: Union, cast: Cast, kind: MandateKind = MandateKind.DELEGATE_FULL, until: date | None = None) -> None:
    """Mina holds an office at here."""
    with app.store.maintaining() as session:
        held = Held(kind, date(2024, 6, 3), until)
        job = {"employment_id": cast.mina_employment, "workplace_id": cast.here, "member_id": cast.mina}
        session.add(Mandate(**job, held=held))


def training(visitor: Visitor, ahead: int = 0, subject: str = "law") -> str:
    """The address of a training that was written down."""
    day = (today() + timedelta(days=ahead)).strftime("%d/%m/%Y")
    return visitor.post("/trainings/new", {"subject": subject, "on": day, "hours": "6"}).location


def places(app: Union) -> list[tuple[UUID, Came]]:
    with app.store.maintaining() as session:
        return [(one.id, one.place.came) for one in session.scalars(select(TrainingPlace))]


def test_who_is_in_office_waits_until_they_came(app: Union, olu: Visitor, cast: Cast) -> None:
    in_office(app, cast)
    assert "has no place" in words(olu.get("/trainings?lang=en").text)
    site = training(olu)
    olu.post(f"{site}/places", {"who": [str(cast.mina)]})
    assert "has a place" in words(olu.get("/trainings?lang=en").text)
    (taken, came), *more = places(app)
    assert (came, more) == (Came.EXPECTED, [])
    olu.post(f"/training-places/{taken}/missed", {})
    assert "has no place" in words(olu.get("/trainings?lang=en").text)
    olu.post(f"/training-places/{taken}/came", {})
    assert places(app) == [(taken, Came.CAME)]
    assert "El Fassi" not in words(olu.get("/trainings?lang=en").text)


def test_another_subject_is_no_first_aid_in_law(app: Union, olu: Visitor, cast: Cast) -> None:
    in_office(app, cast)
    site = training(olu, subject="safety")
    olu.post(f"{site}/places", {"who": [str(cast.mina)]})
    olu.post(f"/training-places/{places(app)[0][0]}/came", {})
    assert "has no place" in words(olu.get("/trainings?lang=en").text)


def test_a_candidate_and_an_ended_office_ask_for_nothing(app: Union, olu: Visitor, cast: Cast) -> None:
    in_office(app, cast, MandateKind.CANDIDATE)
    in_office(app, cast, until=today() - timedelta(days=1))
    assert "El Fassi" not in words(olu.get("/trainings?lang=en").text)


def test_nobody_came_before_the_day(app: Union, olu: Visitor, cast: Cast) -> None:
    in_office(app, cast)
    site = training(olu, ahead=4)
    olu.post(f"{site}/places", {"who": [str(cast.mina)]})
    taken = places(app)[0][0]
    assert "still to come" in words(olu.post(f"/training-places/{taken}/came?lang=en", {}, 409).text)
    olu.post(f"/training-places/{taken}/strike", {})
    assert places(app) == []


def test_who_had_first_aid_in_law_gets_a_place_on_another_training(app: Union, olu: Visitor, cast: Cast) -> None:
    in_office(app, cast)
    for subject in ("law", "bargaining"):
        site = training(olu, subject=subject)
        olu.post(f"{site}/places", {"who": [str(cast.mina)]})
        for taken, _came in places(app):
            olu.post(f"/training-places/{taken}/came", {})
    assert [came for _taken, came in places(app)] == [Came.CAME, Came.CAME]


def test_a_place_that_another_sites_desk_gave_stands_in_nobodys_way(app: Union, olu: Visitor, cast: Cast) -> None:
    in_office(app, cast)
    site = training(olu)
    with app.store.maintaining() as session:
        course = UUID(site.rsplit("/", 1)[1])
        session.add(
            TrainingPlace(training_id=course, workplace_id=cast.there, member_id=cast.mina, place=Place(), version=1)
        )
    olu.post(f"{site}/places", {"who": [str(cast.mina)]})
    assert len(places(app)) == 2


def test_a_place_is_for_whom_the_page_offers(app: Union, olu: Visitor, cast: Cast) -> None:
    in_office(app, cast)
    site = training(olu)
    olu.post(f"{site}/places", {"who": [str(cast.rita)]}, 422)
    olu.post(f"{site}/places", {}, 422)
    assert places(app) == []


def test_a_delegate_reaches_no_training(olu: Visitor, ann: Visitor, zed: Visitor) -> None:
    site = training(olu)
    for visitor in (ann, zed):
        visitor.get(site, 404)
        visitor.get("/trainings", 403)
