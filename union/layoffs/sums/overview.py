"""The group: totals that say whom they leave out, the filters and orders of the list, all from the kept sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from union.entitlements.people.clocks import paper_flags, signs_a_mandate_away
from union.entitlements.records.contents import Sums
from union.entitlements.records.facts import Facts, OwnSwitches
from union.entitlements.sums.snapshot import Calculation, reopened
from union.layoffs.records.models import LayoffPerson
from union.web.damaged import readable

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Entry:
    """One person of the list, opened."""

    id: UUID
    position: int
    known: bool  # somebody whom the union knows: shown to who works the dispute, never printed
    facts: Facts
    snapshot: Sums

    @property
    def computed(self) -> bool:
        return self.snapshot.minimum is not None

    @property
    def minimum(self) -> Decimal:
        return self.snapshot.minimum or ZERO

    @property
    def offered(self) -> Decimal:
        return self.facts.offered or ZERO

    @property
    def short(self) -> Decimal:
        return self.snapshot.shortfall or ZERO

    @property
    def protected(self) -> bool:
        return self.facts.mandate != "none"

    @property
    def signing_away(self) -> bool:
        return signs_a_mandate_away(self.facts)

    @property
    def moved(self) -> bool:
        """Whether this person's switches are not the group's."""
        return self.facts.switches != OwnSwitches()

    @property
    def signed_early(self) -> bool:
        return bool(paper_flags(self.facts, self.snapshot.kind))


@dataclass(frozen=True)
class Counted:
    """One person with the lines of their sum; `calculation` is None if the row gives none."""

    entry: Entry
    calculation: Calculation | None


FILTERS: dict[str, Callable[[Entry], bool]] = {
    "all": lambda entry: True,
    "short": lambda entry: entry.short > ZERO,
    "protected": lambda entry: entry.protected,
    "signed": lambda entry: entry.facts.signed_on is not None,
    "uncomputable": lambda entry: not entry.computed,
}
ORDERS: dict[str, Callable[[Entry], tuple[object, ...]]] = {
    "list": lambda entry: (entry.position,),
    "short": lambda entry: (-entry.short, entry.position),
    "minimum": lambda entry: (-entry.minimum, entry.position),
    "offered": lambda entry: (-entry.offered, entry.position),
}


@dataclass(frozen=True)
class Totals:
    """The sums of everybody who can be computed. `short` adds what each lacks: too much for one pays nobody else."""

    minimum: Decimal = ZERO
    offered: Decimal = ZERO
    short: Decimal = ZERO
    damages: Decimal = ZERO
    allowance: Decimal = ZERO
    wages: Decimal = ZERO
    claimable: Decimal = ZERO
    low: Decimal | None = None  # what the employer may answer; None where an older calculation does not tell
    high: Decimal | None = None
    judge: Decimal | None = None
    computed: int = 0
    left_out: int = 0  # who cannot be computed, and whose row does not open
    unread: tuple[int, ...] = ()  # the places of the latter in the list
    no_offer: int = 0
    above_people: int = 0  # who is offered more than the minimum

    @property
    def kept_offers(self) -> Decimal:
        """What the offers cover of the minimum, person by person: with `short` it makes `minimum`."""
        return self.minimum - self.short

    @property
    def above(self) -> Decimal:
        """What is offered above the minimum: with `kept_offers` it makes `offered`."""
        return self.offered - self.kept_offers


@dataclass(frozen=True)
class Opened:
    """The people of a dispute whose rows open, and the places in the list of those whose do not."""

    entries: list[Entry]
    unread: tuple[int, ...] = ()

    @property
    def totals(self) -> Totals:
        """The sums of the whole list."""
        return totals(self.entries, self.unread)

    @property
    def left_out(self) -> list[int]:
        """The places of everybody whom the sums leave out."""
        return sorted([*(one.position for one in self.entries if not one.computed), *self.unread])


def opened(rows: Iterable[LayoffPerson]) -> Opened:
    """The people of a dispute, their envelopes opened once."""
    every = list(rows)
    entries = [_entry(row) for row in readable(every, "facts", "sums")]
    read = {one.position for one in entries}
    return Opened(entries, tuple(row.position for row in every if row.position not in read))


def whole(rows: Iterable[LayoffPerson]) -> list[Counted]:
    """Everybody, for what goes out as one whole. Raises where a row does not open: a part would pass for it."""
    return [Counted(_entry(row), reopened(row.snapshot.entitlement)) for row in rows]


def _entry(row: LayoffPerson) -> Entry:
    return Entry(row.id, row.position, row.facts.known, row.facts, row.sums)


def totals(entries: Sequence[Entry], unread: tuple[int, ...] = ()) -> Totals:
    """The group's sums; people who cannot be computed or read are counted and left out, their offers too."""
    counted = [entry for entry in entries if entry.computed]
    return Totals(
        minimum=sum((entry.minimum for entry in counted), ZERO),
        offered=sum((entry.offered for entry in counted), ZERO),
        short=sum((entry.short for entry in counted), ZERO),
        damages=sum((entry.snapshot.damages or ZERO for entry in counted), ZERO),
        allowance=sum((entry.snapshot.allowance or ZERO for entry in counted), ZERO),
        wages=sum((entry.snapshot.wages or ZERO for entry in counted), ZERO),
        claimable=sum((entry.snapshot.claimable or ZERO for entry in counted), ZERO),
        low=_all_of([entry.snapshot.low for entry in counted]),
        high=_all_of([entry.snapshot.high for entry in counted]),
        judge=_all_of([entry.snapshot.judge for entry in counted]),
        computed=len(counted),
        left_out=len(entries) - len(counted) + len(unread),
        unread=unread,
        no_offer=sum(entry.facts.offered is None for entry in counted),
        above_people=sum(entry.offered > entry.minimum for entry in counted),
    )


def _all_of(sums: Sequence[Decimal | None]) -> Decimal | None:
    """Their sum; None where one of them is not known, for a part would be taken for the whole."""
    known = [one for one in sums if one is not None]
    return sum(known, ZERO) if known and len(known) == len(sums) else None


def chosen(entries: Sequence[Entry], shown: str, order: str) -> list[Entry]:
    """The entries of a filter, in an order; both are keys of the tables above."""
    return sorted(filter(FILTERS[shown], entries), key=ORDERS[order])
