"""The switches of a dispute and of one person: the sums, the papers and the record follow; a change is seen before
it is saved."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.ending import ended
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, dispute, opened, rows, taken
from tests.layoffs.test_dispute import typed
from union.app import Union
from union.cases.models import CaseEntry
from union.entitlements.records.facts import OwnSwitches
from union.entitlements.sums.snapshot import reopened
from union.law.differing.switches import Bonuses, Switches, Wage, Years
from union.law.result import Code
from union.layoffs.records.models import LayoffPerson, LayoffSnapshot

# 1 January 2020 to 31 December 2026: 7 years exactly. Sara; and Ali, 6 years and 184 days, at 8000.
SARA = "7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"
ALI = "8;Bennis;Ali;Employé;01/07/2020;31/12/2026;8000,00;0;;50000,00;"
PRO_RATA = {"years": "pro_rata", "wage": "by_line", "bonuses": "in"}
WHOLE, SHORTER = Decimal("32167.54"), Decimal("29176.62")  # 768 h, and 624 h with 144 × 184 / 365, at 8000 / 191


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(SARA, ALI))
    return address


def severance(row: LayoffPerson) -> Decimal:
    calculation = reopened(row.snapshot.entitlement)
    assert calculation is not None
    line = calculation.line(Code.SEVERANCE)
    assert line is not None
    return line.amount


def set_for_all(app: Union, cast: Cast, olu: Visitor, address: str, status: int = 302, **changes: str) -> None:
    version = str(dispute(app, cast, address).version)
    olu.post(f"{address}/switches", {**PRO_RATA, **changes, "version": version}, status)


def test_the_sums_follow_and_the_old_ones_are_kept(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    olu.get(f"{address}/switches")
    before = rows(app, cast, address)
    assert [severance(one) for one in before][1] == WHOLE
    set_for_all(app, cast, olu, address)
    sara, ali = rows(app, cast, address)
    assert dispute(app, cast, address).matter.switches == Switches(years=Years.PRO_RATA)
    assert severance(ali) == SHORTER
    assert severance(sara) == severance(before[0])  # seven years exactly: no year was begun
    assert ali.snapshot.switches == Switches(years=Years.PRO_RATA)
    with app.store.reading(cast.reach("olu")) as session:
        kept = {one.person_id: one for one in session.scalars(select(LayoffSnapshot))}
        assert kept[ali.id].snapshot == before[1].snapshot
        assert kept[ali.id].facts == before[1].facts
        last = session.scalars(select(CaseEntry).order_by(CaseEntry.number.desc())).first()
        assert last is not None
        assert last.entry.act == "switched"
    sums = dispute(app, cast, address).matter.taken
    assert sums is not None
    assert sums.minimum == sara.snapshot.minimum + ali.snapshot.minimum  # type: ignore[operator]  # both are computed
    set_for_all(app, cast, olu, address, 422)  # nothing changed


def test_everything_says_which_switch_stands(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    set_for_all(app, cast, olu, address)
    ali = rows(app, cast, address)[1]
    person = f"{address}/people/{ali.id}"
    for language, said in (("fr", "au prorata"), ("ar", "بالتناسب")):
        for place in (address, person, f"{person}/print", f"{address}/print"):
            assert said in olu.get(f"{place}?lang={language}").text, place
    answer = olu.post(f"{address}/out", {"what": "xlsx", "why": "Audience"}, 200)
    sheet = openpyxl.load_workbook(BytesIO(answer.data)).worksheets[0]
    (_, _, row) = list(sheet.iter_rows(min_row=1, max_row=3, values_only=True))
    assert Decimal(str(row[9])) == SHORTER
    assert "بالتناسب" in str(row[19])  # in the language of whoever takes it out


def test_a_second_editor_is_told(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    version = str(dispute(app, cast, address).version)
    set_for_all(app, cast, olu, address)
    olu.post(f"{address}/switches", {**PRO_RATA, "wage": "gross", "version": version}, 409)
    olu.post(f"{address}/switches", {**PRO_RATA, "wage": "both", "version": version}, 409)
    version = str(dispute(app, cast, address).version)
    olu.post(f"{address}/switches", {**PRO_RATA, "wage": "both", "version": version}, 422)
    olu.post(f"{address}/switches", {"years": "started", "version": version}, 422)


def test_one_person_is_read_otherwise(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    _, ali = rows(app, cast, address)
    person = f"{address}/people/{ali.id}"
    own = {"years": "pro_rata", "wage": "", "bonuses": ""}
    olu.get(f"{person}/switches")
    olu.post(f"{person}/switches", {**own, "version": str(ali.version)})
    sara, ali = rows(app, cast, address)
    assert ali.facts.switches == OwnSwitches(years=Years.PRO_RATA)
    assert severance(ali) == SHORTER
    assert sara.facts.switches == OwnSwitches()
    assert dispute(app, cast, address).matter.switches == Switches()
    olu.post(f"{person}/switches", {**own, "version": str(ali.version)}, 422)  # nothing changed
    olu.post(f"{person}/switches", {**own, "version": str(ali.version - 1)}, 409)
    # The dispute goes back and forth: what is the person's own stays.
    set_for_all(app, cast, olu, address, wage="gross")
    set_for_all(app, cast, olu, address, years="started")
    assert severance(rows(app, cast, address)[1]) == SHORTER
    olu.post(
        f"{person}/switches",
        {"years": "", "wage": "", "bonuses": "", "version": str(rows(app, cast, address)[1].version)},
    )
    assert severance(rows(app, cast, address)[1]) == WHOLE
    assert olu.get(f"{address}?lang=en").text.count("read otherwise") == 0


def test_bonuses_go_out_where_they_are_known(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    ali = rows(app, cast, address)[1]
    person = f"{address}/people/{ali.id}"
    olu.post(f"{person}/edit", typed(ali.facts, ali.version, monthly_bonus="8000,00"), 422)
    olu.post(f"{person}/edit", typed(ali.facts, ali.version, monthly_bonus="2000,00"))
    assert severance(rows(app, cast, address)[1]) == WHOLE  # they are part of the pay (art 57)
    set_for_all(app, cast, olu, address, years="started", bonuses="out")
    sara, ali = rows(app, cast, address)
    assert severance(ali) == Decimal("24125.65")  # 768 × 6000 / 191
    assert severance(sara) == Decimal("20104.71")  # whose bonuses nobody knows: nothing goes out
    assert ali.snapshot.switches == Switches(Years.STARTED, Wage.BY_LINE, Bonuses.OUT)
    assert ali.snapshot.low is not None
    assert ali.snapshot.high is not None
    assert ali.snapshot.low < ali.snapshot.minimum <= ali.snapshot.high  # type: ignore[operator]  # it is computed


def test_a_change_is_seen_before_it_is_saved(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    before = rows(app, cast, address)
    ali = before[1]
    person = f"{address}/people/{ali.id}"
    with app.store.reading(cast.reach("olu")) as session:
        entries = len(session.scalars(select(CaseEntry)).all())
    olu.get("/account?lang=en")
    answer = olu.post(f"{person}/edit/difference", typed(ali.facts, ali.version, monthly_gross="6000,00"), 200)
    text = answer.text.replace("\u00a0", " ").replace("\u202f", " ")
    # 768 × 8000 / 191, then × 6000; notice 2 × 8000, then 2 × 6000; the list 78 272.25 before, 66 230.36 after.
    for figure in ("32,167.54", "24,125.65", "16,000.00", "12,000.00", "78,272.25", "66,230.36"):
        assert figure in text
    assert 'value="6000,00"' in answer.text  # what was typed stands in the form
    olu.post(f"{person}/edit/difference", typed(ali.facts, ali.version), 422)
    olu.post(f"{person}/edit/difference", typed(ali.facts, ali.version, monthly_gross="0"), 422)
    olu.post(f"{person}/edit/difference", typed(ali.facts, ali.version + 1, monthly_gross="6000,00"), 409)
    group = {**PRO_RATA, "version": str(dispute(app, cast, address).version)}
    text = olu.post(f"{address}/switches/difference", group, 200).text
    assert "75,281.33" in text.replace("\u00a0", " ")  # 78 272.25 − (32 167.54 − 29 176.62)
    own = {"years": "pro_rata", "wage": "", "bonuses": "", "version": str(ali.version)}
    assert "29,176.62" in olu.post(f"{person}/switches/difference", own, 200).text
    after = rows(app, cast, address)
    assert [(one.facts, one.snapshot, one.version) for one in after] == [
        (one.facts, one.snapshot, one.version) for one in before
    ]
    assert dispute(app, cast, address).matter.switches == Switches()
    with app.store.reading(cast.reach("olu")) as session:
        assert len(session.scalars(select(CaseEntry)).all()) == entries
        assert session.scalars(select(LayoffSnapshot)).all() == []


def test_another_language_shows_the_form_again_and_saves_nothing(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    ali = rows(app, cast, address)[1]
    person = f"{address}/people/{ali.id}"
    answer = olu.post(f"{person}/edit", typed(ali.facts, ali.version, monthly_gross="6000,00") | {"lang": "ar"}, 200)
    assert 'value="6000,00"' in answer.text
    olu.post(
        f"{address}/switches", {**PRO_RATA, "version": str(dispute(app, cast, address).version), "lang": "ar"}, 200
    )
    assert rows(app, cast, address)[1].snapshot == ali.snapshot


def test_a_closed_dispute_keeps_its_sums(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    ended(olu, address, words="Accord.")
    set_for_all(app, cast, olu, address, 422)
    assert severance(rows(app, cast, address)[1]) == WHOLE


def test_a_calculation_that_was_replaced_is_shown_as_it_was_made(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    set_for_all(app, cast, olu, address)
    ali = rows(app, cast, address)[1]
    olu.get("/account?lang=en")
    person = olu.page(f"{address}/people/{ali.id}")
    (link,) = [str(one["href"]) for one in person.select("table a[href]") if "earlier=1" in str(one["href"])]
    text = olu.get(link).text
    assert "32,167.54" in text
    assert "pro rata" not in text
    assert "29,176.62" in olu.get(f"{address}/people/{ali.id}/print").text
    olu.get(f"{address}/people/{ali.id}/print?earlier=2", 422)
