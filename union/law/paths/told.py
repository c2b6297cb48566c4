"""What is known of a grievance, as far as its path hangs on it: the problem, the paper, the harm, the pay."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Problem(StrEnum):
    """The kind of problem, as a report asks for it; each is declared in one of the files beside this module."""

    PAY = "pay"
    PACE = "pace"
    DISCIPLINE = "discipline"
    HEALTH = "health"
    HOLIDAYS = "holidays"
    DISCRIMINATION = "discrimination"
    OBSTRUCTION = "obstruction"
    SOCIAL_SECURITY = "social_security"
    CONTRACT = "contract"
    MATERNITY = "maternity"
    NIGHT_TRANSPORT = "night_transport"
    SURVEILLANCE = "surveillance"
    TRANSFER = "transfer"
    SICKNESS = "sickness"
    MANDATE = "mandate"
    COLLECTIVE = "collective"
    ACCIDENT = "accident"
    HARASSMENT = "harassment"
    STRAIN = "strain"


class Paper(StrEnum):
    """Which paper was received, if any."""

    DISMISSAL_LETTER = "dismissal_letter"
    HEARING_SUMMONS = "hearing_summons"
    SANCTION = "sanction"
    RECEIPT = "receipt"
    RESIGNATION_ASKED = "resignation_asked"
    OTHER = "other"
    NONE = "none"


class Harm(StrEnum):
    """What kind of harm a problem of health is; the law goes three ways from here."""

    ACCIDENT = "accident"
    """One dated event, a sudden malaise or a threat included (law 18-12, art 3)."""
    HARASSMENT = "harassment"
    WEAR = "wear"
    """Health worn down over time: no event, so no accident."""
    UNKNOWN = "unknown"


class Pay(StrEnum):
    """How pay fails: late is not unpaid, and unpaid is not the end of a contract."""

    LATE = "late"
    UNPAID = "unpaid"


OF_HARM = {Harm.ACCIDENT: Problem.ACCIDENT, Harm.HARASSMENT: Problem.HARASSMENT, Harm.WEAR: Problem.STRAIN}
"""The kind that a problem of health is, once its harm is known."""
HARMFUL = frozenset({Problem.HEALTH, *OF_HARM.values()})
"""The problems of health, each of which asks what kind of harm it is."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out beside the paper and the problem.

    `agreed`: whether the person agrees that the employer learns of it; None while nobody has asked. `noted_on`: the
    delegates' note was handed in that day. `ended_on`: the contract ended that day, which is established and not merely
    feared.
    """

    harm: Harm | None = None
    agreed: bool | None = None
    noted_on: date | None = None
    ended_on: date | None = None
    pay: Pay | None = None


NOTHING_KNOWN = Known()

_YES_NO = ("yes", "no")
FACTS: dict[str, tuple[str, ...]] = {
    "problem": tuple(Problem),
    "paper": tuple(Paper),
    "harm": ("none", *Harm),
    "pay": ("none", *Pay),
    "stopped": _YES_NO,
    "agreed": ("yes", "no", "not_asked"),
    "noted": _YES_NO,
    "ended": _YES_NO,
    "protected": _YES_NO,
    "note": _YES_NO,
}
"""What a declaration may ask of a grievance, and the answers that there are."""


def answers(
    problem: Problem, paper: Paper, known: Known, *, stopped: bool, protected: bool, note: bool
) -> dict[str, str]:
    """A grievance as the declarations ask for it; `note`: its kind may stand in the delegates' written note."""

    def said(true: bool) -> str:
        return "yes" if true else "no"

    return {
        "problem": problem,
        "paper": paper,
        "harm": known.harm or "none",
        "pay": known.pay or "none",
        "stopped": said(stopped),
        "agreed": "not_asked" if known.agreed is None else said(known.agreed),
        "noted": said(known.noted_on is not None),
        "ended": said(known.ended_on is not None),
        "protected": said(protected),
        "note": said(note),
    }
