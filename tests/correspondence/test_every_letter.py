"""Every kind of case has the letters that its steps name, in French and in Arabic from the same facts; what is not
known stays open, and nobody is exposed by one."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import docx
import pytest

from tests.cases.papers import MARKS, days, sums, words
from tests.grievances.test_step_letters import PLACE, TOLD
from tests.papers.test_printed import EVERY
from tests.reading_back import read_back
from union.cases.subjects import About
from union.collective.letters import SAID as COLLECTIVE
from union.collective.letters import of_claim
from union.collective.models import Consent
from union.correspondence.typed import applied, fields, open_places
from union.correspondence.word_file import word_file
from union.entitlements.records.contents import Agreement, Basis, Situation, Snapshot
from union.entitlements.records.facts import ExtraHours, Facts, Slip
from union.entitlements.sums.person import computed
from union.grievances.hanging import Measure
from union.grievances.letter_views import PAPER_FIRST
from union.grievances.letter_words import SAID
from union.grievances.models import Agreed, Done, Paper, Report
from union.grievances.step_letters import Matter, may_be_written, of_step
from union.languages.translated import translated
from union.law.paths.declared import DECLARED
from union.press.content import Letter
from union.press.typesetting import pdf

ON = date(2026, 11, 25)
# By the file of a path, the letters that its steps name. A kind without a letter says why.
NAMED = {
    "accident": {"accident_notice", "inspector"},
    "change": {"wage_claim", "transfer", "contest_sanction", "refuse_change", "inspector"},
    "collective": {"collective_dispute", "conciliation"},
    "discipline": set(),  # follows the paper that came: a sanction, a dismissal, being kept out
    "discrimination": {"wage_claim", "inspector"},
    "dismissal": {"dismissal", "claim_certificate", "inspector"},
    "harassment": {"harassment_letter"},
    "health": set(),  # until the person says what happened, nothing is written to anybody
    "hours": {"wage_claim", "inspector"},
    "kept_out": {"ask_in_writing", "claim_certificate", "inspector"},
    "leave": {"wage_claim", "inspector"},
    "mandate": {"approval_asked", "contest_measure"},
    "maternity": {"pregnancy_certificate"},
    "monitoring": {"surveillance", "data_correction"},
    "night_transport": {"transport", "inspector"},
    "note": {"inspector"},
    "obstruction": {"obstruction"},
    "other_paper": set(),  # what it is says which letter answers it; that to a request for explanations is offered
    "receipt": {"receipt"},
    "sanction": {"hearing_record", "contest_sanction", "inspector"},
    "sickness": {"medical_visit"},
    "social_security": {"wage_claim", "undeclared_site", "inspector"},
    "strain": {"medical_visit", "inspector"},
    "wages": {"wage_claim", "inspector"},
}
CANARIES = ("Kamal Temoin", "Responsable Zineb", "Plateau Nuit", "On plaidera le vice", "Témoignage de Samir")
SECRET = replace(
    TOLD,
    facts=CANARIES[0],
    supervisor=CANARIES[1],
    team=CANARIES[2],
    demand=CANARIES[3],
    outcome_words=CANARIES[4],
    safe_hours="20:00",
    about_phone="0612345678",
)
WHO = About("Mina El Fassi", "1207", job="Conseillère", hired_on=date(2021, 3, 1))
MEMBERSHIP = re.compile(r"adh[ée]r|syndiqu|membre d|notre syndicat|cotisation|منخرط|انخراط|عضو في", re.IGNORECASE)


def owed(**changed: object) -> Snapshot:
    """What a year of too little pay, some overtime and a holiday come to."""
    facts = Facts(
        "El Fassi",
        "Mina",
        "1207",
        hired_on=date(2021, 3, 1),
        monthly_gross=Decimal(4800),
        payslips=(
            Slip(date(2024, 9, 1), base=Decimal(3000), agreed=Decimal(4800)),
            *(Slip(date(2026, month, 1), base=Decimal(3200), agreed=Decimal(4800)) for month in (1, 2, 3)),
        ),
        extras=(ExtraHours(date(2026, 9, 1), Decimal(6), Decimal(2)),),
        holidays=(date(2026, 8, 14),),
        unpaid_days=Decimal(3),
    )
    basis = Basis(Situation.EMPLOYED, agreed=Agreement(claimed_on=ON))
    return computed(basis, replace(facts, **changed), datetime(2026, 11, 24, 9, tzinfo=UTC))[1]


def made(code: str, language: str, said: Report = SECRET, claimed: Snapshot | None = None) -> Letter:
    return of_step(code, Matter(said, WHO, PLACE, "R-7K3F9Q", claimed), language, ON, draft=False)


def of_all(code: str, language: str, *allowed: Consent, done: tuple[Done, ...] = ()) -> Letter:
    said = replace(SECRET, subject="Pauses", demand="Deux pauses", done=done)
    return of_claim(code, said, allowed, 9, PLACE, "R-7K3F9Q", language, ON, draft=False)


def test_each_path_has_the_letters_that_its_steps_name() -> None:
    assert {path.name: {one.letter for one in path.steps if one.letter} for path in DECLARED.paths} == NAMED
    for code in set().union(*NAMED.values()):
        assert code in SAID or code in COLLECTIVE or code in PAPER_FIRST, code
    assert set(SAID) <= set().union({"explanations"}, *NAMED.values()), "no other letter without a step"


@pytest.mark.parametrize("code", SAID)
def test_no_word_of_a_letter_is_missing_in_either_language(code: str) -> None:
    said = SAID[code]
    for one in (said.subject, *said.told, *said.points, *said.asked, *said.annexes):
        for language in ("fr", "ar"):
            words_of = translated(one, language)
            assert words_of != one.text, f"{code}: {one.text}"
            assert words_of.count("[") == words_of.count("]") == one.text.count("["), words_of
            assert set(re.findall(r"{\w+}", words_of)) == set(re.findall(r"{\w+}", one.text))


@pytest.mark.parametrize("code", SAID)
def test_both_languages_cite_the_same_articles_and_days(code: str) -> None:
    fr, ar = (words(made(code, language, claimed=owed())) for language in ("fr", "ar"))
    assert days(fr) == days(ar)
    assert sums(fr) == sums(ar)
    cited = [set(re.findall(r"\d+", _body(made(code, language)))) for language in ("fr", "ar")]
    assert cited[0] == cited[1]
    assert cited[0] or code == "transfer", "a letter stands on an article"


def _body(letter: Letter) -> str:
    told = [letter.subject, *(one for part in letter.parts for one in part.paragraphs)]
    return " ".join(told).translate(MARKS).replace("اليوم", "")


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("code", [*SAID, *COLLECTIVE])
def test_no_letter_tells_strategy_other_names_or_who_is_a_member(code: str, language: str) -> None:
    """What was reported, whom it names, how the person is reached, and that they are in the union, stay with us."""
    unnamed = Consent("Pauses", "Deux pauses", name="Kamal Secret", number="99")
    letter = made(code, language) if code in SAID else of_all(code, language)
    text = words(letter)
    for canary in (*CANARIES, "20:00", "0612345678", unnamed.name):
        if not (code in COLLECTIVE and canary == SECRET.demand):
            assert canary not in text, canary
    assert not MEMBERSHIP.search(text), MEMBERSHIP.search(text)
    if code in COLLECTIVE or SAID[code].union:
        assert not any(one in text for one in ("Mina", "1207", "Conseillère"))


@pytest.mark.parametrize("kind", EVERY)
def test_no_other_paper_says_who_is_a_member(kind: str) -> None:
    for language in ("fr", "ar"):
        assert not MEMBERSHIP.search(words(EVERY[kind](language)))


def test_a_letter_that_bears_a_name_waits_for_a_yes_and_one_of_the_union_tells_no_day_without() -> None:
    for agreed in (Agreed.NO, Agreed.NOT_ASKED):
        said = replace(SECRET, agreed=agreed, event_at="15:30")
        assert {code for code in SAID if may_be_written(code, said)} == {"obstruction", "undeclared_site"}
        for language, day in (("fr", "[jour], [heure]"), ("ar", "[اليوم]، [الساعة]")):
            text = words(made("obstruction", language, said))
            assert day in text
            assert "15:30" not in text
            assert days(text) == days(words(made("undeclared_site", language, said))) == [(2026, 11, 25)], "its own day"
    dated = words(made("obstruction", "fr", replace(SECRET, event_at="15:30")))
    assert "2 novembre 2026, 15:30" in dated.replace("\u00a0", " ")


def test_the_letter_on_an_undeclared_site_rests_on_what_is_seen_from_outside() -> None:
    place = replace(PLACE, site=replace(PLACE.site, declared=False, address="12, rue X"))
    for language in ("fr", "ar"):
        letter = of_step("undeclared_site", Matter(SECRET, WHO, place, "R-1"), language, ON, draft=False)
        text = words(letter)
        assert "12, rue X" in text
        assert all(article in text for article in ("135", "531", "533"))
        assert letter.copy == "", "nobody else receives it"
        assert len(open_places(letter)) == 5


def test_a_wage_claim_carries_its_annex_of_sums() -> None:
    for language in ("fr", "ar"):
        letter = made("wage_claim", language, claimed=owed())
        (annex,) = letter.enclosed
        amounts = [Decimal(_plain(line.amount)) for line in annex.lines]
        ((_label, total),) = annex.totals
        assert sum(amounts) == Decimal(_plain(total))
        assert not sums(words(letter.parts)), "figures stand in the annex alone"
        for line in annex.lines:
            assert line.article, line
            assert line.working, line
            standing = ("Selon", "Lecture") if language == "fr" else ("حسب", "قراءة")
            assert any(one in line.how for one in standing), line
        assert "2024" not in words(annex.lines), "no month whose two years are over"
        assert open_places(letter) == []
        text = read_back(pdf(letter))
        assert _plain(total) in _plain(text)
        made_of = docx.Document(io.BytesIO(word_file(letter)))
        (table,) = made_of.tables
        assert len(table.rows) == len(annex.lines) + 2
        assert _plain(table.rows[-1].cells[-1].text) == _plain(total)
        assert applied(letter, fields(letter)).enclosed == letter.enclosed, "editing the words keeps the annex"


@pytest.mark.parametrize(
    ("claimed_on", "counted"), [(None, False), (date(2026, 8, 15), True), (date(2024, 10, 1), False)]
)
def test_a_claim_that_went_before_keeps_its_months(claimed_on: date | None, counted: bool) -> None:
    """Pay of September 2024 is claimed until 30 September 2026; a claim of 15 August 2026 begins two years anew
    (DOC 381, 383), one of October 2024 is over itself by 25 November 2026."""
    matter = Matter(SECRET, WHO, PLACE, "R-7K3F9Q", owed(), claimed_on)
    (annex,) = of_step("wage_claim", matter, "fr", ON, draft=False).enclosed
    assert ("septembre 2024" in words(annex.lines).replace("\u00a0", " ")) is counted


def _plain(amount: str) -> str:
    return re.sub(r"[^0-9,]", "", amount.translate(MARKS)).strip(",").replace(",", ".")


def test_a_wage_claim_without_sums_leaves_their_place_open() -> None:
    for language in ("fr", "ar"):
        for claimed in (None, owed(payslips=(), extras=(), holidays=(), unpaid_days=None)):
            letter = made("wage_claim", language, claimed=claimed)
            assert letter.enclosed == ()
            assert len(open_places(letter)) == 1


@pytest.mark.parametrize(
    ("measure", "heard"),
    [(Measure.WARNING, False), (Measure.REPRIMAND, False), (Measure.SECOND_REPRIMAND, True), (Measure.SUSPENSION, True),
     (Measure.THIRD_REPRIMAND, True), (Measure.TRANSFER, True), (None, False)],
)  # fmt: skip
def test_a_hearing_is_asked_of_the_sanctions_that_call_for_one(measure: Measure | None, heard: bool) -> None:
    """Article 37 applies article 62 to the third and fourth steps of the ladder alone."""
    assert ("exige une audition" in words(made("contest_sanction", "fr", replace(SECRET, measure=measure)))) is heard


@pytest.mark.parametrize(("notified", "within"), [(date(2026, 11, 10), True), (date(2026, 11, 9), False)])
def test_a_certificate_of_pregnancy_says_that_it_is_in_time_only_where_it_is(notified: date, within: bool) -> None:
    """Fifteen days from the notification: of the 10th until the 25th (article 160)."""
    said = replace(SECRET, paper=Paper.DISMISSAL_LETTER, event_on=notified)
    assert ("dans les quinze jours de l’article 160" in words(made("pregnancy_certificate", "fr", said))) is within
    unknown = words(made("pregnancy_certificate", "fr", replace(SECRET, paper=Paper.OTHER_EVENT)))
    assert "Le [jour], vous m’avez notifié" in unknown


def test_the_two_letters_of_a_dispute_are_one_act_on_the_same_facts() -> None:
    """One to the employer, one to the inspector, who conciliates where one enterprise is concerned (552)."""
    received = Done("bargaining_asked", date(2026, 11, 4), "Olu")
    for language in ("fr", "ar"):
        notice, referral = (of_all(code, language, done=(received,)) for code in ("dispute_notice", "conciliation"))
        assert notice.to != referral.to
        assert "Atlas Contact SARL" in notice.to[0]
        assert notice.parts[1] == referral.parts[1], "the same points"
        assert (2026, 11, 4) in days(words(notice))
        assert len(open_places(of_all("dispute_notice", language))) == 1, "the day of the notice is not known"
        assert open_places(notice) == []
        assert all(one in words(notice) for one in ("551", "553"))
