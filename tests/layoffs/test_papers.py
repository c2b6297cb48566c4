"""Papers: the same figures, days and names in French and in Arabic, drafts that say so, and lists that leave."""

from __future__ import annotations

import csv as reader
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browsing import Visitor
from tests.cases.papers import MARKS, MONTHS
from tests.cast import Cast
from tests.faults.test_damaged_rows import damage
from tests.imports.lists import work_off
from tests.layoffs.desk import SAMPLE, basis_confirmed, csv, opened, rows, taken
from tests.layoffs.test_dispute import known
from tests.reading_back import read_back
from union.app import Union
from union.cases.subjects import Place
from union.entitlements.papers.sheets import About, sheet
from union.entitlements.records.contents import OF_A_LIST, Basis, Situation
from union.entitlements.records.facts import Facts, OwnSwitches, StepDone
from union.entitlements.sums.person import computed
from union.entitlements.sums.requalified import grounds
from union.entitlements.sums.snapshot import reopened
from union.languages.saying import in_language
from union.law.checking.consequences import ADVICE, CONSEQUENCES
from union.law.differing.switches import Wage, Years
from union.law.sentences.wording import case
from union.layoffs.papers.group_letters import Group, group_letter
from union.layoffs.papers.letters import OF_A_PERSON, OF_THE_GROUP, letter
from union.layoffs.procedure.steps import Step, findings
from union.layoffs.records.acts import LetterKind
from union.layoffs.records.contents import Matter, Procedure, Trigger
from union.members.models import Contract
from union.press.typesetting import pdf
from union.press.workbooks import xlsx
from union.record import chain
from union.tables.cells.formulas import FORMULA, unguarded
from union.tables.writing import semicolons
from union.workplaces.models import Identity, Site

ON = date(2026, 11, 24)
FACTS = Facts(
    "El Alami",
    "Sara",
    "1207",
    hired_on=date(2018, 3, 1),
    left_on=date(2026, 12, 31),
    monthly_gross=Decimal("6500.00"),
    monthly_net=Decimal("5400.00"),
    leave_days_due=Decimal("11.5"),
    unpaid_days=Decimal(3),
    mandate="in_office",
    offered=Decimal("20000.00"),
    signed_on=date(2026, 11, 20),
    assumed=("contract",),
)
PLACE = Place(Identity(legal_name="Atlas"), Site(name="Nord", city="Fès"))


def about(facts: Facts = FACTS, kind: Situation = Situation.NEGOTIATED) -> About:
    facts, snapshot = computed(Basis(kind), facts, datetime(2026, 11, 24, 9, tzinfo=UTC))
    return About(
        "L-7K3F9Q", kind, "Atlas Contact SARL", "Bd Zerktouni", Site("Sidi Maarouf", "Casablanca"), 12, facts, snapshot
    )


def words(paper: object) -> str:
    return msgspec.json.encode(paper).decode().translate(MARKS).replace("\u202f", "\u00a0")


def days(text: str) -> set[tuple[int, int, int]]:
    pattern = rf"(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})"
    found = {(int(year), MONTHS[month], int(day)) for day, month, year in re.findall(pattern, text)}
    return found - {(2004, 12, 29)}  # French cites the decree on notice by its day, Arabic by its number


def sums(text: str) -> set[str]:
    return set(re.findall(r"\d{1,3}(?:\u00a0\d{3})*,\d{2}", text))


def test_french_and_arabic_say_the_same_figures_days_and_names() -> None:
    one, group = (
        about(),
        Group("L-7K3F9Q", Matter("t", Situation.CLOSURE, Trigger.OTHER, ON), PLACE, 412),
    )
    pairs = [(sheet(one, "fr", ON), sheet(one, "ar", ON))]
    pairs += [tuple(letter(kind, one, said, ON, draft=False) for said in ("fr", "ar")) for kind in OF_A_PERSON]
    pairs += [tuple(group_letter(kind, group, said, ON, draft=False) for said in ("fr", "ar")) for kind in OF_THE_GROUP]
    for french, arabic in pairs:
        fr, ar = words(french), words(arabic)
        assert days(fr) == days(ar) != set()
        assert sums(fr) == sums(ar)
        for name in ("Alami", "Atlas", "Zerktouni", "1207", "412", "L-7K3F9Q"):
            assert (name in fr) == (name in ar)
    assert "85\u00a0549,35" in words(pairs[0][1])
    assert "31 décembre" in words(pairs[1][0])


@pytest.mark.parametrize("kind", OF_A_LIST)
def test_a_letter_names_the_same_defects_in_both_languages(kind: Situation) -> None:
    """Every step missed: the same points with the same figures, and nothing of what only our side is told."""
    steps = {one.value: StepDone(False) for one in Step}
    matter = Matter("t", kind, Trigger.OTHER, ON, procedure=Procedure(60, has_delegates=True, steps=steps))
    found = findings(matter, FACTS.left_on, None)
    claimed = sum(one.claimed for one in found)
    assert claimed > 0
    group = Group("L-7K3F9Q", matter, PLACE, 412, found)
    pairs = [[group_letter(one, group, said, ON, draft=True) for said in ("fr", "ar")] for one in OF_THE_GROUP]
    letters = [
        letter(LetterKind.INSPECTOR, about(kind=kind), said, ON, draft=True, found=found) for said in ("fr", "ar")
    ]
    for french, arabic in [*pairs, letters]:
        named = [sum(not head for part in one.parts for head, _ in part.points) for one in (french, arabic)]
        assert named[0] == named[1] >= claimed
        for follows in {
            one.check.consequence for one in found if one.claimed
        }:  # what follows from several is said once
            assert words(french).count(words(in_language(CONSEQUENCES[follows].sentence, "fr"))[1:-2]) == 1
        fr, ar = words(french).replace("du 29 décembre 2004", ""), words(arabic)  # the decree's day, in French only
        assert days(fr) == days(ar)
        assert Counter(re.findall(r"\d+", fr)) == Counter(re.findall(r"\d+", ar))
        for one in ADVICE.values():
            assert in_language(one.sentence, "fr") not in fr
        for word in ("rassemblez", "éunissez", "Saisissez", "compenser l'indemnité", "ne rend pas la démission nulle"):
            assert word not in fr


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_letter_without_a_defect_is_never_one_to_sign(language: str) -> None:
    """It tells our own side what is missing: whoever signed it would send that to the employer."""
    group = Group("L-7K3F9Q", Matter("t", Situation.NEGOTIATED, Trigger.OTHER, ON), PLACE, 412)
    assert group_letter(LetterKind.DEFECTS, group, language, ON, draft=False).draft
    assert not group_letter(LetterKind.DELEGATE, group, language, ON, draft=False).draft


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_fixed_term_that_may_be_none_is_told_to_its_holder_and_to_the_inspector(language: str) -> None:
    fixed = replace(
        FACTS, contract=Contract.CDD, term_on=FACTS.left_on, cdd_motive="none", mandate="none", signed_on=None
    )
    found = grounds(fixed, Situation.NEGOTIATED)
    assert found
    fault = words(in_language(found[0].fault, language))[1:-2]
    assert fault in words(sheet(about(fixed), language, ON))
    for facts, article in ((fixed, True), (replace(fixed, cdd_motive="replacement", hired_on=date(2026, 3, 1)), False)):
        defects = grounds(facts, Situation.NEGOTIATED)
        told = words(letter(LetterKind.INSPECTOR, about(facts), language, ON, draft=False, found=defects))
        assert (fault in told) is article
        assert ("41)" in told) is article, "damages by article 41 are of an open-ended contract"


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("switches", [OwnSwitches(), OwnSwitches(years=Years.PRO_RATA, wage=Wage.NET)])
def test_a_sheet_names_what_its_lines_stand_on(language: str, switches: OwnSwitches) -> None:
    one = about(replace(FACTS, switches=switches))
    calculation = reopened(one.snapshot.entitlement)
    assert calculation
    paper = words(sheet(one, language, ON))
    marked = [line for line in calculation.lines if line.case or line.alternative]
    assert marked
    for line in marked:
        for said in ([case(line.case)] if line.case else []) + ([line.reading] if line.reading else []):
            assert in_language(said, language).translate(MARKS).replace("\u202f", "\u00a0") in paper


def test_the_printed_paper_holds_what_it_was_given() -> None:
    """The text taken out of the PDF again; where the tool is not there, that each is a PDF of one or two pages."""
    for language in ("fr", "ar"):
        paper = sheet(about(), language, ON)
        content = pdf(paper)
        assert content.startswith(b"%PDF-")
        assert set(re.findall(rb"Date\(D:\d{8}(\d*)|T(\d\d:\d\d:\d\d)", content)) == {
            (b"000000", b""),
            (b"", b"00:00:00"),
        }
        assert 1 <= len(re.findall(rb"/Type\s*/Page\b", content)) <= 2
        found = read_back(content)
        flat = re.sub(r"[\u00a0\u202f ]", "", found)
        for figure in sums(words(paper)):
            assert figure.replace("\u00a0", "") in flat
        assert "Alami" in found


def test_a_text_of_a_person_is_no_source() -> None:
    hostile = replace(FACTS, family_name='#read("/etc/passwd") $x^2$ *b* \\ " } ] <a> @b', given_name="= Titre // `x`")
    for language in ("fr", "ar"):
        paper = sheet(about(hostile), language, ON)
        assert pdf(paper).startswith(b"%PDF-")
        for kind in OF_A_PERSON:
            assert pdf(letter(kind, about(hostile), language, ON, draft=True)).startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_draft_says_that_it_is_one(language: str) -> None:
    mark = {"fr": "PROJET", "ar": "مسودة"}[language]
    for kind in OF_A_PERSON:
        assert mark in words(letter(kind, about(), language, ON, draft=True))
        assert mark not in words(letter(kind, about(), language, ON, draft=False))


def test_a_sheet_that_cannot_be_computed_says_what_lacks() -> None:
    bare = about(replace(FACTS, hired_on=None))
    assert "Embauché le" in words(sheet(bare, "fr", ON))
    assert "تاريخ التشغيل" in words(sheet(bare, "ar", ON))
    assert "85" not in words(sheet(bare, "fr", ON))


@given(st.text(max_size=30))
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    ((cell,),) = list(
        reader.reader(StringIO(semicolons([text], []).decode("utf-8-sig"), newline=""), delimiter=";")
    ) or [("",)]
    assert not cell.startswith(FORMULA)
    assert unguarded(cell) == text


def test_a_workbook_holds_texts_as_texts_and_sums_as_sums() -> None:
    made = xlsx("=1+1 [x]", ["Nom", "Somme"], [["=HYPERLINK(1)", Decimal("16335.08")], ["+212", None]], "fr")
    book = openpyxl.load_workbook(BytesIO(made))
    assert f"{book.properties.created:%H:%M:%S}" == "00:00:00"  # an hour would tell who made it
    sheet_of = book.worksheets[0]
    assert sheet_of["A2"].data_type == "s"
    assert sheet_of["A2"].value == "=HYPERLINK(1)"
    assert sheet_of["B2"].value == 16335.08
    assert sheet_of["A3"].value == "+212"


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(
        olu,
        address,
        csv(
            "7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;02/11/2026",
            "8;Bennis;Ali;Employé;;31/12/2026;5000,00;0;;10000,00;",
        ),
    )
    return address


def test_the_papers_of_one_person(app: Union, cast: Cast, olu: Visitor, zed: Visitor, address: str) -> None:
    first, second = rows(app, cast, address)
    person = f"{address}/people/{first.id}"
    for language in ("fr", "ar"):
        page = olu.page(f"{person}/papers?lang={language}")
        links = [str(one["href"]) for one in page.select("table a[href]")]
        assert len(links) == 2 + 2 * 4
        for link in links:
            answer = olu.get(link)
            assert answer.mimetype == "application/pdf"
            assert answer.data.startswith(b"%PDF-")
            assert "Alami" not in answer.headers["Content-Disposition"]
            zed.get(link, 404)
    olu.get(f"{address}/people/{second.id}/paper?paper=denunciation", 422)  # made from the signed paper
    olu.get(f"{address}/people/{second.id}/paper?paper=sheet")
    signed = olu.page(f"{person}/papers").select_one(f'a[href="/people/{first.id}/receipts/new"]')
    assert signed is not None  # the one way to a denunciation, with the facts of the line in its form
    form = olu.page(str(signed["href"]))
    values = {
        name: form.select_one(f"input[name={name}]")["value"]  # type: ignore[index]  # they are there
        for name in ("signed_on", "left_on", "amount")
    }
    assert values == {"signed_on": "02/11/2026", "left_on": "31/12/2026", "amount": "10000,00"}
    olu.get(f"{person}/paper?paper=other", 422)
    olu.get(f"{address}/people/{second.id}/papers")


def test_a_paper_that_went_stands_in_the_timeline(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, address: str
) -> None:
    (first, second) = rows(app, cast, address)
    person = f"{address}/people/{first.id}"
    sent = {"paper": "inspector", "means": "registered", "sent_on": "05/11/2026"}
    olu.post(f"{person}/papers", {**sent, "sent_on": ""}, 422)
    olu.post(f"{person}/papers", {**sent, "sent_on": "05/11/2096"}, 422)
    olu.post(f"{person}/papers", {**sent, "paper": "delegate"}, 422)  # a letter of the group
    olu.post(f"{person}/papers", sent)
    olu.post(f"{address}/papers", {"paper": "delegate", "means": "receipt", "sent_on": "06/11/2026"})
    assert "Lettre recommandée" not in olu.page(f"{address}/people/{second.id}/papers?lang=fr").select("tbody")[0].text
    for where, said in ((f"{person}/papers", "Lettre recommandée"), (f"{address}/papers", "En main propre")):
        (went,) = [one.text for one in olu.page(f"{where}?lang=fr").select("tbody tr") if said in one.text]
        assert "Olu" in went
    for language, said in (("fr", "Lettre recommandée"), ("ar", "رسالة مضمونة")):
        line = olu.page(f"{address}?lang={language}").select_one("#timeline")
        text = line.get_text(" ", strip=True)  # type: ignore[union-attr]  # it is there
        assert said in text
        assert "Alami" not in text
        olu.get(f"{address}/papers?lang={language}")
        olu.get(f"{address}/paper?paper=defects&in={language}")


def test_the_table_leaves_with_a_reason(app: Union, cast: Cast, olu: Visitor, sal: Visitor, address: str) -> None:
    for language in ("fr", "ar"):
        olu.get(f"{address}/out?lang={language}")
    olu.post(f"{address}/out", {"what": "xlsx", "why": ""}, 422)
    answer = olu.post(f"{address}/out", {"what": "xlsx", "why": "Pour Me Lahlou, audience du 3"}, 200)
    found, beside = openpyxl.load_workbook(BytesIO(answer.data)).worksheets
    (first, second) = list(found.iter_rows(min_row=2, values_only=True))
    assert first[2] == "Alami"
    assert Decimal(str(first[13])) == rows(app, cast, address)[0].snapshot.minimum
    assert second[13] is None
    assert "تاريخ التشغيل" in str(second[19])  # why there is no sum
    totals = [line[:2] for line in beside.iter_rows(min_row=3, values_only=True)]
    assert Decimal(str(totals[0][1])) == rows(app, cast, address)[0].snapshot.minimum
    assert Decimal(str(totals[1][1])) == Decimal("10000.00")  # the offer to whom cannot be computed is left out too
    assert totals[-1][0] == "شخص واحد مستثنى"
    answer = olu.post(f"{address}/out", {"what": "csv", "why": "Comptage"}, 200)
    text = answer.data.decode("utf-8-sig")
    assert '"Alami";"Sara"' in text
    assert len({len(row) for row in reader.reader(StringIO(text, newline=""), delimiter=";")}) == 1
    with app.store.reading(cast.reach("sal")) as session:
        notes = [row.event.note for row in session.scalars(chain.latest()) if row.event.act is chain.Act.EXPORTED]
    assert [note.partition(": ")[2] for note in notes] == ["Comptage", "Pour Me Lahlou, audience du 3"]
    assert all(re.fullmatch("[A-Z2-9]{8}", note.partition(": ")[0]) for note in notes)
    sal.get("/record")


def test_everybodys_sheets_are_made_in_the_background(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, address: str
) -> None:
    olu.get(f"{address}/sheets.zip", 302)
    olu.post(f"{address}/out", {"what": "sheets_ar", "why": "Permanence de samedi"})
    assert olu.page(f"{address}/out").select_one("progress") is not None
    olu.get(f"{address}/sheets/progress")
    work_off(app)
    assert "HX-Redirect" in olu.get(f"{address}/sheets/progress").headers
    olu.get(f"{address}/out?lang=ar")
    packed = zipfile.ZipFile(BytesIO(olu.get(f"{address}/sheets.zip").data))
    assert packed.namelist() == ["001 Alami Sara.pdf", "002 Bennis Ali.pdf"]
    assert {one.date_time[3:] for one in packed.infolist()} == {(0, 0, 0)}
    assert packed.read("001 Alami Sara.pdf").startswith(b"%PDF-")
    sal.get(f"{address}/sheets.zip", 302)  # the sheets are for whoever asked for them
    row = rows(app, cast, address)[1].id
    damage(app, "layoff_person", "facts_sealed", row.hex if app.store.on_sqlite else row)
    olu.post(f"{address}/out", {"what": "sheets_fr", "why": "Encore"})
    work_off(app)
    assert len(list(app.files.folder.glob("*.sealed"))) == 1  # the first archive went
    packed = zipfile.ZipFile(BytesIO(olu.get(f"{address}/sheets.zip").data))
    assert packed.namelist() == ["000 fiches manquantes.pdf", "001 Alami Sara.pdf"]
    assert "N° 2 de la liste" in read_back(packed.read("000 fiches manquantes.pdf"))
    assert "1 ligne ne s’ouvre pas" in olu.get(f"{address}/out?lang=fr").text


def test_a_list_of_the_known_alone_does_not_leave(app: Union, cast: Cast, olu: Visitor) -> None:
    known(app, cast.mina, "1401", "Ouahbi", "Salma")
    address = opened(olu, cast)
    taken(olu, address, SAMPLE.read_bytes())
    olu.get(f"{address}/out", 422)
    olu.post(f"{address}/out", {"what": "csv", "why": "x"}, 422)
