"""What the denunciation of a receipt has to name: each right claimed, with what was received against it (art 75)."""

from dataclasses import dataclass
from decimal import Decimal

from union.law.entitlement import Entitlement
from union.law.result import Line
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence

ARTICLES = ("ct 73", "ct 75", "ct 76")


@dataclass(frozen=True, slots=True)
class Denunciation:
    """The rights to name, one by one; scenario lines are named too, for what is not named is not claimed.

    `received` are the dirhams of the receipt: it proves those sums and nothing else (art 76).
    """

    rights: tuple[Line, ...]
    received: Decimal

    @property
    def claimed(self) -> Decimal:
        """Dirhams of the rights that are certain, less what was received; 0.00 where that was enough."""
        certain = sum((one.amount for one in self.rights if not one.scenario), Decimal("0.00"))
        return max(certain - self.received, Decimal("0.00"))

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(ARTICLES)


def denunciation(owed: Entitlement, received: Decimal) -> Denunciation:
    """The rights that an entitlement gives to name in the denunciation. ValueError for a negative sum received."""
    if received < 0:
        raise ValueError("what was received cannot be negative")
    return Denunciation(owed.lines, received)
