"""An organiser brings in lists: what is shown is what will happen, and what was shown is what happens."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

import openpyxl
import pytest
from bs4 import BeautifulSoup

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import DATA, SAMPLES, at, begun, brought_in, count, digest, made, previewed, uploaded, work_off
from union.app import Union
from union.imports.records.models import RosterImport, Stage


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_from_the_file_to_the_result(app: Union, cast: Cast, olu: Visitor, name: str) -> None:
    rows, new, twice, problems = SAMPLES[name]
    before, people = digest(app.store), count(app.store)
    address = uploaded(olu, cast.here, (DATA / name).read_bytes(), name)
    previewed(olu, address)
    shown = olu.page(f"{address}/preview")
    numbers = [one.get_text() for one in shown.select("ul.numbers strong")]
    assert numbers == [str(new), "0", "0", "0", str(twice), str(rows - new - twice), str(problems)]
    assert digest(app.store) == before
    begun(olu, address, **({"good_only": "y", "confirmed": "le reste suit"} if problems else {}))
    olu.page(address)
    olu.get(f"{address}/progress")
    work_off(app)
    result = olu.page(address)
    assert f"{new} personnes ont été importées" in result.get_text()
    assert count(app.store) == people + new
    assert len(list(app.files.folder.glob("*.sealed"))) == bool(problems)  # the rows left out, for a week


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_every_page_in_every_language(app: Union, cast: Cast, olu: Visitor, language: str) -> None:
    asked = f"?lang={language}"
    olu.get(f"/imports{asked}")
    olu.get(f"/imports/new{asked}")
    address = uploaded(olu, cast.here, (DATA / "problemes.csv").read_bytes(), "problemes.csv")
    olu.get(f"{address}/columns{asked}")
    previewed(olu, address)
    for show in ("new", "updated", "unchanged", "decide", "skipped", "twice", "refused", "problems"):
        olu.get(f"{address}/preview{asked}&show={show}")
    begun(olu, address, good_only="y", confirmed="le reste suit")
    olu.get(f"{address}{asked}")
    olu.get(f"{address}/progress{asked}")
    work_off(app)
    olu.get(f"{address}{asked}")
    olu.get(f"/imports{asked}")


def test_problems_must_be_agreed_to(app: Union, cast: Cast, olu: Visitor) -> None:
    people = count(app.store)
    address = uploaded(olu, cast.here, (DATA / "problemes.csv").read_bytes(), "problemes.csv")
    previewed(olu, address)
    begun(olu, address, 422)
    work_off(app)
    assert count(app.store) == people


def test_the_preview_stays_with_what_was_typed_where_it_is_refused(app: Union, cast: Cast, olu: Visitor) -> None:
    """The page holds other forms beside the one that is sent: their fields are not asked of it."""
    address = uploaded(olu, cast.here, (DATA / "problemes.csv").read_bytes(), "problemes.csv")
    previewed(olu, address)
    for typed, status in (({}, 422), ({"lang": "ar"}, 200)):
        answer = begun(olu, address, status, confirmed="vu avec le bureau", **typed)
        page = BeautifulSoup(answer.text, "html.parser")
        confirmed = page.select_one("input[name=confirmed]")
        assert confirmed["value"] == "vu avec le bureau"  # type: ignore[index]  # it is there
        assert page.select_one("input[value='30/02/1999']") is not None
        assert page.select_one("input[name=good_only]") is not None
    olu.get("/account?lang=fr")


def test_a_corrected_cell_that_cannot_be_taken_is_shown_again(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, (DATA / "problemes.csv").read_bytes(), "problemes.csv")
    previewed(olu, address)
    page = olu.page(f"{address}/preview")
    form = next(one for one in page.select("main form") if one["action"].split("?")[0].endswith("/correct"))
    typed = {
        str(one["name"]): str(one.get("value", "")) for one in form.select("input[name^=cell_], input[name=version]")
    }
    name = next(one for one in typed if one.startswith("cell_"))
    answer = olu.post(f"{address}/correct", {**typed, name: "x" * 501}, 422)
    shown = BeautifulSoup(answer.text, "html.parser")
    assert shown.select_one(f"input[name={name}]")["value"] == "x" * 501  # type: ignore[index]  # it is there
    assert shown.select_one("p.error") is not None


def test_the_same_list_again_brings_in_nobody(app: Union, cast: Cast, olu: Visitor) -> None:
    for _turn in range(2):
        address = uploaded(olu, cast.here, (DATA / "tanger.xlsx").read_bytes(), "tanger.xlsx")
        previewed(olu, address)
        if _turn == 0:
            begun(olu, address)
            work_off(app)
    numbers = [one.get_text() for one in olu.page(f"{address}/preview?show=unchanged").select("ul.numbers strong")]
    assert numbers == ["0", "0", "30", "0", "0", "0", "0"]


def test_who_is_written(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, (DATA / "منخرطون-الرباط-utf8.csv").read_bytes(), "liste.csv")
    previewed(olu, address)
    begun(olu, address)
    work_off(app)
    member, work = next(pair for pair in at(app.store, cast.here) if pair[0].standing.card_number == "1100")
    assert (member.identity.family_name_ar, member.identity.given_name_ar) == ("المرنيسي", "سلمى")
    assert member.identity.phones == ("+212632976364",)
    assert member.standing.state.value == "member"
    assert str(work.terms.wage.gross) == "3422.72"


def test_columns_can_be_corrected(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, made(3))
    answer = previewed(olu, address, 422, column_1="given_name")
    assert "Une autre colonne" in answer.text
    previewed(olu, address, 422, column_1="")
    previewed(olu, address, column_1="given_name", column_2="family_name", state="contact")
    begun(olu, address)
    work_off(app)
    member = next(member for member, work in at(app.store, cast.here) if work.terms.employee_number == "00001")
    assert (member.identity.family_name, member.standing.state.value) == ("Prénom", "contact")


@pytest.mark.parametrize("name", SAMPLES)
def test_an_employers_list_is_told_from_a_roster(cast: Cast, olu: Visitor, name: str) -> None:
    """Nobody becomes a member because an employer wants them to leave."""
    address = uploaded(olu, cast.here, (DATA / name).read_bytes(), name)
    warned = "ressemble à une liste de départs" in olu.get(f"{address}/columns").text
    previewed(olu, address)
    assert warned is ("ressemble à une liste de départs" in olu.get(f"{address}/preview").text)
    assert warned is (name == "liste-departs-negocies.csv")


def test_letters_can_be_read_in_another_way(cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, (DATA / "fes-cp1256.csv").read_bytes(), "fes.csv")
    previewed(olu, address, encoding="cp1252")
    page = olu.page(f"{address}/columns")
    assert "الفاسي" not in page.get_text()
    previewed(olu, address, encoding="cp1256")
    assert "الفاسي" in olu.page(f"{address}/columns").get_text()


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("liste.csv", b"", 422),
        ("liste.csv", b"nom;prenom\n", 422),
        ("liste.csv", b'nom;prenom\n"a;b\n', 422),
        ("liste.pdf", b"%PDF-1.7 x", 415),
        ("photo.png", b"\x89PNG\r\n", 415),
        ("liste.xlsm", b"PK\x03\x04", 415),
        ("liste.html", b"<html><table></table></html>", 415),
        ("liste.xlsx", b"PK\x03\x04broken", 422),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(
    app: Union, cast: Cast, olu: Visitor, name: str, data: bytes, status: int
) -> None:
    before = digest(app.store)
    answer = uploaded(olu, cast.here, data, name, status)
    assert "error-summary" in answer
    assert digest(app.store) == before
    assert not list(app.files.folder.glob("*"))


def test_too_much_is_413(cast: Cast, olu: Visitor) -> None:
    uploaded(olu, cast.here, b"a;b\n" * (8 * 1024 * 1024 + 8), status=413)


def test_a_form_sent_twice_is_one_import(app: Union, cast: Cast, olu: Visitor) -> None:
    from secrets import token_urlsafe

    token = token_urlsafe(16)
    led = set()
    for _turn in range(2):
        from tests.imports.lists import sent

        form = {"workplace": str(cast.here), "file": sent(made(3), "liste.csv")}
        led.add(olu.post("/imports/new", form, once=token).location)
    assert len(led) == 1
    assert len(list(app.files.folder.glob("*.sealed"))) == 1


def test_foreign_and_missing_are_alike(app: Union, cast: Cast, olu: Visitor, sal: Visitor, ann: Visitor) -> None:
    address = uploaded(sal, cast.there, made(3))
    missing = "/imports/00000000-0000-4000-8000-000000000000"
    for end in ("", "/columns", "/preview", "/progress"):
        assert olu.get(address + end, 404).data == olu.get(missing + end, 404).data
    for end in ("/columns", "/apply", "/discard"):
        olu.post(address + end, {"version": "1"}, 404)
    ann.get("/imports", 403)
    ann.get("/imports/new", 403)
    ann.get(address, 404)
    uploaded(olu, cast.there, made(3), status=422)


def test_cells_are_never_interpreted(app: Union, cast: Cast, olu: Visitor) -> None:
    data = 'nom;prenom;remarques\n<script>alert(1)</script>;<img src=x>;"=cmd|\'/c calc\'!A0"\nTazi;Omar;"=1+1"\n'
    address = uploaded(olu, cast.here, data.encode(), "<b>liste</b>.csv")
    for end in ("/columns",):
        assert "<script>alert" not in olu.get(address + end).text
        assert "<img src=x" not in olu.get(address + end).text
    previewed(olu, address)
    for show in ("new", "problems", "refused"):
        text = olu.get(f"{address}/preview?show={show}").text
        assert "<script>alert" not in text
        assert "<b>liste" not in text
    begun(olu, address, good_only="y", confirmed="le reste suit")
    work_off(app)
    notes = {member.standing.notes for member, _work in at(app.store, cast.here)}
    assert "=1+1" in notes


def test_a_list_can_be_thrown_away(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, made(3))
    previewed(olu, address)
    olu.post(f"{address}/discard")
    assert not list(app.files.folder.glob("*.sealed"))
    olu.get(address)
    olu.post(f"{address}/discard", status=422)
    assert olu.get(f"{address}/columns", 302).location == address


def test_a_second_reader_of_the_columns_is_told(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    address = uploaded(olu, cast.here, made(3))
    page = olu.page(f"{address}/columns")
    from tests.imports.lists import filled

    form = filled(next(form for form in page.select("main form") if form["action"].endswith("/columns")))
    previewed(sal, address)
    olu.post(f"{address}/columns", form, 409)


def test_a_grant_that_ended_stops_the_work(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    people = count(app.store)
    address = uploaded(olu, cast.here, made(3))
    previewed(olu, address)
    begun(olu, address)
    sal.post(f"/accounts/{cast.olu}/disable")
    work_off(app)
    assert count(app.store) == people
    with app.store.maintaining() as session:
        assert session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan.stage is Stage.FAILED


def test_titles_and_sheet_can_be_chosen(cast: Cast, olu: Visitor) -> None:
    book = openpyxl.Workbook()
    for row in (("Nom", "Prénom"), ("Tazi", "Ali"), ("Ziani", "Omar")):
        book.active.append(row)
    other = book.create_sheet("Suite")
    for line in (("Section de Fès", ""), ("Appellation", "Autre"), ("Alaoui", "Sara")):
        other.append(line)
    whole = BytesIO()
    book.save(whole)
    address = uploaded(olu, cast.here, whole.getvalue(), "liste.xlsx")
    previewed(olu, address, sheet="Suite")
    page = olu.page(f"{address}/columns")
    assert page.select_one("select[name=sheet] option[selected]")["value"] == "Suite"
    assert "Alaoui" in page.get_text()
    previewed(olu, address, titles="2")
    page = olu.page(f"{address}/columns")
    assert [one.get_text(strip=True) for one in page.select("th.first")] == ["Appellation", "Autre"]
    previewed(olu, address, 422, titles="9")
    assert "Appellation" in olu.page(f"{address}/columns").get_text()
    previewed(olu, address, 422, sheet="Ailleurs")


def test_a_doubtful_encoding_is_said_first_and_can_be_changed(cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, "Nom;Prenom\nTAZI;ضحى\n".encode("cp1256"))
    page = olu.page(f"{address}/columns")
    assert "n’est pas certain" in page.select_one("main").get_text()
    assert page.select_one("details[open] select[name=encoding]")
    assert "Windows, arabe (1256)" in page.select_one(".understood").get_text()
    assert "ضحى" in page.select_one("pre.proof").get_text()
    previewed(olu, address, encoding="iso8859-6")
    page = olu.page(f"{address}/columns")
    assert "n’est pas certain" not in page.get_text()
    assert "ضحى" not in page.get_text()


def test_a_page_left_open_while_somebody_else_imports_says_so(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor
) -> None:
    address = uploaded(olu, cast.here, made(3))
    previewed(olu, address)
    begun(sal, address)
    assert olu.post(f"{address}/decide", {"version": "2"}, 302).location == address
    assert "rien de ce que vous venez d’envoyer" in olu.get(address).text.replace("&#39;", "’")
    work_off(app)
    taken_back = olu.page(f"{address}/undo").select_one("main form [name=version]")["value"]
    sal.post(f"{address}/undo", {"version": taken_back})
    work_off(app)
    told = olu.post(f"{address}/undo?lang=en", {"version": taken_back}, 409).text
    assert "Somebody changed this before you" in told
    work_off(app)
    assert "This import was taken back" in olu.get(f"{address}?lang=en").text


def test_what_will_be_written_of_new_people_stands_beside_their_names(app: Union, cast: Cast, olu: Visitor) -> None:
    """Also where rows that change something stand between them, and on a later page."""
    head = "Matricule;Nom;Prénom;Salaire\n"
    known = head + "".join(f"{at};Tazi;Omar;4{at:03},50\n" for at in range(100, 400, 2))
    brought_in(app, olu, cast.here, known.encode(), "a.csv")
    both = head + "".join(f"{at};Tazi;Omar;5{at:03},50\n" for at in range(100, 700))
    address = uploaded(olu, cast.here, both.encode(), "b.csv")
    previewed(olu, address)
    for number in (1, 5, 9):
        shown = olu.page(f"{address}/preview?show=new&page={number}&lang=en")
        rows = shown.select("table tbody tr")
        assert len(rows) == 50
        for row in rows:
            line, name, _told = (cell.get_text(" ", strip=True) for cell in row.select("th, td"))
            told = [one.get_text(strip=True) for one in row.select("li")]
            worn = int(line.split()[-1]) + 98
            assert (name, told) == ("Omar Tazi", [f"Employee number:{worn}", f"Gross monthly wage:5{worn},50"])
