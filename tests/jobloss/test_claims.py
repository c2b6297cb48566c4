"""The claim of the job-loss allowance: conditions, papers and the sixty days of one person, and the checklist in two
languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.ending import answers
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, opened, rows, taken
from tests.layoffs.test_outsiders import closed
from tests.layoffs.test_papers import FACTS, about, days, sums, words
from tests.reading_back import read_back
from tests.test_housekeeping import hand
from union.app import Union
from union.cases.dates import CaseDate
from union.entitlements.records.contents import Situation
from union.jobs.housekeeping import expire
from union.languages.saying import in_language
from union.law.dates.deadlines import Rule, deadline
from union.law.social.job_loss import conditions
from union.law.sources.source import Status
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.web.subjects import subject
from union.members.declared import Declared, DeclaredDays, Month
from union.members.models import Contract, Employment, Member, Terms
from union.members.tokens import in_step
from union.papers.jobloss.checklist import checklist, facts_of, monthly
from union.papers.jobloss.forms import ASKED
from union.papers.jobloss.models import Claim, Got, Paper, Told
from union.papers.jobloss.words import PAPERS
from union.press import content
from union.press.typesetting import pdf
from union.web.locale import today

ON = date(2026, 11, 24)
TOLD = Told(
    "1207", {"fit": True, "registered": False, "no_pension": True}, 812, 251, date(2027, 1, 8), {"record": Got.HELD}
)


def paper(told: Told, said: str, kind: Situation = Situation.NEGOTIATED) -> content.Paper:
    """The checklist of the person of the papers' tests."""
    one = about(kind=kind)
    return checklist(subject(one.facts, kind), one.place, one.reference, told, said, ON)


def states(told: Told, kind: Situation = Situation.CLOSURE) -> dict[str, str]:
    return {one.code: str(one.state) for one in conditions(facts_of(subject(FACTS, kind), told))}


def test_french_and_arabic_say_the_same_numbers_days_and_name() -> None:
    for told in (TOLD, Told("1207")):
        for kind in (Situation.CLOSURE, Situation.NEGOTIATED, Situation.CDD_SERIES):
            french, arabic = (words(paper(told, said, kind)) for said in ("fr", "ar"))
            assert days(french) == days(arabic)
            assert sums(french) == sums(arabic)
            counted = [sorted(re.findall(r"(?<!\d)(?<!\d,)\d{2,3}(?!\d|,\d)", text)) for text in (french, arabic)]
            assert counted[0] == counted[1]
            assert "El Alami Sara" in french
            assert "El Alami Sara" in arabic
            for one in Paper:
                assert in_language(PAPERS[one][0], "fr").replace("'", "’") in french
                assert in_language(PAPERS[one][0], "ar").translate(dict.fromkeys(map(ord, "\u2066\u2069"))) in arabic


def test_the_answers_the_days_and_the_kind_decide_each_condition() -> None:
    assert states(TOLD) == {
        "involuntary": "done",
        "days_in_36_months": "done",
        "days_in_12_months": "not_done",
        "fit": "done",
        "registered": "not_done",
        "no_pension": "done",
        "inspector_record": "done",
        "claimed_in_time": "done",
    }
    nothing = Told("1207")
    assert set(states(nothing, Situation.NEGOTIATED).values()) == {"not_known"}
    assert states(nothing, Situation.RESIGNATIONS)["involuntary"] == "not_done"
    told = Told("1207", {"involuntary": True})
    assert states(told, Situation.RESIGNATIONS)["involuntary"] == "done"  # a person knows better than the kind
    for number, state in ((779, "not_done"), (780, "done")):
        assert states(Told("1207", days_36_months=number))["days_in_36_months"] == state
    for number, state in ((259, "not_done"), (260, "done")):
        assert states(Told("1207", days_12_months=number))["days_in_12_months"] == state
    last = deadline(Rule.IPE_CLAIM, date(2026, 12, 31)).legal_on
    assert last == date(2027, 3, 1)
    for on, state in ((last, "done"), (last + timedelta(days=1), "late")):
        assert states(Told("1207", claimed_on=on))["claimed_in_time"] == state


def test_the_amount_is_seventy_per_cent_under_the_ceiling_and_none_at_a_fixed_term() -> None:
    low = replace(FACTS, monthly_gross=Decimal("4000.00"))
    figure, capped = monthly(subject(low, Situation.CLOSURE)), monthly(subject(FACTS, Situation.CLOSURE))
    assert figure is not None
    assert capped is not None
    assert figure.value == Decimal("2800.00")
    assert capped.value == Decimal("3422.72")
    term = replace(FACTS, contract=Contract.CDD)
    assert subject(term, Situation.CLOSURE).fixed_term
    assert monthly(subject(term, Situation.CLOSURE)) is None
    assert monthly(subject(replace(FACTS, monthly_gross=None), Situation.CLOSURE)) is None


def test_only_the_inspectors_record_is_told_without_a_reserve() -> None:
    assert {one for one, (_, status) in PAPERS.items() if status is not Status.UNVERIFIED} == {Paper.RECORD}
    text = words(paper(TOLD, "fr"))
    assert text.count("à confirmer") == len(PAPERS) - 1


def test_the_pdf_holds_what_it_says_in_both_languages() -> None:
    for language, told in (("fr", "812 jours"), ("ar", "812")):
        made = pdf(paper(TOLD, language, Situation.CLOSURE))
        assert made.startswith(b"%PDF")
        read = read_back(made)
        assert told in read
        assert re.search(r"3\s422,72", read)


def test_what_is_written_down_stands_on_the_page_and_ends_the_sixty_days(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast, kind="closure")
    left = today() - timedelta(days=20)
    taken(olu, address, csv(f"7;Alami;Sara;Employé;01/01/2020;{left:%d/%m/%Y};5000,00;0;;10000,00;"))
    person = f"{address}/people/{rows(app, cast, address)[0].id}"
    assert f'href="{person}/job-loss"' in olu.get(person).text
    assert any("loi 03-14" in one.text for one in olu.page(f"{address}/agenda").select(".agenda-dispute li"))
    assert "780" in olu.get(f"{person}/job-loss").text
    typed = dict.fromkeys(ASKED, "") | {f"{one.value}_paper": "missing" for one in Paper}
    typed |= {"version": "0", "fit": "yes", "days_36_months": "800", "record_paper": "held"}
    olu.post(f"{person}/job-loss/edit", typed)
    page = olu.page(f"{person}/job-loss?lang=en")
    assert len(page.select(".tag-done")) == 4  # by the kind, by the days, fit, the record
    olu.post(f"{person}/job-loss/edit", typed, 409)  # begun before somebody wrote
    filed = {"version": "1", "claimed_on": f"{today():%d/%m/%Y}"}
    olu.post(f"{person}/job-loss/edit", typed | filed)
    assert not any(
        "law 03-14" in one.text for one in olu.page(f"{address}/agenda?lang=en").select(".agenda-dispute li")
    )
    assert "law 03-14" in BeautifulSoup(olu.get(f"{person}/job-loss?lang=en").text, "html.parser").text
    olu.post(f"{person}/job-loss/edit", typed | {"version": "2", "claimed_on": ""})  # it was not filed after all
    assert any("law 03-14" in one.text for one in olu.page(f"{address}/agenda?lang=en").select(".agenda-dispute li"))
    taken(olu, address, csv(f"7;Alami;Sara;Employé;01/01/2020;{left:%d/%m/%Y};5100,00;0;;10000,00;"))
    anew = f"{address}/people/{rows(app, cast, address)[0].id}"
    assert len(olu.page(f"{anew}/job-loss").select(".tag-done")) == 4  # a newer list forgets nobody's claim


def test_the_days_of_the_lists_stand_beside_what_is_typed(app: Union, cast: Cast, olu: Visitor) -> None:
    """They are said with how many months are known, and fill nothing in: the fund's statement decides."""
    basis_confirmed(app)
    with app.store.writing(cast.reach("sal")) as session, in_step(session, session.get_one(Member, cast.mina)):
        session.get_one(Employment, cast.mina_employment).terms = Terms("7", hired_on=date(2020, 1, 1))
        months = tuple(Month(date(2026, at, 1), 20 + at) for at in range(1, 7))
        job = {"employment_id": cast.mina_employment, "workplace_id": cast.here, "member_id": cast.mina}
        session.add(DeclaredDays(**job, declared=Declared("", months), version=1))
    address = opened(olu, cast, kind="closure")
    people = (
        "7;El Fassi;Mina;Employé;01/01/2020;31/10/2026;5000,00;0;;10000,00;",
        "8;Tazi;Omar;Employé;01/01/2020;31/10/2026;5000,00;0;;10000,00;",
    )
    taken(olu, address, csv(*people))
    known, other = (f"{address}/people/{one.id}/job-loss/edit?lang=en" for one in rows(app, cast, address))
    page = olu.page(known)
    assert "141 days over 36 months, 141 over the last 12" in page.get_text()
    assert "known of 6 of the 36 months" in page.get_text()
    assert page.select_one("[name=days_36_months]").get("value", "") == ""  # type: ignore[union-attr]  # it is there
    assert "over 36 months" not in olu.page(other).get_text()


@pytest.mark.parametrize(
    "wrong",
    [
        {"claimed_on": "01/01/2099"},
        {"claimed_on": "01/01/2020"},
        {"days_36_months": "200", "days_12_months": "201"},
        {"days_12_months": "400"},
        {"fit": "perhaps"},
        {"record_paper": ""},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    app: Union, cast: Cast, olu: Visitor, wrong: dict[str, str]
) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv("7;Alami;Sara;Employé;01/01/2020;31/10/2026;5000,00;0;;10000,00;"))
    person = f"{address}/people/{rows(app, cast, address)[0].id}"
    typed = dict.fromkeys(ASKED, "") | {f"{one.value}_paper": "missing" for one in Paper} | {"version": "0"}
    olu.post(f"{person}/job-loss/edit", typed | wrong, 422)
    assert not olu.page(f"{person}/job-loss").select(".tag-done")


def test_the_paper_is_handed_out_without_a_name_in_its_address(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv("7;Alami;Sara;Employé;01/01/2020;31/10/2026;5000,00;0;;10000,00;"))
    person = f"{address}/people/{rows(app, cast, address)[0].id}"
    for language in ("fr", "ar"):
        answer = olu.get(f"{person}/job-loss/paper?in={language}")
        assert answer.data.startswith(b"%PDF")
        assert "Alami" not in answer.headers["Content-Disposition"]
    olu.get(f"{person}/job-loss/paper?in=en", 422)


def test_the_claim_of_somebody_who_is_gone_goes_too(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    lines = (
        "7;Alami;Sara;Employé;01/01/2020;31/10/2026;5000,00;0;;;",
        "8;Tazi;Nour;Employé;01/01/2020;31/10/2026;5000,00;0;;;",
    )
    taken(olu, address, csv(*lines))
    typed = dict.fromkeys(ASKED, "") | {f"{one.value}_paper": "missing" for one in Paper}
    typed |= {"version": "0", "claimed_on": "02/11/2026"}
    for row in rows(app, cast, address):
        olu.post(f"{address}/people/{row.id}/job-loss/edit", typed)
    with app.store.maintaining() as session:
        gone = session.scalars(select(LayoffPerson).where(LayoffPerson.position == 2)).one()
        session.delete(gone)
    expire(hand(app))
    with app.store.maintaining() as session:
        assert len(session.scalars(select(Claim)).all()) == 2  # the dispute still needs them
        dispute = session.scalars(select(Layoff)).one()
        dispute.matter = replace(dispute.matter, outsiders_gone_on=today())
    expire(hand(app))
    with app.store.maintaining() as session:
        assert len(session.scalars(select(Claim)).all()) == 2  # it is open again: what was written since is needed
    olu.post(f"{address}/close", answers(olu, address) | {"words": "Accord."})
    closed(app, address, timedelta(days=1))
    expire(hand(app))
    with app.store.maintaining() as session:
        claim = session.scalars(select(Claim)).one()
        assert claim.told.key == "7"
        assert [one.source_id for one in session.scalars(select(CaseDate))] == [claim.id]
