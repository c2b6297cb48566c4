"""The figures of a group: by seniority and category, the worst offers, and whom an offer would harm besides."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import SAMPLE, basis_confirmed, csv, opened, rows, taken
from tests.layoffs.test_dispute import typed
from tests.layoffs.test_kept import people
from union.app import Union
from union.entitlements.records.contents import OF_A_LIST, Basis, Situation
from union.entitlements.records.facts import Facts
from union.entitlements.sums.person import computed
from union.entitlements.sums.requalified import grounds
from union.law.checking.findings import State
from union.layoffs.sums.figures import MOST, Band, band, by_band, by_category, disguised, share, worst
from union.layoffs.sums.overview import Entry, totals
from union.members.models import Contract

NOW = datetime(2026, 11, 24, tzinfo=UTC)
LEFT = date(2026, 12, 31)
SARA = Facts(
    "Alami", "Sara", hired_on=date(2020, 1, 1), left_on=LEFT, monthly_gross=Decimal(5000), contract=Contract.CDI
)


def entry(position: int = 1, kind: Situation = Situation.NEGOTIATED, **changes: object) -> Entry:
    facts = dataclasses.replace(SARA, **changes)  # type: ignore[arg-type]  # by the fields' names
    return Entry(uuid4(), position, False, *computed(Basis(kind), facts, NOW))


@pytest.mark.parametrize(
    ("hired", "found"),
    [
        (date(2026, 1, 2), Band.UNDER_1),
        (date(2026, 1, 1), Band.TO_5),  # one year exactly
        (date(2022, 1, 1), Band.TO_5),  # five years exactly
        (date(2021, 12, 31), Band.TO_10),
        (date(2017, 1, 1), Band.TO_10),
        (date(2016, 12, 31), Band.TO_15),
        (date(2012, 1, 1), Band.TO_15),
        (date(2011, 12, 31), Band.BEYOND),
        (LEFT + timedelta(days=1), None),
        (None, None),
    ],
)
def test_the_bands_are_cut_where_the_law_changes(hired: date | None, found: Band | None) -> None:
    assert band(entry(hired_on=hired)) is found


@given(st.lists(people(), max_size=8), st.sampled_from(OF_A_LIST))
@settings(max_examples=50, deadline=None)
def test_the_parts_make_the_whole(listed: list[Facts], kind: Situation) -> None:
    entries = [Entry(uuid4(), at, False, *computed(Basis(kind), one, NOW)) for at, one in enumerate(listed, 1)]
    whole = totals(entries)
    assert whole.kept_offers + whole.short == whole.minimum
    assert whole.kept_offers + whole.above == whole.offered
    assert (whole.above > 0) == bool(whole.above_people)
    for groups in (by_band(entries), by_category(entries)):
        for name in ("minimum", "offered", "short", "damages", "computed", "left_out"):
            assert sum(getattr(one.totals, name) for one in groups) == getattr(whole, name)
        for one in groups:
            assert 0 <= one.offered_bar <= one.minimum_bar <= 1000
    low = worst(entries)
    assert len(low) <= MOST
    assert [share(one) for one in low] == sorted(share(one) for one in low)
    assert all(one.short > 0 for one in low)


def test_the_worst_offers_cover_least_and_no_offer_is_not_one() -> None:
    entries = [entry(at, offered=Decimal(1000 * at)) for at in range(1, 31)]
    entries += [entry(31), entry(32, offered=Decimal(90_000)), entry(33, hired_on=None, offered=Decimal(1))]
    assert [one.position for one in worst(entries)] == list(range(1, 21))
    assert share(entries[14]) == 50  # 15 000 of 30 104.71


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, set()),
        ({"cdd_motive": "replacement"}, set()),
        ({"cdd_motive": "none"}, {"motive_allowed"}),
        ({"cdd_motive": "striker"}, {"not_a_striker"}),
        ({"cdd_motive": "opening"}, set()),  # one year exactly
        ({"cdd_motive": "opening", "hired_on": date(2025, 12, 31)}, {"one_year_at_most"}),
        ({"term_on": LEFT - timedelta(days=1)}, {"stopped_at_term"}),
        ({"cdd_since": date(2024, 1, 1)}, {"no_chain"}),
        ({"contract": Contract.CDI, "cdd_motive": "none"}, set()),
    ],
)
def test_what_makes_a_fixed_term_contract_open_ended(changes: dict[str, object], found: set[str]) -> None:
    facts = dataclasses.replace(
        SARA,
        **({"contract": Contract.CDD, "hired_on": date(2026, 1, 1), "term_on": LEFT} | changes),  # type: ignore[arg-type]  # by name
    )
    assert {one.code for one in grounds(facts)} == found
    assert all(one.state is State.NOT_DONE for one in grounds(facts))


def test_a_chain_alone_is_for_the_judge() -> None:
    one = entry(1, Situation.CDD_SERIES, contract=Contract.UNKNOWN, cdd_since=date(2018, 1, 1))
    (found,) = disguised([one], Situation.CDD_SERIES)
    assert not found.settled
    assert disguised([one], Situation.NEGOTIATED) == []  # a contract not told is open-ended elsewhere


CDD = "9;Chami;Nora;Employé;01/01/2026;31/12/2026;5000,00;0;;1000,00;"


def test_the_page_names_whom_an_offer_would_harm(app: Union, cast: Cast, olu: Visitor, lex: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    olu.get(f"{address}/figures")  # no list yet
    taken(olu, address)
    for language in ("fr", "ar", "en"):
        page = olu.page(f"{address}/figures?lang={language}")
        assert len(page.select("figure.shape[aria-hidden=true] svg")) == 6  # four bands, two categories
        tables = page.select("table.rows")
        assert [len(one.select("tbody tr")) for one in tables] == [4, 2, 20]
        assert not page.select("[style]")
    lex.get(f"{address}/figures", 404)


def test_what_a_negotiated_exit_is_measured_against_is_no_minimum(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    compared, minimum = opened(olu, cast), opened(olu, cast, kind="closure")
    for address in (compared, minimum):
        taken(olu, address)
        person = f"{address}/people/{rows(app, cast, address)[0].id}"
        for place in (address, f"{address}/figures", f"{address}/print", person):
            for language, word in (("fr", "Minimum légal"), ("ar", "الحد الأدنى القانوني"), ("en", "Legal minimum")):
                heads = olu.page(f"{place}?lang={language}").select("main th, main dt, main .total-line")
                assert any(word in one.get_text() for one in heads) is (address == minimum), place


def test_a_disguised_contract_is_named_with_its_ground(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast, kind="cdd_series")
    taken(olu, address, csv(CDD))
    (row,) = rows(app, cast, address)
    assert row.snapshot.minimum == Decimal("0.00")  # at its term, no day of leave left
    olu.post(f"{address}/people/{row.id}/edit", typed(row.facts, row.version, contract="cdd", cdd_motive="none"))
    text = olu.get(f"{address}/figures?lang=fr").text
    assert "Le contrat ne donne aucun des cas que la loi admet" in text
    (row,) = rows(app, cast, address)
    # One year of service: 96 × 5000 / 191 of severance and a month of notice, if held open-ended.
    assert row.snapshot.high == Decimal("2513.09") + Decimal("5000.00")
    assert row.snapshot.minimum == row.snapshot.low == Decimal("0.00")


def test_the_statements_do_not_grow_with_the_list(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    short, long = opened(olu, cast), opened(olu, cast)
    taken(olu, short, csv(CDD))
    taken(olu, long, SAMPLE.read_bytes())
    counted, statements = [], list[str]()
    event.listen(app.store.engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    for address in (short, long):
        for page in ("/figures", "/switches"):
            statements.clear()
            olu.get(f"{address}{page}")
            counted.append(len(statements))
    assert counted[:2] == counted[2:]


def test_what_is_shown_adds_up_where_an_offer_exceeds_the_minimum(app: Union, cast: Cast, olu: Visitor) -> None:
    """30 104.71 each: offered 10 000, 50 000 and nothing; 10 000 and 30 104.71 cover, 19 895.29 lie above."""
    basis_confirmed(app)
    address = opened(olu, cast)
    line = "{};{};Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;{};"
    taken(
        olu,
        address,
        csv(line.format(1, "Alami", "10000,00"), line.format(2, "Bennis", "50000,00"), line.format(3, "Chami", "")),
    )
    page = olu.page(f"{address}?lang=en")
    told = {one.dt.get_text(): one.dd.get_text() for one in page.select_one(".bar dl").select("div")}
    sums = {name: Decimal(re.sub(r"[^0-9.]", "", said)) for name, said in told.items()}
    covered, missing, whole = Decimal("40104.71"), Decimal("50209.42"), Decimal("90314.13")
    assert sums == {
        "Covered by the offers": covered,
        "Less than a dismissal by": missing,
        "For comparison: a dismissal": whole,
    }
    assert covered + missing == whole
    gap = page.select_one(".bar .bar-key-gap dt").get_text()  # the colour of the gap is said to be what is missing
    assert gap == "Less than a dismissal by"
    width = int(page.select_one(".bar svg .bar-offer")["width"])
    assert width == int(1000 * covered / whole)
    for where in ("", "/figures"):
        text = " ".join(olu.page(f"{address}{where}?lang=en").get_text().split())
        assert re.search(r"Offered in all: \S*60,000\.00", text)
        assert re.search(r"19,895\.29\D+ lies above the minimum of 1 person", text)
    printed = olu.get(f"{address}/print?lang=en").text
    assert "19,895.29" in printed
    row = rows(app, cast, address)[0]
    person = olu.page(f"{address}/people/{row.id}?lang=en").select_one(".bar dl")
    assert [one.get_text() for one in person.select("dt")] == [
        "Offered",
        "Less than a dismissal by",
        "For comparison: a dismissal",
    ]
    above = olu.page(f"{address}/people/{rows(app, cast, address)[1].id}?lang=en").select_one(".bar dl")
    assert [one.get_text() for one in above.select("dt")] == [
        "Offered",
        "For comparison: a dismissal",
        "Above a dismissal by",
    ]
