"""A court file: hearings and the appeal in the agenda, what the action meets, the lawyer's own reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from tests.browsing import Visitor
from tests.cases.desk import acts_of, dates_of, due_on, grievance, words
from tests.cases.papers import days, sums
from tests.cases.papers import words as said
from tests.cast import Cast
from tests.receipts.test_receipts import change, typed
from union.app import Union
from union.cases.dates import HEARING
from union.cases.models import Case, Stage
from union.cases.subjects import About, Place
from union.grievances.models import Paper
from union.law.dates.deadlines import Rule, deadline
from union.papers.court.models import Appeal, Hearing, Matter
from union.papers.court.reading import clocks, dated
from union.papers.court.sheet import FACTS, JUDGMENT, VALUES, sheet
from union.papers.sending import Means
from union.press.typesetting import pdf
from union.web.locale import today
from union.workplaces.models import Identity, Site

NEXT = today() + timedelta(days=12)


@pytest.fixture
def case(app: Union, cast: Cast) -> UUID:
    return grievance(app, cast, Paper.OTHER_PAPER, today() - timedelta(days=400), "lex")


def opened(lawyer: Visitor, case: UUID, **changed: str) -> str:
    """The address of a new file."""
    return str(lawyer.post(f"/cases/{case}/court/new", {"number": "118/1502/2026", **changed}).location)


def test_the_next_hearing_is_in_the_agenda_of_the_lawyer_too(app: Union, cast: Cast, lex: Visitor, case: UUID) -> None:
    address = opened(lex, case)
    change(lex, address, "hearings/new", {"hearing_on": typed(NEXT), "at": "9h30", "room": "4"})
    assert due_on(app, cast, case) == NEXT
    shown = words(lex, "/agenda")
    assert shown.index("Audience au tribunal, 09:30") < shown.index("R-7K3F9Q", shown.index("Agenda"))
    assert "Audience au tribunal, 09:30" in words(lex, "/")
    assert "Audience au tribunal, 09:30" in words(lex, f"/grievances/{case}")
    change(lex, address, "hearings/new", {"hearing_on": typed(NEXT), "at": "09:30"}, 422)
    assert [one.act for one in acts_of(app, cast, case)][:2] == ["court_hearing", "court_opened"]


def test_a_hearing_that_was_held_leads_to_the_next(app: Union, cast: Cast, lex: Visitor, case: UUID) -> None:
    address, held = opened(lex, case), today() - timedelta(days=1)
    change(lex, address, "hearings/new", {"hearing_on": typed(held)})
    assert due_on(app, cast, case) == held, "it stays until somebody says what happened"
    option = lex.page(f"{address}/hearings").select_one("select[name=hearing] option[value]:not([value=''])")
    assert option is not None
    answer = {"hearing": str(option["value"]), "outcome": "Renvoi pour réplique", "next_on": typed(NEXT)}
    change(lex, address, "hearings", answer | {"next_on": typed(held)}, 422)
    change(lex, address, "hearings", answer)
    assert due_on(app, cast, case) == NEXT
    assert "Renvoi pour réplique" in words(lex, address)
    assert "Renvoi" not in "".join(one.words for one in acts_of(app, cast, case)), "a timeline is read by more people"
    change(lex, address, "hearings", {"hearing": str(uuid4()), "outcome": "x"}, 422)


def test_the_appeal_runs_from_the_notification_in_full_days(app: Union, cast: Cast, lex: Visitor, case: UUID) -> None:
    address, told = opened(lex, case), today() - timedelta(days=3)
    change(lex, address, "judgment", {"judged_on": typed(told), "notified_on": typed(told - timedelta(days=1))}, 422)
    change(lex, address, "judgment", {"judged_on": typed(told), "notified_on": typed(told), "awarded_amount": "85000"})
    limit = deadline(Rule.APPEAL, told)
    assert limit.legal_on == told + timedelta(days=31)
    assert due_on(app, cast, case) == limit.safe_on
    shown = words(lex, address)
    assert "Faire appel du jugement" in shown
    assert "code de procédure civile de 1974" in shown
    change(lex, address, "judgment", {"notified_on": typed(told), "appeal": "filed"}, 422)
    change(lex, address, "judgment", {"notified_on": typed(told), "appeal": "filed", "appeal_on": typed(today())})
    assert due_on(app, cast, case) is None


def test_the_action_meets_the_ninety_days_of_the_letter(app: Union, cast: Cast, olu: Visitor) -> None:
    came = today() - timedelta(days=20)
    case = grievance(app, cast, Paper.DISMISSAL_LETTER, came)
    olu.post(f"/cases/{case}/dismissals/new", {"mandate": "none", "notified_on": typed(came)})
    wages = opened(olu, case, filed_on=typed(today()), dismissal="no")
    assert "tribunal du licenciement" in words(olu, f"/grievances/{case}"), "an action for wages meets nothing of it"
    change(olu, wages, "edit", {"filed_on": typed(today()), "dismissal": "yes"})
    assert "tribunal du licenciement" not in words(olu, f"/grievances/{case}")
    change(olu, wages, "aside", {"why": "Ouvert par erreur."})
    assert "tribunal du licenciement" in words(olu, f"/grievances/{case}")


def test_the_claim_interrupts_the_two_years_which_count_anew(app: Union, cast: Cast, lex: Visitor, case: UUID) -> None:
    left, claim = today() - timedelta(days=500), today() - timedelta(days=100)
    address = opened(lex, case, left_on=typed(left))
    assert due_on(app, cast, case) == deadline(Rule.WAGE_CLAIMS, left).safe_on
    change(lex, address, "edit", {"left_on": typed(left), "claim_on": typed(claim), "claim_means": "registered"})
    assert due_on(app, cast, case) == deadline(Rule.WAGE_CLAIMS, claim).safe_on
    shown = words(lex, address)
    assert "n’est pas tranché" not in shown
    assert "deux ans entiers courent alors de nouveau (article 383)" in shown
    change(lex, address, "edit", {"left_on": typed(left), "claim_on": typed(claim), "filed_on": typed(today())})
    assert due_on(app, cast, case) is None
    assert {one.rule for _, one in dates_of(app, cast, case)} == {Rule.WAGE_CLAIMS}


def test_a_hearing_is_seen_behind_what_is_due_before_it(
    app: Union, cast: Cast, lex: Visitor, ann: Visitor, olu: Visitor
) -> None:
    """The agenda has one line a case: the lawyer's dates stand beside it, whatever the union has to do first."""
    case = grievance(app, cast, Paper.DISMISSAL_LETTER, today() - timedelta(days=2), "lex")
    address = opened(lex, case)
    change(lex, address, "hearings/new", {"hearing_on": typed(today() + timedelta(days=80))})
    for visitor, page in ((lex, "/"), (lex, "/agenda"), (olu, "/agenda"), (olu, f"/agenda?workplace={cast.here}")):
        found = visitor.page(page).select(f"main a[href='{address}']")
        assert [one.get_text(strip=True) for one in found] == ["Audience au tribunal"], page
    assert "Audience au tribunal" not in words(ann, "/agenda")
    with app.store.maintaining() as session:
        session.get_one(Case, case).stage = Stage.CLOSED
    assert "Audience au tribunal" in words(lex, "/agenda"), "nobody decided what becomes of it"


def test_a_date_of_a_court_file_that_leads_its_case_stands_once(
    app: Union, cast: Cast, lex: Visitor, case: UUID
) -> None:
    address = opened(lex, case)
    change(lex, address, "hearings/new", {"hearing_on": typed(NEXT)})
    for place in ("/agenda", "/"):
        lines = [one.get_text(" ") for one in lex.page(place).select(".agenda > li")]
        assert sum("Audience au tribunal" in one for one in lines) == 1, place


def test_crumbs_call_a_lawyers_cases_as_their_menu_does(lex: Visitor, olu: Visitor, case: UUID) -> None:
    address = opened(lex, case)
    for visitor, name in ((lex, "Mes dossiers"), (olu, "Dossiers")):
        (crumb,) = visitor.page(address).select(".crumbs a[href='/grievances']")
        assert crumb.get_text(strip=True) == name


def test_who_may(lex: Visitor, olu: Visitor, sal: Visitor, ann: Visitor, zed: Visitor, case: UUID) -> None:
    address = opened(lex, case)
    assert "118/1502/2026" in olu.get(f"/grievances/{case}").text
    assert "118/1502/2026" not in ann.get(f"/grievances/{case}").text
    for one in (ann, zed):
        assert one.get(address, 404).data == one.get("/court/00000000-0000-4000-8000-000000000000", 404).data
        one.get(f"/cases/{case}/court/new", 404)
    change(sal, address, "edit", {"power_by": "Me Idrissi"})
    answer = lex.post(f"{address}/edit", {"power_by": "Me Alaoui", "version": "1"}, 409)
    assert "Me Idrissi" in answer.text


def test_a_lawyer_who_is_not_named_finds_nothing(app: Union, cast: Cast, lex: Visitor, olu: Visitor) -> None:
    hidden = grievance(app, cast, Paper.OTHER_PAPER, today())
    address = opened(olu, hidden)
    lex.get(address, 404)
    lex.post(f"/cases/{hidden}/court/new", {"number": "1"}, 404)


def test_the_sheet_as_a_pdf(lex: Visitor, case: UUID) -> None:
    address = opened(lex, case)
    for language in ("fr", "ar"):
        assert lex.get(f"{address}/sheet?in={language}").data.startswith(b"%PDF-")


# Without a page

MATTER = Matter(
    About("Mina El Fassi", "1207"),
    date(2026, 9, 1),
    "Me Idrissi",
    "Coffre",
    "TPI Casablanca",
    "118/1502/2026",
    True,
    date(2026, 8, 31),
    date(2026, 9, 15),
    Means.REGISTERED,
    date(2026, 9, 20),
    True,
    (Hearing(uuid4(), date(2026, 10, 6), "09:30", "4", "Renvoi"), Hearing(uuid4(), date(2026, 12, 8), "10:00")),
    date(2026, 11, 2),
    "2271",
    "Fait droit à la demande",
    Decimal("85549.35"),
    date(2026, 11, 10),
    Appeal.FILED,
    date(2026, 11, 16),
    "77/2026",
    date(2026, 11, 18),
    "901",
    date(2026, 11, 20),
    Decimal("40000.00"),
)
PLACE = Place(Identity("Atlas Contact SARL"), Site("Sidi Maarouf", "Casablanca"))


def test_what_runs_and_what_was_met() -> None:
    assert clocks(MATTER) == []
    found = {one.rule: (on, one.met_on) for on, one in dated(MATTER)}
    assert found == {
        HEARING: (date(2026, 12, 8), None),
        Rule.WAGE_CLAIMS: (None, date(2026, 9, 20)),
        Rule.ACTION_AFTER_DISMISSAL: (None, date(2026, 9, 20)),
        Rule.APPEAL: (None, date(2026, 11, 16)),
    }


def test_french_and_arabic_say_the_same_figures_days_and_names() -> None:
    fr, ar = (said(sheet(MATTER, PLACE, "R-7K3F9Q", one, date(2026, 11, 25))) for one in ("fr", "ar"))
    assert days(fr) == days(ar)
    assert len(days(fr)) == 12
    assert sums(fr) == sums(ar) == ["40\u00a0000,00", "85\u00a0549,35"]
    for one in ("Mina El Fassi", "Me Idrissi", "118/1502/2026", "2271", "09:30", "Atlas Contact SARL", "R-7K3F9Q"):
        assert one in fr
        assert one in ar


@pytest.mark.parametrize(("room", "fr", "ar"), [("4", "salle 4", "القاعة 4"), ("Salle B", "Salle B", "Salle B")])
def test_a_bare_room_gets_its_word(room: str, fr: str, ar: str) -> None:
    matter = replace(MATTER, hearings=tuple(replace(one, room=room) for one in MATTER.hearings))
    for language, wanted in (("fr", fr), ("ar", ar)):
        told = said(sheet(matter, PLACE, "R-7K3F9Q", language, date(2026, 11, 25)))
        assert f" · {wanted} · " in told.replace("\u00a0", " ")


def test_every_fact_has_its_words() -> None:
    shown = {*FACTS, *JUDGMENT, "about", "hearings", "set_aside"}
    assert shown == set(Matter.__dataclass_fields__)
    assert VALUES.keys() == {True, False, *Appeal, *Means}


def test_it_is_set_in_both_languages() -> None:
    for language in ("fr", "ar"):
        assert pdf(sheet(MATTER, PLACE, "R-7K3F9Q", language, date(2026, 11, 25))).startswith(b"%PDF-")
