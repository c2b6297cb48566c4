"""A name of the employer's list and a member's, in any script: nothing of the member counts until somebody says that
they are one."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from tests.browsing import Visitor
from tests.cases.ending import answers
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, case_id, csv, dispute, opened, rows, taken, upload
from tests.layoffs.test_dispute import known, typed
from union.app import Union
from union.cases.models import CaseEntry
from union.jobs.housekeeping import keep_up
from union.jobs.worker import JobContext
from union.layoffs.records.models import Layoff, LayoffSnapshot
from union.members.models import Employment, Held, Mandate, MandateKind, Member
from union.record.chain import RecordEntry

# 12 years started: 5 × 96 + 5 × 144 + 2 × 192 = 1584 h × 6000 / 191 = 49759.16; notice 12000; leave 10 × 6000 / 26.
ONCE, TWICE = Decimal("64066.85"), Decimal("113826.01")
OTHER = "1411;Lahlou;Karim;Employé;01/01/2020;31/12/2026;6000,00;0;;10000,00;"


def line(given: str, family: str = "Alaoui", number: str = "1410") -> str:
    return f"{number};{family};{given};Employé;01/01/2015;31/12/2026;6000,00;10;;40000,00;"


def delegate(app: Union, member_id: UUID, number: str = "", **names: str) -> None:
    """Make one of the cast a delegate of this name."""
    bare = {"family_name": "", "given_name": "", "family_name_ar": "", "given_name_ar": ""}
    with app.store.maintaining() as session:
        member = session.get_one(Member, member_id)
        changes: dict[str, Any] = {**bare, **names}
        member.identity = dataclasses.replace(member.identity, **changes)
        work = session.scalars(select(Employment).where(Employment.member_id == member_id)).one()
        work.terms = dataclasses.replace(work.terms, employee_number=number)
        held = Held(MandateKind.DELEGATE_FULL, date(2024, 1, 1))
        session.add(Mandate(employment_id=work.id, workplace_id=work.workplace_id, member_id=member_id, held=held))


def minimum(app: Union, cast: Cast, address: str, at: int = 0) -> Decimal | None:
    return rows(app, cast, address)[at].snapshot.minimum


def pairs(desk: Visitor, address: str) -> list[Any]:
    return desk.page(f"{address}/members").select("main form select[name^=pair_]")


def say(desk: Visitor, address: str, *said: str, status: int = 302) -> Any:
    page = desk.page(f"{address}/members")
    names = [one["name"] for one in page.select("main form select[name^=pair_]")]
    version = page.select_one("main form input[name=version]")["value"]
    return desk.post(f"{address}/members", {**dict(zip(names, said, strict=False)), "version": version}, status)


NAMESAKES = [
    ("Hassan", "حسين"),
    ("Hussein", "حسن"),
    ("Jamal", "جميل"),
    ("Jamil", "جمال"),
    ("Mohamed", "محمود"),
    ("Mahmoud", "محمد"),
    ("Mohamed", "محمد"),  # one name: and still a name alone
    ("محمد", "محمد"),
]


@pytest.mark.parametrize(("listed", "member"), NAMESAKES)
def test_a_name_alone_counts_no_mandate_until_somebody_says_same(
    app: Union, cast: Cast, olu: Visitor, listed: str, member: str
) -> None:
    basis_confirmed(app)
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar=member)
    address = opened(olu, cast)
    taken(olu, address, csv(line(listed), OTHER))
    assert minimum(app, cast, address) == ONCE
    assert not rows(app, cast, address)[0].facts.known
    for page in (address, f"{address}/figures", f"{address}/people/{rows(app, cast, address)[0].id}"):
        assert olu.page(page).select_one(f'a[href$="{address}/members"]')  # each says that a row waits
    assert len(pairs(olu, address)) == 1
    say(olu, address, "same")
    assert minimum(app, cast, address) == TWICE
    assert rows(app, cast, address)[0].facts.member_id == cast.mina
    assert dispute(app, cast, address).matter.waiting == set()
    say(olu, address, "different")  # it can be said otherwise
    assert minimum(app, cast, address) == ONCE
    assert not rows(app, cast, address)[0].facts.known
    say(olu, address, "same")
    assert minimum(app, cast, address) == TWICE


def test_a_spelling_in_latin_letters_alone_is_asked_about_too(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    delegate(app, cast.mina, family_name="Alaoui", given_name="Hussein")
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan"), OTHER))
    assert minimum(app, cast, address) == ONCE
    shown = olu.page(f"{address}/members").get_text()
    assert "Hussein" in shown
    say(olu, address, "same")
    assert minimum(app, cast, address) == TWICE


def test_number_and_name_together_need_nobody(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    known(app, cast.mina, "1410", "Alaoui", "Hassan", mandate=True)
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan"), OTHER))
    assert minimum(app, cast, address) == TWICE
    assert pairs(olu, address) == []


@pytest.mark.parametrize(("listed", "registered"), [("1410", "001410"), ("001410", "1410")])
def test_zeros_in_front_make_no_other_number(
    app: Union, cast: Cast, olu: Visitor, listed: str, registered: str
) -> None:
    basis_confirmed(app)
    known(app, cast.mina, registered, "Alaoui", "Hassan", mandate=True)
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan", number=listed), OTHER))
    assert minimum(app, cast, address) == TWICE
    assert pairs(olu, address) == []


def test_another_number_is_another_person_and_a_number_under_another_name_is_asked_about(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    basis_confirmed(app)
    known(app, cast.mina, "99", "Alaoui", "Hassan", mandate=True)
    known(app, cast.omar, "1411", "Autre", "Personne", mandate=True)
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan"), OTHER))
    assert [one.facts.known for one in rows(app, cast, address)] == [False, False]
    assert len(pairs(olu, address)) == 1
    say(olu, address, "same")
    assert [one.facts.mandate for one in rows(app, cast, address)] == ["none", "in_office"]


def test_what_was_said_survives_a_newer_list(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar="حسين")
    delegate(app, cast.omar, family_name_ar="العلوي", given_name_ar="جمال")
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan"), line("Jamal", number="1412")))
    say(olu, address, "same", "different")
    taken(olu, address, csv(OTHER, line("Jamal", number="1412"), line("Hassan")))
    people = rows(app, cast, address)
    assert [one.facts.known for one in people] == [False, False, True]
    assert [one.snapshot.minimum for one in people][1:] == [ONCE, TWICE]
    assert dispute(app, cast, address).matter.waiting == set()
    say(olu, address, "different", "different")
    assert [one.snapshot.minimum for one in rows(app, cast, address)][1:] == [ONCE, ONCE]


def test_a_fact_that_was_corrected_stays_when_it_is_said(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar="حسين")
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan")))
    (row,) = rows(app, cast, address)
    olu.post(f"{address}/people/{row.id}/edit", typed(row.facts, row.version, leave_days_due="0"))
    say(olu, address, "same")
    (row,) = rows(app, cast, address)
    assert row.facts.leave_days_due == 0
    assert row.snapshot.minimum == TWICE - Decimal("2307.69")


def test_nobody_is_two_people_and_no_line_two_members(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar="حسين")
    delegate(app, cast.omar, family_name_ar="العلوي", given_name_ar="حسن")
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan"), OTHER))
    assert len(pairs(olu, address)) == 2
    say(olu, address, "same", "same", status=422)
    assert minimum(app, cast, address) == ONCE
    for language in ("fr", "ar", "en"):
        assert olu.page(f"{address}/members?lang={language}").select(".decision table.conflict")


def test_a_copy_does_not_tell_of_which_line_it_was_said(app: Union, cast: Cast, olu: Visitor) -> None:
    """Beside the employer's own list: no column, no length, no counter, no number of kept sums, no line of the
    record."""
    basis_confirmed(app)
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar="حسين")
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan"), line("Kamal", "Idrissi", "1415")))
    waiting = [len(one.facts_sealed) for one in rows(app, cast, address)]
    assert waiting[0] == waiting[1]  # of two lines that are as long, while one waits
    say(olu, address, "different")
    people = rows(app, cast, address)
    assert len({one.version for one in people}) == 1
    assert len({len(one.facts_sealed) for one in people}) == 1
    with app.store.maintaining() as session:
        kept = select(LayoffSnapshot.person_id, func.count(LayoffSnapshot.id)).group_by(LayoffSnapshot.person_id)
        assert {count for _person, count in session.execute(kept)} == {1}
        of_lines = {one.id for one in people}
        assert not any(one.event.subject in of_lines for one in session.scalars(select(RecordEntry)))


def test_it_is_in_the_timeline_and_closed_disputes_change_no_more(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar="حسين")
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan"), OTHER))
    say(olu, address, "same")
    with app.store.maintaining() as session:
        acts = [
            one.entry.act for one in session.scalars(select(CaseEntry).where(CaseEntry.case_id == case_id(address)))
        ]
    assert "identified" in acts
    said = olu.page(f"{address}?lang=fr").select_one("#timeline").get_text()
    assert "1 même personne" in said
    olu.post(f"{address}/close", answers(olu, address) | {"words": "Accord."})
    version = str(dispute(app, cast, address).version)
    name = pairs(olu, address)[0]["name"]
    olu.post(f"{address}/members", {name: "different", "version": version}, 422)
    assert minimum(app, cast, address) == TWICE


def test_without_a_legal_basis_whoever_is_somebody_else_is_removed(app: Union, cast: Cast, olu: Visitor) -> None:
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar="حسين")
    known(app, cast.omar, "1411", "Lahlou", "Karim")
    address = opened(olu, cast)
    upload(olu, address, csv(line("Hassan"), OTHER, line("Nora", "Bennis", "1416")))
    olu.post(f"{address}/list/take")
    assert [one.facts.employee_number for one in rows(app, cast, address)] == ["1410", "1411"]
    say(olu, address, "different")
    assert [one.facts.employee_number for one in rows(app, cast, address)] == ["1411"]
    matter = dispute(app, cast, address).matter
    assert matter.namesakes == ()
    assert matter.taken is not None
    assert (matter.taken.people, matter.taken.left_out) == (1, 2)


def test_the_page_is_for_who_works_the_dispute(
    app: Union, cast: Cast, olu: Visitor, ann: Visitor, lex: Visitor
) -> None:
    basis_confirmed(app)
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar="حسين")
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan")))
    for other in (ann, lex):
        other.get(f"{address}/members", 404)
        other.post(f"{address}/members", {}, 404)
    assert isinstance(olu.page(f"{address}/members"), BeautifulSoup)


def test_lines_that_an_earlier_version_took_by_the_name_are_put_to_somebody(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    basis_confirmed(app)
    delegate(app, cast.mina, family_name_ar="العلوي", given_name_ar="حسين")
    known(app, cast.omar, "1411", "Lahlou", "Karim")
    address = opened(olu, cast)
    taken(olu, address, csv(line("Hassan"), OTHER))
    say(olu, address, "same")
    with app.store.maintaining() as session:  # as it was taken before anybody was asked
        before = session.get_one(Layoff, case_id(address))
        assert before.matter.taken is not None
        list_of = dataclasses.replace(before.matter.taken, asked=False)
        before.matter = dataclasses.replace(before.matter, namesakes=(), taken=list_of)
    assert minimum(app, cast, address) == TWICE
    keep_up(JobContext(app.store, lambda account: None, app.files))
    assert minimum(app, cast, address) == ONCE
    assert [one.facts.known for one in rows(app, cast, address)] == [False, True]  # a number and a name stay
    assert len({one.version for one in rows(app, cast, address)}) == 1
    assert len(pairs(olu, address)) == 1
    say(olu, address, "same")
    assert minimum(app, cast, address) == TWICE
    keep_up(JobContext(app.store, lambda account: None, app.files))
    assert minimum(app, cast, address) == TWICE
