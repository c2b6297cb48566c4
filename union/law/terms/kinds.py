"""The words in which a departure is told: grade, contract, reason, mandate."""

from enum import StrEnum


class Category(StrEnum):
    """Grade, as the notice decree has it; the Code does not define the executive, the contract does.

    A worker (ouvrier) has an employee's notice (decree, art. 1) and a shorter trial (art. 14).
    """

    EMPLOYEE = "employee"
    EXECUTIVE = "executive"
    WORKER = "worker"


class Contract(StrEnum):
    """Open-ended (CDI) or fixed-term (CDD)."""

    CDI = "CDI"
    CDD = "CDD"


class Reason(StrEnum):
    """How the employment ended, or that it goes on."""

    ABUSIVE = "abusive"
    ECONOMIC_AUTHORISED = "economic_authorised"
    ECONOMIC_UNAUTHORISED = "economic_unauthorised"
    SERIOUS_MISCONDUCT = "serious_misconduct"
    RESIGNATION = "resignation"
    END_OF_TERM = "end_of_term"
    NEGOTIATED = "negotiated"
    RETIREMENT = "retirement"
    DEATH = "death"
    FORCE_MAJEURE = "force_majeure"
    EMPLOYED = "employed"
    """The contract goes on: `left_on` is then the day until which everything is counted."""


class Mandate(StrEnum):
    """Standing as staff delegate or union representative on the day of the termination."""

    NONE = "none"
    IN_OFFICE = "in_office"
    FORMER = "former"
    CANDIDATE = "candidate"


class OwnNotice(StrEnum):
    """What became of the notice of an employee who resigned."""

    SERVED = "served"
    UNSERVED = "unserved"
    EXCUSED = "excused"
    """Pregnancy, the raising of a child, or the employer's serious misconduct (arts 40, 157, 158)."""


EMPLOYER_BREAKS = frozenset(
    {Reason.ABUSIVE, Reason.ECONOMIC_AUTHORISED, Reason.ECONOMIC_UNAUTHORISED, Reason.NEGOTIATED}
)
"""Breaks by the employer without the employee's fault; a negotiated exit is compared with them."""
ECONOMIC = frozenset({Reason.ECONOMIC_AUTHORISED, Reason.ECONOMIC_UNAUTHORISED})
"""Dismissals of articles 66 to 71, which allege no fault."""
