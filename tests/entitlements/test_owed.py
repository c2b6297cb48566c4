"""What the law owes the one person of a case: typed on a page, equal to the command, the same on paper."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.entitlements.asking import PERSON, asked, case_path, form_of, typed_of, worked_out
from tests.reading_back import read_back
from tests.scene import _grievance
from union.app import Union
from union.cases.models import Stage
from union.commands.law import law
from union.entitlements.actions import EXPIRING, KEPT
from union.entitlements.records.models import Owed, OwedDraft, OwedEarlier
from union.entitlements.sums.snapshot import read_values, values
from union.grievances.models import Grievance
from union.law.mistyped import mistyped
from union.web.locale import today

EXAMPLES = Path(__file__).parent.parent / "law" / "examples"
TODAY = today()


@pytest.fixture
def case(cast: Cast, app: Union) -> UUID:
    """A grievance of Mina's, dismissed, reported by Ann."""
    side = {
        "workplace_id": cast.here,
        "employment_id": cast.mina_employment,
        "member_id": cast.mina,
        "account_id": cast.ann,
    }
    with app.store.maintaining() as session:
        return _grievance(session, side).id


@pytest.fixture
def olu(app: Union, cast: Cast) -> Visitor:
    return Visitor(app, cast.olu)


def owed_of(app: Union, cast: Cast, case_id: UUID) -> Owed:
    with app.store.reading(cast.reach("sal")) as session:
        return session.scalars(select(Owed).where(Owed.case_id == case_id)).one()


def commanded(facts: dict[str, Any]) -> dict[str, Any]:
    answer = CliRunner().invoke(law, ["entitlement", "-"], input=json.dumps(facts))
    assert answer.exit_code == 0, answer.output
    found: dict[str, Any] = json.loads(answer.output)
    return found


def months_of(typed: dict[str, str]) -> list[date]:
    """The months of the grid that a page showed."""
    end = date.fromisoformat(typed["grid_end"])
    return [date(end.year + (end.month - 1 - back) // 12, (end.month - 1 - back) % 12 + 1, 1) for back in range(1, 25)]


FILES = ("severance", "notice", "published", "leave_and_wages", "two_wages", "circumstances", "fixed_term", "smig")
NOT_ASKED = {"notice_suspended", "on_trial"}  # asked on the page in another shape, or not at all


LAST_ENDS = ("retirement", "death", "force_majeure")


def examples() -> list[dict[str, Any]]:
    """Of each file every seventh example that the page asks for whole, and each of the rarer ends."""
    found = []
    for name in FILES:
        every = json.loads((EXAMPLES / f"{name}.json").read_text())
        reasons = {
            "abusive",
            "economic_authorised",
            "economic_unauthorised",
            "negotiated",
            "resignation",
            "end_of_term",
            *LAST_ENDS,
        }
        kept = [one for one in every if one["facts"]["reason"] in reasons and not NOT_ASKED & set(one["facts"])]
        kept = [one for one in kept if _believed(one["facts"])]
        ends = [one for one in kept if one["facts"]["reason"] in LAST_ENDS]
        found += [one["facts"] for one in [one for one in kept if one not in ends][::7] + ends]
    return found


def _believed(facts: dict[str, Any]) -> bool:
    """Whether a page takes them: more than fifty years of service or 120 days of leave are taken as mistyped."""
    days = Decimal(facts["leave_days_due"]) if facts.get("leave_days_due") else None
    return mistyped(date.fromisoformat(facts["hired_on"]), date.fromisoformat(facts["left_on"]), days) is None


def test_worked_examples_typed_on_the_page_are_the_commands_to_the_centime(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    count = 0
    for facts in examples():
        blank = dict.fromkeys(asked(olu, case), "")
        kept = {name: value for name, value in asked(olu, case).items() if name in {"version", "grid_end"}}
        olu.post(f"{case_path(case)}/facts", blank | kept | typed_of(facts))
        told = {one["code"]: Decimal(one["amount"]) for one in commanded(facts)["lines"]}
        snapshot = owed_of(app, cast, case).snapshot
        shown = {one["code"]: Decimal(one["amount"]) for one in snapshot.entitlement["lines"]}
        assert shown == told, facts
        page = olu.page(case_path(case)).text
        for amount in told.values():
            assert f"{amount:,.2f}".replace(",", " ").replace(".", ",") in page.replace("\xa0", " ").replace(
                "\u202f", " "
            )
        count += 1
    assert count > 30


WORKING = {
    "hired_on": "2020-03-01",
    "left_on": TODAY.isoformat(),
    "category": "employee",
    "contract": "CDI",
    "reason": "employed",
    "monthly_gross": "4500",
    "leave": {"taken": "5"},
}


def test_who_is_still_employed_has_arrears_hours_holidays_leave_and_seniority(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    grid = months_of(asked(olu, case) | {"grid_end": TODAY.replace(day=1).isoformat()})
    facts = WORKING | {
        "months": [
            {
                "first": grid[0].isoformat(),
                "elements": [{"kind": "base", "amount": "2500"}, {"kind": "seniority", "amount": "0"}],
                "agreed": "4500",
            },
            {"first": grid[1].isoformat(), "elements": [{"kind": "base", "amount": "3000"}]},
        ],
        "overtime": [{"month": grid[0].isoformat(), "night": "10", "rest_day": "4"}],
        "holidays": [{"on": "2026-05-01"}],
    }
    started = asked(olu, case) | PERSON | {"grid_end": TODAY.replace(day=1).isoformat()}
    olu.post(f"{case_path(case)}/facts", started | typed_of(facts, grid))
    snapshot = owed_of(app, cast, case).snapshot
    beside = commanded(facts)["beside"]
    told = {
        (one["code"], one["on"]): Decimal(one["value"])
        for key in ("smig_arrears", "wage_arrears", "overtime", "holidays")
        for one in beside.get(key, [])
    }
    kept = {(code, on): Decimal(value) for code, _values, value, on, legal in snapshot.beside if legal}
    assert told.items() <= kept.items()
    bonus = [one for one in beside["seniority_bonus"] if one["on"] == grid[0].isoformat()]
    assert kept["seniority_bonus_missing", grid[0].isoformat()] == Decimal(bonus[0]["value"])
    assert {code for code, _on in told} == {
        "wage_arrears",
        "smig_arrears",
        "overtime_night",
        "overtime_rest_day",
        "holiday_worked",
    }
    assert not snapshot.entitlement["lines"]
    assert {why for _code, why in snapshot.entitlement["not_due"]} >= {"severance_employed", "leave_employed"}
    assert "se poursuit" in olu.page(case_path(case)).get_text(" ")
    assert snapshot.claimable == sum(kept.values())


def test_the_page_and_the_pdf_say_the_same_sums_in_both_languages(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    worked_out(olu, case, offered="20000", unpaid_days="3", leave_days_due="10", m0_base="2000", m0_agreed="6000")
    snapshot = owed_of(app, cast, case).snapshot
    amounts = {Decimal(one["amount"]) for one in snapshot.entitlement["lines"]}
    amounts |= {snapshot.minimum or Decimal(0), snapshot.shortfall or Decimal(0), snapshot.claimable or Decimal(0)}
    for language in ("fr", "ar"):
        answer = olu.get(f"{case_path(case)}/sheet?in={language}")
        assert answer.mimetype == "application/pdf"
        assert "El" not in answer.headers["Content-Disposition"]
        text = re.sub(r"[\s\u202f\xa0]", "", read_back(answer.data))
        for amount in amounts:
            written = f"{amount:.2f}".replace(".", ",")
            whole = written.replace(",", ".") if language == "ar" else written
            assert written in text.replace(".", "") or whole.replace(".", "") in text.replace(",", "").replace(
                ".", ""
            ), (
                language,
                amount,
            )
    assert snapshot.shortfall == (snapshot.minimum or Decimal(0)) - 20000


def test_what_is_typed_is_kept_for_its_author_alone_and_forgotten_once_sent(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    typed = asked(olu, case) | {"monthly_gross": "pas encore", "kind": "employed", "m3_base": "2 900"}
    olu.post(f"{case_path(case)}/draft", typed, 204)
    again = asked(olu, case)
    assert (again["monthly_gross"], again["kind"], again["m3_base"]) == ("pas encore", "employed", "2900,00")
    sal = Visitor(app, cast.sal)
    assert asked(sal, case)["monthly_gross"] != "pas encore"
    worked_out(olu, case)
    with app.store.maintaining() as session:
        assert not session.scalars(select(OwedDraft)).all()
    olu.post(f"{case_path(case)}/draft", asked(olu, case) | {"m3_base": "1"}, 204)
    olu.post(f"{case_path(case)}/discard")
    assert asked(olu, case)["m3_base"] == "2900,00"  # what was worked out from


def test_a_draft_goes_after_its_time(app: Union, case: UUID, olu: Visitor) -> None:
    olu.post(f"{case_path(case)}/draft", asked(olu, case), 204)
    with app.store.maintaining() as session:
        assert not EXPIRING.over(session, None)  # type: ignore[arg-type]  # nothing of the job is asked
        draft = session.scalars(select(OwedDraft)).one()
        draft.ends_at -= KEPT * 2
        session.flush()
        assert EXPIRING.over(session, None) == [draft.id]  # type: ignore[arg-type]  # nothing of the job is asked
        EXPIRING.remove(session, draft.id)
        session.flush()
        assert not session.scalars(select(OwedDraft)).all()


def test_the_questions_are_filled_in_from_the_file(cast: Cast, case: UUID, olu: Visitor) -> None:
    found = asked(olu, case)
    assert found["family_name"] == "El Fassi"
    assert "kind" not in found  # nobody said what happened: nothing stands chosen
    assert found["notified_on"] == "02/11/2026"


def test_a_new_calculation_keeps_the_one_before_with_its_facts(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    worked_out(olu, case)
    before = owed_of(app, cast, case)
    worked_out(olu, case, monthly_gross="7000")
    with app.store.reading(cast.reach("sal")) as session:
        kept = session.scalars(select(OwedEarlier)).one()
        assert kept.snapshot == before.snapshot
        assert kept.told == before.told
    assert "6 000" in olu.get(f"{case_path(case)}/print?earlier=1").text.replace("\xa0", " ").replace("\u202f", " ")


def test_another_reading_is_seen_before_it_is_saved(app: Union, cast: Cast, case: UUID, olu: Visitor) -> None:
    worked_out(olu, case)
    before = owed_of(app, cast, case)
    form = form_of(olu.page(f"{case_path(case)}/switches")) | {"years": "pro_rata"}
    seen = olu.post(f"{case_path(case)}/switches/difference", form, 200)
    assert 'id="difference"' in seen.text
    assert owed_of(app, cast, case).snapshot == before.snapshot
    olu.post(f"{case_path(case)}/switches", form)
    after = owed_of(app, cast, case).snapshot
    assert after.minimum is not None
    assert before.snapshot.minimum is not None
    assert after.minimum < before.snapshot.minimum


def test_two_at_once_are_told_of_each_other(app: Union, cast: Cast, case: UUID, olu: Visitor) -> None:
    first = asked(olu, case) | PERSON
    Visitor(app, cast.sal).post(f"{case_path(case)}/facts", first)
    shown = olu.post(f"{case_path(case)}/facts", first | {"monthly_gross": "9999"}, 409)
    assert "9999" in shown.text
    assert owed_of(app, cast, case).told.facts.monthly_gross == 6000


WRONG = [
    ({"kind": ""}, "kind"),
    ({"left_on": "01/01/2010"}, "left_on"),
    ({"kind": "employed"}, "left_on"),
    ({"holidays": "02/05/2026"}, "holidays"),
    ({"holidays": "01/05/2014"}, "holidays"),
    ({"monthly_net": "9000"}, "monthly_net"),
    ({"m0_base": "beaucoup"}, "m0_base"),
    ({"claimed_on": "01/01/2030"}, "claimed_on"),
    ({"feasts": "x"}, "feasts"),
]


@pytest.mark.parametrize(("typed", "field"), WRONG)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_lost(
    app: Union, cast: Cast, case: UUID, olu: Visitor, typed: dict[str, str], field: str
) -> None:
    form = {name: value for name, value in (asked(olu, case) | PERSON | typed).items() if value or name != "kind"}
    shown = olu.post(f"{case_path(case)}/facts", form, 422)
    assert f'id="{field}-error"' in shown.text
    with app.store.maintaining() as session:
        assert not session.scalars(select(Owed)).all()
    assert "6000" in shown.text


def test_what_is_missing_is_said_and_no_sum_is_made(case: UUID, olu: Visitor) -> None:
    worked_out(olu, case, monthly_gross="")
    page = olu.page(case_path(case))
    assert not page.select("table.lines")
    assert page.select(".note-late")


def test_a_closed_case_keeps_its_sum_and_takes_no_other(app: Union, cast: Cast, case: UUID, olu: Visitor) -> None:
    worked_out(olu, case)
    form = asked(olu, case) | PERSON
    with app.store.maintaining() as session:
        session.get_one(Grievance, case).stage = Stage.CLOSED
    olu.get(case_path(case))
    olu.post(f"{case_path(case)}/facts", form | {"monthly_gross": "1"}, 422)
    assert owed_of(app, cast, case).told.facts.monthly_gross == 6000


def test_whoever_may_not_sees_nothing_of_it(app: Union, cast: Cast, case: UUID, olu: Visitor) -> None:
    worked_out(olu, case)
    for visitor in (Visitor(app, cast.ann), Visitor(app, cast.zed), Visitor(app, cast.ada)):
        for path in ("", "/facts", "/switches", "/print", "/sheet"):
            visitor.get(f"{case_path(case)}{path}", 404)
    shown = Visitor(app, cast.ann).get(f"/grievances/{case}").text
    assert "/owed" not in shown
    assert f"/cases/{case}/owed" in olu.get(f"/grievances/{case}").text


def test_the_sum_of_an_alleged_misconduct_says_what_it_hangs_on(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    worked_out(olu, case, kind="misconduct", leave_days_due="4")
    snapshot = owed_of(app, cast, case).snapshot
    assert snapshot.entitlement["assumptions"][0][0] == "misconduct_alleged"
    leave = next(one for one in snapshot.entitlement["lines"] if one["code"] == "leave")
    assert snapshot.low is not None
    assert snapshot.low <= Decimal(leave["amount"])  # all that the employer leaves


def test_what_a_person_resigned_freely_is_told_runs_no_clock_of_a_dismissal(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    worked_out(olu, case, kind="resigned")
    told = owed_of(app, cast, case).told
    assert dataclasses.replace(told.facts, trouble=()) == told.facts
    assert not {"severance", "damages", "notice"} & {
        one["code"] for one in owed_of(app, cast, case).snapshot.entitlement["lines"]
    }


def test_a_retirement_asks_for_its_age_and_pension_and_keeps_them_for_nobody_else(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    retired = {"kind": "retired", "leave_days_due": "13"}
    worked_out(olu, case, **retired)
    assert owed_of(app, cast, case).snapshot.minimum is None
    assert "Né(e) le" in olu.page(case_path(case)).select(".note-late")[0].text
    worked_out(olu, case, **retired, born_on="10/03/1966")
    assert "Droit à une pension de vieillesse" in olu.page(case_path(case)).select(".note-late")[0].text
    worked_out(olu, case, 422, **retired, born_on="10/03/2016", cnss_days="3240")
    worked_out(olu, case, 422, **retired, born_on="10/03/1966", pension="no", cnss_days="3240")
    worked_out(olu, case, **retired, born_on="10/03/1966", pension="no")
    early = owed_of(app, cast, case).snapshot
    assert early.minimum is not None
    worked_out(olu, case, **retired, born_on="10/03/1966", pension="", cnss_days="3240")
    page = olu.page(case_path(case)).text.replace("\xa0", " ")
    assert "La mise à la retraite suppose 60 ans et une pension" in page
    assert "1966" in page
    assert owed_of(app, cast, case).snapshot.minimum == 3000
    assert early.minimum > 3000
    worked_out(olu, case, kind="dismissed", born_on="10/03/1966", cnss_days="3240")
    facts = owed_of(app, cast, case).told.facts
    assert (facts.born_on, facts.pension, facts.cnss_days) == (None, None, None)


def test_each_of_the_last_ends_is_a_page_and_a_sheet_in_both_languages(
    app: Union, cast: Cast, case: UUID, olu: Visitor
) -> None:
    for kind, said in (
        ("died", "Ces sommes reviennent aux ayants droit"),
        ("force_majeure", "supposent que la force majeure est prouvée"),
    ):
        worked_out(olu, case, kind=kind, leave_days_due="13")
        for path in (case_path(case), f"{case_path(case)}/print"):
            assert said in olu.page(path).text
        for language in ("fr", "ar"):
            assert olu.get(f"{case_path(case)}/sheet?in={language}").data.startswith(b"%PDF")


def test_a_trial_that_was_told_is_read_back(app: Union, cast: Cast, case: UUID, olu: Visitor) -> None:
    for answer in ("yes", "no"):
        worked_out(olu, case, on_trial=answer)
        olu.page(case_path(case))
    assert read_values({"on_trial": ["number", "True"]}) == {"on_trial": True}  # as it was kept before
    assert read_values(values({"on_trial": False, "days": 3})) == {"on_trial": False, "days": Decimal(3)}
