"""A step that says to write to the employer leads to its letter, in both languages, once the person has agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.browsing import Visitor
from tests.cases.papers import words as said
from tests.grievances.reports import case_of, report
from union.cases.subjects import About, Place
from union.grievances.letter_words import SAID
from union.grievances.models import Agreed, For, Paper, Problem, Report
from union.grievances.step_letters import Matter, may_be_written, of_step
from union.law.paths.declared import DECLARED
from union.press.typesetting import pdf
from union.workplaces.models import Identity, Site

PLACE = Place(Identity("Atlas Contact SARL", seat="Bd Zerktouni"), Site("Sidi Maarouf", "Casablanca"))
TOLD = Report(
    problem=Problem.PAY,
    paper=Paper.PAY_STOPPED,
    event_on=date(2026, 11, 2),
    about=For.ANOTHER,
    agreed=Agreed.YES,
)
STOPPED = {"paper": "badge_stopped", "when": "yesterday"}


def test_the_letter_stands_at_its_step_once_the_person_agrees(olu: Visitor, ann: Visitor) -> None:
    asked = olu.page(case_of(report(ann, first=STOPPED, problem="discipline")))
    assert not asked.select("a[href*='/letter?']"), "nobody has asked the person"
    assert "demandez-lui d’abord son accord" in asked.get_text()
    case = case_of(report(ann, first=STOPPED, problem="discipline", agreed="yes"))
    links = [str(one["href"]) for one in olu.page(case).select("a[href*='step=ask_in_writing']")]
    assert len(links) == 4
    for link in links:
        answer = olu.get(link)
        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF-")
        assert ("-draft.pdf" in answer.headers["Content-Disposition"]) is ("way=sign" not in link)
    assert not ann.page(case).select("a[href*='/letter?']")
    ann.get(f"{case}/letter?step=ask_in_writing", 404)


def test_without_a_yes_there_is_no_letter(olu: Visitor, ann: Visitor, zed: Visitor) -> None:
    case = case_of(report(ann, first=STOPPED, problem="discipline", agreed="no"))
    assert "demandez-lui d’abord" in olu.get(f"{case}/letter?step=ask_in_writing", 409).text
    olu.get(f"{case}/letter?step=nothing", 422)
    zed.get(f"{case}/letter?step=ask_in_writing", 404)


def test_a_step_whose_letter_stands_with_a_paper_leads_to_that_paper(olu: Visitor, ann: Visitor) -> None:
    case = case_of(report(ann, problem="discipline"))
    assert olu.page(case).select(f"a[href='{case.replace('/grievances/', '/cases/')}/dismissals/new']")


@pytest.mark.parametrize("code", SAID)
def test_both_languages_say_the_same_to_the_employer(code: str) -> None:
    named = {one.letter for path in DECLARED.paths for one in path.steps}
    assert code in named | {"explanations"} | {one.code for path in DECLARED.paths for one in path.steps}
    assert may_be_written(code, TOLD)
    for language in ("fr", "ar"):
        matter = Matter(TOLD, About("Mina El Fassi", "1207"), PLACE, "R-7K3F9Q")
        letter = of_step(code, matter, language, date(2026, 11, 25), draft=False)
        text = said(letter)
        for one in ("Atlas Contact SARL", "Sidi Maarouf", "R-7K3F9Q"):
            assert one in text, (code, language)
        assert ("Mina El Fassi" in text) is not SAID[code].union, "a letter of the union bears nobody's name"
        assert pdf(letter).startswith(b"%PDF-")


def test_the_inspector_is_told_who_the_employer_is_and_is_written_to() -> None:
    for language, to in (("fr", "inspect"), ("ar", "مفتش")):
        letter = of_step(
            "inspector", Matter(TOLD, About("Mina"), PLACE, "R-1"), language, date(2026, 11, 25), draft=False
        )
        assert any(to in one.casefold() for one in letter.to), letter.to
        assert "Atlas Contact SARL" in said(letter)
        assert "532" in said(letter)


def test_it_says_what_happened_and_nothing_else() -> None:
    for paper, own, other in (
        (Paper.PAY_STOPPED, "Mon salaire, dû le", "accès"),
        (Paper.BADGE_STOPPED, "accès", "salaire, dû"),
    ):
        told = replace(TOLD, paper=paper)
        matter = Matter(told, About("Mina"), PLACE, "R-1")
        text = said(of_step("ask_in_writing", matter, "fr", date(2026, 11, 25), draft=True))
        assert own in text
        assert other not in text
