"""Lists made to do harm, sent as a browser sends them: refused within seconds, said in three languages, nothing
stays."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import digest, sent
from tests.tables.samples import book, saved, with_part
from union.app import Union
from union.imports.web.receiving import MOST_BYTES
from union.languages.translated import LANGUAGES, translated
from union.tables import sandbox
from union.tables.sentences import SENTENCES

SECONDS = 20  # the limit of the child is thirty; a machine that others keep busy takes its time
SHEET = "xl/worksheets/sheet1.xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
CELL = '<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'
ODS = (Path(__file__).parents[1] / "tables" / "liste-complete.ods").read_bytes()


def xlsx(*rows: bytes, before: bytes = b"") -> bytes:
    sheet = (
        b'<worksheet xmlns="' + MAIN + b'">' + before + b"<sheetData>" + b"".join(rows) + b"</sheetData></worksheet>"
    )
    return with_part(saved(book([["Nom", "Prénom"], ["Tazi", "Ali"]])), SHEET, sheet)


def row(number: int, cells: int = 2) -> bytes:
    return b'<row r="%d">' % number + b'<c t="inlineStr"><is><t>x</t></is></c>' * cells + b"</row>"


def ods(rows: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="L">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    return with_part(ODS, "content.xml", content.encode())


def laughing() -> bytes:
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "ha"}">' for at in range(10))
    return with_part(xlsx(row(1)), SHEET, f"<!DOCTYPE x [{entities}]><worksheet>&l9;</worksheet>".encode())


CORNER = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str, str, int]] = {
    "a zip bomb": (lambda: xlsx(b"<row></row>" * 8_000_000), "l.xlsx", "zip_bomb", 413),
    "ten million empty rows": (lambda: xlsx(row(1), b"<row/>" * 10_000_000), "l.xlsx", "zip_bomb", 413),
    "entities that grow": (laughing, "l.xlsx", "entities", 422),
    "macros": (lambda: with_part(xlsx(row(1)), "xl/vbaProject.bin", b"x"), "l.xlsx", "macros", 415),
    "macros by name": (lambda: xlsx(row(1)), "l.xlsm", "macros", 415),
    "a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "l.xlsx", "encrypted", 422),
    "16,384 columns": (lambda: xlsx(row(1, 16_384), row(2)), "l.xlsx", "too_many_columns", 413),
    "16,384 columns of text": (lambda: b";".join([b"x"] * 16_384) + b"\n", "l.csv", "too_many_columns", 413),
    "one cell at the far corner": (lambda: xlsx(row(1), CORNER), "l.xlsx", "too_many_columns", 413),
    "a cell repeated for ever": (
        lambda: ods(
            "<table:table-row>"
            + CELL.format(more=' table:number-columns-repeated="99999999"', text="x")
            + "</table:table-row>"
        ),
        "l.ods",
        "too_many_columns",
        413,
    ),
    "two thousand million spaces": (
        lambda: ods(
            "<table:table-row>" + CELL.format(more="", text='<text:s text:c="2000000000"/>') + "</table:table-row>"
        ),
        "l.ods",
        "too_heavy",
        413,
    ),
    "a full sheet of long cells": (
        lambda: ods(
            '<table:table-row table:number-rows-repeated="100000">'
            + CELL.format(more=' table:number-columns-repeated="200"', text="x" * 3000)
            + "</table:table-row>"
        ),
        "l.ods",
        "too_heavy",
        413,
    ),
    "a paper": (lambda: b"%PDF-1.7\n" + b"x" * 1000, "l.xlsx", "not_a_table", 415),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 1000, "l.xlsx", "not_a_table", 415),
    "a film": (lambda: b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 200, "l.csv", "not_a_table", 415),
    "one endless line": (lambda: b"a" * 30_000_000, "l.csv", "line_too_long", 413),
    "one endless line of marked letters": (lambda: b"Nom\n" + b"\xe9" * 30_000_000, "l.csv", "line_too_long", 413),
    "one endless line of separators": (lambda: b";" * 30_000_000, "l.csv", "line_too_long", 413),
    "a long line before a marked letter": (
        lambda: b"Nom;Prenom\n" + b"a" * 900_000 + b";\xe9\n",
        "l.csv",
        "field_too_long",
        413,
    ),
    "ten million empty lines": (lambda: b"a;b\n" + b";\n" * 10_000_000, "l.csv", "too_many_blank_rows", 413),
    "a NUL in row 90,000": (lambda: b"Nom;Prenom\n" + b"Tazi;Ali\n" * 90_000 + b"Ta\0zi;Ali\n", "l.csv", "nul", 422),
    "half a workbook": (lambda: xlsx(row(1), row(2))[:900], "l.xlsx", "damaged", 422),
}


def children() -> set[str]:
    """The readers that this process has started and that still live."""
    found = set()
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = one.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[1]) == os.getpid() and words[0] != "Z":
            found.add(one.parent.name)
    return found


def ending(code: str) -> str:
    """How its French sentence ends, after the last value: what the page must say."""
    return translated(SENTENCES[code], "fr").rpartition("}")[2].strip()[-40:]


@pytest.mark.parametrize("kind", HOSTILE)
def test_harm_is_refused_within_seconds(app: Union, cast: Cast, olu: Visitor, kind: str) -> None:
    made, name, code, status = HOSTILE[kind]
    data, before, running = made(), digest(app.store), children()
    assert len(data) < MOST_BYTES
    begun = time.monotonic()
    answer = olu.post("/imports/new", {"workplace": str(cast.here), "file": sent(data, name)}, status)
    assert time.monotonic() - begun < SECONDS
    told = " ".join(BeautifulSoup(answer.text, "html.parser").select_one("main").get_text().split())
    assert ending(code) in told
    assert len({translated(SENTENCES[code], one) for one in LANGUAGES}) == 3
    assert digest(app.store) == before
    assert not app.files.folder.exists() or not list(app.files.folder.iterdir())
    assert children() == running


@pytest.mark.parametrize("declared", [b"A1:XFD1048576", b"A1", b"ZZZ9:A1"])
def test_what_a_sheet_declares_of_its_size_is_not_believed(cast: Cast, olu: Visitor, declared: bytes) -> None:
    data = xlsx(*map(row, range(1, 400)), before=b'<dimension ref="' + declared + b'"/>')
    assert len(sandbox.read_any(data, "l.xlsx").rows) == 399


def test_a_child_that_takes_too_long_is_killed(monkeypatch: pytest.MonkeyPatch, cast: Cast, olu: Visitor) -> None:
    monkeypatch.setattr(sandbox.read_limited, "__kwdefaults__", {"memory": sandbox.MEMORY, "seconds": 0.001})
    running = children()
    answer = olu.post("/imports/new", {"workplace": str(cast.here), "file": sent(xlsx(row(1), row(2)), "l.xlsx")}, 413)
    assert "trop de mémoire ou de temps" in answer.text
    assert children() == running
