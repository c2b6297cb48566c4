"""Two clocks of a case: ours, and the other side's; what is to be done at once is of today, a hearing is on its day."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest

from tests.browsing import Visitor
from tests.cases.desk import grievance, words
from tests.cast import Cast
from tests.court.test_court import opened
from tests.home.filling import case
from tests.receipts.test_receipts import change, typed
from union.app import Union
from union.cases.clocks import Clock, in_the_agenda, leading
from union.grievances.models import Done, Grievance, Paper
from union.grievances.steps import recount, steps
from union.grievances.timing import place
from union.jobs import housekeeping
from union.jobs.worker import JobContext
from union.law.dates.deadlines import Rule, deadline
from union.web.locale import today

DAY = timedelta(days=1)
FAR = date(2028, 8, 3)


def clocked(app: Union, case_id: UUID, **clocks: date | bool | None) -> None:
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, case_id)
        for name, value in {"due_on": None, "theirs_on": None, "at_once": False, **clocks}.items():
            setattr(row, name, value)


def left_to_the_employer(app: Union, case_id: UUID) -> None:
    """Everything is done but what the employer owes."""
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, case_id)
        codes = {one.code for one in steps(row.account)} - {"claim_certificate"}
        row.account = dataclasses.replace(row.account, done=tuple(Done(code, today(), "Olu") for code in codes))
        recount(row)


def codes(visitor: Visitor, path: str) -> list[str]:
    """In the order of the page; a row of the list has its code twice, once for a telephone."""
    found = visitor.page(path).select("main .agenda .code, main table.rows tbody .code")
    return list(dict.fromkeys(one.text for one in found))


@pytest.mark.parametrize("path", ["/", "/agenda", "/grievances"])
def test_what_is_to_be_done_at_once_is_of_today(app: Union, cast: Cast, olu: Visitor, path: str) -> None:
    """Below what we are late with, above tomorrow and above 2028."""
    for code, clocks in (
        ("R-2FAR22", {"due_on": FAR}),
        ("R-2NEXT2", {"due_on": today() + DAY}),
        ("R-2NONE2", {}),
        ("R-2WAIT2", {"at_once": True, "due_on": FAR}),
        ("R-2LATE2", {"due_on": today() - DAY}),
    ):
        clocked(app, case(app, code, cast.here, cast.ann), **clocks)
    assert codes(olu, path) == ["R-2LATE2", "R-2WAIT2", "R-2NEXT2", "R-2FAR22", "R-2NONE2"]
    shown = words(olu, path)
    assert "Tout de suite" in shown
    assert len(olu.page(path).select(f"main time[datetime='{FAR.isoformat()}']")) == 2, "no act hides a day that runs"


def test_a_letter_to_check_stands_on_top_and_in_the_counts_of_today(app: Union, cast: Cast, olu: Visitor) -> None:
    clocked(app, case(app, "R-2FAR22", cast.here, cast.ann), due_on=FAR)
    letter = grievance(app, cast, Paper.DISMISSAL_LETTER, today())
    assert codes(olu, "/")[0] == "R-7K3F9Q"
    assert "Tout de suite" in words(olu, f"/grievances/{letter}")
    assert [int(one.text) for one in olu.page("/").select(".counts strong")] == [1, 0, 1, 2]
    assert codes(olu, "/grievances?dates=week") == ["R-7K3F9Q"]
    assert codes(olu, "/grievances?dates=none") == []


def test_the_employers_day_that_passed_is_claimed_and_is_not_our_lateness(app: Union, cast: Cast, olu: Visitor) -> None:
    letter = grievance(app, cast, Paper.DISMISSAL_LETTER, today() - 64 * DAY)
    left_to_the_employer(app, letter)
    due = deadline(Rule.WORK_CERTIFICATE, today() - 64 * DAY).legal_on
    days = (today() - due).days
    assert days > 50
    said = f"à réclamer depuis {days} jours"
    for path in ("/", "/agenda", f"/grievances/{letter}", "/grievances"):
        shown = olu.page(path)
        text = " ".join(shown.get_text(" ").split())
        assert said in text, path
        assert "de retard" not in text, path
        assert not shown.select(".state-late, .next-late, .agenda-late, .tone-late"), path
        assert shown.select(".state-claim, .next-claim, .agenda-claim"), path
    assert "L’employeur devait remettre le certificat de travail au plus tard le" in words(olu, "/agenda")
    counts = [int(one.text) for one in olu.page("/").select(".counts strong")]
    assert counts == [0, 0, 0, 1, 1]  # new, late, within a week, open, to be claimed
    assert codes(olu, "/grievances?dates=late") == []
    assert codes(olu, "/grievances?dates=claim") == ["R-7K3F9Q"]


def test_the_employers_day_to_come_is_his(app: Union, cast: Cast, olu: Visitor) -> None:
    letter = grievance(app, cast, Paper.DISMISSAL_LETTER, today())
    left_to_the_employer(app, letter)
    text = words(olu, f"/grievances/{letter}")
    assert "L’employeur a jusqu’au" in text
    assert "à réclamer depuis" not in text
    assert olu.page(f"/grievances/{letter}").select_one(".next-waiting") is not None


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_a_hearing_is_on_its_day_and_hour(app: Union, cast: Cast, lex: Visitor, olu: Visitor, language: str) -> None:
    hearing = today() + 12 * DAY
    kept = grievance(app, cast, Paper.OTHER_PAPER, today() - 400 * DAY, "lex")
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, kept)
        row.account = dataclasses.replace(
            row.account, done=tuple(Done(one.code, today(), "Olu") for one in steps(row.account))
        )
        recount(row)
    file = opened(lex, kept)
    change(lex, file, "hearings/new", {"hearing_on": typed(hearing), "at": "9h30", "room": "4"})
    by = {"fr": "au plus tard", "ar": "أقصاه", "en": " by "}[language]
    for visitor, path in (
        (lex, "/"),
        (lex, "/agenda"),
        (olu, f"/grievances/{kept}"),
        (olu, "/grievances"),
        (lex, file),
    ):
        page = visitor.page(f"{path}?lang={language}").select_one("main")
        assert page is not None
        lines = page.select(".next, .agenda > li, tbody tr, .clocks")
        told = [one.get_text(" ") for one in lines if one.select_one(f"time[datetime^='{hearing.isoformat()}']")]
        assert told, path
        assert all("09:30" in one and by not in one for one in told), path


def test_a_hearing_that_passed_is_nobodys_lateness_of_days(app: Union, cast: Cast, lex: Visitor) -> None:
    kept = grievance(app, cast, Paper.OTHER_PAPER, today() - 400 * DAY, "lex")
    file = opened(lex, kept)
    change(lex, file, "hearings/new", {"hearing_on": typed(today() - 3 * DAY), "at": "9h30"})
    for path in (file, "/", "/agenda"):
        assert "il y a 3 jours" in words(lex, path), path


def test_the_database_and_the_pages_have_one_order(app: Union, cast: Cast) -> None:
    days = (None, today() - DAY, today(), today() + DAY, FAR)
    for at, (ours, theirs, at_once) in enumerate(product(days, days, (None, True))):
        clocked(app, case(app, f"R-2{at:05}", cast.here, cast.ann), due_on=ours, theirs_on=theirs, at_once=at_once)
    with app.store.reading(cast.reach("olu")) as session:
        found = list(session.scalars(in_the_agenda(today())))
        places = [place(*leading(one), today()) for one in found]
    assert len(found) == 50
    assert places == sorted(places)
    assert {leading(one)[0] for one in found} == set(Clock) - {Clock.HEARING}


def test_cases_of_before_are_counted_by_the_worker(app: Union, cast: Cast, olu: Visitor) -> None:
    letter = grievance(app, cast, Paper.DISMISSAL_LETTER, today() - 30 * DAY)
    clocked(app, letter, due_on=FAR, at_once=None)
    olu.get("/")
    housekeeping.keep_up(JobContext(app.store, lambda account: None, app.files))
    with app.store.reading(cast.reach("olu")) as session:
        row = session.get_one(Grievance, letter)
        assert row.at_once
        assert row.theirs_on == deadline(Rule.WORK_CERTIFICATE, today() - 30 * DAY).legal_on
