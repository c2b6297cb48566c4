"""An employer's list as a workbook: his columns and order as they came, what the law owes beside each row."""

import os
from collections.abc import Sequence
from pathlib import Path

from union.law import departures
from union.law.departures import Computed
from union.law.sentences.refusals import refuse
from union.sheets import table as sheets
from union.sheets.writing import Cell, xlsx

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
TITLES = {"fr": "Sommes dues", "ar": "المبالغ المستحقة", "en": "Sums owed"}


def save(
    file: str, out: str, table: sheets.Table, rows: Sequence[Computed], noticed: Sequence[str], language: str
) -> None:
    """Write the workbook, `noticed` below its totals, readable by its owner alone; `BadFacts` naming OUT where it cannot be written."""
    target = Path(out)
    if file != "-" and _same(target, Path(file)):
        raise refuse("OUT", "is_the_list")
    try:
        made = xlsx(
            TITLES[language], [*table.headers, *HEADS[language]], _cells(table, rows, noticed, language),
            rtl=language == "ar",
        )  # fmt: skip
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


def _cells(table: sheets.Table, rows: Sequence[Computed], noticed: Sequence[str], language: str) -> list[list[Cell]]:
    """Every row of the employer's table, in its order, with the sums of `departures.cells`; totals and remarks at the foot."""
    heads, *body = departures.cells(list(rows), language)
    number = heads.index("row")
    sums = {one[number]: [one[number], *one[2:]] for one in body[:-1]}
    whole = [[*map(_plain, row.cells[: table.width]), *sums[row.number]] for row in table.rows]
    last: list[list[Cell]] = [[*[""] * (table.width + len(HEADS[language]) - 1), one] for one in noticed]
    return [*whole, [*[""] * table.width, *body[-1][1:]], *last]


def _plain(cell: sheets.Cell) -> Cell:
    return str(cell) if isinstance(cell, bool) else cell
