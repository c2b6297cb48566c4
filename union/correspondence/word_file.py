"""A letter as a Word file, in its language and direction: for whoever prints it on the union's own paper."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from union.correspondence.typed import MARKS
from union.press.content import Letter, Part
from union.press.typesetting import title
from union.web.locale import today

MIMETYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FACE, ARABIC_FACE = "Calibri", "Arial"  # what every Word has; the paper of record is the PDF


def word_file(letter: Letter) -> bytes:
    """The letter as DOCX. The file tells its day alone, and nobody's name as its author."""
    made = docx.Document()
    style = made.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(11)
    _write(made, letter)
    told, day = made.core_properties, datetime.combine(today(), time(), UTC)
    told.author = told.last_modified_by = told.comments = ""
    told.title, told.created, told.modified = title(letter), day, day
    told.language = letter.language
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _write(made: Any, letter: Letter) -> None:
    arabic = letter.language == "ar"
    if letter.draft:
        _line(made, letter.draft, arabic, bold=True)
    for lines in (letter.sender, letter.to):
        _lines(made, lines, arabic)
    _line(made, letter.day, arabic, end=True)
    _line(made, letter.by, arabic)
    _line(made, letter.subject, arabic, bold=True)
    for part in letter.parts:
        _part(made, part, arabic)
    _lines(made, letter.signature, arabic)
    _lines(made, letter.received, arabic)
    _part(made, letter.annexes, arabic)
    _line(made, letter.copy, arabic)
    _line(made, letter.reference, arabic)
    for part in letter.enclosed:
        made.add_page_break()
        _part(made, part, arabic)


def _lines(made: Any, lines: Iterable[str], arabic: bool) -> None:
    for one in lines:
        _line(made, one, arabic, after=0)
    made.add_paragraph()


def _line(
    made: Any,
    text: str,
    arabic: bool,
    *,
    bold: bool = False,
    end: bool = False,
    after: int = 8,
    style: str | None = None,
) -> None:
    if not text:
        return
    paragraph = made.add_paragraph(style=style)
    paragraph.paragraph_format.space_after = Pt(after)
    _run(paragraph, text, arabic, bold=bold)
    if end:
        # Word turns start and end round with the direction of the paragraph.
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if arabic:
        _right_to_left(paragraph)


def _right_to_left(paragraph: Any) -> None:
    """The mark of direction stands where the format wants it: before what spaces and aligns the paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    after = [one for one in properties if one.tag in {qn("w:spacing"), qn("w:ind"), qn("w:jc")}]
    properties.insert(properties.index(after[0]) if after else len(properties), OxmlElement("w:bidi"))


def _run(paragraph: Any, text: str, arabic: bool, *, bold: bool = False) -> None:
    run = paragraph.add_run(MARKS.sub("", text) if not arabic else text)
    if bold:
        run.bold = True
    if arabic:
        properties = run._r.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:cs"), ARABIC_FACE)
        if bold:
            properties.append(OxmlElement("w:bCs"))
        properties.append(OxmlElement("w:rtl"))


def _part(made: Any, part: Part, arabic: bool) -> None:
    _line(made, part.heading, arabic, bold=True)
    for one in part.paragraphs:
        _line(made, one, arabic)
    for label, value in part.pairs:
        _line(made, f"{label} : {value}", arabic)
    if part.lines:
        _table(made, part, arabic)
    for first, words in part.points:
        _line(made, " · ".join(filter(None, (first, words))), arabic, style="List Bullet")


def _table(made: Any, part: Part, arabic: bool) -> None:
    whole = any(one.how or one.working for one in part.lines)
    heads = part.heads if whole else (part.heads[0], *part.heads[2:]) if part.heads else ()
    rows = [
        (one.what, *(((" ".join(filter(None, (one.how, one.working)))),) if whole else ()), one.article, one.amount)
        for one in part.lines
    ]
    rows += [(label, *[""] * (len(rows[0]) - 2), value) for label, value in part.totals]
    table = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    if arabic:
        table._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))  # behind the name of its style
    for at, cells in enumerate((heads, *rows) if heads else rows):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            paragraph = cell.paragraphs[0]
            _run(paragraph, text, arabic, bold=bool(heads) and at == 0)
            if arabic:
                _right_to_left(paragraph)
