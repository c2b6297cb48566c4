"""The trainings of one member on their page, a place that is given there, and the days of trainings."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.feed.test_feed import address
from tests.targets.test_standing import words
from tests.trainings.test_trainings import in_office, places, training
from union.app import Union
from union.trainings.models import Came, Place, TrainingPlace
from union.web.locale import today


def number(site: str) -> str:
    return site.rsplit("/", 1)[1]


def give(visitor: Visitor, cast: Cast, course: str, status: int = 302, **more: str) -> str:
    """A place for Omar, who holds no office, from his page; what the page that answers says."""
    sent = {"training": number(course), "site": str(cast.here), **more}
    return words(visitor.post(f"/members/{cast.omar}/training?lang=en", sent, status).text)


def panel(visitor: Visitor, member: UUID) -> str:
    """The panel, in words; empty where the page has none."""
    page = words(visitor.get(f"/members/{member}?lang=en").text)
    return (
        page[found.start() : found.end()]
        if (found := re.search("Trainings .*Give a place on a training", page))
        else ""
    )


def test_the_page_says_who_is_due_expected_came_and_missed(app: Union, olu: Visitor, cast: Cast) -> None:
    assert "None at your sites yet" in panel(olu, cast.mina)
    in_office(app, cast)
    assert "asks for it" in panel(olu, cast.mina)
    assert "no place yet" in panel(olu, cast.mina)
    ahead, gone = training(olu, ahead=4), training(olu, ahead=-4)
    for site in (ahead, gone):
        olu.post(f"{site}/places", {"who": [str(cast.mina)]})
    said = panel(olu, cast.mina)
    assert "has a place" in said
    assert "nobody wrote down yet" in said
    assert "no place yet" not in said
    with app.store.maintaining() as session:
        asked = select(TrainingPlace.id).where(TrainingPlace.training_id == UUID(number(gone)))
        taken = session.scalars(asked).one()
    olu.post(f"/training-places/{taken}/missed", {})
    assert "did not come" in panel(olu, cast.mina)
    olu.post(f"/training-places/{taken}/came", {})
    assert "asks for it" not in panel(olu, cast.mina)


def test_who_holds_no_office_gets_a_place_once(app: Union, olu: Visitor, cast: Cast) -> None:
    site = training(olu, ahead=4)
    assert number(site) in olu.get(f"/members/{cast.omar}/training").text
    give(olu, cast, site)
    assert [came for _taken, came in places(app)] == [Came.EXPECTED]
    assert "Omar" in words(olu.get(site).text)
    assert number(site) not in olu.get(f"/members/{cast.omar}/training").text
    assert "have a place on this training already" in give(olu, cast, site, 422)
    assert len(places(app)) == 1


def test_old_trainings_and_other_sites_are_not_offered(app: Union, olu: Visitor, cast: Cast) -> None:
    old, new = training(olu, ahead=-200), training(olu, ahead=-100)
    give(olu, cast, old, 422)
    give(olu, cast, new, 422, site=str(cast.there))
    assert places(app) == []
    give(olu, cast, new)
    assert len(places(app)) == 1


def test_another_sites_place_is_told_to_nobody_here(app: Union, olu: Visitor, sal: Visitor, cast: Cast) -> None:
    site = training(olu, ahead=4)
    with app.store.maintaining() as session:
        place = {"training_id": UUID(number(site)), "workplace_id": cast.there, "member_id": cast.mina}
        session.add(TrainingPlace(**place, place=Place(), version=1))
    assert "has a place" not in panel(olu, cast.mina)
    assert "has a place" in panel(sal, cast.mina)


def test_a_delegate_and_a_lawyer_see_no_training_of_a_member(
    app: Union, olu: Visitor, ann: Visitor, lex: Visitor, cast: Cast
) -> None:
    in_office(app, cast)
    olu.post(f"{training(olu)}/places", {"who": [str(cast.mina)]})
    page = words(ann.get(f"/members/{cast.mina}?lang=en").text)
    assert "El Fassi" in page
    assert "raining" not in page
    for visitor in (ann, lex):
        visitor.get(f"/members/{cast.mina}/training", 404)
    olu.get(f"/members/{cast.rita}/training", 404)


def test_a_telephone_holds_the_day_and_no_word_of_it(olu: Visitor, ann: Visitor, cast: Cast) -> None:
    day = f"{today() + timedelta(days=5):%Y%m%d}"
    training(olu, ahead=5)
    training(olu, ahead=-5)
    calendar = olu.get(urlsplit(address(olu)).path).text
    assert f"DTSTART;VALUE=DATE:{day}" in calendar
    assert f"DTSTART;VALUE=DATE:{today() - timedelta(days=5):%Y%m%d}" not in calendar
    assert not re.search("[Ff]ormation|[Tt]raining|droit|syndic|secours|Local", calendar)
    assert day not in ann.get(urlsplit(address(ann)).path).text


def test_the_agenda_says_what_comes_and_where_nobody_wrote_who_came(app: Union, olu: Visitor, cast: Cast) -> None:
    in_office(app, cast)
    ahead, gone = training(olu, ahead=5), training(olu, ahead=-5)
    page = olu.get("/agenda?lang=en").text
    assert number(ahead) in page
    assert number(gone) not in page
    assert number(ahead) not in olu.get(f"/agenda?workplace={cast.here}").text
    olu.post(f"{gone}/places", {"who": [str(cast.mina)]})
    for path in ("/agenda?lang=en", f"/agenda?workplace={cast.here}&lang=en"):
        assert "Write down who came" in words(olu.get(path).text)
    assert number(ahead) in olu.get("/").text
    olu.post(f"/training-places/{places(app)[0][0]}/came", {})
    assert "Write down who came" not in words(olu.get("/agenda?lang=en").text)
