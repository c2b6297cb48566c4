"""Death, retirement and force majeure: which heads are owed, which are not, and what no text settles."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from union.law.result import Code
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status
from union.law.strictly.tables import Statement, sentences
from union.law.terms.kinds import Contract
from union.law.terms.retirement import Pension, retired

_WHY = sentences("""
death_leave ; ct 257 ; VERIFIED
The pay for leave that the employee would have received goes to the heirs.

death_wages ; ct 363, ct 382 ; VERIFIED
The wages due to the day of death stay due and have first rank.

death_severance ; ct 52 ; VERIFIED
Severance supposes a dismissal: the Code gives none on death; see the contract, the agreement and the insurance.

death_notice ; ct 43 ; VERIFIED
Nobody broke the contract: no notice is due.

death_damages ; ct 41 ; VERIFIED
Nobody broke the contract: a death at work comes under the law on work accidents.

retired_heads ; ct 59, ct 60, ct 526 ; VERIFIED
At 60 and with a right to a pension, neither notice nor damages, save better terms.

retired_early ; ct 59, ct 60, ct 526 ; VERIFIED
Without the age of 60 or a right to a pension, a forced retirement is treated as a dismissal.

retired_severance ; ct 52, ct 60 ; UNVERIFIED
Retirement is no dismissal, which the severance of article 52 supposes; but article 60 sets aside only the \
indemnities of article 59: it is not settled, ask the legal team.

retired_pension_reduced ; ct 59, ct 526 ; UNVERIFIED
The pension is only reduced: whether the age is put off to the whole insurance period is not settled; if it is, \
leaving is a dismissal.

leave_always ; ct 251, ct 254 ; VERIFIED
Leave not taken is owed whatever the cause.

wages_always ; ct 363, ct 365 ; VERIFIED
The wages due stay due.

majeure_notice ; ct 43, doc 268, doc 269 ; VERIFIED
Proved force majeure excuses the notice; a lost client or an economic difficulty is none: it comes under articles 66 \
to 71.

majeure_damages ; ct 41, doc 268, doc 269 ; VERIFIED
Proved force majeure excludes damages.

majeure_severance ; ct 32, ct 52, ct 54 ; UNVERIFIED
A temporary closure suspends the contract without breaking it; whether severance stays due when the termination is \
final is not settled.

majeure_term ; ct 33 ; VERIFIED
Force majeure excuses the early termination of a fixed-term contract.
""")


class Owed(StrEnum):
    """Whether a head is owed."""

    DUE = "due"
    NOT_DUE = "not_due"
    JUDGE = "judge"
    """A scenario for the judge, never an entitlement."""
    UNSETTLED = "unsettled"
    """No text settles it: to be asked for, never promised."""


@dataclass(frozen=True, slots=True)
class Head:
    """One head of what an end may owe, with why."""

    code: Code
    owed: Owed
    why: Statement

    @property
    def sentence(self) -> Sentence:
        """Why it is owed or not."""
        return self.why.sentence

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return self.why.article


def _head(code: Code, owed: Owed, key: str) -> Head:
    why = _WHY[key]
    return Head(code, Owed.UNSETTLED if why.head.status is Status.UNVERIFIED else owed, why)


_ALWAYS = (_head(Code.LEAVE, Owed.DUE, "leave_always"), _head(Code.WAGES_DUE, Owed.DUE, "wages_always"))


def on_death() -> list[Head]:
    """What a death leaves owed, to the heirs."""
    return [
        _head(Code.LEAVE, Owed.DUE, "death_leave"),
        _head(Code.WAGES_DUE, Owed.DUE, "death_wages"),
        _head(Code.SEVERANCE, Owed.NOT_DUE, "death_severance"),
        _head(Code.NOTICE, Owed.NOT_DUE, "death_notice"),
        _head(Code.DAMAGES, Owed.NOT_DUE, "death_damages"),
    ]


def on_retirement(born_on: date, left_on: date, pension: Pension) -> list[Head]:
    """What a retirement owes: article 60 applies from the 60th birthday and with a right to a pension only."""
    if not retired(born_on, left_on, pension):
        heads = ((Code.NOTICE, Owed.DUE), (Code.SEVERANCE, Owed.DUE), (Code.DAMAGES, Owed.JUDGE))
        return [*_ALWAYS, *(_head(code, owed, "retired_early") for code, owed in heads)]
    why = "retired_pension_reduced" if pension.reduced else "retired_heads"
    return [
        *_ALWAYS,
        _head(Code.NOTICE, Owed.NOT_DUE, why),
        _head(Code.DAMAGES, Owed.NOT_DUE, why),
        _head(Code.SEVERANCE, Owed.UNSETTLED, "retired_severance"),
    ]


def on_force_majeure(contract: Contract) -> list[Head]:
    """What proved force majeure leaves owed; a lost client is not force majeure."""
    if contract is Contract.CDD:
        return [*_ALWAYS, _head(Code.REMAINING_TERM, Owed.NOT_DUE, "majeure_term")]
    return [
        *_ALWAYS,
        _head(Code.NOTICE, Owed.NOT_DUE, "majeure_notice"),
        _head(Code.DAMAGES, Owed.NOT_DUE, "majeure_damages"),
        _head(Code.SEVERANCE, Owed.UNSETTLED, "majeure_severance"),
    ]
