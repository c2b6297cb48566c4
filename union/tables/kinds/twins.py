"""Rows of one file that are the same person, or claim to be: found, shown side by side, and decided by hand."""

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from union.tables.cells.likeness import alike, in_two_scripts, joined, nearly
from union.tables.cells.people import Problem, displayed
from union.tables.columns.vocabulary import plain
from union.tables.kinds.claims import NUMBERS, claimed, repeated
from union.tables.kinds.reading import Reader, Values
from union.tables.table import Row

SAME_PERSON = frozenset(("duplicate_row", "duplicate_differs", "maybe_twins", "number_zeros"))
BOTH, FIRST, SECOND = "both", "first", "second"
SHARED = frozenset(("phone", "email", "born_on"))  # what two people of one name can have in common
ZEROS = "zeros"
MOST_HOLDERS = 8  # people whose names are compared by ear where they have one telephone: more have a switchboard's


@dataclass(frozen=True)
class Twin:
    """Two rows of one person by the same `key`; `fields` holds what each says, `keep` what was decided."""

    first: int
    second: int
    key: str
    fields: tuple[tuple[str, str, str], ...]
    keep: str = ""

    @property
    def can_be_two(self) -> bool:
        """Father and son can share a name and a telephone, but no employee number."""
        return self.by in SHARED or self.by == ZEROS

    @property
    def by(self) -> str:
        """What the two have in common: the key, or a number but for the zeros in front."""
        return ZEROS if any(name == self.key and mine != theirs for name, mine, theirs in self.fields) else self.key


@dataclass(frozen=True)
class Decided:
    """Pairs that are two people, and rows that are left out; `numbers` are rows of two people whom zeros tell apart."""

    apart: frozenset[tuple[int, int]] = frozenset()
    without: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()

    @classmethod
    def by(cls, twins: Iterable[Twin]) -> Self:
        """What was decided of these."""
        each = tuple(twins)
        out = [one.second if one.keep == FIRST else one.first for one in each if one.keep in (FIRST, SECOND)]
        both = [one for one in each if one.keep == BOTH]
        numbers = (row for one in both if one.by == ZEROS for row in (one.first, one.second))
        return cls(frozenset((one.first, one.second) for one in both), frozenset(out), frozenset(numbers))


def twins_of(problems: Iterable[Problem], reader: Reader, values: Mapping[int, Values]) -> tuple[Twin, ...]:
    """The pairs behind the problems of rows that are one person, each once."""
    fields = dict(reader.fields)
    pairs: dict[tuple[int, int], Twin] = {}
    for one in problems:
        if one.code in SAME_PERSON and one.column is not None:
            first, second = int(str(one.values["first"])), int(str(one.values["row"]))
            mine, theirs = values[first], values[second]
            said = tuple((name, _text(mine, name), _text(theirs, name)) for name in mine.keys() | theirs.keys())
            order = list(fields.values())
            said = tuple(sorted(said, key=lambda each: order.index(each[0]) if each[0] in order else len(order)))
            pairs.setdefault((first, second), Twin(first, second, fields[one.column], said))
    return tuple(pairs.values())


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    if isinstance(value, tuple):
        return "; ".join(f"{month:%m/%Y}: {_amount(wage)}" for month, wage in value)
    if isinstance(value, Decimal):
        return _amount(value)
    return "" if value is None else displayed(value)


def _amount(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")  # as the other pages of an import write it


class Namesakes:
    """Rows of one name, in whatever spelling, and one day of birth: eight bytes a row, for most have none beside
    them."""

    def __init__(self) -> None:
        self._marks, self._rows = array("q"), array("l")

    def note(self, row: int, values: Values) -> None:
        """One row, by its number."""
        if values.get("born_on") is not None:
            self._marks.append(hash((values["born_on"], joined(_name(values)))))
            self._rows.append(-row if values.get("employee_number") else row)

    def rows(self) -> set[int]:
        """The numbers of those that are not alone; two names can have one mark.

        Two rows that both give an employee number are left to it: of two numbers they are two people, of one they are
        found.
        """
        again = repeated(self._marks)
        of_one = {mark for mark, row in zip(self._marks, self._rows, strict=True) if row > 0 and mark in again}
        return {abs(row) for mark, row in zip(self._marks, self._rows, strict=True) if mark in of_one}


def duplicates(
    reader: Reader,
    read: Iterable[tuple[Row, Values]],
    keys: tuple[str, ...],
    apart: Container[tuple[int, int]] = (),
    numbers: Container[str] = NUMBERS,
) -> list[Problem]:
    """Find the rows of one file that are the same person, or that claim one number for two people.

    They match as a row matches somebody known: by a number, telephone or address where the names agree in either
    script, by name and day of birth. Rows that agree wholly, be it in two scripts, keep the first; rows that contradict
    one another are all held back. Every problem names the other row. A telephone alone makes nobody a duplicate:
    families share one. Pairs that a person kept `apart` are two people. `numbers` are the keys that are compared
    without the zeros in front.
    """
    seen: dict[tuple[str, object], list[tuple[Row, Values]]] = {}
    problems: dict[int, Problem] = {}
    listed = list(read)
    shared = repeated([hash(one) for _, values in listed for one in _places(values, keys, numbers)])
    for row, values in listed:
        for key, place in _places(values, keys, numbers):
            if hash((key, place)) not in shared:
                continue  # nobody else claims it
            before = seen.setdefault((key, place), [])
            first, code = _first_twin(row, values, key, before, apart) if len(before) <= MOST_HOLDERS else (None, "")
            if first is None:
                before += [(row, values)][: MOST_HOLDERS + 1 - len(before)]
                continue
            found = {"first": first.number, "row": row.number}
            if code != "duplicate_row":
                problems.setdefault(first.number, reader.problem(first, reader.columns[key], code, found))
            problems.setdefault(row.number, reader.problem(row, reader.columns[key], code, found))
            break
    return list(problems.values())


def _places(values: Values, keys: tuple[str, ...], numbers: Container[str]) -> Iterator[tuple[str, object]]:
    """What a row claims, each with its key; a telephone that many share still is one for each name."""
    for key in keys:
        if values.get(key) is not None:
            yield key, claimed(key, values[key], numbers)
            if key in SHARED:
                yield key, (values[key], plain(_name(values)))
    if values.get("born_on") is not None:
        yield "born_on", (values["born_on"], joined(_name(values)))


def _first_twin(
    row: Row, values: Values, key: str, before: Iterable[tuple[Row, Values]], apart: Container[tuple[int, int]]
) -> tuple[Row | None, str]:
    """The first of these rows that is the same person, or claims the same number, and the code of what that is."""
    for first, other in before:
        code = "" if (first.number, row.number) in apart else _code(values, other, key)
        if code:
            return first, code
    return None, ""


def _code(values: Values, other: Values, key: str) -> str:
    """What two rows with one value of this key are: "" for two people."""
    one, two = _name(values), _name(other)
    if values == other or (_beside_names(values) == _beside_names(other) and in_two_scripts(one, two)):
        return "duplicate_row"
    number = key not in SHARED
    if number and values[key] != other[key]:
        return "number_zeros"
    same = plain(one) == plain(two) or alike(one, two, part=number)
    if key == "born_on":
        return "duplicate_differs" if same and not _differ(values, other, "employee_number") else ""
    apart = _differ(values, other, "born_on")
    if same:
        return "maybe_twins" if apart and not number and plain(one) != plain(two) else "duplicate_differs"
    if number:
        return "duplicate_differs" if not apart and nearly(one, two) else "number_shared"
    near = not apart and not _differ(values, other, "employee_number") and nearly(one, two)
    return "maybe_twins" if near else ""


def _beside_names(values: Values) -> Values:
    return {name: value for name, value in values.items() if name not in ("family_name", "given_name")}


def _differ(values: Values, other: Values, key: str) -> bool:
    return None not in (values.get(key), other.get(key)) and values[key] != other[key]


def _name(values: Values) -> str:
    return f"{values.get('given_name') or ''} {values.get('family_name') or ''}".strip()
