"""Referrals: who was sent where, when to ask, what became of it, and what is told of it to whom."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.feed.test_feed import address
from tests.targets.test_standing import words
from union.app import Union
from union.cases.small import LEAST
from union.members.models import Member
from union.referrals.models import Became, Referral, Told
from union.web.locale import today


class Kept(NamedTuple):
    """One referral as it is kept."""

    id: UUID
    told: Told
    version: int


def kept(app: Union) -> list[Kept]:
    with app.store.maintaining() as session:
        return [Kept(one.id, one.told, one.version) for one in session.scalars(select(Referral))]


def day(ahead: int) -> str:
    return (today() + timedelta(days=ahead)).strftime("%d/%m/%Y")


def typed(cast: Cast, **more: str) -> dict[str, str]:
    """A referral of yesterday, to be asked about in nine days."""
    told = {"body": "ANAPEC", "purpose": "Bilan", "on": day(-1), "became": "referred", "ask_on": day(9)}
    return {**told, "site": str(cast.here), **more}


def refer(visitor: Visitor, cast: Cast, status: int = 302, **more: str) -> str:
    """What the page that answers says, of Omar."""
    return words(visitor.post(f"/members/{cast.omar}/referral?lang=en", typed(cast, **more), status).text)


def written(app: Union, cast: Cast, number: int, became: Became = Became.FOUND_WORK) -> None:
    with app.store.maintaining() as session:
        told = Told("OFPPT", today() - timedelta(days=30), became=became)
        for _at in range(number):
            session.add(Referral(workplace_id=cast.here, member_id=cast.omar, told=told, version=1))


def test_a_referral_stands_with_the_member_and_in_the_list_until_it_is_over(
    app: Union, olu: Visitor, cast: Cast
) -> None:
    refer(olu, cast)
    ((row, told, version),) = kept(app)
    assert (told.body, told.became, told.ask_on) == ("ANAPEC", Became.REFERRED, today() + timedelta(days=9))
    assert "ANAPEC" in words(olu.get(f"/members/{cast.omar}").text)
    assert "ANAPEC" in words(olu.get("/referrals").text)
    olu.post(f"/referrals/{row}/close", {"became": "found_work", "version": str(version)})
    ((_row, told, _version),) = kept(app)
    assert (told.became, told.ask_on) == (Became.FOUND_WORK, None)
    assert "No open referral" in words(olu.get("/referrals?lang=en").text)
    assert "found work" in words(olu.get("/referrals?over=yes&lang=en").text)
    assert "found work" in words(olu.get(f"/members/{cast.omar}?lang=en").text)


def test_the_next_to_be_asked_stands_on_top(olu: Visitor, cast: Cast) -> None:
    for body, ahead in (("Premier", 20), ("Deuxième", 3), ("Troisième", 11)):
        refer(olu, cast, body=body, ask_on=day(ahead))
    page = words(olu.get("/referrals").text)
    assert page.index("Deuxième") < page.index("Troisième") < page.index("Premier")


def test_days_that_cannot_be_are_refused_in_words(app: Union, olu: Visitor, cast: Cast) -> None:
    assert "still to come" in refer(olu, cast, 422, on=day(1))
    assert "else it is forgotten" in refer(olu, cast, 422, ask_on="")
    assert "before the referral" in refer(olu, cast, 422, ask_on=day(-2))
    assert "It is over" in refer(olu, cast, 422, became="trained")
    assert "Fill this in" in refer(olu, cast, 422, body=" ")
    refer(olu, cast, 422, site=str(cast.there))
    assert kept(app) == []


def test_a_second_open_one_to_the_same_body_is_refused(app: Union, olu: Visitor, cast: Cast) -> None:
    refer(olu, cast)
    assert "open already" in refer(olu, cast, 422, body="anapec ")
    refer(olu, cast, body="OFPPT")
    row, _told, version = next(one for one in kept(app) if one.told.body == "ANAPEC")
    edited = {key: value for key, value in typed(cast, body="OFPPT").items() if key != "site"}
    olu.post(f"/referrals/{row}/edit", {**edited, "version": str(version)}, 422)
    olu.post(f"/referrals/{row}/close", {"became": "no_answer", "version": str(version)})
    refer(olu, cast)
    assert len(kept(app)) == 3


def test_one_that_was_over_goes_on_and_one_by_mistake_is_struck_out(app: Union, olu: Visitor, cast: Cast) -> None:
    refer(olu, cast, became="trained", ask_on="")
    ((row, _told, version),) = kept(app)
    edited = {key: value for key, value in typed(cast, became="accepted").items() if key != "site"}
    olu.post(f"/referrals/{row}/edit", {**edited, "version": str(version)})
    assert kept(app)[0].told.became is Became.ACCEPTED
    olu.post(f"/referrals/{row}/close", {"became": "accepted", "version": str(version + 1)}, 422)
    olu.post(f"/referrals/{row}/close", {"became": "trained", "version": str(version)}, 409)
    olu.post(f"/referrals/{row}/strike", {})
    assert kept(app) == []


def test_small_numbers_say_nothing(app: Union, olu: Visitor, cast: Cast) -> None:
    def numbers() -> str:
        page = words(olu.get("/referrals?over=yes&lang=en").text)
        return page[page.index("in numbers") : page.index("Numbers under")]

    written(app, cast, LEAST - 1)
    assert "None of them reaches" in numbers()
    assert not re.search(r"\b4\b", numbers())
    written(app, cast, 3)
    assert re.search(r"\b5\b", numbers())
    assert not re.search(r"\b7\b", numbers())


def test_the_list_is_narrowed_to_a_site(app: Union, olu: Visitor, sal: Visitor, cast: Cast) -> None:
    refer(olu, cast)
    assert "ANAPEC" in words(sal.get(f"/referrals?workplace={cast.here}").text)
    assert "ANAPEC" not in words(sal.get(f"/referrals?workplace={cast.there}").text)
    olu.get(f"/referrals?workplace={cast.there}", 404)
    olu.get("/referrals?workplace=x", 422)


def test_another_sites_desk_learns_nothing(app: Union, olu: Visitor, sal: Visitor, cast: Cast) -> None:
    with app.store.maintaining() as session:
        told = Told("Autre organisme", today(), ask_on=today())
        session.add(Referral(workplace_id=cast.there, member_id=cast.omar, told=told, version=1))
    for path in (f"/members/{cast.omar}", "/referrals", "/agenda"):
        assert "Autre organisme" not in words(olu.get(path).text)
        assert "Autre organisme" in words(sal.get(path).text)
    refer(olu, cast, body="Autre organisme")


def test_a_delegate_and_a_lawyer_reach_no_referral(
    app: Union, olu: Visitor, ann: Visitor, zed: Visitor, lex: Visitor, cast: Cast
) -> None:
    olu.post(f"/members/{cast.mina}/referral", typed(cast))
    row = kept(app)[0].id
    page = words(ann.get(f"/members/{cast.mina}").text)
    assert "El Fassi" in page
    assert "ANAPEC" not in page
    for visitor in (ann, zed, lex):
        visitor.get("/referrals", 403)
        visitor.get(f"/referrals/{row}/edit", 404)
        visitor.get(f"/members/{cast.mina}/referral", 404)
        assert "ANAPEC" not in visitor.get("/agenda").text


def test_the_agenda_says_whom_to_ask_and_a_telephone_a_day_alone(olu: Visitor, ann: Visitor, cast: Cast) -> None:
    refer(olu, cast)
    for path in ("/agenda?lang=en", f"/agenda?workplace={cast.here}&lang=en", "/?lang=en"):
        assert "Ask ANAPEC what became of it" in words(olu.get(path).text)
    calendar = olu.get(urlsplit(address(olu)).path).text
    asked = f"{today() + timedelta(days=9):%Y%m%d}"
    assert f"DTSTART;VALUE=DATE:{asked}" in calendar
    assert not re.search("ANAPEC|Bilan|[Oo]rient|[Rr]elanc|Fassi|syndic", calendar)
    assert asked not in ann.get(urlsplit(address(ann)).path).text


def test_a_member_who_goes_takes_the_referral_along(app: Union, olu: Visitor, cast: Cast) -> None:
    refer(olu, cast)
    with app.store.maintaining() as session:
        member = session.get_one(Member, cast.omar)
        for one in member.employments:
            session.delete(one)
        session.flush()
        session.delete(member)
    assert kept(app) == []
