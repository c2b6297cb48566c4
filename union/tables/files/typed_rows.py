"""A list typed into the cells of a page, made the table that a file would have held."""

from collections.abc import Iterable, Sequence

from union.tables.writing import delimited

COLUMNS = ("family_name", "given_name", "phone", "email", "employee_number", "hired_on")
NAME = "liste-saisie.txt"  # as which it is read
FEWEST, MOST = 8, 100  # rows


def filled_rows(cells: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """The rows in which somebody wrote something, in their order."""
    each = (tuple(" ".join(cell.split()) for cell in row) for row in cells)
    return [row for row in each if any(row)]


def as_file(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The bytes of a text file with titles, parted by tabs."""
    return delimited(heads, rows, "utf-8", "\t")
