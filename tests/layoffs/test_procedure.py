"""The employer's procedure: done, not done, late or not known; and the letters that name its defects."""

from __future__ import annotations

from datetime import date

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, dispute, opened, rows, taken
from tests.layoffs.test_papers import PLACE
from union.app import Union
from union.entitlements.people.clocks import clocks
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts, StepDone
from union.law.checking.findings import State
from union.layoffs.papers.group_letters import Group, group_letter
from union.layoffs.procedure.steps import Step, asked, findings, first_exit
from union.layoffs.records.acts import LetterKind
from union.layoffs.records.contents import Matter, Procedure, Trigger

EXIT = date(2026, 12, 31)


def found(kind: Situation = Situation.COLLECTIVE, headcount: int | None = 40, **steps: StepDone) -> dict[str, State]:
    named = {Step[name].value: one for name, one in steps.items()}
    matter = Matter("t", kind, Trigger.OTHER, procedure=Procedure(headcount, steps=named))
    return {one.code: one.state for one in findings(matter, EXIT, None)}


def test_what_is_known_decides_the_state() -> None:
    assert found()["delegates_informed"] is State.UNKNOWN
    assert found(DELEGATES=StepDone(True, date(2026, 11, 30)))["delegates_informed"] is State.DONE
    assert found(DELEGATES=StepDone(True, date(2026, 12, 1)))["delegates_informed"] is State.LATE
    assert found(DELEGATES=StepDone(False))["delegates_informed"] is State.NOT_DONE
    assert found(AUTHORISED=StepDone(False))["authorised"] is State.NOT_DONE
    assert found(REHIRE=StepDone(False))["rehire_priority"] is State.NOT_DONE
    assert found()["closure_needed"] is State.NOT_ASKED
    assert found(Situation.CLOSURE, CLOSURE=StepDone(False))["closure_needed"] is State.NOT_DONE
    assert found(headcount=9) == {}
    assert found(headcount=10) != {}
    assert found(headcount=51)["delegates_informed"] is State.NOT_ASKED  # the works council stands in their place
    assert found(headcount=None) == {}
    assert first_exit([]) is None


def test_a_mistaken_row_moves_no_date_of_the_others() -> None:
    """Somebody leaves before they came: the month before the first exit is counted from the first that can be."""
    people = [Facts("A", "B", hired_on=date(2026, 12, 16), left_on=date(2023, 8, 12)), Facts("C", "D", left_on=EXIT)]
    assert first_exit(people) == EXIT
    assert clocks(people[0]) == []


@pytest.mark.parametrize("kind", Situation)
def test_every_step_that_is_asked_is_a_check_of_the_law(kind: Situation) -> None:
    assert {step.value for step in asked(kind)} <= found(kind, headcount=50).keys()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_notice_names_the_defects(language: str) -> None:
    steps = {Step.AUTHORISED.value: StepDone(False), Step.RECORD.value: StepDone(True)}
    matter = Matter("t", Situation.COLLECTIVE, Trigger.OTHER, procedure=Procedure(40, steps=steps))
    group = Group("L-1", matter, PLACE, 12, findings(matter, EXIT, None))
    letter = group_letter(LetterKind.DEFECTS, group, language, EXIT, draft=True)
    points = [words for part in letter.parts for _, words in part.points]
    assert len(points) == 1
    assert "67" in points[0]
    assert "70" in points[0]


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    address = opened(olu, cast, kind="collective")
    taken(olu, address, csv("7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"))
    return address


def test_the_procedure_at_the_desk(app: Union, cast: Cast, olu: Visitor, zed: Visitor, address: str) -> None:
    olu.get(f"{address}/procedure")
    version = dispute(app, cast, address).version
    basics = {"headcount": "40", "motive": "economic", "has_delegates": "yes", "has_union_representatives": "no"}
    olu.post(f"{address}/procedure/edit", {**basics, "version": str(version), "headcount": "0"}, 422)
    olu.post(f"{address}/procedure/edit", {**basics, "version": str(version)})
    olu.post(f"{address}/procedure/edit", {**basics, "version": str(version)}, 409)
    step = {"step": "delegates_informed", "answer": "yes", "on": "20/11/2026", "paper": "Mail du 20 novembre"}
    olu.edit(f"{address}/procedure/step", {**step, "on": "20/11/2096"}, 422)
    olu.edit(f"{address}/procedure/step", {**step, "answer": "no"}, 422)
    olu.edit(f"{address}/procedure/step", step)
    olu.edit(f"{address}/procedure/step", {"step": "authorised", "answer": "no", "on": "", "paper": ""})
    olu.edit(f"{address}/procedure/step", {"step": "consulted", "answer": "", "on": "", "paper": ""})
    zed.get(f"{address}/procedure", 404)
    for language, done, paragraph in (("fr", "20 nov. 2026", "gouverneur"), ("ar", "20 نونبر 2026", "العامل")):
        page = olu.page(f"{address}/procedure?lang={language}").get_text(" ", strip=True)
        assert done in page
        assert paragraph in page
        assert "Mail du 20 novembre" in page
        olu.get(f"{address}/procedure/step?step=authorised&lang={language}")
        olu.get(f"{address}/procedure/edit?lang={language}")
        assert olu.get(f"{address}/paper?paper=defects&in={language}").data.startswith(b"%PDF-")
    timeline = olu.page(f"{address}?lang=fr").select_one("#timeline")
    assert timeline is not None
    assert "Autorisation du gouverneur" in timeline.get_text()


def test_without_a_council_above_fifty_the_plan_still_had_somebody_to_tell(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    version = dispute(app, cast, address).version
    basics = {"headcount": "120", "motive": "economic", "has_delegates": "yes", "has_union_representatives": "yes"}
    olu.post(f"{address}/procedure/edit", {**basics, "has_council": "no", "version": str(version)})
    for step in ("delegates_informed", "representatives_informed"):
        olu.edit(f"{address}/procedure/step", {"step": step, "answer": "no", "on": "", "paper": ""})
    matter = dispute(app, cast, address).matter
    states = {one.code: (one.state, one.warning) for one in findings(matter, EXIT, None)}
    assert states["council_exists"] == (State.NOT_DONE, False)
    assert states["delegates_without_council"] == (State.NOT_DONE, True), "an inference, and said as one"
    assert states["somebody_informed"] == (State.NOT_DONE, False)
    assert states["council_informed"][0] is State.NOT_ASKED
    for language, said in (("fr", "n’a pas de comité d’entreprise"), ("ar", "ليست لها لجنة مقاولة")):
        page = olu.page(f"{address}/procedure?lang={language}").get_text(" ", strip=True)
        assert said in page


def test_the_ninety_days_of_an_economic_dismissal_are_said_to_be_prudence(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    (row,) = rows(app, cast, address)
    for language, said in (("fr", "Gardé par prudence"), ("ar", "يحتفظ به احتياطا")):
        assert said in olu.page(f"{address}/people/{row.id}?lang={language}").get_text(" ", strip=True)
