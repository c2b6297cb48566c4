"""What moderators are exposed to: closed words, the periods of an accident, the letter without any content."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from tests.browsing import Visitor
from tests.cases.desk import due_on, grievance, words
from tests.cast import Cast
from tests.reading_back import read_back
from union.app import Union
from union.grievances.models import Paper
from union.law.dates.deadlines import Rule, deadline
from union.law.social.exposure import notes
from union.web.locale import today

EVENT = today() - timedelta(days=1)
FACTS = {"since_on": "03/03/2025", "hours_a_day": "7", "days_a_week": "5", "seen": ["violence", "hate"], "breaks": "no"}


@pytest.fixture
def case(app: Union, cast: Cast) -> UUID:
    return grievance(app, cast, Paper.OTHER_PAPER, today() - timedelta(days=400), "lex")


def written(desk: Visitor, case: UUID, **changed: str) -> str:
    return str(desk.post(f"/cases/{case}/exposure/new", FACTS | changed).location)


def test_without_an_event_no_period_of_an_accident_runs(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    shown = words(olu, f"{written(olu, case)}?lang=en")
    assert "After the event" not in shown
    assert "has no event and is no accident" in shown
    assert "Violence and its victims" in shown
    assert due_on(app, cast, case) is None


def test_an_event_starts_the_periods_of_an_accident_as_the_law_counts_them(olu: Visitor, case: UUID) -> None:
    address = written(olu, case, event_on=EVENT.strftime("%d/%m/%Y"))
    shown = words(olu, f"{address}?lang=en")
    found = deadline(Rule.ACCIDENT_REPORT, EVENT)
    assert "Tell the employer of the accident" in shown
    assert "no decision read says so of content moderation" in shown.casefold()
    assert f'datetime="{found.safe_on.isoformat()}"' in olu.get(address).text


def test_its_forty_eight_hours_stand_in_the_agenda_until_the_employer_was_told(
    app: Union, cast: Cast, olu: Visitor, case: UUID
) -> None:
    typed = {"event_on": EVENT.strftime("%d/%m/%Y"), "event_at": "22:40"}
    address = written(olu, case, **typed)
    assert due_on(app, cast, case) == deadline(Rule.ACCIDENT_REPORT, EVENT, time(22, 40)).safe_on
    edit = olu.page(f"{address}/edit")
    assert {str(one["value"]) for one in edit.select("input[name=seen][checked]")} == {"violence", "hate"}
    version = {"version": str(edit.select_one("input[name=version]")["value"])}
    olu.post(f"{address}/edit", FACTS | typed | {"told_on": today().strftime("%d/%m/%Y")} | version)
    assert due_on(app, cast, case) is None
    assert "Violence and its victims" in words(olu, f"{address}?lang=en")


def test_told_before_it_happened_is_refused_with_what_was_typed(olu: Visitor, case: UUID) -> None:
    typed = {"event_on": "20/11/2026", "told_on": "19/11/2026"}
    page = olu.post(f"/cases/{case}/exposure/new", FACTS | typed, 422)
    assert "20/11/2026" in page.text
    olu.post(f"/cases/{case}/exposure/new", FACTS | {"told_on": "19/11/2026"}, 422)
    olu.post(f"/cases/{case}/exposure/new", FACTS | {"seen": ["a film"]}, 422)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_letter_says_hours_and_kinds_and_nothing_of_health(olu: Visitor, case: UUID, language: str) -> None:
    address = written(olu, case)
    text = read_back(olu.get(f"{address}/letter?in={language}&way=sign").data)
    assert {"fr": "violences et leurs victimes", "ar": "العنف وضحاياه"}[language] in text.replace("\n", " ")
    assert "320" in text
    olu.post(f"{address}/sent", {"means": "registered", "sent_on": today().strftime("%d/%m/%Y"), "version": "1"})
    assert today().strftime("%Y") in words(olu, address)


def test_a_delegate_and_a_stranger_have_no_page_of_it(ann: Visitor, zed: Visitor, olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    for one in (ann, zed):
        one.get(address, 404)
        one.get(f"/cases/{case}/exposure/new", 404)


def test_a_visit_of_a_year_ago_is_overdue_the_day_after() -> None:
    def said(on: date) -> bool:
        return any("twelve months" in one.sentence.text for one in notes(None, date(2025, 3, 3), on))

    assert not said(date(2026, 3, 3))
    assert said(date(2026, 3, 4))
