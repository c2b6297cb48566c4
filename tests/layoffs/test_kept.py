"""A kept calculation says the same as the fresh one; a list names nobody twice, and its totals add up."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from union.entitlements.records.contents import OF_A_LIST, Basis, Situation, Snapshot
from union.entitlements.records.facts import Facts, Trouble
from union.entitlements.sums.grounds import ground
from union.entitlements.sums.law_facts import departure
from union.entitlements.sums.person import computed
from union.entitlements.sums.snapshot import kept, reopened
from union.entitlements.sums.snapshot_extras import reopened as extras
from union.imports.matching.matcher import Borne, Known, Person
from union.languages.saying import answer_in_language, in_language
from union.languages.translated import LANGUAGES
from union.law.differing.spread import spread
from union.law.entitlement import entitlement
from union.law.sources.source import Status
from union.layoffs.lists.matching import as_roster_row, match, nobody_twice
from union.layoffs.sums.overview import Entry, totals
from union.members.models import Category, Contract
from union.tables.cells.likeness import joined
from union.tables.kinds.roster import RosterRow

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
money = st.decimals(1, 40_000, places=2)
days = st.none() | st.integers(0, 40).map(Decimal)


@st.composite
def people(draw: st.DrawFn) -> Facts:
    hired = date(2004, 7, 1) + timedelta(days=draw(st.integers(0, 8000)))
    left = draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
    contract = draw(st.sampled_from([Contract.CDI, Contract.UNKNOWN, Contract.CDD]))
    return Facts(
        family_name="Alami",
        given_name="Sara",
        hired_on=hired,
        left_on=max(hired, left),
        contract=contract,
        term_on=max(hired, left) + timedelta(days=draw(st.integers(0, 300))) if contract is Contract.CDD else None,
        category=draw(st.sampled_from(Category)),
        monthly_gross=draw(money),
        leave_days_due=draw(days),
        unpaid_days=None,
        mandate=draw(st.sampled_from(["none", "in_office", "former", "candidate"])),
        offered=draw(st.none() | money),
    )


@given(people(), st.sampled_from(OF_A_LIST))
@settings(max_examples=150, deadline=None)
def test_what_is_kept_says_the_same(facts: Facts, kind: Situation) -> None:
    basis = Basis(kind)
    told = departure(ground(basis, facts), basis, facts)
    fresh, ends = entitlement(told), spread(told)
    stored = msgspec.json.decode(msgspec.json.encode(kept(fresh, ends)))  # as the envelope keeps it
    found = reopened(stored)
    assert found is not None
    for again, before in zip((*found.lines, *found.alternatives), (*fresh.lines, *fresh.alternatives), strict=True):
        for language in ("fr", "ar", "en"):
            assert answer_in_language(again.as_json(), language) == answer_in_language(before.as_json(), language)
    assert {name: found.facts.get(name) for name in ("hired_on", "monthly_gross", "reason")} == {
        "hired_on": told.hired_on,
        "monthly_gross": told.monthly_gross,
        "reason": str(told.reason),
    }
    assert sum(one.low.amount for one in found.ends if one.low) == ends.low
    assert sum(one.high.amount for one in found.ends if one.high) == ends.high
    for one, other in zip(found.not_due, fresh.not_due, strict=True):
        assert one == other
    for taken, told in zip(found.assumptions, fresh.assumptions, strict=True):
        assert [answer_in_language(taken.as_json(), said) for said in ("fr", "ar", "en")] == [
            answer_in_language(told.as_json(), said) for said in ("fr", "ar", "en")
        ]


@given(st.lists(people(), max_size=6), st.sampled_from(OF_A_LIST))
@settings(max_examples=60, deadline=None)
def test_totals_add_up_and_leave_out_who_cannot_be_computed(listed: list[Facts], kind: Situation) -> None:
    blocked = Facts(
        "Bennis", "Ali", monthly_gross=Decimal(9000), offered=Decimal(999), trouble=(Trouble("money_range"),)
    )
    entries = [
        Entry(uuid4(), number, False, *computed(Basis(kind), one, NOW)) for number, one in enumerate([*listed, blocked])
    ]
    found = totals(entries)
    assert found.left_out == 1
    assert found.computed == len(listed)
    assert found.minimum - found.kept_offers == found.short
    assert found.offered == sum((one.offered or Decimal(0) for one in listed), Decimal("0.00"))
    assert all(one.short >= 0 for one in entries)
    assert found.kept_offers <= found.offered


def test_readings_of_leave_kept_before_are_still_said() -> None:
    stored = [
        ["leave_seniority_this_year", {"more": ["number", "1.5"], "room": ["number", "12"]}, "1.5", "2026-06-30", ""],
        ["leave_seniority_pro_rata", {"more": ["number", "1.5"], "months": ["number", "6"]}, "0.75", "2026-06-30", ""],
    ]
    for one in extras(stored):
        assert one.figure.status is Status.UNVERIFIED
        for language in LANGUAGES:
            assert "1" in in_language(one.figure.working(), language)
            assert in_language(one.figure.formula, language)


def test_what_is_not_covered_is_named_and_not_computed() -> None:
    facts = Facts("Alami", "Sara", hired_on=date(2020, 1, 1), left_on=date(2026, 12, 31), monthly_gross=Decimal(5000))
    for contract, code, column in ((Contract.ANAPEC, "not_covered", "contract"), (Contract.CDD, "missing", "term_on")):
        told, snapshot = computed(Basis(Situation.NEGOTIATED), dataclasses.replace(facts, contract=contract), NOW)
        assert snapshot == Snapshot(NOW, kind=Situation.NEGOTIATED)
        assert [(one.code, one.column) for one in told.trouble] == [(code, column)]


names = st.sampled_from([("El Fassi", "Mohamed"), ("Alami", "Sara"), ("Bennis", "Ali"), ("Chraïbi", "Nora")])
numbers = st.sampled_from(["", "1", "2", "3"])


def _known(rows: list[RosterRow], members: list[tuple[str, str]]) -> Known:
    """Members by their names and numbers, as the register gives them for some rows."""
    borne = {row.number: Borne((row.employee_number or "").encode() or None, None, None, None) for row in rows}
    known = Known(borne)
    for at, (name, number) in enumerate(members):
        one = Person(UUID(int=at + 1), (name,), None, number or None)
        known.people[one.member_id] = one
        known.by_sound.setdefault(joined(name), []).append(one)
        if number:
            known.by_token.setdefault(number.encode(), []).append(one)
    return known


@given(st.lists(st.tuples(names, numbers), max_size=6), st.lists(st.tuples(names, numbers), max_size=6))
def test_nobody_is_two_rows_and_nobody_is_taken_by_the_name_alone(
    listed: list[tuple[tuple[str, str], str]], members: list[tuple[tuple[str, str], str]]
) -> None:
    rows = [as_roster_row(Facts(*name, number), at) for at, (name, number) in enumerate(listed, 1)]
    told = [(f"{given} {family}", number) for (family, given), number in members]
    found = nobody_twice([match(row, _known(rows, told)) for row in rows])
    sure = [one.member_id for one in found if one.member_id]
    assert len(sure) == len(set(sure))
    for row, one in zip(rows, found, strict=True):
        if one.member_id:
            name, number = told[one.member_id.int - 1]
            assert (name, number) == (f"{row.given_name} {row.family_name}", row.employee_number)


def test_a_name_is_asked_about_across_scripts_and_orders() -> None:
    facts = [Facts("El Fassi", "Mohamed"), Facts("Alami", "Sara"), Facts("Tazi", "Ali"), Facts("Alaoui", "Hassan")]
    rows = [as_roster_row(one, at) for at, one in enumerate(facts, 1)]
    known = _known(rows, [("الفاسي محمد", ""), ("Sara ALAMI", ""), ("العلوي حسين", "")])
    found = [match(row, known) for row in rows]
    assert [one.member_id for one in found] == [None] * 4
    assert [[(who.member_id.int, who.by) for who in one.candidates] for one in found] == [
        [(1, "name")],
        [(2, "name")],
        [],
        [(3, "sound")],
    ]
