"""Guess what each column of a table holds: from its header, and from its values where the header says nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from union.tables.columns import list_words, month_guesses, offers, pay_columns
from union.tables.columns.arabic_names import in_arabic
from union.tables.columns.by_values import MOST, are_counts, are_parts, are_shares, by_values, has_two_names, is_loud
from union.tables.columns.fields import LAYOFF, MONTH_DAYS, MONTH_WAGES, ROSTER
from union.tables.columns.second_columns import of_the_work, second_columns
from union.tables.columns.vocabulary import is_dangerous, plain, recognise, speaks_of_another
from union.tables.table import Cell, Row, Table
from union.text import digits

PEOPLE = (ROSTER, LAYOFF)  # what the first vocabulary is of; every other kind of list has its own words
_SAMPLE = 200
_EXACT = 0.99  # a header that is one of the words, or the word for leaving where the planned day is meant
_NAMED = frozenset(("family_name", "given_name", "full_name"))
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
    top = table.rows[:_SAMPLE]
    values = {column: _sample(top, column) for column in range(table.width)}
    arabic = in_arabic(table.headers, values) if fields is ROSTER else {}
    wanted = [(0.9, column, field, "header") for column, field in arabic.items()]
    for column, header in enumerate(table.headers):
        if not is_dangerous(header) and column not in arabic:
            wanted += _meant(column, header, values[column], fields)
    guesses = _shared_out(wanted, table, values)
    if fields is ROSTER:
        second = second_columns({at: one.field for at, one in guesses.items()}, table.headers, values)
        guesses |= {column: Guess(field, 0.5, "part_of_header") for column, field in second.items()}
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


def _meant(
    column: int, header: str, values: Sequence[Cell], fields: Sequence[str]
) -> list[tuple[float, int, str, str]]:
    """What a column can hold, by its header, or by its values where that says nothing."""
    meant = recognise(header) if fields in PEOPLE else list_words.recognise(header, tuple(fields))
    found = [_adapted(field, sure, fields) for field, sure in meant]
    if plain(header).startswith("effectif") and are_counts(
        values
    ):  # Effectif au 31/12/2025 heads the number, not its day
        found = [("people" if field == "counted_on" else field, sure) for field, sure in found]
    known = [(field, sure) for field, sure in found if field and not _is_not(field, values)]
    if not known and not speaks_of_another(header):
        return [(sure, column, field, "values") for field, sure in by_values(values, header, fields)]
    return [
        (
            sure - of_the_work(field, header) - rank / 100,
            column,
            field,
            "header" if sure >= _EXACT else "part_of_header",
        )
        for rank, (field, sure) in enumerate(known)
    ]


def fields_of(guesses: Mapping[int, Guess]) -> dict[int, str | None]:
    """Return the plain mapping that `roster.interpret` takes."""
    return {column: found.field for column, found in guesses.items()}


def _is_not(field: str, values: Sequence[Cell]) -> bool:
    """Tell what a header cannot mean with such values: a day alone is no date, numbers are no names (Nombre de jours),
    and a share of full time (80 %, 0,8) is no contract."""
    if field == "contract":
        return are_shares(values)
    return (field in _DAYS and are_parts(values)) or (field in _NAMED and are_counts(values))


def _sample(rows: Sequence[Row], column: int) -> list[Cell]:
    values = (row.cell(column) for row in rows)
    return [value.strip() if isinstance(value, str) else value for value in values if value != ""]


def _adapted(field: str, sure: float, fields: Sequence[str]) -> tuple[str | None, float]:
    """On an employer's list of departures the date of leaving is the planned one, a little less sure than its own
    word."""
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


_FIRST_IN_ARABIC = plain("الاسم")
_GIVEN_FIRST = (*map(plain, ("prenom", "prenoms", "first", "given", "الاسم الشخصي", "الاسم والنسب", "الاسم و النسب")),)


def _counts(values: Sequence[Cell]) -> bool:
    """Tell a column that only numbers its rows (1, 2, 3 …) from one that identifies people."""
    return bool(values) and [digits(str(value)) for value in values[:3]] == ["1", "2", "3"][: len(values)]


def _whole_names(
    guesses: dict[int, Guess], values: Mapping[int, list[Cell]], fields: Sequence[str], table: Table
) -> None:
    """Read a column headed Nom as the full name where no other column holds the given one."""
    held = {found.field: column for column, found in guesses.items() if found.field}
    if fields in PEOPLE and {"family_name", "given_name", "full_name"} <= held.keys():
        if values[held["full_name"]] and not _stands_in(table, held["full_name"], held["family_name"]):
            guesses[held["full_name"]] = Guess(None, 0.0, "taken")  # the same once more, often in the other script
        return
    if "full_name" in held and "family_name" in held and "given_name" not in held:
        _two_parts(guesses, held["full_name"], held["family_name"], values, table)
        return
    if "family_name" not in held or "given_name" in held or "full_name" not in fields:
        return
    column = held["family_name"]
    several = sum(len(str(value).split()) > 1 for value in values[column])
    if several > MOST * len(values[column]):
        guesses[column] = Guess("full_name", 0.7, "values")


def _two_parts(
    guesses: dict[int, Guess], whole: int, family: int, values: Mapping[int, list[Cell]], table: Table
) -> None:
    """A column of whole names beside one of family names: which is which, where there is none of given names."""
    two = sum(map(has_two_names, map(str, values[whole]))) > MOST * len(values[whole])
    header = plain(table.headers[whole])
    if guesses[family].reason != "values":
        if header == _FIRST_IN_ARABIC or not two:  # الاسم beside النسب is the given name.
            guesses[whole] = Guess("given_name", 0.7, "part_of_header")
    elif two:
        guesses[family] = Guess(None, 0.0, "unknown")
    else:  # Nom et prénom over two columns: in the order of the capitals, else of the header
        loud = [is_loud(values[at]) for at in (whole, family)]
        given_first = loud[1] if loud[0] is not loud[1] else header.startswith(_GIVEN_FIRST)
        parts = ("given_name", "family_name") if given_first else ("family_name", "given_name")
        guesses[whole], guesses[family] = (Guess(part, 0.5, "values") for part in parts)


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
