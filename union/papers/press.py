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

from union.papers import face
from union.papers.content import Letter, Paper
from union.web.locale import today

HERE = Path(__file__).resolve().parent
LATIN = "fontpkg_ibm_plex_sans"
_THOUSANDS = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")  # 10 000 is one number, on one line
_DAY = re.compile(r"([0-9]{1,2}(?:er)?\u2069?) (\w+) (\u2066?[0-9]{4})")  # and so is 24 novembre 2026
_TURN = threading.Lock()  # the compiler keeps what it has set before: one for all, one at a time


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(files(LATIN) / "files"), str(face.folder())],
    )
    return typst.Compiler(root=str(HERE), font_paths=fonts, ignore_system_fonts=True)


def pdf(paper: Paper | Letter) -> bytes:
    """The paper as a tagged PDF. What it says reaches the template as data: a text can hold any sign.

    Raises `typst.TypstError` for a paper that cannot be set, which no text of a person brings about.
    """
    template = HERE / ("sheet.typ" if isinstance(paper, Paper) else "letter.typ")
    said = msgspec.json.encode(paper).decode().replace("\u202f", "\u00a0")  # too thin in our type to be seen
    said = _DAY.sub("\\1\u00a0\\2\u00a0\\3", _THOUSANDS.sub("\u00a0", said))
    # The day alone: an hour beside the employer's record of who was at which screen would tell who made it.
    day = datetime.combine(today(), time(), UTC)
    with _TURN:
        made = _compiler().compile(str(template), format="pdf", sys_inputs={"paper": said}, timestamp=day)
    return cast(bytes, made)
