"""The form of a general round: its total, its source, and the unions with their seats, one a line."""

from __future__ import annotations

import re
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union import text
from union.rounds.models import Seated, Told
from union.tables.cells.names import fold
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day, Line, Prose

FIRST_YEAR, LAST_YEAR = 2004, 2100  # the Labour Code is of 2004
MOST_SEATS = 1_000_000
MOST_UNIONS = 60
LONGEST_NAME = 120
MOST_FAULTS = 3  # told at once; the others come to light once these are put right


class UnionLines(Prose):
    """Unions with their seats, `name: seats`, one a line. `data` is a tuple of `Seated`, in the order of the lines."""

    most = 9_000

    def parse(self, typed: str) -> tuple[Seated, ...] | None:
        lines = [one.strip() for one in super().parse(typed).split("\n")]
        found: list[Seated] = []
        faults: list[Any] = []
        for number, line in enumerate(lines, 1):
            if not line:
                continue
            try:
                found.append(_read(line, number, found))
            except ValueError as fault:
                faults.append(fault.args[0])
        if len(found) > MOST_UNIONS:
            faults.append(_l("At most %(most)s unions: put the smallest together.", most=MOST_UNIONS))
        if faults:
            raise ValueError(" ".join(str(one) for one in faults[:MOST_FAULTS]))
        return tuple(found) or None

    def shown(self, value: Any) -> str:
        return "\n".join(f"{one.name}: {one.seats}" for one in value)


def _read(line: str, number: int, before: list[Seated]) -> Seated:
    """One line. Raises `ValueError` with a sentence that names it."""
    name, _colon, seats = (part.strip() for part in line.replace("：", ":").rpartition(":"))
    plain = re.sub(r"\s", "", text.digits(seats))
    if not name or not re.fullmatch(r"[0-9]{1,7}", plain):
        raise ValueError(
            _l("Line %(number)s: write the name, a colon and the seats in digits, as in UNION: 1800.", number=number)
        )
    if int(plain) > MOST_SEATS:
        raise ValueError(_l("Line %(number)s: at most %(most)s seats.", number=number, most=MOST_SEATS))
    if len(name) > LONGEST_NAME:
        raise ValueError(_l("Line %(number)s: shorten the name.", number=number))
    if any(fold(one.name) == fold(name) for one in before):
        raise ValueError(_l("Line %(number)s: a line above it has the same name.", number=number))
    return Seated(" ".join(name.split()), int(plain))


class RoundForm(Form):
    """The official figures of a round, and what is documented of our own union."""

    year = Count(_l("Year of the round"), [needed()], least=FIRST_YEAR, highest=LAST_YEAR)
    source = Line(_l("Who published the figures"), [needed()])
    source_on = Day(_l("Published on"), [needed()], passed=True)
    total = Count(_l("All delegates elected"), [needed()], least=1, highest=MOST_SEATS)
    both_sectors = BooleanField(_l("The total is of the public and the private sector"))
    unions = UnionLines(_l("Unions and their seats, one a line"), [needed()])
    without = Count(_l("Delegates elected without a union"), highest=MOST_SEATS)
    ours = Line(_l("Which one is ours"), most=LONGEST_NAME)
    independent = BooleanField(_l("Its effective independence is documented"))
    contracts = BooleanField(_l("Its capacity to contract is documented"))

    @property
    def told(self) -> Told:
        """What was typed."""
        return Told(
            self.year.data,
            self.total.data,
            self.source.data,
            self.source_on.data,
            self.unions.data,
            self.both_sectors.data,
            self.without.data,
            self.ours.data or "",
            self.independent.data,
            self.contracts.data,
        )


def typed_of(told: Told) -> dict[str, Any]:
    """A round as its form shows it."""
    return {name: getattr(told, name) for name in Told.__dataclass_fields__}
