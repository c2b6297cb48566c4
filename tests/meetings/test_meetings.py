"""Meetings: called, called off, counted team by team, decided; an invitation says a day and an hour."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.feed.test_feed import address
from tests.targets.test_standing import words
from union.app import Union
from union.meetings.models import Attended, MeetingKind, Told, UnionMeeting
from union.web.locale import today


def typed(ahead: int, **more: str) -> dict[str, str]:
    """A meeting so many days ahead."""
    day = (today() + timedelta(days=ahead)).strftime("%d/%m/%Y")
    return {"kind": "assembly", "on": day, "hour": "18h30", "place": "Café Verdun", "agenda": "Les pauses", **more}


def called(visitor: Visitor, cast: Cast, ahead: int, **more: str) -> str:
    """The address of a meeting that was written down."""
    return visitor.post(f"/workplaces/{cast.here}/meetings/new", typed(ahead, **more)).location


class Kept(NamedTuple):
    """The one meeting, as it is kept."""

    told: Told
    version: int


def kept(app: Union) -> Kept:
    with app.store.maintaining() as session:
        row = session.scalars(select(UnionMeeting)).one()
        return Kept(row.told, row.version)


def test_a_meeting_is_counted_team_by_team_and_a_team_again_is_corrected(app: Union, olu: Visitor, cast: Cast) -> None:
    site = called(olu, cast, 0)
    for came in ("9", "12"):
        olu.post(f"{site}/attendance", {"team": "Équipe A", "came": came, "of": "40"})
    olu.post(f"{site}/attendance", {"team": "Nuit", "came": "٧"})
    told = kept(app).told
    assert told.kind is MeetingKind.ASSEMBLY
    assert told.attended == (Attended("Équipe A", 12, 40), Attended("Nuit", 7))
    assert "19 came" in words(olu.get(f"{site}?lang=en").text)


def test_a_team_is_shown_beside_the_time_before(olu: Visitor, cast: Cast) -> None:
    earlier, now = called(olu, cast, -7), called(olu, cast, 0)
    olu.post(f"{earlier}/attendance", {"team": "Équipe A", "came": "9", "of": "40"})
    assert olu.page(now).select("#teams-before option")[0]["value"] == "Équipe A"
    olu.post(f"{now}/attendance", {"team": "equipe a", "came": "13", "of": "39"})
    text = words(olu.get(f"{now}?lang=en").text).replace("\u2068", "").replace("\u2069", "")
    assert "13/39 · 33.3 %" in text
    assert "9/40 · 22.5 %" in text
    assert not olu.page(earlier).select("#teams-before option"), "what came later is no time before"


def test_more_than_work_in_a_team_cannot_come_and_nobody_is_counted_before_the_day(
    app: Union, olu: Visitor, cast: Cast
) -> None:
    site = called(olu, cast, 0)
    answer = olu.post(f"{site}/attendance?lang=en", {"team": "A", "came": "41", "of": "40"}, 422)
    assert "More came than work" in words(answer.text)
    olu.post(f"{site}/edit", {**typed(3), "version": "1"})
    answer = olu.post(f"{site}/attendance?lang=en", {"team": "A", "came": "4"}, 422)
    assert "still to come" in words(answer.text)
    assert kept(app).told.attended == ()


def test_an_invitation_says_a_day_and_an_hour_and_nothing_else(olu: Visitor, cast: Cast) -> None:
    page = words(olu.get(f"{called(olu, cast, 5)}?lang=fr").text)
    said = page[page.index("Invitation") :]
    assert "18:30. Demandez-moi où." in said
    assert "اسألوني عن المكان" in said
    for secret in ("Café Verdun", "Les pauses", "Assemblée"):
        assert secret not in said[said.index("Demandez-moi") - 60 :]


def test_a_decision_is_late_until_it_is_done(app: Union, olu: Visitor, cast: Cast) -> None:
    site = called(olu, cast, -9)
    until = (today() - timedelta(days=2)).strftime("%d/%m/%Y")
    decided = {"words": "Écrire à l'inspection", "votes_for": "11", "against": "0", "sees_to_it": "Olu", "until": until}
    olu.post(f"{site}/decisions", decided)
    assert "Écrire à l'inspection" in words(olu.get("/site-meetings?lang=en").text)
    version = kept(app).version
    olu.post(f"{site}/decisions/done?at=0&seen={version}", {})
    assert kept(app).told.decided[0].done_on == today()
    assert "Écrire à l'inspection" not in words(olu.get("/site-meetings?lang=en").text)
    olu.post(f"{site}/decisions/strike?at=0&seen={version}", {}, 409)  # the page was made before
    olu.post(f"{site}/decisions/strike?at=0&seen={version + 1}", {})
    assert kept(app).told.decided == ()


def test_a_meeting_with_people_is_not_called_off(app: Union, olu: Visitor, cast: Cast) -> None:
    site = called(olu, cast, 0)
    olu.post(f"{site}/attendance", {"team": "A", "came": "4"})
    olu.post(f"{site}/call-off", {"why": "Salle fermée"}, 422)
    olu.post(f"{site}/attendance/strike?at=0&seen={kept(app).version}", {})
    olu.post(f"{site}/call-off", {"why": "Salle fermée"})
    assert kept(app).told.called_off == "Salle fermée"
    olu.post(f"{site}/decisions", {"words": "Une autre"}, 422)


def test_the_calendar_of_a_telephone_holds_the_day_and_no_word_of_it(olu: Visitor, cast: Cast) -> None:
    called(olu, cast, 5)
    calendar = olu.get(urlsplit(address(olu)).path).text
    assert f"{today() + timedelta(days=5):%Y%m%d}T" in calendar
    assert not re.search("Verdun|pauses|Assembl|[Mm]eeting|Réunion", calendar)


def test_a_delegate_reaches_no_meeting(olu: Visitor, ann: Visitor, zed: Visitor, cast: Cast) -> None:
    site = called(olu, cast, 5)
    for visitor in (ann, zed):
        visitor.get(site, 404)
