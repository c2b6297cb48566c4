"""The order of dismissals (article 71): the full list of a category as it was pasted, compared and forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l

from union.entitlements.records.facts import Facts
from union.languages.readers import sentence
from union.law.procedure.dismissal_order import Inversion, Ranked, inversions
from union.law.sources.sentence import Sentence
from union.members.models import Category
from union.tables.cells.dates import Order, read_date
from union.tables.cells.meanings import yes_or_no
from union.tables.cells.names import fold
from union.tables.cells.people import Unreadable, displayed
from union.text import digits

MOST = 600  # lines of one category
DAY_FIRST = Order(True, 1, False)
LETTER = Sentence(
    "{gone}, hired on {gone_on}, was dismissed while {kept}, hired on {kept_on}, of the same "
    "category and establishment, was kept."
)


@dataclass(frozen=True)
class Trouble:
    """A line that cannot be compared, and why."""

    line: int
    shown: str
    why: Any


@dataclass(frozen=True)
class Compared:
    """What comes of a list: who was dismissed before somebody with less right to stay, and which lines are left out."""

    people: int
    dismissed: int
    found: list[Inversion]
    troubles: list[Trouble]
    unknown_value: int  # people whose mark nobody gave
    unknown_family: int

    @property
    def kept(self) -> int:
        return self.people - self.dismissed


def prefilled(people: Iterable[Facts], category: Category) -> str:
    """The people of the employer's list who are of that category, as lines to go on from."""
    rows = [one for one in people if one.category is category]
    return "".join(f"{one.name} ; {_day(one.hired_on)} ; ; ; oui\n" for one in rows)


def compare(typed: str, listed: Iterable[Facts], category: Category, language: str, on: date) -> Compared:
    """Read the lines `name ; hired on ; mark ; children ; dismissed` and compare them.

    Who stands on the employer's list is dismissed where the last cell is empty; everybody else is kept. A line that
    cannot be read is left out and named; nothing is guessed. `on` bounds the dates.
    """
    names = {_key(one.name) for one in listed}
    people: dict[tuple[str, date], Ranked] = {}
    troubles: list[Trouble] = []
    for number, line in enumerate(typed.splitlines(), 1):
        if line.strip():
            try:
                _add(people, _read(line, names, category, on))
            except Unreadable as bad:
                told = {"header": "", "shown": displayed(line), **bad.values}
                troubles.append(Trouble(number, displayed(line), sentence(bad.code, language, **told)))
            except _Wrong as wrong:
                troubles.append(Trouble(number, displayed(line), wrong.why))
    every = list(people.values())
    return Compared(
        len(every),
        sum(one.dismissed for one in every),
        inversions(every),
        troubles,
        sum(one.value is None for one in every),
        sum(one.dependants is None for one in every),
    )


def paragraph(case: Inversion) -> Sentence:
    """One inversion as a paragraph for a letter."""
    gone, kept = case.dismissed, case.kept
    said = LETTER.filled(gone=gone.key, gone_on=gone.hired_on, kept=kept.key, kept_on=kept.hired_on)
    follows, where = case.reason, case.article
    return Sentence("{case} {follows} ({article})").filled(case=said, follows=follows, article=where)


class _Wrong(ValueError):
    """A line of another shape; `why` in words."""

    def __init__(self, why: Any) -> None:
        super().__init__("line")
        self.why = why


def _read(line: str, listed: set[str], category: Category, on: date) -> Ranked:
    cells = [one.strip() for one in line.replace("\t", ";").replace("؛", ";").split(";")]
    if not cells[0] or len(cells) > 5:
        raise _Wrong(_l("Write a name, then at most four cells with semicolons between them."))
    cells += [""] * (5 - len(cells))
    name, hired, mark, children, gone = cells
    if not hired:
        raise _Wrong(_l("Without the day of hiring nobody can be compared."))
    dismissed = yes_or_no(gone) if gone else _key(name) in listed
    hired_on = read_date(hired, DAY_FIRST, on)
    return Ranked(name, category.value, "", hired_on, dismissed, _count(mark), _count(children))


def _add(people: dict[tuple[str, date], Ranked], one: Ranked) -> None:
    """Two of one name are two people where they were hired on two days."""
    same = (_key(one.key), one.hired_on)
    if same in people:
        raise _Wrong(_l("This person stands twice."))
    if len(people) == MOST:
        raise _Wrong(_l("The list is too long: 600 lines at most."))
    people[same] = one


def _count(typed: str) -> int | None:
    plain = digits(typed)
    if not plain:
        return None
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= 4):
        raise _Wrong(_l("A mark or a number of children is a whole number, or nothing where it is not known."))
    return int(plain)


def _key(name: str) -> str:
    return " ".join(sorted(fold(name).split()))


def _day(value: date | None) -> str:
    return "" if value is None else f"{value:%d/%m/%Y}"
