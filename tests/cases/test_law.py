"""Facts of a case put to the law: what it asks with article and status, from the page; nothing of it is kept."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from bs4 import BeautifulSoup

from tests.browsing import Visitor
from tests.cases.desk import acts_of, grievance
from tests.cast import Cast
from union.app import Union
from union.cases.law_questions import ASKS, TOPICS, Topic
from union.grievances.models import Paper
from union.law.procedure.fields import fields

TOLD = {
    Topic.SANCTION: (
        {"sanction": "suspension", "on": "10/11/2026", "days": "9", "heard": "no"},
        "longer than eight days",
    ),
    Topic.AGENCY: ({"case": "striker", "strikers_replaced": "3"}, "Strikers replaced: 3"),
    Topic.REDUCED_HOURS: (
        {
            "headcount": "40",
            "days": "70",
            "starts_on": "10/11/2026",
            "crisis": "yes",
            "agreed": "no",
            "authorised": "no",
        },
        "sixty days",
    ),
    Topic.RETIREMENT: ({"born_on": "01/02/1966", "left_on": "10/11/2026", "cnss_days": "1400"}, "reduced pension"),
    Topic.PERIOD: ({"rule": "sickness_notice", "start": "02/11/2026", "hour": "8h30"}, "2026"),
}


@pytest.fixture
def case(app: Union, cast: Cast) -> UUID:
    return grievance(app, cast, Paper.SANCTION, date(2026, 11, 10), "lex")


@pytest.mark.parametrize("topic", Topic)
def test_each_topic_is_answered_with_article_and_status(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID, topic: Topic
) -> None:
    address = f"/cases/{case}/law?topic={topic.value}"
    typed, expected = TOLD[topic]
    before = acts_of(app, cast, case)
    for visitor in (olu, lex):
        visitor.get(f"{address}&lang=en")
        page = visitor.page(f"/grievances/{case}?lang=en")
        assert address in {str(one["href"]) for one in page.select(".panel.never-printed a")}
        answer = visitor.post(f"{address}&lang=en", typed, 200).text
        section = answer[answer.index('id="answer"') : answer.index('id="main-form"')]
        assert expected in section
        assert "checked in the text" in section or "not settled" in section
        assert "article" in section
    for language in ("fr", "ar"):
        assert 'id="answer"' in olu.post(f"{address}&lang={language}", typed, 200).text
    assert acts_of(app, cast, case) == before


def test_what_the_law_cannot_read_is_said_and_nothing_typed_is_lost(olu: Visitor, case: UUID) -> None:
    typed = {"starts_on": "10/11/2026", "ends_on": "01/11/2026", "trial_days": "3"}
    answer = olu.post(f"/cases/{case}/law?topic=agency", typed, 422).text
    assert "10/11/2026" in answer
    assert 'id="answer"' not in answer
    olu.post(f"/cases/{case}/law?topic=sanction", {"days": "3"}, 422)
    olu.get(f"/cases/{case}/law?topic=nothing", 422)


@pytest.mark.parametrize(
    ("typed", "owed"),
    [
        ({"pension": "yes"}, ["owed", "owed", "not owed", "not owed", "not settled"]),
        ({"pension": "no"}, ["owed", "owed", "owed", "owed", "for the judge"]),
        ({"cnss_days": "3240", "born_on": "12/11/1966"}, ["owed", "owed", "owed", "owed", "for the judge"]),
    ],
)
def test_a_retirement_before_its_age_or_without_a_pension_owes_as_a_dismissal(
    olu: Visitor, case: UUID, typed: dict[str, str], owed: list[str]
) -> None:
    sent = {"born_on": "01/02/1966", "left_on": "10/11/2026", **typed}
    page = BeautifulSoup(olu.post(f"/cases/{case}/law?topic=retirement&lang=en", sent, 200).text, "html.parser")
    assert [one.get_text(strip=True) for one in page.select("#answer .procedure .tag")] == owed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "they decide about the pension"),
        ({"pension": "yes", "cnss_days": "100"}, "the contrary of this answer"),
        ({"pension": "yes", "left_on": "01/02/1966"}, "must follow"),
    ],
)
def test_a_retirement_that_cannot_be_judged_says_what_is_missing(
    olu: Visitor, case: UUID, typed: dict[str, str], said: str
) -> None:
    sent = {"born_on": "01/02/1966", "left_on": "10/11/2026", **typed}
    answer = olu.post(f"/cases/{case}/law?topic=retirement&lang=en", sent, 422).text
    assert said in answer
    assert "01/02/1966" in answer
    assert 'id="answer"' not in answer


def test_the_page_asks_every_fact_that_the_law_takes() -> None:
    assert set(TOPICS) == {*ASKS, Topic.RETIREMENT, Topic.PERIOD}
    for one in ASKS.values():  # the ladder of earlier ones is a list of its own, asked below
        assert set(one.labels) == set(fields(one.kind)) - {"sanctions"}


REPRIMAND = {"sanction": "reprimand", "on": "10/11/2026"}
WARNED = {"sanctioned": "yes", "sanction0_kind": "warning", "sanction0_on": "01/03/2026"}


@pytest.mark.parametrize(
    ("earlier", "state", "said"),
    [
        ({}, "not known", ""),
        ({"sanctioned": "yes"}, "not known", ""),
        ({"sanctioned": "no"}, "not done", "No sanction in the twelve months before"),
        (WARNED, "done", "warning (1 March 2026)"),
        ({**WARNED, "sanction0_on": "10/11/2025"}, "not done", "Outside these twelve months, not counted"),
        ({**WARNED, "sanction0_on": "11/11/2025"}, "done", "of step 2 of 4"),
    ],
)
def test_a_sanction_is_judged_by_those_of_the_year_before(
    olu: Visitor, case: UUID, earlier: dict[str, str], state: str, said: str
) -> None:
    """Sanctions follow each other step by step within the year (arts 37 and 38); what nobody told is not held against
    the employer."""
    answer = olu.post(f"/cases/{case}/law?topic=sanction&lang=en", {**REPRIMAND, **earlier}, 200).text
    first = BeautifulSoup(answer, "html.parser").select("#answer .procedure-step")[0]
    tag = first.select_one(".tag")
    assert tag is not None
    assert tag.get_text(strip=True) == state
    assert said in first.get_text(" ", strip=True)


@pytest.mark.parametrize(
    ("earlier", "field"),
    [
        ({"sanction0_kind": "warning"}, "sanction0_on"),
        ({"sanction3_on": "01/03/2026"}, "sanction3_kind"),
        ({"sanction0_kind": "warning", "sanction0_on": "10/11/2026"}, "sanction0_on"),
        ({**WARNED, "sanction0_days": "3"}, "sanction0_days"),
        ({**WARNED, "sanctioned": "no"}, "sanctioned"),
    ],
)
def test_an_earlier_sanction_that_cannot_be_is_refused_at_its_field(
    olu: Visitor, case: UUID, earlier: dict[str, str], field: str
) -> None:
    answer = olu.post(f"/cases/{case}/law?topic=sanction", {**REPRIMAND, **earlier}, 422).text
    assert f'href="#{field}' in answer
    assert 'id="answer"' not in answer
    assert all(f'value="{value}"' in answer for name, value in earlier.items() if name.endswith("_on"))
