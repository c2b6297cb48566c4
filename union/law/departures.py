"""A whole list of departures: each person's sums beside the offer, what cannot be computed named, and the totals."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from union.law.differing.switches import AS_THE_TEXT, Switches, under
from union.law.entitlement import Entitlement
from union.law.facts import BadFacts, Facts, read_facts
from union.law.mistyped import MOST_LEAVE, MOST_YEARS, mistyped
from union.law.pay.serving import gross_first
from union.law.result import Code
from union.law.sentences.refusals import refuse
from union.law.settling.settlement import shortfall
from union.law.sources.sentence import SPACE, Sentence, Series, joined

Cell = str | int | Decimal | Sentence | Series
NOTHING = Decimal("0.00")
HEADS = ("row", "employee_number", "minimum", "offered", "shortfall", "damages_scenario", "why", "warnings")
CATEGORIES = {"manager": "executive", "employee": "employee", "worker": "employee"}
CONTRACTS = {"open_ended": "CDI", "fixed_term": "CDD"}
NOT_COVERED = frozenset({"anapec", "agency", "trainee"})
"""Contracts that are recognised in a list and that no rule known here computes."""


@dataclass(frozen=True, slots=True)
class Departure:
    """One row of a list: its number, who it is by the employer's own number, the facts as given, and the offer.

    `trouble` are sentences about cells that could not be read; a row with any is listed and not computed. `assumed`
    names the facts that the list did not give and that were taken as the law presumes them. `bonus` is the part of the
    monthly pay, in dirhams, that is bonuses and commissions.
    """

    row: int
    number: str
    given: dict[str, object]
    offered: Decimal | None = None
    trouble: tuple[str | Sentence, ...] = ()
    assumed: tuple[str, ...] = ()
    bonus: Decimal | None = None


WARNED = frozenset({"below_smig", "worked_past_term", "switch_bonuses_not_known", "approval_in_office"})
"""Of what an entitlement takes as true, what somebody who reads a list must see beside its row."""
_PRESUMED = {
    "category": Sentence("The grade is not told or not read: counted as employee, which owes the least."),
    "contract": Sentence(
        "The contract is not told or not read: counted as open-ended, which is the rule (article 16)."
    ),
    "offered_amount": Sentence(
        "Several columns speak of an offer, one alone is read: check that it is the whole offer."
    ),
}

_SMALL_OFFER = Sentence("The offer is below one month's pay: check that the two columns are not swapped.")


def presumed(category: str | None, contract: str | None) -> tuple[dict[str, object], tuple[str, ...]]:
    """The law's grade and contract from a list's words, and which were presumed where the list does not tell.

    An open-ended contract is the rule (art 16) and the grade of employee the one that owes least. A contract that no
    rule covers is left as it is, for the facts to refuse it by name.
    """
    facts: dict[str, object] = {
        "category": CATEGORIES.get(category or "employee", category),
        "contract": CONTRACTS.get(contract or "open_ended", contract),
    }
    told = (("category", category), ("contract", contract))
    return facts, tuple(name for name, given in told if given is None)


@dataclass(frozen=True, slots=True)
class Computed:
    """One row with its sums, or with the sentences that say why there is none."""

    departure: Departure
    owed: Entitlement | None
    trouble: tuple[str | Sentence, ...]

    @property
    def shortfall(self) -> Decimal:
        """Dirhams missing from the offer, nothing offered counting as zero; 0.00 where nothing was computed."""
        return shortfall(self.owed, self.departure.offered or NOTHING) if self.owed else NOTHING

    def damages(self) -> Decimal:
        """Dirhams of the scenario before the judge."""
        line = self.owed.line(Code.DAMAGES) if self.owed else None
        return line.amount if line else NOTHING

    @property
    def warnings(self) -> list[Sentence]:
        """What must be read beside the sums: what was presumed, pay below the minimum wage, an approval that is
        needed."""
        if self.owed is None:
            return []
        offered, (pay, _) = self.departure.offered, gross_first(self.owed.facts)
        small = [_SMALL_OFFER] if offered is not None and 0 < offered < pay else []
        noted = [one.sentence for one in self.owed.assumptions if one.code in WARNED]
        return [*small, *(_PRESUMED[name] for name in self.departure.assumed), *noted]

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON."""
        shown: dict[str, object] = {"row": self.departure.row, "employee_number": self.departure.number or None}
        if self.owed is None:
            return shown | {"why": list(self.trouble)}
        offered = self.departure.offered
        return shown | {
            "lines": [line.as_json() for line in self.owed.lines],
            "minimum": f"{self.owed.minimum:.2f}",
            "offered": f"{offered:.2f}" if offered is not None else None,
            "shortfall": f"{self.shortfall:.2f}",
            "damages_scenario": f"{self.damages():.2f}",
            "assumed": list(self.departure.assumed),
            "monthly_bonus": None if self.departure.bonus is None else f"{self.departure.bonus:.2f}",
            "warnings": self.warnings,
        }


def compute(departure: Departure, switches: Switches = AS_THE_TEXT) -> Computed:
    """The sums of one row as the switches read it; what the law refuses of its facts is a sentence, never a wrong
    sum."""
    if departure.trouble:
        return Computed(departure, None, departure.trouble)
    try:
        if departure.given.get("contract") in NOT_COVERED:
            raise refuse("contract", "not_covered")
        return Computed(departure, under(_plausible(read_facts(departure.given)), switches, departure.bonus), ())
    except BadFacts as bad:
        return Computed(departure, None, (bad.sentence,))


def _plausible(facts: Facts) -> Facts:
    """The facts, refused by name where a list mistyped them."""
    wrong = mistyped(facts.hired_on, facts.left_on, facts.leave_days_due)
    if wrong == "hired_on":
        raise refuse(wrong, "too_long", years=MOST_YEARS)
    if wrong is not None:
        raise refuse(wrong, "too_big", most=MOST_LEAVE)
    return facts


def totals(rows: Iterable[Computed]) -> dict[str, object]:
    """The totals of the rows that could be computed, and how many they leave out."""
    found = list(rows)
    known = [one for one in found if one.owed is not None]
    minimum = sum((one.owed.minimum for one in known if one.owed), NOTHING)
    return {
        "people": len(found),
        "computed": len(known),
        "left_out": len(found) - len(known),
        "minimum": f"{minimum:.2f}",
        "offered": f"{sum((one.departure.offered or NOTHING for one in known), NOTHING):.2f}",
        "shortfall": f"{sum((one.shortfall for one in known), NOTHING):.2f}",
        "damages_scenario": f"{sum((one.damages() for one in known), NOTHING):.2f}",
    }


def whole(rows: list[Computed], reason: str) -> dict[str, object]:
    """A list as plain values for JSON: what was computed, what was not and why, the totals."""
    return {
        "reason": reason,
        "rows": [one.as_json() for one in rows if one.owed],
        "not_computed": [one.as_json() for one in rows if not one.owed],
        "totals": totals(rows),
    }


def cells(rows: list[Computed]) -> list[list[Cell]]:
    """A list as a table: heads, rows in the list's order with dirhams as decimals, totals at the foot."""
    body: list[list[Cell]] = []
    for one in rows:
        who: list[Cell] = [one.departure.row, one.departure.number]
        offered = "" if one.departure.offered is None else one.departure.offered
        sums = [one.owed.minimum, offered, one.shortfall, one.damages()] if one.owed else [""] * 4
        body.append([*who, *sums, Series(one.trouble, SPACE), joined(*one.warnings)])
    known = [one for one in rows if one.owed]
    minimum = sum((one.owed.minimum for one in known if one.owed), NOTHING)
    offered_sum = sum((one.departure.offered or NOTHING for one in known), NOTHING)
    short, damages = sum((one.shortfall for one in known), NOTHING), sum((one.damages() for one in known), NOTHING)
    return [list(HEADS), *body, ["", f"{len(known)} / {len(rows)}", minimum, offered_sum, short, damages, "", ""]]


def left_out(rows: Iterable[Computed]) -> Sentence | None:
    """The sentence that names the rows left out of the totals; None where every row is in."""
    missing = [one for one in rows if one.owed is None]
    if not missing:
        return None
    numbers = ", ".join(str(one.departure.row) for one in missing[:20]) + (", …" if len(missing) > 20 else "")
    return _LEFT_OUT.filled(count=len(missing), rows=numbers)


_LEFT_OUT = Sentence("Rows not computed and left out of the totals ({count}): {rows}.")
