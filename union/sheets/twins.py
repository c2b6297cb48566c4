"""Rows of one file that are the same person, or claim to be: found, shown side by side, and decided by hand."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from union.sheets.cells import Problem, shown
from union.sheets.reading import Reader, Values
from union.sheets.table import Cell, Row
from union.sheets.vocabulary import plain

SAME_PERSON = frozenset(("duplicate_row", "duplicate_differs"))
BOTH, FIRST, SECOND = "both", "first", "second"
SHARED = frozenset(("phone", "email"))  # what two people of one name can have in common


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
        return self.key in SHARED


@dataclass(frozen=True)
class Decided:
    """Pairs that are two people, and rows that are left out."""

    apart: frozenset[tuple[int, int]] = frozenset()
    without: frozenset[int] = frozenset()

    @classmethod
    def by(cls, twins: Iterable[Twin]) -> Self:
        """What was decided of these."""
        each = tuple(twins)
        out = [one.second if one.keep == FIRST else one.first for one in each if one.keep in (FIRST, SECOND)]
        return cls(frozenset((one.first, one.second) for one in each if one.keep == BOTH), frozenset(out))


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
    value: Cell | None = values.get(name)
    return "" if value is None else shown(value)


def duplicates(
    reader: Reader, read: Iterable[tuple[Row, Values]], keys: tuple[str, ...], apart: Container[tuple[int, int]] = ()
) -> list[Problem]:
    """Find the rows of one file that are the same person, or that claim one number for two people.

    Rows that agree wholly keep the first; rows that contradict one another are all held back. Every problem names
    the other row. A telephone alone makes nobody a duplicate: families share one. Pairs that a person kept `apart`
    are two people.
    """
    seen: dict[tuple[str, object], tuple[Row, Values]] = {}
    problems: dict[int, Problem] = {}
    for row, values in read:
        who = _who(values)
        for key in keys:
            value = values.get(key)
            if value is None:
                continue
            personal = key in ("phone", "email")
            place = (f"{key} {who}" if personal else key, value)
            first, other = seen.setdefault(place, (row, values))
            if first is row or (first.number, row.number) in apart:
                continue
            same = who == _who(other)
            code = "duplicate_row" if values == other else "duplicate_differs" if same else "number_shared"
            found = {"first": first.number, "row": row.number}
            if code != "duplicate_row":
                problems.setdefault(first.number, reader.problem(first, reader.columns[key], code, found))
            problems.setdefault(row.number, reader.problem(row, reader.columns[key], code, found))
            break
    return list(problems.values())


def _who(values: Values) -> str:
    return plain(f"{values.get('family_name') or ''} {values.get('given_name') or ''}")
