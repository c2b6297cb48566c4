"""A newer list of the employer: what was corrected goes over to the same person, and what both changed is asked."""

from __future__ import annotations

import dataclasses
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, dispute, opened, rows, taken, upload
from tests.layoffs.test_dispute import typed
from union.app import Union
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts, OwnSwitches
from union.law.differing.switches import Years
from union.layoffs.actions import MARKED
from union.layoffs.lists.carrying import carry
from union.layoffs.procedure.steps import CHAPTERS
from union.layoffs.records.models import LayoffPerson, LayoffSnapshot

OFFER = "10000,00"


def line(
    number: int, name: str, *, hired: str = "01/01/2020", pay: str = "5000,00", leave: str = "0", offer: str = OFFER
) -> str:
    return f"{number};{name};Sara;Employé;{hired};31/12/2026;{pay};{leave};;{offer};"


FIRST = [line(7, "Alami"), line(8, "Bennis"), line(9, "Chami")]


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(*FIRST))
    return address


def row(app: Union, cast: Cast, address: str, name: str) -> LayoffPerson:
    return next(one for one in rows(app, cast, address) if one.facts.family_name == name)


def correct(app: Union, cast: Cast, olu: Visitor, address: str, name: str, **changes: str) -> None:
    one = row(app, cast, address, name)
    olu.post(f"{address}/people/{one.id}/edit", typed(one.facts, version=str(one.version), **changes))


def test_corrections_and_switches_survive_a_newer_list(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    correct(app, cast, olu, address, "Alami", leave_days_due="12", hired_on="01/01/2018", agreed_notice_months="3")
    bennis = row(app, cast, address, "Bennis")
    own = {"years": "pro_rata", "wage": "", "bonuses": "", "term": ""}
    olu.post(f"{address}/people/{bennis.id}/switches", {**own, "version": str(bennis.version)})
    before = row(app, cast, address, "Alami")
    # The newer list: another order, other offers, Chami gone, Daoudi come.
    upload(
        olu, address, csv(line(10, "Daoudi"), line(8, "Bennis", offer="11000,00"), line(7, "Alami", offer="12000,00"))
    )
    for language, said in (("fr", "3 faits corrigés sont repris"), ("ar", "3")):
        assert said in olu.page(f"{address}/list/preview?lang={language}").get_text(" ", strip=True)
    olu.post(f"{address}/list/take")
    alami, bennis = row(app, cast, address, "Alami"), row(app, cast, address, "Bennis")
    assert (alami.facts.leave_days_due, alami.facts.hired_on, alami.facts.agreed_notice_months) == (
        Decimal("12.00"),
        date(2018, 1, 1),
        3,
    )
    assert alami.facts.offered == Decimal("12000.00")
    assert set(alami.facts.corrected) == {"leave_days_due", "hired_on", "agreed_notice_months"}
    assert alami.snapshot.minimum == before.snapshot.minimum
    assert bennis.facts.switches == OwnSwitches(years=Years.PRO_RATA)
    assert row(app, cast, address, "Daoudi").facts.corrected == ()
    with app.store.reading(cast.reach("olu")) as session:  # the calculations made stay with the person
        kept = session.scalars(
            select(LayoffSnapshot).where(LayoffSnapshot.person_id == alami.id).order_by(LayoffSnapshot.number)
        ).all()
        assert [one.facts.leave_days_due for one in kept] == [Decimal("0.00"), Decimal("12.00")]
    # And over to a third list, on which nobody corrected anything meanwhile.
    taken(olu, address, csv(*FIRST))
    assert row(app, cast, address, "Alami").facts.leave_days_due == Decimal("12.00")
    assert row(app, cast, address, "Bennis").facts.switches.years is Years.PRO_RATA


def test_what_both_changed_is_asked_and_nothing_is_taken_before(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    correct(app, cast, olu, address, "Alami", leave_days_due="12", hired_on="01/01/2018")
    upload(olu, address, csv(line(7, "Alami", leave="5"), line(8, "Bennis")))
    page = olu.page(f"{address}/list/preview?lang=fr")
    (asked,) = page.select("fieldset.contested")
    assert all(value in asked.get_text() for value in ("Alami", "12", "5"))
    field = asked.select_one("input[type=radio]")
    assert field is not None
    olu.page(f"{address}/list/preview?lang=ar")
    olu.post(f"{address}/list/take", {}, 422)
    assert len(rows(app, cast, address)) == 3, "nothing is taken before"
    assert row(app, cast, address, "Alami").facts.leave_days_due == Decimal("12.00")
    olu.post(f"{address}/list/take", {str(field["name"]): "ours"})
    alami = row(app, cast, address, "Alami")
    assert (alami.facts.leave_days_due, alami.facts.hired_on) == (Decimal("12.00"), date(2018, 1, 1))
    # The employer repeats its five days: that is what it said already, and ours stands unasked.
    taken(olu, address, csv(line(7, "Alami", leave="5")))
    assert row(app, cast, address, "Alami").facts.leave_days_due == Decimal("12.00")
    upload(olu, address, csv(line(7, "Alami", leave="6")))
    field = olu.page(f"{address}/list/preview").select_one("fieldset.contested input[type=radio]")
    assert field is not None
    olu.post(f"{address}/list/take", {str(field["name"]): "theirs"})
    alami = row(app, cast, address, "Alami")
    assert (alami.facts.leave_days_due, alami.facts.corrected) == (Decimal("6"), ("hired_on",))


def test_a_cell_that_was_read_once_is_not_read_again(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    bad = line(7, "Alami", pay="cinq mille")
    taken(olu, address, csv(bad))
    assert row(app, cast, address, "Alami").snapshot.minimum is None
    correct(app, cast, olu, address, "Alami", monthly_gross="5000,00")
    minimum = row(app, cast, address, "Alami").snapshot.minimum
    assert minimum is not None
    taken(olu, address, csv(bad, line(8, "Bennis")))
    alami = row(app, cast, address, "Alami")
    assert (alami.snapshot.minimum, alami.facts.trouble) == (minimum, ())
    taken(olu, address, csv(line(7, "Alami", pay="six mille")))  # another bad cell: somebody has to read it
    alami = row(app, cast, address, "Alami")
    assert alami.facts.monthly_gross == Decimal("5000.00")
    assert [one.shown for one in alami.facts.trouble] == ["six mille"]


def test_who_comes_back_has_his_corrections(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    correct(app, cast, olu, address, "Alami", leave_days_due="12")
    upload(olu, address, csv(line(8, "Bennis")))
    assert "Alami" in olu.page(f"{address}/list/preview").get_text()
    olu.post(f"{address}/list/take")
    taken(olu, address, csv(*FIRST))
    assert row(app, cast, address, "Alami").facts.leave_days_due == Decimal("12.00")
    assert len(dispute(app, cast, address).matter.replaced) == 2


def test_a_corrected_name_and_number_are_found_again(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    correct(app, cast, olu, address, "Alami", employee_number="70", family_name="Alaoui", leave_days_due="12")
    taken(olu, address, csv(*FIRST))  # as the employer wrote it
    assert row(app, cast, address, "Alaoui").facts.leave_days_due == Decimal("12.00")
    taken(olu, address, csv(line(70, "Alaoui"), *FIRST[1:]))  # as we corrected it
    alaoui = row(app, cast, address, "Alaoui")
    assert (alaoui.facts.leave_days_due, alaoui.facts.corrected) == (Decimal("12.00"), ("leave_days_due",))


PEOPLE = st.lists(st.integers(1, 9), unique=True, min_size=1, max_size=6)
DAYS = st.sampled_from([None, Decimal(0), Decimal(5), Decimal(9)])


def person(number: int, leave: Decimal | None, gross: int = 5000) -> Facts:
    return Facts(f"Nom{number}", "Sara", str(number), leave_days_due=leave, monthly_gross=Decimal(gross), row=number)


@given(PEOPLE, PEOPLE, st.data())
def test_nothing_corrected_is_lost_and_nothing_is_chosen(first: list[int], second: list[int], data: Any) -> None:
    """Apply a list, correct, apply another: each correction stands, is asked for, was adopted, or its person is
    named as gone."""
    listed = {number: person(number, data.draw(DAYS)) for number in first}
    older = []
    for number in first:
        base, ours = listed[number], data.draw(DAYS)
        changed = tuple(name for name in MARKED if name == "leave_days_due" and ours != base.leave_days_due)
        older.append(
            dataclasses.replace(base, leave_days_due=ours, corrected=changed, listed=base) if changed else base
        )
    newer = [person(number, data.draw(DAYS), 6000) for number in second]
    found = carry([older], newer)
    assert [one.employee_number for one in found.people] == [one.employee_number for one in newer]
    assert all(one.monthly_gross == Decimal(6000) for one in found.people), "what nobody corrected is the newer list's"
    asked = {one.row for one in found.contested}
    for old in older:
        if not old.corrected:
            continue
        number = int(old.employee_number)
        if number not in second:
            assert old.name in found.left
            continue
        new, over = newer[second.index(number)], found.people[second.index(number)]
        base = listed[number]
        if new.leave_days_due == old.leave_days_due:
            assert (number in asked, over.leave_days_due) == (False, old.leave_days_due)
        elif new.leave_days_due == base.leave_days_due:
            assert (number in asked, over.leave_days_due, over.corrected) == (
                False,
                old.leave_days_due,
                ("leave_days_due",),
            )
        else:
            assert number in asked
    for stands in (True, False):
        answered = carry([older], newer, dict.fromkeys((one.key for one in found.contested), stands))
        for one in answered.contested:
            over = answered.people[second.index(one.row)]
            assert over.leave_days_due == (one.ours if stands else one.theirs)
            assert ("leave_days_due" in over.corrected) is stands
    again = carry([carry([older], newer, {}).people], newer)
    assert not again.contested, "the same list once more contradicts nothing that was decided"


@given(PEOPLE)
def test_a_list_on_which_nobody_worked_is_taken_as_it_is(numbers: list[int]) -> None:
    people = [person(number, None) for number in numbers]
    assert carry([people], people).people == people


def test_a_form_begun_before_a_newer_list_is_told_of_it(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, address: str
) -> None:
    """Nothing that was typed is lost: whoever stands on the newer list keeps their page, and the form says what
    changed."""
    begun = row(app, cast, address, "Alami")
    taken(sal, address, csv(line(8, "Bennis"), line(7, "Alami", pay="5200,00")))
    edit = f"{address}/people/{begun.id}/edit"
    told = olu.post(edit, typed(begun.facts, begun.version, leave_days_due="11"), 409).text
    assert "11" in told
    assert "5200" in told.replace("\u202f", "").replace("\xa0", "")
    now = row(app, cast, address, "Alami")
    assert (now.id, now.facts.leave_days_due) == (begun.id, Decimal("0"))


def test_a_form_about_somebody_who_left_the_list_gives_back_what_was_typed(
    app: Union, cast: Cast, olu: Visitor, zed: Visitor, lex: Visitor, address: str
) -> None:
    """The person is on an older list alone: 409, all that was typed in words, a note to keep it in, and the way to that
    list."""
    gone = row(app, cast, address, "Chami")
    person = f"{address}/people/{gone.id}"
    taken(olu, address, csv(line(7, "Alami")))
    taken(olu, address, csv(line(7, "Alami"), line(8, "Bennis")))
    facts = typed(gone.facts, gone.version, leave_days_due="11,5", contract="cdd")
    own = {"years": "pro_rata", "wage": "", "bonuses": "", "term": "", "version": "1"}
    sent = {
        f"{person}/edit": (facts, "11,5", "CDD"),
        f"{person}/edit/difference": (facts, "11,5", "CDD"),
        f"{person}/switches": (own, "prorata"),
        f"{person}/switches/difference": (own, "prorata"),
        f"{person}/payslips": ({"m0_base": "4.321,99", "version": "1"}, "décembre 2026 · Salaire de base : 4.321,99"),
        f"{person}/payslips/difference": ({"m0_base": "4321,99", "version": "1"}, "4321,99"),
        f"{person}/papers": ({"paper": "inspector", "means": "registered", "sent_on": "1/11/26"}, "1/11/26"),
        f"{person}/job-loss/edit": ({"days_36_months": "807", "version": "0"}, "807"),
        f"/people/{gone.id}/receipts/new": ({"kept": "casier trois"}, "casier trois"),
        f"/people/{gone.id}/dismissals/new": ({"decided_on": "2/11/26"}, "2/11/26"),
        f"/people/{gone.id}/court/new": ({"court": "TPI de Rabat"}, "TPI de Rabat"),
    }
    for path, (form, *words) in sent.items():
        told = olu.post(f"{path}?lang=fr", form, 409).text
        assert "Chami Sara" in told
        assert f"{address}/versions?version=1" in told, "the list on which he stood, not the newer one without him"
        kept = BeautifulSoup(told, "html.parser").select_one(f"form[action='{address}/note'] textarea[name=words]")
        assert kept is not None
        assert all(one in kept.get_text().replace("\xa0", " ") for one in words), path
    olu.post(f"{address}/note", {"words": kept.get_text()})
    assert "TPI de Rabat" in olu.get(address).text
    assert olu.page(person, 409).select_one("main#main textarea") is None
    for other in (zed, lex):
        other.get(person, 404)
        other.post(f"/people/{gone.id}/court/new", {"court": "TPI de Rabat"}, 404)
    olu.get(f"{address}/people/{cast.here}", 404)


def test_answers_to_the_procedure_of_somebody_who_left_the_list_are_given_back(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    basis_confirmed(app)
    address = opened(olu, cast, kind="cdd_series")
    taken(olu, address, csv(*FIRST))
    gone = row(app, cast, address, "Chami")
    taken(olu, address, csv(line(7, "Alami")))
    asked = next(iter(CHAPTERS[Situation.CDD_SERIES]))
    form = {asked: "no", f"{asked}_paper": "bulletin de mai", "version": "1"}
    assert "bulletin de mai" in olu.post(f"{address}/people/{gone.id}/procedure/edit", form, 409).text


def test_two_take_the_same_list_in_at_once(app: Union, cast: Cast, olu: Visitor, sal: Visitor, address: str) -> None:
    """One of them takes it, the other is led to the dispute or told; the list stands once and what it replaced is
    kept once."""
    upload(olu, address, csv(line(7, "Alami"), line(8, "Bennis")))
    both = threading.Barrier(2)

    def take(desk: Visitor) -> int:
        desk.client.get("/account")
        sent = {"csrf_token": desk._csrf(), "form_token": secrets.token_urlsafe(16)}
        both.wait()
        return desk.client.post(f"{address}/list/take", data=sent).status_code

    with ThreadPoolExecutor(2) as hands:
        answers = sorted(hands.map(take, (olu, sal)))
    assert answers[0] == 302
    assert answers[1] in {302, 409}
    assert [one.facts.family_name for one in rows(app, cast, address)] == ["Alami", "Bennis"]
    assert len(dispute(app, cast, address).matter.replaced) == 1


def test_a_newer_list_without_its_zeros_is_of_the_same_people(app: Union, cast: Cast, olu: Visitor) -> None:
    """The number stays as the present list writes it: dates and letters of a person stand under it."""
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(*(f"000{one}" for one in FIRST)))
    correct(app, cast, olu, address, "Alami", leave_days_due="12")
    taken(olu, address, csv(line(7, "Alami-Idrissi"), line(8, "Bennis"), f"0000{line(9, 'Chami')}"))
    found = {one.facts.family_name: one.facts for one in rows(app, cast, address)}
    assert {name: one.employee_number for name, one in found.items()} == {
        "Alami-Idrissi": "0007",
        "Bennis": "0008",
        "Chami": "0009",
    }
    assert found["Alami-Idrissi"].leave_days_due == Decimal("12.00")


def test_two_lines_that_zeros_tell_apart_stay_two() -> None:
    numbers = ("017", "17")
    people = [dataclasses.replace(person(at, None), employee_number=one) for at, one in enumerate(numbers)]
    assert [one.employee_number for one in carry([people], people[::-1]).people] == ["17", "017"]
