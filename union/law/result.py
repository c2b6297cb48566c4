"""What an entitlement is made of: lines owed, what is not due and why, other readings, and what was assumed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from union.law.sentences.wording import assumption, case, formula, reading, why_not, working
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence, Working
from union.law.sources.source import Status

CENTIME = Decimal("0.01")


def centimes(value: Decimal) -> Decimal:
    """Round to the centime, half up: once, at the end of a sum."""
    return value.quantize(CENTIME, ROUND_HALF_UP)


class Code(StrEnum):
    """The six things an employee may be owed when the employment ends, and the allowance the fund pays."""

    NOTICE = "notice"
    SEVERANCE = "severance"
    DAMAGES = "damages"
    LEAVE = "leave"
    WAGES_DUE = "wages_due"
    REMAINING_TERM = "remaining_term"
    IPE = "ipe"


OWED = tuple(code for code in Code if code is not Code.IPE)
"""The codes of which each stands exactly once in an entitlement: as a line or as not due."""


@dataclass(frozen=True, slots=True)
class Line:
    """Dirhams owed under one head, rounded once; `scenario` lines are for the judge and never certain.

    `method` names the formula, `values` are what it was worked with, `pay` says which wage (gross or net).
    `case` is the key of the decision or tool where the status is VERIFIED-2; `alternative` names the reading that it
    is, where it is not the text's own.
    """

    code: Code
    amount: Decimal
    method: str
    values: Mapping[str, Decimal | int]
    pay: str
    articles: tuple[str, ...]
    status: Status = Status.VERIFIED
    case: str = ""
    scenario: bool = False
    alternative: str = ""

    @property
    def formula(self) -> Sentence:
        """The formula in words."""
        return formula(self.method, self.pay)

    def working(self) -> Working:
        """The formula with its figures: 624 h × 5 000,00 / 191 = 16 335,08."""
        return working(self.method, self.values, self.amount)

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)

    @property
    def reading(self) -> Sentence | None:
        """What an alternative reading is and who may hold it; None for a line."""
        return reading(self.alternative) if self.alternative else None

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON; the amount is text with two decimals."""
        shown: dict[str, object] = {
            "code": str(self.code),
            "amount": f"{self.amount:.2f}",
            "formula": self.formula,
            "working": self.working(),
            "article": self.article,
            "status": str(self.status),
        }
        if self.case:
            shown["case"] = case(self.case)
        said = self.reading
        shown |= {"reading": said} if said else {}
        return shown | ({"scenario": self.scenario} if self.scenario or not said else {})


@dataclass(frozen=True, slots=True)
class NotDue:
    """One head that is not owed; `reason` is a key of the wording."""

    code: Code
    reason: str

    @property
    def why(self) -> Sentence:
        """The sentence."""
        return why_not(self.reason)[0]

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(why_not(self.reason)[1])

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {"code": str(self.code), "why": self.why, "article": self.article}


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken as true, or a warning that goes with the figures; `code` is a key of the wording."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return assumption(self.code, self.values)

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {"code": self.code, "sentence": self.sentence}
