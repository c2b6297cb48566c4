"""What is done first: nothing that harms the person, nothing that tells the employer before they agreed."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from union.languages.saying import in_language
from union.law.dates.deadlines import Rule
from union.law.next_steps import Harm, Known, Paper, Pay, Problem, Step, next_act
from union.law.paths.declared import ACTS

DAY, FILED = date(2026, 5, 18), date(2026, 5, 20)
TELLS = {"tell_accident", "check_declaration", "safety_duty", "harassment_letter", "individual_claim", "written_note"}


def steps(problem: Problem, paper: Paper = Paper.NONE, **said: object) -> list[Step]:
    stopped = said.pop("stopped", None)
    known = Known(**said)  # type: ignore[arg-type]  # by name
    return next_act(problem, paper, DAY, FILED, stopped=stopped, known=known)


def codes(problem: Problem, paper: Paper = Paper.NONE, **said: object) -> list[str]:
    return [one.code for one in steps(problem, paper, **said)]


@pytest.mark.parametrize(("problem", "harm", "agreed"), list(product(Problem, [None, *Harm], [None, False])))
def test_without_an_agreement_nothing_tells_the_employer(
    problem: Problem, harm: Harm | None, agreed: bool | None
) -> None:
    for paper in Paper:
        assert not TELLS & set(codes(problem, paper, harm=harm, agreed=agreed))


def test_a_delegate_never_tells_the_employer_of_harm() -> None:
    for harm, agreed in product([None, *Harm], [None, False, True]):
        theirs = {one.code for one in steps(Problem.HEALTH, harm=harm, agreed=agreed) if one.who == "delegate"}
        assert theirs <= {"see_doctor_at_once", "harassment_diary", "see_doctor"}


def test_harassment_has_steps_of_its_own() -> None:
    """Call first, then the diary and the doctor; no clock of an accident; the letter once the person agreed (24,
    40)."""
    asked = codes(Problem.HEALTH, harm=Harm.HARASSMENT)
    assert asked == ["call_person", "harassment_diary", "see_doctor", "harassment_paths"]
    agreed = steps(Problem.HEALTH, harm=Harm.HARASSMENT, agreed=True)
    assert [one.code for one in agreed] == [*asked, "harassment_letter"]
    assert not any(one.by for one in agreed)


def test_an_accident_is_told_within_48_hours_by_the_person_who_agreed() -> None:
    """Monday 18 May: by Wednesday at the same hour; the hour not known, the day before is safe (18-12, art 14)."""
    asked = {one.code: one for one in steps(Problem.HEALTH, harm=Harm.ACCIDENT)}
    assert "tell_accident" not in asked
    by = asked["ask_about_accident"].by
    assert by is not None
    assert (by.rule, by.legal_on, by.safe_on) == (Rule.ACCIDENT_REPORT, date(2026, 5, 20), date(2026, 5, 19))
    agreed = {one.code: one for one in steps(Problem.HEALTH, harm=Harm.ACCIDENT, agreed=True)}
    assert agreed["tell_accident"].by == by
    assert agreed["tell_accident"].who == "organiser"
    assert "ask_about_accident" not in codes(Problem.HEALTH, harm=Harm.ACCIDENT, agreed=False)


def test_of_a_report_of_health_without_an_answer_the_question_keeps_the_date() -> None:
    (only,) = steps(Problem.HEALTH)
    assert only.code == "ask_what_happened"
    assert only.by is not None


@pytest.mark.parametrize("pay", [None, Pay.UNPAID])
def test_who_is_kept_out_or_unpaid_stays_available_first(pay: Pay | None) -> None:
    """By consequence: available in writing, witnesses, the written decision; no certificate while nothing has ended."""
    found = codes(Problem.PAY, stopped=True, pay=pay)
    assert found[:2] == ["stay_available", "date_the_pay" if pay else "date_the_stop"]
    assert {"claim_certificate", "claim_ipe"}.isdisjoint(found)
    assert "go_to_court" in found
    ended = {one.code: one for one in steps(Problem.PAY, stopped=True, pay=pay, ended_on=date(2026, 6, 30))}
    certificate, allowance = ended["claim_certificate"].by, ended["claim_ipe"].by
    assert certificate is not None
    assert allowance is not None
    assert (certificate.legal_on, allowance.legal_on) == (date(2026, 7, 8), date(2026, 8, 29))
    assert "establish_end" not in ended


def test_pay_that_comes_late_is_not_pay_that_stopped() -> None:
    for problem in (Problem.PAY, Problem.DISCIPLINE):
        found = codes(problem, pay=Pay.LATE)
        assert found[0] == "date_the_pay"
        assert {"go_to_court", "stay_available", "claim_certificate"}.isdisjoint(found)


def test_the_six_days_of_the_register_run_from_a_note_handed_in() -> None:
    """Handed in on 1 June: the answer by 7 June (461). Before that there is nothing to count."""
    agreed = {one.code: one for one in steps(Problem.PAY, agreed=True)}
    assert agreed["written_note"].by is None
    assert "register_answer" not in agreed
    by = {one.code: one for one in steps(Problem.PAY, agreed=True, noted_on=date(2026, 6, 1))}["register_answer"].by
    assert by is not None
    assert (by.rule, by.legal_on) == (Rule.DELEGATE_ANSWER, date(2026, 6, 7))
    assert codes(Problem.PAY)[-1] != "written_note"
    assert "ask_agreement" in codes(Problem.PAY)
    assert "ask_agreement" not in codes(Problem.PAY, agreed=False)


def test_no_act_of_a_delegate_speaks_to_the_employer_but_claim_and_note() -> None:
    """The words themselves: informing or writing to the employer stands in nobody's steps but the organiser's."""
    speaking = {
        code for code, act in ACTS.items() if act.who == "delegate" and "l’employeur" in in_language(act.what, "fr")
    }
    assert speaking <= {"individual_claim", "harassment_diary", "register_answer"}
