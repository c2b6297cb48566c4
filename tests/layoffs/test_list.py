"""The employer's list end to end: forty-eight people, sums checked by hand, on both databases."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import SAMPLE, basis_confirmed, case_id, csv, dispute, opened, rows, taken, upload
from union.app import Union
from union.imports.undo.removing import NAMED
from union.layoffs.records.models import on_the_list


def test_the_sample_from_file_to_page(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    olu.get(f"{address}/list")
    upload(olu, address, SAMPLE.read_bytes())
    preview = olu.page(f"{address}/list/preview")
    assert "48" in preview.select_one(".numbers").get_text()
    assert rows(app, cast, address) == []  # nothing is taken unseen
    olu.post(f"{address}/list/take")
    people = rows(app, cast, address)
    assert [one.position for one in people] == list(range(1, 49))
    assert [one.facts.employee_number for one in people] == [str(number) for number in range(1400, 1448)]
    assert all(one.snapshot.minimum is not None for one in people)
    page = olu.page(address)
    assert len(page.select("table.rows tbody tr")) == 48
    olu.get(f"{address}?lang=ar")
    olu.post(f"{address}/list/take")  # the same button twice
    assert len(rows(app, cast, address)) == 48


def test_three_rows_by_hand(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address)
    people = {one.facts.employee_number: one for one in rows(app, cast, address)}

    # 1400, executive, 28/09/2025 to 31/12/2026: 1 year and some, so 2 years started, 2 × 96 h; 1 to 5 years: 2 months.
    # Severance 192 × 3800 / 191 = 3819.90; notice 2 × 3800 = 7600; leave 12 × 3800 / 26 = 1753.85.
    first = people["1400"].snapshot
    assert first.minimum == Decimal("3819.90") + Decimal("7600.00") + Decimal("1753.85")
    assert first.shortfall == first.minimum - Decimal("2387.68")
    # Damages for the judge: 1.5 × 2 × 3800, beside the minimum and not in it.
    assert first.damages == Decimal("11400.00")

    # 1414, employee, 08/11/2023 to 31/12/2026 at 3422.72, the minimum wage to the centime (191 × 17.92):
    # 4 years started, 4 × 96 = 384 h × 17.92 = 6881.28; notice 1 month; leave 4.5 × 3422.72 / 26 = 592.39.
    second = people["1414"].snapshot
    assert second.minimum == Decimal("6881.28") + Decimal("3422.72") + Decimal("592.39")

    # 1407, executive and delegate, 21/11/2012 to 31/12/2026 at 7800: 15 years started: 480 + 720 + 960 = 2160 h,
    # doubled (art 58): 2160 × 7800 / 191 × 2 = 176418.85; notice 3 × 7800; leave 1.5 × 7800 / 26 = 450.
    third = people["1407"]
    assert third.facts.mandate == "in_office"
    assert third.snapshot.minimum == Decimal("176418.85") + Decimal("23400.00") + Decimal("450.00")
    assert third.snapshot.shortfall == third.snapshot.minimum - Decimal("66026.12")


def test_money_is_never_a_float(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address)

    def walk(value: Any) -> None:
        assert not isinstance(value, float)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(inner)

    for one in rows(app, cast, address):
        assert isinstance(one.snapshot.minimum, Decimal)
        assert isinstance(one.snapshot.shortfall, Decimal)
        assert isinstance(one.facts.offered, Decimal)
        walk(one.snapshot.entitlement)


def test_a_total_row_empty_rows_and_what_cannot_be_computed(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    content = csv(
        "1;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;",
        ";;;;;;;;;;",
        "2;Bennis;Ali;Employé;;31/12/2026;5000,00;0;;10000,00;",  # no date of hire
        "3;Chami;Nora;Employé;01/01/2020;31/12/2026;cinq mille;0;;10000,00;",  # pay in words
        "4;Daoudi;Lina;Employé;01/01/2020;31/12/2026;5000,00;0;;20000,00;45/13/2026",  # no such day of signature
        "5;Essaid;Omar;Employé;01/01/2020;31/12/2026;5000,00;0;;;",  # no offer
        ";;;;;Total;20000,00;;;40000,00;",
    )
    taken(olu, address, content)
    people = {one.facts.employee_number: one for one in rows(app, cast, address)}
    assert set(people) == {"1", "2", "3", "4", "5"}
    assert people["2"].snapshot.minimum is None
    assert people["3"].snapshot.minimum is None
    assert people["3"].snapshot.entitlement == {}
    # 7 years: 5 × 96 + 2 × 144 = 768 h × 5000 / 191 = 20104.71, and two months of notice.
    assert people["4"].snapshot.minimum == people["1"].snapshot.minimum == Decimal("30104.71")
    assert people["4"].facts.trouble[0].code.startswith("date")
    assert people["5"].snapshot.shortfall == Decimal("30104.71")
    sums = dispute(app, cast, address).matter.taken
    assert sums is not None
    assert sums.left_uncomputed == 2
    assert sums.minimum == 3 * Decimal("30104.71")
    assert sums.offered == Decimal("30000.00")  # the offers of those left out are left out too
    assert sums.short == Decimal("20104.71") + Decimal("10104.71") + Decimal("30104.71")
    page = olu.page(f"{address}?show=uncomputable")
    assert len(page.select("table.rows tbody tr")) == 2
    for one in people.values():
        olu.get(f"{address}/people/{one.id}")
        olu.get(f"{address}/people/{one.id}?lang=ar")
    without = olu.page(f"{address}/people/{people['5'].id}?lang=fr").select_one(".bar-key-offer dd")
    assert without.text == "pas d\u2019offre"  # nothing was offered is another thing than 0.00


def test_an_untrusted_file_is_refused_with_a_sentence(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    upload(olu, address, b"", "liste.csv", 422)
    upload(olu, address, b"%PDF-1.7 and so on", "liste.pdf", 415)
    upload(olu, address, b"\x89PNG\r\n", "liste.csv", 415)
    olu.post(f"{address}/list", {}, 422, content_type="multipart/form-data")
    assert olu.get(f"{address}/list/preview", 302).location.endswith("/list")
    assert not list((app.settings.state / "files").glob("*"))


def test_a_newer_list_replaces_the_old_one_and_its_file_goes(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address)
    taken(olu, address, csv("1;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"))
    assert [one.facts.family_name for one in rows(app, cast, address)] == ["Alami"]
    (replaced,) = dispute(app, cast, address).matter.replaced
    left = [one.stem for one in (app.settings.state / "files").glob("*.sealed")]
    assert left == [str(replaced.file_id)]  # the uploads went; what the newer list replaced is kept, to be compared


def test_a_list_thrown_away_leaves_nothing(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    upload(olu, address, SAMPLE.read_bytes())
    olu.post(f"{address}/list/discard")
    assert dispute(app, cast, address).matter.pending is None
    assert not list((app.settings.state / "files").glob("*.sealed"))


def test_what_the_columns_leave_open_is_asked_and_the_list_taken_by_the_answers(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    head = "Matricule;Nom;Prénom;Date embauche;Date de sortie prévue;Salaire brut;Montant proposé"
    upload(olu, address, f"{head}\n1;Alami;Sara;03/04/2012;05/06/2026;60000;1,234\n".encode(), answer=False)
    for language, said in (("fr", "le jour ou le mois"), ("ar", "أسئلة"), ("en", "60000 = 5,000.00")):
        words = olu.page(f"{address}/list/preview?lang={language}").select_one("#questions").get_text()
        assert said in " ".join(words.replace("\u2068", "").replace("\u2069", "").split())
    olu.post(f"{address}/list/take", status=422)
    assert rows(app, cast, address) == []  # nothing is taken on a guess
    olu.post(f"{address}/list/answer", {"dates_3": "mdy"}, 422)
    olu.post(
        f"{address}/list/answer", {"dates_3": "mdy", "dates_4": "mdy", "wages_5": "yearly", "decimals_6": "."}, 302
    )
    assert olu.page(f"{address}/list/preview").select_one("div#questions details input[value=yearly][checked]")
    olu.post(f"{address}/list/take")
    facts = rows(app, cast, address)[0].facts
    assert (str(facts.hired_on), str(facts.left_on)) == ("2012-03-04", "2026-05-06")
    assert (facts.monthly_gross, facts.offered) == (Decimal("5000.00"), Decimal("1234"))


def test_a_list_keeps_whom_it_names_wherever_he_works_by_now(app: Union, cast: Cast, olu: Visitor) -> None:
    """An import that is taken back asks for the person when the employment by which they were matched has gone with
    another one."""
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv("1;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"))
    with app.store.writing(cast.reach("olu")) as session:
        [row] = session.scalars(on_the_list(case_id(address)))
        row.facts = dataclasses.replace(row.facts, member_id=cast.rita)  # who works elsewhere
    with app.store.reading(cast.reach("olu")) as session:
        assert {one for named in NAMED for one in named(session, {cast.rita})} == {cast.rita}


def test_a_mandate_in_words_is_read_and_doubles_the_severance(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    head = (
        "Matricule;Nom;Prénom;Date embauche;Date de sortie prévue;Salaire brut moyen;Congés restants;Mandat;Montant "
        "proposé"
    )
    mandates = ("délégué", "", "représentant syndical", "candidat", "مندوب الأجراء", "aucun")
    lines = [
        f"{at};Alami{at};Sara;01/01/2020;31/12/2026;5000,00;0;{one};10000,00" for at, one in enumerate(mandates, 1)
    ]
    taken(olu, address, "\n".join([head, *lines]).encode())
    people = rows(app, cast, address)
    assert [one.facts.mandate for one in people] == ["in_office", "none", "in_office", "candidate", "in_office", "none"]
    assert not any(one.facts.trouble for one in people)
    once = Decimal("30104.71")  # 768 h × 5000 / 191 = 20104.71, and two months of notice
    twice = once + Decimal("20104.71")
    assert [one.snapshot.minimum for one in people] == [twice, once, twice, once, twice, once]
