"""Every kind of paper as it is printed, in French and in Arabic: pages, figures, days and names taken out of the PDF
again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from tests.cases.papers import MARKS, MONTHS, days, sums, words
from tests.court.test_court import MATTER
from tests.dismissals.test_dismissals import DECISION
from tests.jobloss.test_claims import TOLD
from tests.jobloss.test_claims import paper as checklist
from tests.layoffs.test_papers import PLACE as GROUP_PLACE
from tests.layoffs.test_papers import about
from tests.reading_back import pages_read_back, read_back
from tests.receipts.test_letters import PAPER, PLACE
from union.entitlements.papers.sheets import sheet
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import StepDone
from union.layoffs.papers.group_letters import Group, group_letter
from union.layoffs.papers.letters import OF_A_PERSON, OF_THE_GROUP, letter
from union.layoffs.procedure.steps import Step, findings
from union.layoffs.records.contents import Matter, Procedure, Trigger
from union.papers.court.sheet import sheet as court_sheet
from union.papers.dismissals.letters import against
from union.papers.dismissals.models import LetterKind as AgainstKind
from union.papers.exposure.letters import follow_up
from union.papers.exposure.models import Exposed, Seen
from union.papers.receipts.letters import denunciation
from union.press.content import Letter, Paper, Part
from union.press.typesetting import pdf

ON = date(2026, 11, 24)
STEPS = {one.value: StepDone(done=False) for one in Step}
COLLECTIVE = Matter("t", Situation.COLLECTIVE, Trigger.OTHER, ON, procedure=Procedure(headcount=300, steps=STEPS))
GROUP = Group("L-7K3F9Q", COLLECTIVE, GROUP_PLACE, 412, findings(COLLECTIVE, date(2026, 12, 31), 300))
EXPOSED = Exposed(PAPER.about, date(2025, 3, 3), 7, 5, (Seen.VIOLENCE, Seen.HATE), date(2026, 11, 20), breaks=False)
Make = Callable[[str], Paper | Letter]
EVERY: dict[str, Make] = {
    "sheet": lambda said: sheet(about(), said, ON),
    **{f"person {one.value}": lambda said, one=one: letter(one, about(), said, ON, draft=True) for one in OF_A_PERSON},
    **{
        f"group {one.value}": lambda said, one=one: group_letter(one, GROUP, said, ON, draft=True)
        for one in OF_THE_GROUP
    },
    **{
        f"dismissal {one.value}": lambda said, one=one: against(one, DECISION, PLACE, "R-7K3F9Q", said, ON, draft=True)
        for one in AgainstKind
    },
    "receipt": lambda said: denunciation(PAPER, PLACE, "R-7K3F9Q", said, ON, draft=True),
    "exposure": lambda said: follow_up(EXPOSED, PLACE, "R-7K3F9Q", said, ON, draft=True),
    "court": lambda said: court_sheet(MATTER, PLACE, "R-7K3F9Q", said, ON),
    "job loss": lambda said: checklist(TOLD, said, Situation.CLOSURE),
}
NAMES = re.compile(r"[A-Z][a-zé]+ (?:El )?[A-Z][a-zé]+|[LR]-[0-9A-Z]{6}|\d{3}/\d{4}/\d{4}")
QUIET = {(2004, 12, 29)}  # French cites the decree on notice by its day, Arabic by its number


@pytest.mark.parametrize("kind", EVERY)
def test_both_languages_say_the_same_figures_days_and_names(kind: str) -> None:
    fr, ar = words(EVERY[kind]("fr")), words(EVERY[kind]("ar"))
    assert set(days(fr)) - QUIET == set(days(ar)) - QUIET != set()
    assert sums(fr) == sums(ar)
    latin = [{one for one in NAMES.findall(text) if one in other} for text, other in ((fr, ar), (ar, fr))]
    assert latin[0] == latin[1] != set()
    people = ("El Alami", "Mina El Fassi", "Atlas", "1207", "412")
    assert [one in fr for one in people] == [one in ar for one in people]


def printed(paper: Paper | Letter) -> str:
    """The text of the PDF, in the order in which it is read."""
    return read_back(pdf(paper)).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", EVERY)
def test_the_pdf_fills_one_or_two_pages_and_tells_what_it_was_given(kind: str, language: str) -> None:
    paper = EVERY[kind](language)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf(paper))) <= 2
    text = printed(paper)
    for figure in sums(words(paper)):
        assert figure.replace("\u00a0", " ") in text, "a sum stands on one line"
    given, told = _flat(words(paper)), _flat(text)
    for on, year in re.findall(rf"(\d{{1,2}}(?:er)?(?:{'|'.join(MONTHS)}))(\d{{4}})", given):
        assert on in told, on
        assert year in told  # it is told apart from its month where signs stand between, as at the end of a line
    for name in NAMES.findall(words(paper)):
        assert _flat(name) in _flat(text), name


@pytest.mark.parametrize("kind", EVERY)
def test_the_last_page_holds_more_than_the_signature(kind: str) -> None:
    for language in ("fr", "ar"):
        paper = EVERY[kind](language)
        if isinstance(paper, Letter):
            last = _flat(pages_read_back(pdf(paper))[-1])
            for closing in paper.parts[-1].paragraphs:
                assert all(_flat(word) in last for word in closing.split()[:4])


def _flat(text: str) -> str:
    """Without spaces, and without brackets, which a line of two directions mirrors."""
    return re.sub(r"[\s()]+", "", text.translate(MARKS).replace("\u2011", "-"))


def test_a_number_and_a_day_do_not_break_over_two_lines() -> None:
    """Laws and people write 10 000 and 24 novembre 2026 with plain spaces: a narrow column must not part them."""
    said = (
        "amende de 10 000 à 20 000 DH le 24 novembre 2026 " * 60,
        "غرامة من 10 000 إلى 20 000 درهم في 24 نونبر 2026 " * 60,
    )
    for language, text in zip(("fr", "ar"), said, strict=True):
        lines = printed(Paper(language, "T", "", (Part(paragraphs=(text,)),), "", "R"))
        assert lines.count("10 000") == lines.count("20 000") == 60
        assert len(re.findall(r"24 *\w+ *2026", lines)) == 60
