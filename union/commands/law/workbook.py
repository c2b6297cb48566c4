"""An employer's list as a workbook: its columns and order as they came, with what the law owes beside each row."""

import os
from collections.abc import Sequence
from pathlib import Path

from union.languages.saying import answer_in_language
from union.languages.translated import translated
from union.law import departures
from union.law.departures import Computed
from union.law.sentences.refusals import refuse
from union.law.sources.sentence import Sentence
from union.press.workbooks import Beside, xlsx
from union.tables import table as sheets
from union.tables.writing import Cell

HEADS = (
    Sentence("Row of the list"),
    Sentence("Legal minimum (DH)"),
    Sentence("Offered (DH)"),
    Sentence("Missing from the offer (DH)"),
    Sentence("Damages if the judge holds the termination abusive (DH)"),
    Sentence("Why the row is not computed"),
    Sentence("To know"),
)
COMPUTED, TITLE = Sentence("Rows computed"), Sentence("Sums owed")


def save(
    file: str, out: str, table: sheets.Table, rows: Sequence[Computed], noticed: Sequence[str], language: str
) -> None:
    """Write the workbook, its totals and `noticed` on a sheet of their own, readable by its owner alone.

    Raises `BadFacts` naming OUT where it cannot be written.
    """
    target = Path(out)
    if file != "-" and _same(target, Path(file)):
        raise refuse("OUT", "is_the_list")
    try:
        sums, totals = _sums(rows, language)
        cells = [[*map(_plain, row.cells[: table.width]), *sums[row.number]] for row in table.rows]
        title = translated(TITLE, language)
        beside = Beside(title, [*totals, *([one] for one in noticed)])
        made = xlsx(title, [*table.headers, *(translated(one, language) for one in HEADS)], cells, language, beside)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            opened.write(made)
        target.chmod(0o600)
    except (OSError, ValueError):
        raise refuse("OUT", "unwritable") from None


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _sums(rows: Sequence[Computed], language: str) -> tuple[dict[object, list[Cell]], list[list[Cell]]]:
    """What stands beside each row of the employer's table, by its number, and the totals with their heads."""
    heads, *body, last = answer_in_language(departures.cells(list(rows)), language)
    number = heads.index("row")
    sums: dict[object, list[Cell]] = {one[number]: [one[number], *one[2:]] for one in body}
    told: list[list[Cell]] = [[translated(COMPUTED, language), last[1]]]
    told += ([translated(head, language), cell] for head, cell in zip(HEADS[1:5], last[2:6], strict=True))
    return sums, told


def _plain(cell: sheets.Cell) -> Cell:
    return str(cell) if isinstance(cell, bool) else cell
