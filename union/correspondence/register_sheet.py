"""The register of mail as it leaves: one year and direction on paper, in French or Arabic, and as a workbook."""

from __future__ import annotations

from datetime import date

from union.cases.letters import filled
from union.correspondence.mail import Direction, Entered
from union.correspondence.reading_register import Line
from union.correspondence.words import CAME_SAID, WHAT_SAID
from union.languages.figures import day
from union.languages.translated import translated
from union.law.sources.sentence import Sentence
from union.papers.sending import CORRESPONDENTS_SAID, MEANS_SAID
from union.press.content import Ledger, left_to_right, name
from union.press.workbooks import Beside, xlsx
from union.tables.writing import Cell
from union.workplaces.models import Workplace

SAID = {
    "out": Sentence("Register of outgoing mail {year}"),
    "in": Sentence("Register of incoming mail {year}"),
    "number": Sentence("No."),
    "day_out": Sentence("Sent on"),
    "day_in": Sentence("Came in on"),
    "to": Sentence("Addressee"),
    "from": Sentence("Sender"),
    "subject": Sentence("Subject"),
    "how": Sentence("How", context="mail"),
    "case": Sentence("Case"),
    "confidential": Sentence("confidential"),
    "damaged": Sentence("This entry cannot be read."),
    "struck": Sentence("Struck out on {day}: {why}"),
    "registered": Sentence("Registered {number}"),
    "foot": Sentence(
        "Made on {day} by the union. Numbers run without a gap; of a confidential case the number alone is told."
    ),
}


def _heads(way: Direction, language: str) -> tuple[str, ...]:
    out = way is Direction.OUT
    keys = ("number", "day_out" if out else "day_in", "to" if out else "from", "subject", "how", "case")
    return tuple(translated(SAID[key], language) for key in keys)


def on_paper(workplace: Workplace, year: int, way: Direction, lines: list[Line], language: str, on: date) -> Ledger:
    """One register of a year, the first number first, made on a day."""
    return Ledger(
        language=language,
        title=filled(SAID[way.value], language, year=str(year)),
        under=" · ".join((name(workplace.employer.identity.legal_name), name(workplace.site.called_in(language)))),
        heads=_heads(way, language),
        rows=tuple(_row(line, language) for line in lines),
        struck=tuple(at for at, line in enumerate(lines) if line.entered and line.entered.struck),
        foot=filled(SAID["foot"], language, day=day(on, language)),
        reference=str(year),
    )


def _row(line: Line, language: str) -> tuple[str, ...]:
    number = left_to_right(line.called)
    said = line.entered
    if said is None:
        told = SAID["damaged"] if line.damaged else SAID["confidential"]
        return (number, "", "", translated(told, language), "", "")
    about = name(_subject(said, language))
    if said.struck is not None:
        why = filled(SAID["struck"], language, day=day(said.struck.on, language), why=name(said.struck.why))
        about = f"{about} — {why}"
    code = left_to_right(line.case.code) if line.case else ""
    return (number, left_to_right(f"{said.on:%d/%m/%Y}"), _whom(said, language), about, _how(said, language), code)


def _subject(said: Entered, language: str) -> str:
    return said.subject or (translated(WHAT_SAID[said.what], language) if said.what in WHAT_SAID else "")


def _whom(said: Entered, language: str) -> str:
    kind = translated(CORRESPONDENTS_SAID[said.who], language) if said.who and not said.letter_id else ""
    return " · ".join(filter(None, (kind, name(said.who_words)))) or (
        translated(CORRESPONDENTS_SAID[said.who], language) if said.who else ""
    )


def _how(said: Entered, language: str) -> str:
    if said.post_number:
        return filled(SAID["registered"], language, number=left_to_right(said.post_number))
    if said.means is not None:
        return translated(MEANS_SAID[said.means], language)
    return translated(CAME_SAID[said.came], language) if said.came else ""


def table(workplace: Workplace, year: int, way: Direction, lines: list[Line], language: str) -> bytes:
    """The same rows as a workbook: numbers stay numbers, days stay days."""
    heads = [*_heads(way, language), translated(SAID_STRUCK, language)]
    rows = [_cells(line, language) for line in lines]
    title = f"{filled(SAID[way.value], language, year=str(year))} · {workplace.site.called_in(language)}"
    return xlsx(str(year), heads, rows, language, Beside(title))


SAID_STRUCK = Sentence("Struck out", context="mail")


def _cells(line: Line, language: str) -> list[Cell]:
    said = line.entered
    if said is None:
        told = SAID["damaged"] if line.damaged else SAID["confidential"]
        return [line.number.number, None, None, translated(told, language), None, None, None]
    return [
        line.number.number,
        said.on,
        _bare(_whom(said, language)),
        _bare(_subject(said, language)),
        _bare(_how(said, language)),
        line.case.code if line.case else None,
        said.struck.why if said.struck else None,
    ]


def _bare(text: str) -> str:
    """Without the marks of direction, which a cell of its own does not need."""
    return text.translate({ord(sign): None for sign in "\u2066\u2067\u2068\u2069"})
