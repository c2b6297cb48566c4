"""Guess what each column of a table holds: from its header, and from its values where the header says nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from union.sheets.columns import list_words, month_guesses
from union.sheets.columns.by_values import MOST, are_counts, are_parts, by_values
from union.sheets.columns.fields import LAYOFF, MONTH_DAYS, MONTH_WAGES, ROSTER
from union.sheets.columns.vocabulary import is_dangerous, plain, recognise
from union.sheets.kinds import offers, pay_columns
from union.sheets.table import Cell, Row, Table
from union.text import digits

PEOPLE = (ROSTER, LAYOFF)  # what the first vocabulary is of; every other kind of list has its own words
_SAMPLE = 200
_EXACT = 0.99  # a header that is one of the words, or the word for leaving where the planned day is meant
_DAYS = frozenset(("born_on", "hired_on", "left_on", "joined_on"))


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column seems to hold.

    `field` is None when it is to be left out; `confidence` goes from 0 to 1; `reason` is header, part_of_header,
    values, dangerous, taken (another column holds the field already), counter (1, 2, 3 …), or unknown.
    """

    field: str | None
    confidence: float
    reason: str


def guess(table: Table, fields: Sequence[str] = ROSTER) -> dict[int, Guess]:
    """Return a guess for every column, counted from 0; no field is given to two columns."""
    columns = range(table.width)
    top = table.rows[:_SAMPLE]
    values = {column: _sample(top, column) for column in columns}
    wanted: list[tuple[float, int, str, str]] = []
    for column in columns:
        header = table.headers[column]
        if is_dangerous(header):
            continue
        meant = recognise(header) if fields in PEOPLE else list_words.recognise(header, tuple(fields))
        found = [_adapted(field, sure, fields) for field, sure in meant]
        known = [(field, sure) for field, sure in found if field and not (field in _DAYS and are_parts(values[column]))]
        for rank, (field, sure) in enumerate(known):
            reason = "header" if sure >= _EXACT else "part_of_header"
            if field == "counted_on" and plain(header).startswith("effectif") and are_counts(values[column]):
                field = "people"  # Effectif au 31/12/2025 heads the number, not its day
            wanted.append((sure - rank / 100, column, field, reason))
        if not known:
            wanted += [(sure, column, field, "values") for field, sure in by_values(values[column], header, fields)]
    guesses = _shared_out(wanted, table, values)
    _whole_names(guesses, values, fields, table)
    if fields is LAYOFF:
        _pays(guesses, values, table.headers)
    held = {at: (found.field, found.reason == "header") for at, found in guesses.items()}
    months = month_guesses.of_days(held, table.headers) if MONTH_DAYS in fields else {}
    if MONTH_WAGES in fields:
        months = month_guesses.of_wages(held, table, values)
    for at, held_by in months.items():
        guesses[at] = Guess(held_by, 0.9, "header") if held_by else Guess(None, 0.0, "unknown")
    return guesses


def fields_of(guesses: Mapping[int, Guess]) -> dict[int, str | None]:
    """Return the plain mapping that `roster.interpret` takes."""
    return {column: found.field for column, found in guesses.items()}


def _sample(rows: Sequence[Row], column: int) -> list[Cell]:
    values = (row.cell(column) for row in rows)
    return [value.strip() if isinstance(value, str) else value for value in values if value != ""]


def _adapted(field: str, sure: float, fields: Sequence[str]) -> tuple[str | None, float]:
    """On an employer's list of departures the date of leaving is the planned one, a little less sure than its own word."""
    if field in fields:
        return field, sure
    return ("planned_exit_on", sure - 0.01) if field == "left_on" and fields is LAYOFF else (None, sure)


def _shared_out(
    wanted: list[tuple[float, int, str, str]], table: Table, values: Mapping[int, list[Cell]]
) -> dict[int, Guess]:
    """Give each field to its surest column, from the surest down; the first column wins a tie."""
    guesses: dict[int, Guess] = {}
    taken: set[str] = set()
    refused: set[int] = set()
    for sure, column, field, reason in sorted(wanted, key=lambda one: (-one[0], one[1])):
        if column in guesses:
            continue
        if field == "employee_number" and _counts(values[column]) and plain(table.headers[column]) in _NUMBERS:
            guesses[column] = Guess(None, 0.9, "counter")
        elif field in taken:
            refused.add(column)
        else:
            guesses[column] = Guess(field, round(sure, 2), reason)
            taken.add(field)
    for column, header in enumerate(table.headers):
        reason = "dangerous" if is_dangerous(header) else "taken" if column in refused else "unknown"
        guesses.setdefault(column, Guess(None, 0.0, reason))
    return dict(sorted(guesses.items()))


_NUMBERS = frozenset((*map(plain, ("n", "no", "num", "numero", "الرقم", "رقم", "ر ت")), ""))


def _counts(values: Sequence[Cell]) -> bool:
    """Tell a column that only numbers its rows (1, 2, 3 …) from one that identifies people."""
    return len(values) > 2 and [digits(str(value)) for value in values[:3]] == ["1", "2", "3"]


def _whole_names(
    guesses: dict[int, Guess], values: Mapping[int, list[Cell]], fields: Sequence[str], table: Table
) -> None:
    """Read a column headed Nom as the full name where no other column holds the given one."""
    held = {found.field: column for column, found in guesses.items() if found.field}
    if fields in PEOPLE and {"family_name", "given_name", "full_name"} <= held.keys():
        if values[held["full_name"]] and not _stands_in(table, held["full_name"], held["family_name"]):
            guesses[held["full_name"]] = Guess(None, 0.0, "taken")  # the same once more, often in the other script
        return
    if "family_name" not in held or "given_name" in held or "full_name" in held or "full_name" not in fields:
        if "full_name" in held and "family_name" in held and "given_name" not in held:
            whole, family = held["full_name"], held["family_name"]
            if guesses[whole].reason == guesses[family].reason == "values":  # El Fassi beside Réda, and nothing above
                guesses[whole], guesses[family] = (
                    Guess("family_name", 0.3, "values"),
                    Guess("given_name", 0.3, "values"),
                )
            else:  # الاسم beside النسب is the given name.
                guesses[whole] = Guess("given_name", 0.7, "part_of_header")
        return
    column = held["family_name"]
    several = sum(len(str(value).split()) > 1 for value in values[column])
    if several > MOST * len(values[column]):
        guesses[column] = Guess("full_name", 0.7, "values")


def _stands_in(table: Table, whole: int, family: int) -> bool:
    """Tell whether a full name is all that some of the first rows say, as of a telephone's contacts."""
    return any(row.cell(whole) != "" and row.cell(family) == "" for row in table.rows[:_SAMPLE])


def _pays(guesses: dict[int, Guess], values: Mapping[int, Sequence[Cell]], headers: Sequence[str]) -> None:
    held = {found.field: column for column, found in guesses.items() if found.field}
    renamed = pay_columns.renamed(held, values)
    for field, meant in renamed.items():
        column = held[field]
        guesses[column] = replace(guesses[column], field=meant, reason=guesses[column].reason if meant else "taken")
    offer = held.get("offered_amount")
    if offer is not None:
        free = [column for column, found in guesses.items() if not found.field and found.reason != "dangerous"]
        total = offers.whole(offer, free, headers, held.get("monthly_net") if "monthly_net" in renamed else None)
        guesses[total], guesses[offer] = guesses[offer], guesses[total]
