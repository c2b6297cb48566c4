"""Every paper is searched and copied: what it was given is taken out of the PDF again, letter by letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import msgspec
import pypdfium2
import pytest

from tests.grievances.test_step_letters import PLACE, TOLD
from tests.papers.test_printed import EVERY, Make
from tests.reading_back import told
from union.cases.subjects import About
from union.grievances.letter_words import SAID
from union.grievances.step_letters import Matter, of_step
from union.layoffs.papers.archive import lost_sheets
from union.press.content import Letter, Paper, Part
from union.press.typesetting import pdf

ON = date(2026, 11, 25)
TURNS = re.compile(r"[\u2066-\u2069]+|^\d+\.")  # the number of an annex turns with its dot
ARABIC = re.compile("[\u0600-\u06ff]")
WHO = About("Mina El Fassi", "1207")
ALL: dict[str, Make] = {
    **EVERY,
    **{
        f"step {code}": lambda said, code=code: of_step(
            code, Matter(TOLD, WHO, PLACE, "R-7K3F9Q"), said, ON, draft=True
        )
        for code in SAID
    },
    "lost": lambda said: lost_sheets("L-7K3F9Q", [3, 17], said),
}


def given(paper: object) -> Iterator[str]:
    """Each text of a paper by itself."""
    if isinstance(paper, str):
        yield paper
    elif isinstance(paper, dict):
        for one in paper.values():
            yield from given(one)
    elif isinstance(paper, list | tuple):
        for one in paper:
            yield from given(one)


def texts(paper: Paper | Letter) -> list[str]:
    """What is printed of a paper; the head of its column of workings is not where no sum has any."""
    said = msgspec.to_builtins(paper)
    for part in said["parts"]:
        if not any(line["how"] or line["working"] for line in part["lines"]):
            part["heads"] = part["heads"][:1] + part["heads"][2:]
    return [one for one in given({key: value for key, value in said.items() if key != "language"}) if one]


def flat(text: str) -> str:
    """As it is compared: composed, without spaces, for a line may end at each, and as PDFium has hyphens, dots and
    brackets."""
    text = re.sub("[\u2010\u2011\ufffe]", "-", text.replace("…", "..."))
    return re.sub(r"[\s()\[\]«»]+", "", unicodedata.normalize("NFC", text))


def pieces(text: str) -> list[str]:
    """A text parted where its direction turns, without the signs there, which stand on the other side on paper."""
    parted = (one.strip(" \u00a0()[]·:.;؛،,–÷×=…") for one in TURNS.split(text))
    return [flat(one) for one in parted if one]


def lacking(text: str, read: str) -> list[str]:
    """The pieces of a text that are not read letter by letter, Arabic ones in their order."""
    lost, after = [], 0
    for piece in pieces(text):
        at = read.find(piece, after if ARABIC.search(piece) else 0)
        if at < 0:
            lost.append(piece)
        elif ARABIC.search(piece):
            after = at + len(piece)
    return lost


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", ALL)
def test_what_a_paper_was_given_is_read_out_of_it(kind: str, language: str) -> None:
    paper = ALL[kind](language)
    read = flat(told(pdf(paper)))
    assert [lost for one in texts(paper) for lost in lacking(one, read)] == []


@pytest.mark.parametrize("kind", ALL)
def test_each_word_of_an_arabic_paper_is_found_as_a_reader_searches(kind: str) -> None:
    paper = ALL[kind]("ar")
    with pypdfium2.PdfDocument(pdf(paper)) as document:
        read = "".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    words = {word for one in texts(paper) for word in re.findall("[\u0621-\u0652]+", one)}
    assert {word for word in words if word not in read} == set()


def test_lam_and_alef_are_two_signs_and_names_keep_theirs() -> None:
    said = "لا الأجر الإسلام للآن الآجال، علاوة بلال فلان لأن بالإضافة: Aïcha Benoît, Škoda, 16 335,08 DH"
    read = told(pdf(Paper("ar", "T", "", (Part(paragraphs=(said,)),), "", "R")))
    assert [word for word in re.findall(r"\w+", said) if word not in read] == []
