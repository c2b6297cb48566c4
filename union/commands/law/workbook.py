"""An employer's list as a workbook: his columns and order as they came, what the law owes beside each row."""

import os
from collections.abc import Sequence
from pathlib import Path

from union.law import departures
from union.law.departures import Computed
from union.law.sentences.refusals import refuse
from union.press.workbooks import Beside, xlsx
from union.tables import table as sheets
from union.tables.writing import Cell

HEADS = {
    "fr": (
        "Ligne de la liste",
        "Minimum légal (DH)",
        "Offert (DH)",
        "Manque à l'offre (DH)",
        "Dommages-intérêts si le juge dit la rupture abusive (DH)",
        "Pourquoi la ligne n'est pas calculée",
        "À savoir",
    ),
    "ar": (
        "سطر اللائحة",
        "الحد الأدنى القانوني (درهم)",
        "المعروض (درهم)",
        "النقص في العرض (درهم)",
        "التعويض عن الضرر إذا اعتبر القاضي الإنهاء تعسفيا (درهم)",
        "سبب عدم احتساب السطر",
        "للعلم",
    ),
    "en": (
        "Row of the list",
        "Legal minimum (DH)",
        "Offered (DH)",
        "Missing from the offer (DH)",
        "Damages if the judge holds the termination abusive (DH)",
        "Why the row is not computed",
        "To know",
    ),
}
COMPUTED = {"fr": "Lignes calculées", "ar": "السطور المحسوبة", "en": "Rows computed"}
TITLES = {"fr": "Sommes dues", "ar": "المبالغ المستحقة", "en": "Sums owed"}


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
        beside = Beside(TITLES[language], [*totals, *([one] for one in noticed)])
        made = xlsx(TITLES[language], [*table.headers, *HEADS[language]], cells, language, beside)
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
    heads, *body, last = departures.cells(list(rows), language)
    number = heads.index("row")
    sums: dict[object, list[Cell]] = {one[number]: [one[number], *one[2:]] for one in body}
    told: list[list[Cell]] = [[COMPUTED[language], last[1]]]
    told += ([head, cell] for head, cell in zip(HEADS[language][1:5], last[2:6], strict=True))
    return sums, told


def _plain(cell: sheets.Cell) -> Cell:
    return str(cell) if isinstance(cell, bool) else cell
