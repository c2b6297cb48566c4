"""What the list of letters of a case offers, and what it says to do first."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import grievance, words
from tests.cast import Cast
from tests.collective.test_collective import case_id, joins, opened
from tests.correspondence.test_every_letter import owed
from tests.correspondence.test_letters import kept, press, typed
from tests.reading_back import read_back
from union.app import Union
from union.correspondence.models import CaseLetter
from union.entitlements.records.contents import Basis, Situation
from union.entitlements.records.facts import Facts
from union.entitlements.records.models import Owed, Told
from union.grievances.models import Agreed, Grievance, Paper, Problem
from union.web.locale import today
from union.workplaces.models import Workplace


def a_case(
    app: Union, cast: Cast, problem: Problem, *, paper: Paper = Paper.OTHER_EVENT, agreed: Agreed = Agreed.YES
) -> UUID:
    """A case of Mina, that Ann reported and Lex is named on."""
    found = grievance(app, cast, paper, today() - timedelta(days=2), "lex", problem=problem)
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, found)
        row.account = dataclasses.replace(row.account, agreed=agreed)
    return found


def worked_out(app: Union, case: UUID) -> None:
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, case)
        told = Told(Basis(Situation.EMPLOYED), Facts("El Fassi", "Mina"))
        session.add(Owed(case_id=case, workplace_id=row.workplace_id, told=told, snapshot=owed(), version=1))


def offered(visitor: Visitor, case: UUID) -> set[str]:
    """The keys of the letters that can be begun."""
    page = visitor.page(f"/cases/{case}/letters")
    return {str(one["action"]).split("letter=")[1].split("&")[0] for one in page.select("form[action*='letter=']")}


def begun(visitor: Visitor, case: UUID, key: str, language: str = "fr") -> str:
    place = visitor.post(f"/cases/{case}/letters?letter={key}&in={language}").location
    return str(place).removesuffix("/edit")


def test_a_claim_without_sums_says_what_to_do_first_and_can_be_begun(app: Union, cast: Cast, olu: Visitor) -> None:
    """Two years may end tonight: the letter with an open place interrupts them, the one with its table is better."""
    case = a_case(app, cast, Problem.PAY)
    first = f"/cases/{case}/owed"
    for page in (f"/grievances/{case}", f"/cases/{case}/letters"):
        assert olu.page(page).select(f"a[href='{first}']"), page
        assert "Work out first what the law owes" in words(olu, f"{page}?lang=en")
    assert "step.wage_claim" in offered(olu, case)
    assert "[les sommes, mois par mois]" in olu.get(begun(olu, case, "step.wage_claim")).text
    worked_out(app, case)
    for page in (f"/grievances/{case}", f"/cases/{case}/letters"):
        assert "Work out first what the law owes" not in words(olu, f"{page}?lang=en")
    for language in ("fr", "ar"):
        address = begun(olu, case, "step.wage_claim", language)
        assert kept(app, address).written.letter.enclosed
        assert "222,72" in olu.get(address).text
        assert "222,72" in olu.get(f"{address}/edit").text
        assert "222,72" in read_back(olu.get(f"{address}/paper").data)


def test_whoever_reported_the_case_reads_a_sent_claim_without_its_sums(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, lex: Visitor
) -> None:
    case = a_case(app, cast, Problem.PAY)
    worked_out(app, case)
    address = begun(olu, case, "step.wage_claim")
    press(app, lex, address, "check")
    press(app, olu, address, "final")
    sent = {"means": "registered", "on": f"{today():%d/%m/%Y}", "post_number": "RR 1 MA"}
    olu.post(f"{address}/send", sent | {"version": str(kept(app, address).version)})
    seen, printed = ann.get(address).text, read_back(ann.get(f"{address}/paper").data)
    for text in (seen, printed):
        assert "Objet" in text
        assert "222,72" not in text
        assert "1 600" not in text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "222,72" in read_back(lex.get(f"{address}/paper").data)


def test_an_undeclared_site_is_offered_its_inspection_by_a_letter_that_waits_for_nobody(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    case = a_case(app, cast, Problem.PACE, agreed=Agreed.NO)
    assert "step.undeclared_site" not in offered(olu, case)
    with app.store.maintaining() as session:
        place = session.get_one(Workplace, cast.here)
        place.site = dataclasses.replace(place.site, declared=False)
    assert offered(olu, case) == {"step.undeclared_site"}, "the others bear a name"
    text = olu.get(begun(olu, case, "step.undeclared_site", "ar")).text
    assert "Mina" not in text.split("<article")[1].split("</article>")[0]
    olu.post(f"/cases/{case}/letters?letter=step.wage_claim&in=fr", {}, 422)


@pytest.mark.parametrize(
    ("problem", "paper", "code"),
    [
        (Problem.DISCIPLINE, Paper.SANCTION, "hearing_record"),
        (Problem.OBSTRUCTION, Paper.OTHER_EVENT, "obstruction"),
        (Problem.MATERNITY, Paper.OTHER_EVENT, "pregnancy_certificate"),
        (Problem.STRAIN, Paper.OTHER_EVENT, "medical_visit"),
        (Problem.ACCIDENT, Paper.OTHER_EVENT, "accident_notice"),
    ],
)
def test_the_letter_of_a_step_is_one_click_away_and_can_be_edited(
    app: Union, cast: Cast, olu: Visitor, problem: Problem, paper: Paper, code: str
) -> None:
    case = a_case(app, cast, problem, paper=paper)
    links = [str(one["href"]) for one in olu.page(f"/grievances/{case}").select(f"a[href*='step={code}&']")]
    assert len(links) == 4, links
    assert olu.get(links[0]).data.startswith(b"%PDF-")
    for language in ("fr", "ar"):
        address = begun(olu, case, f"step.{code}", language)
        assert "[" in olu.get(f"{address}/edit").text
        assert "to be filled in" in words(olu, f"{address}?lang=en")
        assert olu.get(f"{address}/paper?as=docx").data.startswith(b"PK")


def test_a_kept_collective_letter_names_nobody(app: Union, ann: Visitor, olu: Visitor) -> None:
    """A consent may be taken back by whoever reaches no draft: the names stand in the paper of the day alone."""
    address, _case = opened(ann)
    joins(ann, address, name="Nabil Employer", sees="employer")
    collective = case_id(address)
    assert offered(olu, collective) == {
        "collective.collective_dispute",
        "collective.dispute_notice",
        "collective.conciliation",
    }
    for key in offered(olu, collective):
        for language in ("fr", "ar"):
            draft = begun(olu, collective, key, language)
            assert "Nabil" not in olu.get(draft).text
            assert "Nabil" not in str(typed(olu, draft))
    assert "An edited letter names nobody" in words(olu, f"/cases/{collective}/letters?lang=en")
    assert "Nabil Employer" in read_back(olu.get(f"{address}/letter?step=dispute_notice").data)
    with app.store.maintaining() as session:
        assert all("Nabil" not in str(one.written) for one in session.scalars(select(CaseLetter)))


def test_a_request_for_explanations_is_answered_by_a_letter_that_is_no_step(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    case = a_case(app, cast, Problem.DISCIPLINE, paper=Paper.HEARING_SUMMONS)
    assert "step.explanations" in offered(olu, case)
    for language in ("fr", "ar"):
        assert "[" in olu.get(f"{begun(olu, case, 'step.explanations', language)}/edit").text
