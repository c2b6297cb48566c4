"""A roster taken out and brought in again changes nothing; the file names its export, and holds no formula."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from openpyxl import load_workbook
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import around, union
from tests.conftest import ON_ONE_DATABASE
from tests.imports.lists import DATA, at, brought_in, digest, made, previewed, uploaded
from union.app import Union
from union.imports.records.row_to_member import ImportContext, identity_of
from union.members import tokens
from union.members.actions import create
from union.members.models import Contract, Employment, Identity, Member, Membership, Standing, Terms, Wage
from union.record import chain
from union.store.db import Store
from union.tables.columns.guessing import fields_of, guess
from union.tables.kinds.roster import interpret
from union.tables.sandbox import read_any


def taken(visitor: Visitor, cast: Cast, kind: str, language: str = "fr", status: int = 200) -> Any:
    address = f"/workplaces/{cast.here}/members/export"
    visitor.page(f"{address}?lang={language}")
    return visitor.post(address, {"purpose": "élections des délégués", "format": kind}, status)


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_out_and_in_again_changes_nothing(app: Union, cast: Cast, olu: Visitor, kind: str, language: str) -> None:
    brought_in(app, olu, cast.here, (DATA / "adherents-casablanca-cp1252.csv").read_bytes(), "casa.csv")
    brought_in(app, olu, cast.here, (DATA / "منخرطون-الرباط-utf8.csv").read_bytes(), "rabat.csv")
    answer = taken(olu, cast, kind, language)
    before = digest(app.store)
    address = uploaded(olu, cast.here, answer.data, f"liste.{kind}")
    previewed(olu, address)
    page = olu.page(f"{address}/preview?lang=en")
    found = {one.span.get_text(): int(one.strong.get_text()) for one in page.select("ul.numbers li")}
    assert (found["new people"], found["known: something changes"], found["to decide"]) == (0, 0, 0)
    assert found["known: nothing changes"] == len({member.id for member, _work in at(app.store, cast.here)}) >= 100
    assert digest(app.store) == before


def test_the_file_names_its_export_and_the_record_keeps_why(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(3))
    answer = taken(olu, cast, "csv")
    code = answer.headers["Content-Disposition"].split('"')[1].removesuffix(".csv")
    assert len(code) == 8
    assert code in answer.text.splitlines()[0]
    with app.store.maintaining() as session:
        notes = [one.event.note for one in session.scalars(select(chain.RecordEntry))]
    assert f"{code}: élections des délégués" in notes
    assert not list(app.files.folder.glob("*.sealed"))
    other = taken(olu, cast, "csv")
    assert code not in other.text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_whatever_looks_a_name_up_finds_it(app: Union, cast: Cast, olu: Visitor, kind: str) -> None:
    brought_in(app, olu, cast.here, made(40))
    table = read_any(taken(olu, cast, kind, "en").data, f"liste.{kind}")
    column = table.headers.index("Family name")
    assert {row.cell(column) for row in table.rows} == {
        member.identity.family_name for member, _work in at(app.store, cast.here)
    }
    assert not [cell for row in table.rows for cell in row.cells if isinstance(cell, str) and cell != cell.strip()]


def test_the_days_of_an_english_csv_are_iso(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, b"Matricule;Nom;Date embauche\n1;Tazi;31/12/2020\n")
    assert '"2020-12-31"' in taken(olu, cast, "csv", "en").text
    assert '"31/12/2020"' in taken(olu, cast, "csv", "fr").text


def test_arabic_names_go_out_and_come_in_elsewhere(app: Union, cast: Cast, olu: Visitor) -> None:
    """Also where most have their names in Arabic alone, and no column tells by its values what it holds."""
    people = [Identity(family_name_ar="بنجلون", given_name_ar=name) for name in ("نعيمة", "سلمى", "عمر")]
    people.append(Identity("El Fassi", "Réda", "الفاسي", "رضا"))
    with app.store.writing(cast.reach("sal")) as session:
        for one in people:
            create(session, cast.sal, one, cast.here, Terms(), state=Membership.MEMBER, on=date(2026, 1, 2))
    for kind, language in (("xlsx", "fr"), ("csv", "ar"), ("csv", "en")):
        table = read_any(taken(olu, cast, kind, language).data, f"liste.{kind}")
        rows = interpret(table, fields_of(guess(table)), today=date(2026, 12, 1)).good
        context = ImportContext(UUID(int=1), cast.there, None, date(2026, 12, 1))
        assert set(people) <= {identity_of(row, context) for row in rows}


def test_the_page_says_what_the_file_lacks_and_proposes_the_workbook(app: Union, cast: Cast, olu: Visitor) -> None:
    page = olu.page(f"/workplaces/{cast.here}/members/export?lang=fr")
    assert "cotisations" in page.select_one("#lacks").text
    assert [one["value"] for one in page.select("input[name=format]")] == ["xlsx", "csv"]
    assert page.select_one("input[name=format][checked]")["value"] == "xlsx"
    assert "zéros" in page.select_one("form#main-form").text


LACKED = {  # what another installation does not get, in the words of the page
    "fr": ("l’état", "cotisations", "salaires antérieurs", "terme", "mandats"),
    "ar": ("وحالة الانخراط", "واجبات", "الأجور السابقة", "العقد", "والانتدابات"),
    "en": ("the state", "dues", "wages of before", "the end written in a contract", "mandates"),
}


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@ON_ONE_DATABASE
def test_a_roster_moves_to_another_installation(
    app: Union, cast: Cast, olu: Visitor, settings: config.Settings, tmp_path: Path, kind: str, language: str
) -> None:
    """Names in both scripts, numbers with their zeros, dates, contract and pay arrive as they went; what does not
    arrive is named on the page before the file is taken."""
    page = olu.page(f"/workplaces/{cast.here}/members/export?lang={language}").select_one("#lacks").get_text(" ")
    for word in LACKED[language]:
        assert word in page, page
    brought_in(app, olu, cast.here, (DATA / "adherents-casablanca-cp1252.csv").read_bytes(), "casa.csv")
    brought_in(app, olu, cast.here, (DATA / "منخرطون-الرباط-utf8.csv").read_bytes(), "rabat.csv")
    with app.store.writing(cast.reach("olu")) as session:
        names = Identity("El Fassi", "Mouna", "الفاسي", "منى", alias="Emma", born_on=date(1990, 3, 14))
        pay = Wage(date(2026, 1, 1), Decimal("5200.00"), Decimal("4300.50"))
        terms = Terms("00017", "Agent", contract=Contract.CDD, hired_on=date(2019, 9, 2), wages=(pay,))
        made_here = create(session, cast.olu, names, cast.here, terms, state=Membership.MEMBER, on=date(2026, 1, 2))
        made_here.standing = dataclasses.replace(made_here.standing, card_number="0042")
    gone, back = tmp_path / f"parti.{kind}", tmp_path / f"revenu.{kind}"
    gone.write_bytes(taken(olu, cast, kind, language).data)
    other = {
        **around(settings),
        "UNION_STATE": str(tmp_path / "elsewhere"),
        "UNION_KEY_FILE": str(tmp_path / "elsewhere.key"),
        "UNION_DATABASE": "",
    }
    assert union("init", environment=other).code == 0
    bring = ("import", "members", gone, "--new-workplace", "Ailleurs", "--apply", "--yes", "--json")
    came = union(*bring, environment=other)
    assert came.code == 0, came.err
    assert json.loads(came.out)["problems"] == []
    out = ("export", "members", back, "--workplace", "Ailleurs", "--purpose", "essai", "--language", language)
    assert union(*out, environment=other).code == 0
    rows = [_rows(one) for one in (gone, back)]
    assert len(rows[0]) >= 100
    assert rows[0] == rows[1]
    moved = next(one for one in rows[1] if one["employee_number"] == "00017")
    assert (moved["family_name_ar"], moved["given_name_ar"], moved["card_number"]) == ("الفاسي", "منى", "0042")
    assert (moved["monthly_gross"], moved["monthly_net"]) == (Decimal("5200.00"), Decimal("4300.50"))


def _rows(file: Path) -> list[dict[str, Any]]:
    """What a file says of each, without the place in it."""
    table = read_any(file.read_bytes(), file.name)
    found = interpret(table, fields_of(guess(table)), today=date(2026, 12, 1))
    assert not found.problems, list(found.problems)
    said = [msgspec.structs.asdict(row) for row in found.good]
    for one in said:
        del one["number"]
    return sorted(said, key=repr)


def test_formulas_stay_texts(app: Union, cast: Cast, olu: Visitor) -> None:
    hostile = 'Matricule;Nom;Prénom;Fonction\n1;Tazi;Omar;"=HYPERLINK(""x"")"\n2;Naciri;Hind;@SUM(A1)\n'
    brought_in(app, olu, cast.here, hostile.encode())
    for line in taken(olu, cast, "csv").data.decode("utf-8-sig").splitlines():
        for cell in line.split(";"):
            assert not cell.strip('"').startswith(("=", "+", "-", "@", "\t"))
    sheet = load_workbook(BytesIO(taken(olu, cast, "xlsx").data)).active
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n", "d"}
    assert any(cell.value == '=HYPERLINK("x")' and cell.data_type == "s" for row in sheet for cell in row) or any(
        "HYPERLINK" in str(cell.value) for row in sheet for cell in row
    )


def test_who_may(app: Union, cast: Cast, olu: Visitor, ann: Visitor, ada: Visitor, lex: Visitor) -> None:
    for visitor in (ann, ada, lex):
        visitor.get(f"/workplaces/{cast.here}/members/export", 404)
        visitor.post(f"/workplaces/{cast.here}/members/export", {"purpose": "x", "format": "csv"}, 404)
    olu.get(f"/workplaces/{cast.there}/members/export", 404)
    taken(olu, cast, "pdf", status=422)
    olu.post(f"/workplaces/{cast.here}/members/export", {"purpose": " ", "format": "csv"}, 422)


def test_another_language_takes_nothing_out(app: Union, cast: Cast, olu: Visitor) -> None:
    address = f"/workplaces/{cast.here}/members/export"
    answer = olu.post(address, {"purpose": "réunion", "format": "csv", "lang": "ar"}, 200)
    assert answer.mimetype == "text/html"
    assert 'value="réunion"' in answer.text


def test_many_people_are_taken_out_by_the_secretariat(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """How many the roster holds, and how many one person takes out alone, is said before anything is filled in."""
    brought_in(app, olu, cast.here, made(198))  # with Mina and Omar, 200
    with app.store.writing(cast.reach("sal")) as session:  # hired twice, and still one
        session.add(Employment(member_id=cast.omar, workplace_id=cast.here, terms=Terms(), version=1))
    address = f"/workplaces/{cast.here}/members/export"
    page = olu.page(f"{address}?lang=en").select_one("main").get_text(" ")
    assert "200 people: you may take out up to 200" in " ".join(page.split())
    taken(olu, cast, "csv")
    brought_in(app, olu, cast.here, made(1, first=900))
    page = olu.page(f"{address}?lang=en").select_one("main")
    assert "201 people" in page.get_text()
    assert "secretariat" in page.get_text()
    assert not page.select("form")
    taken(olu, cast, "csv", status=422)
    assert "up to" not in sal.page(f"{address}?lang=en").select_one("main").get_text()
    taken(sal, cast, "csv")


def test_the_command(settings: config.Settings, store: Store, cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "anfa.xlsx"
    line = ("export", "members", file, "--workplace", "Anfa", "--json")
    done = union(*line, "--purpose", "essai", environment=around(settings))
    assert done.code == 0, done.err
    told = json.loads(done.out)
    assert told["people"] == load_workbook(file).active.max_row - 1
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o644)  # a file of that name that others could read
    assert union(*line, "--purpose", "essai", environment=around(settings)).code == 0
    assert file.stat().st_mode & 0o077 == 0
    for purpose in ("", " ", "\n", "deux\nlignes", "x" * 201):
        assert union(*line, "--purpose", purpose, environment=around(settings)).code == 2
    assert union(*line, environment=around(settings)).code == 2


HOSTILE = (  # number, card, family name, given name, alias, telephones, address, job
    (
        "000123",
        "0012",
        "El Fassi",
        "Réda",
        "=cmd|'/c calc'!A1",
        ("+212661000001",),
        "a@example.ma",
        '=HYPERLINK("http://x";"y")',
    ),
    ("1E5", "1/2", "O'Neil", "Anne-Marie", "'Abdou", ("+33612345678",), "b@example.ma", "+212 poste"),
    ("00", "3-4", "بنجلون", "نعيمة", "@naima", ("+212661000003", "+34612345678"), "", '-chef; d\'équipe, "A"'),
    ("-12", "=1+1", "Aït Lahcen", "Zoé", "'=x", ("+212522000004",), "c+d@example.ma", "\tAgent"),
    ("+15", "@9", "Tazi", "", "", (), "", "'"),
    ("=7", "10/11/2020", "D'Angelo", "Ugo", "1,234", ("+212661000006",), "e@example.ma", "١٢٣ مكالمات"),
    ("12.50", "TRUE", "Sebti", "Rim", "ex\u200femple", ("+212661000007",), "f@example.ma", "Agent | nuit"),
    (
        "2020-01-02",
        "#REF!",
        "Van der Berg",
        "Jean Paul",
        "null",
        ("+212661000008",),
        "g@example.ma",
        "Téléconseillère « N° 1 »",
    ),
)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_hostile_values_go_out_and_come_in_as_they_were(app: Union, cast: Cast, olu: Visitor, kind: str) -> None:
    """Formulas, zeros in front, plus signs, numbers that look like days, marks of direction: typed by hand, and
    kept."""
    with app.store.writing(cast.reach("sal")) as session:
        for number, card, family, given, alias, phones, email, job in HOSTILE:
            arabic = family >= "\u0600"
            names = Identity(
                "" if arabic else family,
                "" if arabic else given,
                family if arabic else "",
                given if arabic else "",
                alias=alias,
                phones=phones,
                emails=(email,) if email else (),
                born_on=date(1990, 3, 14),
            )
            member = Member(identity=names, standing=Standing(Membership.MEMBER, card_number=card), version=1)
            session.add(member)
            session.flush()
            terms = Terms(number, job=job, hired_on=date(2020, 5, 4), wages=(Wage(None, Decimal("4200.50")),))
            session.add(Employment(member_id=member.id, workplace_id=cast.here, terms=terms, version=1))
            session.flush()
            tokens.retoken(session, member)
    before = digest(app.store)
    for language in ("fr", "ar", "en"):
        address = uploaded(olu, cast.here, taken(olu, cast, kind, language).data, f"liste.{kind}")
        previewed(olu, address)
        shown = olu.page(f"{address}/preview?lang=en")
        found = {one.span.get_text(): int(one.strong.get_text()) for one in shown.select("ul.numbers li")}
        text = " ".join(shown.select_one("main").get_text(" ").split())
        assert (found["known: something changes"], found["new people"]) == (0, 0), (
            f"{language}: {text[-900:]} "
            f"{[one.get_text(' ') for one in olu.page(address + '/preview?show=updated&lang=en').select('tbody tr')]}"
        )
        assert (found["known: nothing changes"], found["cannot be read"]) == (len(HOSTILE) + 2, 0), text[-900:]
    assert digest(app.store) == before
