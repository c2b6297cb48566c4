"""What is unusual is confirmed in words; a bad cell is corrected on the page; what is left out comes back as a file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports import kinds
from tests.imports.lists import DATA, at, begun, brought_in, filled, made, previewed, uploaded, work_off
from union.app import Union
from union.tables.cells.formulas import unguarded
from union.tables.read import read
from union.tables.sandbox import read_limited


@pytest.mark.parametrize(("wage", "sentences"), [("4300", 1), ("2000", 2)])
def test_what_is_unusual_is_confirmed_in_words(app: Union, cast: Cast, olu: Visitor, wage: str, sentences: int) -> None:
    brought_in(app, olu, cast.here, made(20))
    address = uploaded(olu, cast.here, made(20).decode().replace("4200,50", wage).encode())
    previewed(olu, address)
    for language in ("fr", "ar", "en"):
        page = olu.page(f"{address}/preview?lang={language}")
        assert len(page.select(".note-late li")) == sentences
    assert "error" in begun(olu, address, 422).text
    begun(olu, address, confirmed="La liste de la paie de mars, vue avec Olu")
    work_off(app)
    assert "La liste de la paie de mars, vue avec Olu" in olu.get(address).text
    wages = {work.terms.wage.gross for _member, work in at(app.store, cast.here) if work.terms.wage}
    assert wages == {Decimal(wage)}


@pytest.mark.parametrize(("bad", "sentences"), [(5, 0), (6, 1)])
def test_more_than_a_fifth_refused_is_confirmed(app: Union, cast: Cast, olu: Visitor, bad: int, sentences: int) -> None:
    text = made(25).decode()
    for at_row in range(1, bad + 1):
        text = text.replace(f";p{at_row}@example.ma", ";pas-un-courriel")
    address = uploaded(olu, cast.here, text.encode())
    previewed(olu, address)
    assert len(olu.page(f"{address}/preview?lang=fr").select(".note-late li")) == sentences
    if sentences:
        assert "error" in begun(olu, address, 422, good_only="y").text
    begun(olu, address, good_only="y", **({"confirmed": "vu"} if sentences else {}))
    work_off(app)
    assert len(at(app.store, cast.here)) == 2 + 25 - bad


@pytest.mark.parametrize(("leaving", "sentences"), [(11, 1), (12, 2)])
def test_a_site_that_vanishes_is_confirmed(app: Union, cast: Cast, olu: Visitor, leaving: int, sentences: int) -> None:
    """Of 22 people: more than half are a site that vanishes, and any of these are many changes."""
    brought_in(app, olu, cast.here, made(20))
    head, *rows = made(20).decode().split("\n")
    ended = [f"{row};{'30/06/2026' if number < leaving else ''}" for number, row in enumerate(rows)]
    address = uploaded(olu, cast.here, "\n".join([f"{head};Date de départ", *ended]).encode())
    previewed(olu, address)
    for language in ("fr", "ar", "en"):
        assert len(olu.page(f"{address}/preview?lang={language}").select(".note-late li")) == sentences
    assert "error" in begun(olu, address, 422).text
    assert all(work.terms.left_on is None for _member, work in at(app.store, cast.here))


def test_few_changes_need_no_words(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(20))
    address = uploaded(olu, cast.here, made(20).decode().replace("p9@", "q9@").encode())
    previewed(olu, address)
    begun(olu, address)


def test_a_bad_cell_is_corrected_on_the_page(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, (DATA / "problemes.csv").read_bytes(), "problemes.csv")
    previewed(olu, address)
    page = olu.page(f"{address}/preview?show=problems")
    form = next(one for one in page.select("main form") if "/correct" in one["action"])
    cells = {one["name"]: one["value"] for one in form.select("input[name^=cell_]")}
    born = next(name for name, value in cells.items() if value == "30/02/1999")
    olu.post(f"{address}/correct", {**filled(form), **cells, born: "28/02/1999"})
    page = olu.page(f"{address}/preview?show=problems&lang=ar")
    left = [one["value"] for one in page.select("input[name^=cell_]")]
    assert len(left) == len(cells) - 1
    assert "30/02/1999" not in left
    begun(olu, address, good_only="y", confirmed="le reste suit")
    work_off(app)
    assert str(next(member for member, work in at(app.store, cast.here) if member.identity.born_on).identity.born_on)
    born_on = {member.identity.born_on.isoformat() for member, _ in at(app.store, cast.here) if member.identity.born_on}
    assert "1999-02-28" in born_on


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp1256", "utf-16"])
def test_the_rows_left_out_come_back_in_their_dialect(app: Union, cast: Cast, olu: Visitor, encoding: str) -> None:
    text = (
        "Matricule;Nom;Prénom;E-mail;Date de "
        "naissance\n1;Tazi;Réda;pas-un-courriel;21/02/1990\n2;Naciri;Hélène;;22/03/1991\n"
    )
    address = uploaded(olu, cast.here, text.encode(encoding))
    previewed(olu, address)
    for at_end in (False, True):
        if at_end:
            begun(olu, address, good_only="y")
            work_off(app)
        answer = olu.get(f"{address}/refused?lang=fr")
        assert answer.mimetype == "text/csv"
        table = read(answer.data, "liste.csv")
        assert table.headers == ("Matricule", "Nom", "Prénom", "E-mail", "Date de naissance", "Motif")
        assert [row.cells[:4] for row in table.rows] == [("1", "Tazi", "Réda", "pas-un-courriel")]
        assert len(str(table.rows[0].cells[5])) > 10
    assert table.delimiter == ";"


def test_a_workbook_comes_back_as_a_workbook(app: Union, cast: Cast, olu: Visitor) -> None:
    book = Workbook()
    for row in (["Matricule", "Nom", "Prénom", "E-mail"], [1, "Tazi", "Réda", "rien"], [2, "Naciri", "Hind", ""]):
        book.active.append(row)
    made_of = BytesIO()
    book.save(made_of)
    address = uploaded(olu, cast.here, made_of.getvalue(), "liste.xlsx")
    previewed(olu, address)
    sheet = load_workbook(BytesIO(olu.get(f"{address}/refused?lang=ar").data)).active
    assert [cell.value for cell in sheet[2]][:4] == ["1", "Tazi", "Réda", "rien"]
    assert sheet.max_row == 2


@pytest.mark.parametrize("at_end", [False, True])
def test_days_and_numbers_come_back_as_such_and_what_identifies_as_text(
    app: Union, cast: Cast, olu: Visitor, at_end: bool
) -> None:
    book = Workbook()
    heads = ["Matricule", "Nom", "Tél.", "Date d'embauche", "Salaire brut", "Salaire net", "E-mail"]
    for row in (
        heads,
        [17, "Tazi", 661000017, date(2018, 4, 3), 4200.5, 3900, "rien"],
        [18, "Naciri", "", "", "", "", ""],
    ):
        book.active.append(row)
    made_of = BytesIO()
    book.save(made_of)
    address = uploaded(olu, cast.here, made_of.getvalue(), "liste.xlsx")
    previewed(olu, address)
    if at_end:
        begun(olu, address, good_only="y")
        work_off(app)
    out = olu.get(f"{address}/refused?lang=fr").data
    cells = [(cell.value, cell.number_format) for cell in load_workbook(BytesIO(out)).active[2]][:6]
    assert cells == [
        ("17", "General"),
        ("Tazi", "General"),
        ("661000017", "General"),
        (datetime(2018, 4, 3), "dd/mm/yyyy"),
        (4200.5, "#,##0.00"),
        (3900, "General"),
    ]
    corrected = read_limited(out, "restes.xlsx").rows[0].cells  # what it comes in as again
    assert corrected[:6] == ("17", "Tazi", "661000017", date(2018, 4, 3), Decimal("4200.5"), 3900)


def test_a_formula_stays_harmless_and_comes_in_as_it_was() -> None:
    for value in ("=1+1", "@SUM(A1)", "-2+3", "+cmd|' /C calc'!A0"):
        assert unguarded(f"'{value}") == value
    for value in ("'Ali", "O'Neil", "'", ""):
        assert unguarded(value) == value


def test_nothing_left_out_is_no_file(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    address = uploaded(olu, cast.here, made(3))
    previewed(olu, address)
    olu.get(f"{address}/refused", 404)
    foreign = uploaded(sal, cast.there, (DATA / "problemes.csv").read_bytes(), "problemes.csv")
    previewed(sal, foreign)
    olu.get(f"{foreign}/refused", 404)


def test_lists_of_facts_are_asked_about_too(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """A headcount that falls by half, declared wages that do, a list that changes most of what it names."""
    kinds.brought_in(app, sal, "headcounts", "Site;Date;Effectif;Source\nAnfa;15/10/2026;120;délégués\n")
    address, _ = kinds.looked(sal, "headcounts", "Site;Date;Effectif;Source\nAnfa;15/10/2026;40;délégués\n")
    begun(sal, address, status=422)
    for language, words in (("fr", "1 effectif tombe"), ("ar", "عدد واحد"), ("en", "1 headcount falls")):
        assert words in sal.page(f"{address}/preview?lang={language}").get_text()
    begun(sal, address, confirmed="le plateau 2 a fermé")
    brought_in(app, olu, cast.here, made(6))
    days = "Matricule;Mois;Jours;Salaire déclaré\n" + "".join(f"{one:05d};03/2026;26;5000\n" for one in range(1, 7))
    kinds.brought_in(app, olu, "declared-days", days, workplace=str(cast.here))
    address, _ = kinds.looked(olu, "declared-days", days.replace("5000", "2400"), workplace=str(cast.here))
    shown = olu.page(f"{address}/preview?lang=en").get_text()
    assert "6 wages fall to half or less" in shown
    assert "Rows that change what is known: 6 of 6" in shown
    begun(olu, address, status=422)
