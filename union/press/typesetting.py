"""Sets papers as PDF with their own fonts: nothing of the system, nothing from the network, no source made of texts."""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import cast

import msgspec
import typst

from union.press import face
from union.press.content import CaseFile, Ledger, Letter, Paper, SignatureSheet
from union.web.locale import today

HERE = Path(__file__).resolve().parent
Printable = Paper | Letter | SignatureSheet | CaseFile | Ledger
TEMPLATES: dict[type, str] = {
    Paper: "sheet.typ",
    Letter: "letter.typ",
    SignatureSheet: "signatures.typ",
    CaseFile: "case_file.typ",
    Ledger: "ledger.typ",
}
LATIN = "fontpkg_ibm_plex_sans"
_THOUSANDS = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")  # 10 000 is one number, on one line
_DAY = re.compile(r"([0-9]{1,2}(?:er)?\u2069?) (\w+) (\u2066?[0-9]{4})")  # and so is 24 novembre 2026
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_TURN = threading.Lock()  # the compiler keeps what it has set before: one for all, one at a time


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(files(LATIN) / "files"), str(face.folder())],
    )
    return typst.Compiler(root=str(HERE), font_paths=fonts, ignore_system_fonts=True)


def pdf(paper: Printable) -> bytes:
    """The paper as PDF/UA-1 and PDF/A-2a at once: for readers who hear it, and for archives.

    What it says reaches the template as data: a text can hold any sign. One that no face of ours has stands as an empty
    box, which neither standard allows: such a paper is tagged all the same. Raises `typst.TypstError` for a paper that
    cannot be set, which no text of a person brings about. A case file claims neither: papers of others
    are laid into it.
    """
    template = HERE / TEMPLATES[type(paper)]
    said = msgspec.json.encode(paper).decode().replace("\u202f", "\u00a0")  # too thin in our type to be seen
    said = _DAY.sub("\\1\u00a0\\2\u00a0\\3", _THOUSANDS.sub("\u00a0", said))
    # The day alone: an hour beside the employer's record of who was at which screen would tell who made it.
    day = datetime.combine(today(), time(), UTC)
    told = {"paper": said, "title": title(paper)}
    with _TURN:
        if isinstance(paper, CaseFile):
            return _set(template, told, day, [])
        try:
            return _set(template, told, day, STANDARDS)
        except typst.TypstError:
            return _set(template, told, day, [])


def _set(template: Path, told: dict[str, str], day: datetime, standards: list[typst.PDFStandard]) -> bytes:
    made = _compiler().compile(str(template), format="pdf", sys_inputs=told, timestamp=day, pdf_standards=standards)
    return cast(bytes, made)


def title(paper: Printable) -> str:
    """What a window calls the paper: that it is a draft comes first, and no mark of direction is in it."""
    of_its_own = paper.subject if isinstance(paper, Letter) else paper.title
    return MARKS.sub("", " · ".join(filter(None, (paper.draft, of_its_own))))
