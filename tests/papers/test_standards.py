"""Every paper as PDF/UA-1 and PDF/A-2a: what those who hear it, and an archive, find in the file."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.papers.test_copied import ALL
from union.press.content import Letter, Paper, Part
from union.press.typesetting import pdf, title

DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
BOTH = (
    b"<pdfuaid:part>1</pdfuaid:part>",
    b"<pdfaid:part>2</pdfaid:part>",
    b"<pdfaid:conformance>A</pdfaid:conformance>",
)


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", ALL)
def test_a_paper_says_and_keeps_both_standards(kind: str, language: str) -> None:
    paper = ALL[kind](language)
    content = pdf(paper)
    for mark in BOTH:
        assert mark in content
    with pypdfium2.PdfDocument(content) as document:
        assert raw.FPDFCatalog_IsTagged(document)
        assert language_of(document) == language
        assert document.get_metadata_value("Title") == title(paper)
        levels = [int(kind[1]) for kind in kinds(document) if re.fullmatch("H[1-6]", kind)]
        assert levels[0] == 1
        assert levels.count(1) == 1, "the title or the subject"
        assert all(after <= before + 1 for before, after in pairwise(levels))
        tables = sum(1 for part in paper.parts if part.lines)
        assert list(kinds(document)).count("Table") >= tables
        assert not tables or "TH" in kinds(document)


def language_of(document: pypdfium2.PdfDocument) -> str:
    room = ctypes.create_string_buffer(64)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), 64)
    return room.raw.decode("utf-16-le").split("\0")[0]


def kinds(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The elements of the document, page by page, from the outermost in."""
    for number in range(len(document)):
        tree = raw.FPDF_StructTree_GetForPage(document[number])
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _kinds_below(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
        raw.FPDF_StructTree_Close(tree)


def _kinds_below(element: object) -> Iterator[str]:
    room = ctypes.create_string_buffer(64)
    raw.FPDF_StructElement_GetType(element, room, 64)
    yield room.raw.decode("utf-16-le").split("\0")[0]
    for at in range(max(0, raw.FPDF_StructElement_CountChildren(element))):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield from _kinds_below(child)


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", [kind for kind in ALL if isinstance(ALL[kind]("fr"), Letter)])
def test_a_draft_and_the_letter_to_sign_have_two_titles(kind: str, language: str) -> None:
    draft = ALL[kind](language)
    signed = replace(draft, draft="")
    assert title(draft) != title(signed)
    assert title(draft).startswith(draft.draft)


@pytest.mark.parametrize("kind", ALL)
def test_no_mark_of_direction_is_in_what_a_file_tells_of_itself(kind: str) -> None:
    with pypdfium2.PdfDocument(pdf(ALL[kind]("ar"))) as document:
        told = "".join([*document.get_metadata_dict().values(), *(one.get_title() for one in document.get_toc())])
    assert told
    assert not DIRECTION.search(told)


def test_a_name_in_letters_that_no_face_of_ours_has_is_still_set() -> None:
    """Tifinagh is one: the letter leaves, tagged, and does not claim a standard that it breaks."""
    content = pdf(Paper("fr", "T", "", (Part(paragraphs=("ⴰⵎⴰⵣⵉⵖ 🙂 \ue000",)),), "", "R"))
    assert content.startswith(b"%PDF-")
    assert BOTH[0] not in content
    with pypdfium2.PdfDocument(content) as document:
        assert raw.FPDFCatalog_IsTagged(document)
