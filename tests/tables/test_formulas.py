"""What leaves as CSV holds no formula, by whichever separator a spreadsheet parts it, and comes in as it was."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union.tables.cells.formulas import FORMULA, guarded, unguarded
from union.tables.files.delimited import DELIMITERS, split
from union.tables.writing import delimited, semicolons

SIGNS = tuple(sign for sign in FORMULA if sign.isprintable())
HOSTILE = st.text(alphabet=[*"ab ,;|\t\n\r\"'", *SIGNS], max_size=12)


def parted(text: str, separator: str) -> list[str]:
    return [cell.lstrip(' "') for row in csv.reader(StringIO(text, newline=""), delimiter=separator) for cell in row]


@pytest.mark.parametrize(
    "value", ["x,=cmd|'/C calc'!A0", "x;=1+1", "x\t@SUM(A1)", "a|-2+3", 'x,"=1', "x, +1", "x\n=1", "x,=1", "a;;=b"]
)
def test_no_separator_makes_a_formula_of_a_text(value: str) -> None:
    for separator in (";", ","):
        rows = [["1", value, "end"]]
        for content in (semicolons(["a", "b", "c"], rows), delimited(["a", "b", "c"], rows, "utf-8", separator)):
            text = content.decode("utf-8-sig")
            for other in DELIMITERS:
                assert not [cell for cell in parted(text, other) if cell.startswith(SIGNS)], (value, other, text)


@given(HOSTILE, HOSTILE)
def test_neither_do_two_texts_together(one: str, two: str) -> None:
    text = semicolons(["a", "b"], [[one, two]]).decode("utf-8-sig")
    for other in DELIMITERS:
        assert not [cell for cell in parted(text, other) if cell.startswith(SIGNS)], text


def test_every_cell_is_quoted() -> None:
    assert semicolons(["a"], [["x"]]).decode("utf-8-sig") == '"a"\r\n"x"\r\n'
    assert delimited(["a"], [["x"]], "utf-8", ",").decode("utf-8-sig") == '"a"\r\n"x"\r\n'


@given(HOSTILE)
def test_what_was_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_list_is_read_as_it_was_written() -> None:
    value = "Anfa, +212 6 · x;=1+1"
    told = semicolons(["Nom", "Lieu"], [["Ali", value], ["O'Neil", "'"]]).decode("utf-8-sig")
    _, rows = split(told, ";")
    assert [cells for _, cells in rows][1:] == [["Ali", value], ["O'Neil", "'"]]


@pytest.mark.parametrize(
    "plain", ["30/06/2026", "10", "0612345678", "3800,00", "R-7K3F9Q", "a:b", "12;34", "x, 30/06/2026"]
)
def test_what_is_no_formula_gets_no_apostrophe(plain: str) -> None:
    assert guarded(plain) == plain
