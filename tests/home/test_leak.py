"""The page on which the secretariat learns which export a leaked list is: sure, by its title alone, or none; kept
nowhere."""

from __future__ import annotations

import random
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from openpyxl import Workbook
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import brought_in, made, sent
from tests.imports.test_export import taken
from union.app import Union
from union.members.watermark import NAME, Mark
from union.record import chain

PAGE = "/record/identify"


def code_of(answer: Any) -> str:
    return str(answer.headers["Content-Disposition"].split('"')[1].split(".")[0])


def rows_of(answer: Any) -> list[list[str]]:
    return [line.split(";") for line in answer.data.decode("utf-8-sig").splitlines()]


def asked(visitor: Visitor, status: int = 200, **form: Any) -> str:
    answer = visitor.post(f"{PAGE}?lang=en", form, status, headers={"Accept-Language": "en"})
    return answer.text


def words(page: str) -> str:
    main = BeautifulSoup(page, "html.parser").select_one("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())


@pytest.fixture
def exports(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> list[Any]:
    brought_in(app, olu, cast.here, made(120))
    sal.page(f"{PAGE}?lang=en")
    return [taken(olu, cast, "csv"), taken(sal, cast, "csv"), taken(olu, cast, "xlsx")]


def test_a_whole_file_says_who_took_it_out_and_what_for(sal: Visitor, exports: list[Any]) -> None:
    for answer, name, by in ((exports[0], "a.csv", "Olu"), (exports[1], "b.csv", "Sal"), (exports[2], "c.xlsx", "Olu")):
        sal.page(f"{PAGE}?lang=en")
        said = words(asked(sal, file=sent(answer.data, name)))
        assert f"export {code_of(answer)}" in said
        assert "Certain, by its rows" in said
        assert "Its title says the same" in said
        assert f"Taken out by {by}" in said
        assert "élections des délégués" in said
        assert "Anfa" in said


def test_some_rows_in_another_form_still_say_it(sal: Visitor, exports: list[Any]) -> None:
    """Sorted, cut to three columns, as a workbook's second sheet, or pasted from a message."""
    sal.page(f"{PAGE}?lang=en")
    rows = rows_of(exports[1])[2:]
    random.Random(5).shuffle(rows)
    part = [[row[9], row[3], row[2]] for row in rows[:18]]
    said = words(asked(sal, pasted="\r\n".join("\t".join(row) for row in part)))
    assert f"export {code_of(exports[1])}" in said
    assert "Its title" not in said
    book = Workbook()
    book.active.append(["Autre chose"])
    sheet = book.create_sheet("copie")
    for row in part:
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    assert f"export {code_of(exports[1])}" in words(asked(sal, file=sent(file.getvalue(), "copie.xlsx")))
    numbers = "\n".join(row[9] for row in rows[:18])
    assert f"export {code_of(exports[1])}" in words(asked(sal, pasted=numbers))


def test_an_older_export_is_told_by_the_blanks_after_its_names(sal: Visitor, exports: list[Any]) -> None:
    sal.page(f"{PAGE}?lang=en")
    mark = Mark(code_of(exports[1]))
    people = [[f"Nom{letters(at)}", f"Prénom{letters(at)}"] for at in range(80)]
    rows = [";".join(f"{name} " if mark.way(NAME, name) else name for name in one) for one in people]
    said = words(asked(sal, file=sent("\n".join(rows).encode(), "x.csv")))
    assert f"This list is export {code_of(exports[1])}" in said


def letters(at: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(at))


@pytest.mark.parametrize("parted", [".", "-", "\u00a0"])
def test_other_signs_between_the_digits_hide_nothing(sal: Visitor, exports: list[Any], parted: str) -> None:
    sal.page(f"{PAGE}?lang=en")
    rows = [f"{row[2]};{row[3]};{row[9].replace(' ', parted)}" for row in rows_of(exports[1])[2:20]]
    text = "\n".join(rows).replace(" ;", "\u00a0;")
    assert f"export {code_of(exports[1])}" in words(asked(sal, file=sent(text.encode(), "x.csv")))


def test_the_title_alone_is_said_to_be_no_proof(sal: Visitor, exports: list[Any]) -> None:
    sal.page(f"{PAGE}?lang=en")
    title = exports[0].data.decode("utf-8-sig").splitlines()[0]
    typed = "\n".join([title, *made(30).decode().splitlines()])
    said = words(asked(sal, file=sent(typed.encode(), "x.csv")))
    assert f"Its title says export {code_of(exports[0])}" in said
    assert "Certain" not in said
    mixed = "\r\n".join([title, *exports[1].data.decode("utf-8-sig").splitlines()[1:]])
    said = words(asked(sal, file=sent(mixed.encode(), "x.csv")))
    assert f"This list is export {code_of(exports[1])}" in said
    assert f"Its title names another export: {code_of(exports[0])}" in said


def test_a_list_put_together_of_two_names_both(sal: Visitor, exports: list[Any]) -> None:
    """And whoever writes some of the telephones alike does not take the mark away."""
    sal.page(f"{PAGE}?lang=en")
    first, second = rows_of(exports[0])[2:], rows_of(exports[1])[2:]
    both = [";".join(row[:10]) for row in first[:60] + second[60:]]
    said = words(asked(sal, file=sent("\n".join(both).encode(), "x.csv")))
    assert "Certain" in said
    assert "rows of another export as well" in said
    assert {code_of(exports[0]), code_of(exports[1])} <= set(said.split())
    some = [";".join([*row[:9], row[9].replace(" ", "") if at % 3 else row[9]]) for at, row in enumerate(second)]
    assert f"This list is export {code_of(exports[1])}" in words(
        asked(sal, file=sent("\n".join(some).encode(), "x.csv"))
    )


def test_what_names_none_says_why(sal: Visitor, exports: list[Any]) -> None:
    sal.page(f"{PAGE}?lang=en")
    said = words(asked(sal, file=sent(made(40), "x.csv")))
    assert "No export can be named" in said
    assert "none of the 3 exports" in said
    assert "clears nobody" in said
    few = "\n".join("\t".join(row[2:10]) for row in rows_of(exports[0])[2:5])
    assert "too short" in words(asked(sal, pasted=few))


def test_before_any_export(sal: Visitor) -> None:
    sal.page(f"{PAGE}?lang=en")
    assert "No roster was ever taken out" in words(asked(sal, file=sent(made(40), "x.csv")))


def test_that_it_was_asked_is_recorded_and_nothing_is_kept(app: Union, sal: Visitor, exports: list[Any]) -> None:
    asked(sal, file=sent(exports[0].data, "a.csv"))
    asked(sal, file=sent(made(30), "Tazi Omar.csv"))
    with app.store.maintaining() as session:
        events = [one.event for one in session.scalars(select(chain.RecordEntry).order_by(chain.RecordEntry.sequence))]
    told = [(one.act, one.subject, one.note) for one in events if one.kind == "leaked_file"]
    assert told == [(chain.Act.LISTED, None, code_of(exports[0])), (chain.Act.LISTED, None, "")]
    assert not list(app.files.folder.glob("*"))
    page = sal.page("/record?act=exported&lang=en").select_one("main")
    assert page is not None
    assert code_of(exports[1]) in page.get_text()
    assert "élections des délégués" in page.get_text()
    assert sal.page("/record?lang=en").select_one(f"a[href='{PAGE}']")


@pytest.mark.parametrize(
    ("data", "name", "status"),
    [
        (b"", "x.csv", 422),
        (b"%PDF-1.7 x", "x.pdf", 415),
        (b"PK\x03\x04broken", "x.xlsx", 422),
        (b"a;b\n" * 200_000, "x.csv", 413),
    ],
)
def test_wrong_files_are_refused_as_those_of_an_import(sal: Visitor, data: bytes, name: str, status: int) -> None:
    asked(sal, status, file=sent(data, name))
    asked(sal, 422)
    asked(sal, 422, file=sent(b"a;b\n1;2\n", "x.csv"), pasted="a;b\n1;2\n")


def test_nobody_else_learns_of_it(
    sal: Visitor, ann: Visitor, olu: Visitor, lex: Visitor, ada: Visitor, exports: list[Any]
) -> None:
    for visitor in (ann, olu, lex, ada):
        answers = [
            visitor.post(PAGE, {"file": sent(data, "x.csv")}, 403).data for data in (exports[0].data, made(40), b"%PDF")
        ]
        assert len(set(answers)) == 1
        visitor.get(PAGE, 403)
        assert PAGE not in visitor.get("/").text
