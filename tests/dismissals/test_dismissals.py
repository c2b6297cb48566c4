"""A dismissal letter at the desk: twelve answers with their day and paper, the ninety days, the letter in two
languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest

from tests.browsing import Visitor
from tests.cases.desk import acts_of, dates_of, due_on, grievance, words
from tests.cases.papers import days
from tests.cases.papers import words as said
from tests.cast import Cast
from tests.receipts.test_receipts import change, typed
from union.app import Union
from union.cases.subjects import About, Place
from union.grievances.models import Paper
from union.law.checking.findings import State
from union.law.dates.deadlines import Rule, deadline
from union.law.procedure.dismissal_check import Fault
from union.law.procedure.grounds import Ground
from union.law.terms.kinds import Mandate
from union.papers.dismissals.letters import against
from union.papers.dismissals.models import Decision, Known, LetterKind
from union.papers.dismissals.reading import QUESTIONS, findings
from union.press.typesetting import pdf
from union.web.locale import today
from union.workplaces.models import Identity, Site

CAME = today() - timedelta(days=20)
SAFE = deadline(Rule.ACTION_AFTER_DISMISSAL, CAME).safe_on


@pytest.fixture
def case(app: Union, cast: Cast) -> UUID:
    return grievance(app, cast, Paper.DISMISSAL_LETTER, CAME - timedelta(days=3), "lex")


def written(desk: Visitor, case: UUID, **changed: str) -> str:
    """The address of a letter that was written down."""
    facts = {"notified_on": typed(CAME), "mandate": "none", "fault": "serious"}
    return desk.post(f"/cases/{case}/dismissals/new", facts | changed).location.removesuffix("/questions")


def test_the_form_begins_with_what_the_case_knows(olu: Visitor, case: UUID) -> None:
    field = olu.page(f"/cases/{case}/dismissals/new").select_one("input[name=notified_on]")
    assert field is not None
    assert field["value"] == typed(CAME - timedelta(days=3))


def test_ninety_days_from_receipt_until_the_action(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    assert due_on(app, cast, case) != SAFE, "the steps after a dismissal have sooner dates"
    [(due, dated)] = dates_of(app, cast, case)
    assert (due, dated.rule, dated.start) == (SAFE, Rule.ACTION_AFTER_DISMISSAL, CAME)
    shown = words(olu, address)
    assert "vérifié dans le texte" in shown
    assert "Argument de réserve seulement" in shown
    page = words(olu, f"/grievances/{case}")
    assert page.count("aisir le tribunal du licenciement") == 1, "the letter counts, not the report as well"
    change(olu, address, "edit", {"mandate": "none", "notified_on": typed(CAME), "court_on": typed(today())})
    [(due, dated)] = dates_of(app, cast, case)
    assert (due, dated.met_on) == (None, today())
    assert "tribunal du licenciement" not in words(olu, f"/grievances/{case}")


def test_no_letter_counts_from_the_decision(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = written(olu, case, notified_on="", decided_on=typed(CAME))
    assert dates_of(app, cast, case)[0][0] == SAFE
    change(olu, address, "edit", {"mandate": "none", "decided_on": "", "notified_on": ""})
    assert dates_of(app, cast, case) == []
    assert "Quand la lettre est-elle arrivée" in words(olu, address)


def test_twelve_answers_with_day_and_paper(olu: Visitor, case: UUID) -> None:
    address = written(olu, case, decided_on=typed(CAME - timedelta(days=5)), delivery="registered")
    known = CAME - timedelta(days=30)
    answers = {
        "known_on": typed(known),
        "heard_in_time": "yes",
        "heard_in_time_on": typed(known + timedelta(days=9)),
        "heard_in_time_paper": "PV signé par la direction",
        "chosen_delegate": "no",
        "ninety_days": "no",
        "ninety_days_paper": "Lettre, page 2",
        "reasons": "yes",
    }
    change(olu, address, "questions", answers)
    shown = words(olu, address)
    heads = [one.get_text(" ", strip=True) for one in olu.page(address).select(".procedure-head")]
    by_number = {re.search(r"(\d+)\.", one)[1]: one.split(" ")[0] for one in heads if re.search(r"(\d+)\.", one)}
    assert {key: by_number[key] for key in ("4", "5", "8", "9", "12")} == {
        "4": "en",
        "5": "pas",
        "8": "en",
        "9": "fait",
        "12": "pas",
    }, "the days decide: late by one day, and three days for 48 hours"
    assert "4 irrégularités dans la procédure" in shown
    assert "PV signé par la direction" in shown
    assert "Lettre, page 2" in shown
    assert "dossier 968/5/1/2006" in shown
    assert "par une décision ou une autre source secondaire" in shown
    assert "Le salarié n’a pas été entendu avant la décision et dans les huit jours" in shown
    assert "لم يتم الاستماع إلى الأجير" in shown


def test_days_that_contradict_one_another_are_told(olu: Visitor, case: UUID) -> None:
    later = {"decided_on": typed(CAME + timedelta(days=1))}
    olu.post(f"/cases/{case}/dismissals/new", {"notified_on": typed(CAME), "mandate": "none", **later}, 422)
    address = written(olu, case)
    wrong = {"known_on": typed(CAME), "heard_in_time_on": typed(CAME - timedelta(days=1))}
    answer = change(olu, address, "questions", wrong, 422)
    assert "vérifiez les deux" in answer.text  # type: ignore[attr-defined]  # a response
    change(olu, address, "edit", {"mandate": "none", "notified_at": "midi"}, 422)
    change(olu, address, "edit", {"mandate": "none", "notified_on": typed(CAME), "notified_at": "١٤:٣٠"})
    assert "14:30" in words(olu, address)


def test_sent_and_set_aside(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    change(
        olu,
        address,
        "sent",
        {"letter": "contest", "means": "registered", "sent_on": typed(CAME - timedelta(days=1))},
        422,
    )
    change(olu, address, "sent", {"letter": "contest", "means": "registered", "sent_on": typed(today())})
    assert dates_of(app, cast, case)[0][0] == SAFE, "a letter does not replace the action"
    assert acts_of(app, cast, case)[0].act == "dismissal_sent"
    change(olu, address, "sent", {"letter": "inspector", "means": "receipt", "sent_on": typed(today())})
    assert acts_of(app, cast, case)[0].act == "dismissal_claim_sent"
    shown = words(olu, address)
    assert "Lettre recommandée" in shown
    assert "contre récépissé" in shown or "En main propre" in shown
    change(olu, address, "aside", {"why": "Retirée par l'employeur."})
    assert dates_of(app, cast, case) == []


def test_overtaken_and_out_of_reach(
    olu: Visitor, sal: Visitor, lex: Visitor, ann: Visitor, zed: Visitor, case: UUID
) -> None:
    address = written(lex, case)
    change(sal, address, "questions", {"reasons": "no", "reasons_paper": "Lettre du 2"})
    answer = olu.post(f"{address}/questions", {"reasons": "yes", "reasons_paper": "Autre", "version": "1"}, 409)
    assert "Lettre du 2" in answer.text
    for one in (ann, zed):
        assert one.get(address, 404).data == one.get("/dismissals/00000000-0000-4000-8000-000000000000", 404).data


# The reading and the letter, without a page

PLACE = Place(Identity("Atlas Contact SARL", seat="Bd Zerktouni"), Site("Sidi Maarouf", "Casablanca"))
DECISION = Decision(
    About("Mina El Fassi", "1207"),
    date(2026, 11, 2),
    "09:00",
    date(2026, 11, 6),
    "10:00",
    fault=Fault.SERIOUS,
    mandate=Mandate.IN_OFFICE,
    known_on=date(2026, 10, 1),
    answers={
        "heard_in_time": Known(True, date(2026, 10, 20)),
        "approval": Known(False),
        "inspector_copied": Known(False),
    },
)


def state(decision: Decision, key: str) -> State:
    return next(one.state for one in findings(decision) if one.code == key)


def test_what_is_not_known_is_no_defect() -> None:
    empty = Decision(About("Mina"))
    states = {one.state for one in findings(empty)}
    assert len(findings(empty)) == 12 == len(QUESTIONS)
    assert states == {State.UNKNOWN, State.NOT_ASKED}, "the approval is asked for a mandate only"


@pytest.mark.parametrize(
    ("key", "changed", "wanted"),
    [
        ("heard_in_time", {"answers": {"heard_in_time": Known(None, date(2026, 10, 9))}}, State.DONE),
        ("heard_in_time", {"answers": {"heard_in_time": Known(True, date(2026, 10, 10))}}, State.LATE),
        ("heard_in_time", {"answers": {"heard_in_time": Known(True)}}, State.DONE),
        ("heard_in_time", {"answers": {"heard_in_time": Known(False)}}, State.NOT_DONE),
        ("notified_in_48_hours", {"notified_on": date(2026, 11, 4), "notified_at": "09:00"}, State.DONE),
        ("notified_in_48_hours", {"notified_on": date(2026, 11, 4), "notified_at": "09:01"}, State.LATE),
        ("ladder", {"answers": {"ladder": Known(False)}}, State.NOT_ASKED),
        ("ladder", {"answers": {"ladder": Known(False)}, "fault": Fault.MINOR}, State.NOT_DONE),
        ("ladder", {"answers": {"ladder": Known(False)}, "fault": None}, State.UNKNOWN),
        ("approval", {"mandate": Mandate.NONE}, State.NOT_ASKED),
        ("approval", {}, State.NOT_DONE),
        ("chosen_delegate", {"answers": {"heard_in_time": Known(False)}}, State.NOT_ASKED),
        ("inspector_seized", {"refused": True, "answers": {"inspector_seized": Known(False)}}, State.NOT_DONE),
    ],
)
def test_days_decide_before_the_answer_does(key: str, changed: dict[str, object], wanted: State) -> None:
    assert state(replace(DECISION, **changed), key) is wanted  # type: ignore[arg-type]  # by the fields' names


@pytest.mark.parametrize("kind", LetterKind)
def test_french_and_arabic_say_the_same_days_names_and_articles(kind: LetterKind) -> None:
    fr, ar = (
        said(against(kind, DECISION, PLACE, "R-7K3F9Q", one, date(2026, 11, 25), draft=False)) for one in ("fr", "ar")
    )
    assert {(2026, 11, 2), (2026, 11, 6), (2026, 10, 20), (2026, 10, 9)} <= set(days(fr))
    assert set(days(fr)) == set(days(ar))
    for one in ("Mina El Fassi", "1207", "Atlas Contact SARL", "R-7K3F9Q", "457", "462"):
        assert one in fr
        assert one in ar
    assert fr.count("n’a pas été approuvée par l’inspecteur") == 1
    assert "90 jours." not in fr, "nobody said whether the letter states them"


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize(("on", "within"), [(date(2027, 2, 4), True), (date(2027, 2, 5), False)])
def test_it_names_the_ninety_days_only_while_they_run(on: date, within: bool, kind: LetterKind) -> None:
    fr, ar = (said(against(kind, DECISION, PLACE, "R-1", one, on, draft=False)) for one in ("fr", "ar"))
    assert ("quatre-vingt-dix jours" in fr) == ("تسعين يوما" in ar) == within


@pytest.mark.parametrize("kind", LetterKind)
def test_it_does_not_grant_the_ninety_days_that_it_says_cannot_be_opposed(kind: LetterKind) -> None:
    silent = replace(DECISION, answers={"ninety_days": Known(False)})
    fr, ar = (said(against(kind, silent, PLACE, "R-1", one, date(2026, 11, 25), draft=False)) for one in ("fr", "ar"))
    assert "ne peut être opposé au salarié" in fr
    assert "quatre-vingt-dix jours" not in fr
    assert "تسعين يوما" not in ar


def test_it_is_set_in_both_languages_and_a_draft_says_so() -> None:
    full = replace(DECISION, answers={key: Known(False) for key in QUESTIONS}, fault=Fault.MINOR, refused=None)
    for kind, (language, mark) in product(LetterKind, (("fr", "PROJET"), ("ar", "مسودة"))):
        assert mark not in said(against(kind, full, PLACE, "R-7K3F9Q", language, date(2026, 11, 25), draft=False))
        letter = against(kind, full, PLACE, "R-7K3F9Q", language, date(2026, 11, 25), draft=True)
        assert mark in said(letter)
        content = pdf(letter)
        assert content.startswith(b"%PDF-")
        assert 1 <= len(re.findall(rb"/Type\s*/Page\b", content)) <= 3


def test_the_claim_goes_to_the_inspector_with_the_defects() -> None:
    place = replace(PLACE, employer=replace(PLACE.employer, inspectorate="Casablanca-Anfa"))
    for language, to, ask in (("fr", "inspecteur du travail", "article 532"), ("ar", "مفتش(ة) الشغل", "المادة 532")):
        letter = against(LetterKind.INSPECTOR, DECISION, place, "R-1", language, date(2026, 11, 25), draft=False)
        assert to in letter.to[0]
        assert "Casablanca-Anfa" in letter.to[1]
        assert ask in said(letter)
        contest = against(LetterKind.CONTEST, DECISION, place, "R-1", language, date(2026, 11, 25), draft=False)
        points = [[part.points for part in one.parts if part.points] for one in (letter, contest)]
        assert points[0] == points[1] != []


@pytest.mark.parametrize(("mandate", "asked"), [(Mandate.NONE, False), (Mandate.CANDIDATE, True)])
def test_the_inspector_is_asked_of_his_approval_only_for_a_mandate(mandate: Mandate, asked: bool) -> None:
    one = replace(DECISION, mandate=mandate)
    text = said(against(LetterKind.INSPECTOR, one, PLACE, "R-1", "fr", date(2026, 11, 25), draft=False))
    assert ("sollicitée" in text) == asked


def test_each_letter_is_given_out_by_its_name(olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    for kind in LetterKind:
        answer = olu.get(f"{address}/letter?paper={kind.value}&in=ar&way=sign")
        assert answer.data.startswith(b"%PDF-")
        assert kind.value in answer.headers["Content-Disposition"]
    olu.get(f"{address}/letter?paper=other", 422)


def test_the_ladder_is_counted_from_the_sanctions_of_the_year(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = written(olu, case, decided_on=typed(CAME), fault="minor")
    decided = CAME

    def row(at: int, kind: str, days_before: int, days: str = "") -> dict[str, str]:
        return {
            f"sanction{at}_kind": kind,
            f"sanction{at}_on": typed(decided - timedelta(days=days_before)),
            f"sanction{at}_days": days,
        }

    change(olu, address, "questions", {"sanctioned": "no"})
    assert "Aucune sanction dans les douze mois" in words(olu, address)
    given = {**row(0, "warning", 300), **row(1, "reprimand", 200), **row(2, "suspension", 100, "4")}
    change(olu, address, "questions", {"sanctioned": "yes", **given})
    shown = words(olu, address)
    assert "3 sur 4" in shown
    assert "manquent le troisième blâme ou le transfert" in shown
    assert "mise à pied" in shown
    change(olu, address, "questions", {"sanctioned": "yes", **given, **row(3, "transfer", 50)})
    assert "Les quatre degrés ont été appliqués" in words(olu, address)
    # A warning of more than a year before does not count, and the ladder has its gap again.
    change(
        olu, address, "questions", {"sanctioned": "yes", **given, **row(0, "warning", 400), **row(3, "transfer", 50)}
    )
    assert "Hors de ces douze mois" in words(olu, address)
    arabic = olu.page(f"{address}?lang=ar").get_text(" ", strip=True)
    assert "إنذار" in arabic
    for way in ("fr", "ar"):
        assert olu.get(f"{address}/letter?in={way}").data.startswith(b"%PDF-")
    kept = olu.page(f"{address}/questions").select_one("select[name=sanction2_kind] option[selected]")
    assert kept is not None
    assert kept["value"] == "suspension"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sanction0_kind": "warning"}, "sanction0_on"),
        ({"sanction0_on": typed(CAME - timedelta(days=30))}, "sanction0_kind"),
        ({"sanction0_kind": "warning", "sanction0_on": typed(CAME)}, "sanction0_on"),
        (
            {"sanction0_kind": "warning", "sanction0_on": typed(CAME - timedelta(days=3)), "sanction0_days": "3"},
            "sanction0_days",
        ),
        (
            {
                "sanction0_kind": "warning",
                "sanction0_on": typed(CAME - timedelta(days=9)),
                "sanction2_kind": "reprimand",
                "sanction2_on": typed(CAME),
            },
            "sanction2_on",
        ),
        (
            {"sanction1_kind": "warning", "sanction1_on": typed(CAME - timedelta(days=3)), "sanction1_days": "3"},
            "sanction1_days",
        ),
        (
            {"sanctioned": "no", "sanction0_kind": "warning", "sanction0_on": typed(CAME - timedelta(days=3))},
            "sanctioned",
        ),
    ],
)
def test_a_sanction_that_cannot_be_is_refused_at_its_field(
    olu: Visitor, case: UUID, changes: dict[str, str], field: str
) -> None:
    address = written(olu, case, decided_on=typed(CAME), fault="minor")
    version = olu.page(f"{address}/questions").select_one("input[name=version]")
    assert version is not None
    answer = olu.post(f"{address}/questions", {**changes, "version": str(version["value"])}, 422)
    assert f'href="#{field}' in answer.text


def test_fifteen_days_for_the_certificate_of_pregnancy_stand_in_the_agenda(
    app: Union, cast: Cast, olu: Visitor, case: UUID
) -> None:
    came = today() - timedelta(days=3)
    facts = {"notified_on": typed(came), "mandate": "none", "pregnant": "yes"}
    address = olu.post(f"/cases/{case}/dismissals/new", facts).location.removesuffix("/questions")
    safe = deadline(Rule.PREGNANCY_CERTIFICATE, came).safe_on
    found = {dated.rule: due for due, dated in dates_of(app, cast, case)}
    assert found == {
        str(Rule.ACTION_AFTER_DISMISSAL): deadline(Rule.ACTION_AFTER_DISMISSAL, came).safe_on,
        str(Rule.PREGNANCY_CERTIFICATE): safe,
    }
    assert "certificat de grossesse" in words(olu, f"/grievances/{case}")
    change(olu, address, "edit", facts | {"certificate_on": typed(came - timedelta(days=1))}, 422)
    change(olu, address, "edit", facts | {"certificate_on": typed(today())})
    met = {dated.rule: (due, dated.met_on) for due, dated in dates_of(app, cast, case)}
    assert met[str(Rule.PREGNANCY_CERTIFICATE)] == (None, today())
    assert "certificat de grossesse par lettre" not in words(olu, f"/grievances/{case}")


def test_what_the_letter_form_tells_of_its_motive_its_approval_and_its_hours(
    app: Union, cast: Cast, olu: Visitor, case: UUID
) -> None:
    economic = written(olu, case, fault="none", ground="economic")
    page = olu.page(f"{economic}?lang=fr").get_text(" ", strip=True)
    assert "Gardé par prudence" in page
    other = written(olu, case, fault="none", ground="other")
    for language, words_of in (("fr", "ni de l’aptitude du salarié"), ("ar", "لا يرتبط بكفاءة الأجير")):
        assert words_of in olu.page(f"{other}?lang={language}").get_text(" ", strip=True)
    silent = written(olu, case, mandate="in_office", inspector_asked_on=typed(CAME), inspector_silent="yes")
    for language, words_of in (("fr", "ne vaut pas approbation"), ("ar", "سكوته لا يعد موافقة")):
        assert words_of in olu.page(f"{silent}?lang={language}").get_text(" ", strip=True)
    turned = {"suspended_from": typed(CAME), "suspended_until": typed(CAME - timedelta(days=1)), "mandate": "none"}
    change(olu, silent, "edit", turned, 422)


LETTER = Decision(About("Sara Alami"), decided_on=date(2026, 3, 2), notified_on=date(2026, 3, 4), fault=Fault.SERIOUS)


@pytest.mark.parametrize(
    ("changed", "code", "state"),
    [
        ({}, "notified_in_48_hours", State.UNKNOWN),
        ({"decided_at": "16:00", "notified_at": "16:01"}, "notified_in_48_hours", State.LATE),
        ({"notified_on": date(2026, 3, 5)}, "notified_in_48_hours", State.LATE),
        ({"pregnant": True}, "maternity", State.UNKNOWN),
        ({"pregnant": True}, "maternity_suspension", State.UNKNOWN),
        (
            {"pregnant": True, "suspended_from": date(2026, 3, 4), "suspended_until": date(2026, 6, 9)},
            "maternity_suspension",
            State.NOT_DONE,
        ),
        ({"fault": Fault.NONE, "ground": Ground.ECONOMIC}, "heard_in_time", State.NOT_ASKED),
        ({"fault": Fault.NONE, "ground": Ground.OTHER}, "ground_admitted", State.NOT_DONE),
        ({"mandate": Mandate.IN_OFFICE, "inspector_silent": True}, "approval", State.NOT_DONE),
    ],
)
def test_what_nothing_settles_is_not_known(changed: dict[str, object], code: str, state: State) -> None:
    found = {one.code: one for one in findings(replace(LETTER, **changed))}
    assert found[code].state is state


def test_what_waits_stands_first_and_every_answer_is_one_of_three(olu: Visitor, case: UUID) -> None:
    address = written(olu, case)
    change(olu, address, "questions", {"reasons": "yes", "ninety_days": "no"})
    page = olu.page(f"{address}/questions")
    assert not page.select("select[name=reasons], select[name=approval]")
    assert [one["value"] for one in page.select("input[name=inspector_copied]")] == ["", "yes", "no"]
    waiting = [str(one["name"]) for one in page.select("form#main-form > fieldset input[type=radio][value=yes]")]
    answered = [str(one["name"]) for one in page.select("details.answered input[type=radio][value=yes]")]
    assert {"reasons", "ninety_days"} <= set(answered)
    assert "inspector_copied" in waiting
    names = [str(one["name"]) for one in page.select("input[type=radio][value=yes]")]
    assert names.index("inspector_copied") < names.index("reasons")


def test_the_result_leaves_no_question_out_without_a_reason(olu: Visitor, case: UUID) -> None:
    address = written(olu, case)  # serious, no mandate
    change(olu, address, "questions", {"heard_in_time": "no"})
    page = olu.page(address)
    shown = [re.search(r"(\d+)\.", one.get_text()) for one in page.select(".procedure-head, .not-asked p")]
    assert sorted({int(one[1]) for one in shown if one}) == list(range(1, 13))
    told = page.select_one(".not-asked").get_text(" ", strip=True)
    assert "Aucun mandat n’est inscrit" in told
    assert "Il n’y a pas eu d’audition" in told
