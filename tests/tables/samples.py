"""Where the sample rosters lie, and workbooks made for one test."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import openpyxl

from union.tables.columns.fields import ROSTER
from union.tables.columns.guessing import fields_of, guess
from union.tables.kinds.roster import Interpreted, interpret
from union.tables.read import read
from union.tables.sandbox import read_any
from union.tables.table import Table

DATA = Path(__file__).resolve().parents[1] / "data"
TODAY = date(2026, 11, 24)

CASABLANCA = "adherents-casablanca-cp1252.csv"
RABAT = "منخرطون-الرباط-utf8.csv"
FES = "fes-cp1256.csv"
TANGER = "tanger.xlsx"
PROBLEMS = "problemes.csv"
DEPARTURES = "liste-departs-negocies.csv"


def sample(name: str) -> Table:
    return read_any((DATA / name).read_bytes(), name)


def csv(text: str, **choices: object) -> Table:
    return read(text.encode(), "liste.csv", **choices)  # type: ignore[arg-type]  # passed on as given


def roster(text: str, **choices: object) -> Interpreted:
    table = csv(text)
    fields = fields_of(guess(table, ROSTER))
    return interpret(table, fields, today=TODAY, **choices)  # type: ignore[arg-type]  # as above


def said(table: Table) -> dict[str, dict[str, object]]:
    """What was noticed in a file, by its code."""
    return {remark.code: dict(remark.values) for remark in table.remarks}


def book(rows: Iterable[Iterable[object]]) -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(list(row))
    return workbook


def saved(workbook: openpyxl.Workbook) -> bytes:
    whole = io.BytesIO()
    workbook.save(whole)
    return whole.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the archive with one part added or replaced."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry.filename))
        new.writestr(name, content)
    return whole.getvalue()
