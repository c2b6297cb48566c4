"""What a grievance is: what happened, when a paper came, what is asked for; and the lists that people ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID

from union.cases.models import Case, CaseKind
from union.grievances.hanging import Alleged, Holiday, Measure, WageLine
from union.law.paths.told import HARMFUL as HARMFUL
from union.law.paths.told import OF_HARM
from union.law.paths.told import Harm as Harm  # what kind of harm, and below what it is about: the law's own lists
from union.law.paths.told import Problem as Problem
from union.vault.envelope import Envelope


class Paper(Enum):
    """What was received, or what happened without paper: either starts a clock."""

    DISMISSAL_LETTER = "dismissal_letter"
    HEARING_SUMMONS = "hearing_summons"
    SANCTION = "sanction"
    RECEIPT = "receipt"  # for full settlement
    RESIGNATION_ASKED = "resignation_asked"
    OTHER_PAPER = "other_paper"
    BADGE_STOPPED = "badge_stopped"  # no paper
    PAY_STOPPED = "pay_stopped"  # no paper: it did not come at all
    PAY_LATE = "pay_late"  # no paper: it comes, and late
    OTHER_EVENT = "other_event"  # no paper


class For(Enum):
    """For whom it is filed."""

    ONESELF = "oneself"
    ENTRUSTED = "entrusted"
    ANOTHER = "another"  # somebody not entrusted: typed, and answered alike whoever it is
    SEVERAL = "several"  # all who join it


class Agreed(Enum):
    """Whether whom a report is about knows of it, and agrees that the employer learns of it."""

    YES = "yes"
    NO = "no"  # knows of it, and does not want that
    NOT_ASKED = "not_asked"


class Channel(Enum):
    """How whoever a report is about wants to be reached."""

    CALL = "call"
    MESSAGE = "message"  # a short written one, without a word of what it is about
    DELEGATE = "delegate"  # through whoever reported it
    MEETING = "meeting"  # face to face, away from the workplace
    NOBODY = "nobody"  # they call themselves


OPENED_FOR_A_REASON = HARMFUL  # where it is confidential, whoever opens it says why


class Outcome(Enum):
    """How it ended."""

    WON = "won"
    SETTLED = "settled"
    PARTLY = "partly"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    PASSED_ON = "passed_on"  # to the inspector or the court
    REFUSED = "refused"  # the union does not follow it
    MERGED = "merged"  # its subject is followed in another case


class Refusal(Enum):
    """Why the union does not follow a case."""

    OUTSIDE = "outside"  # no matter of work
    NO_GROUND = "no_ground"  # as it was told, no rule and no agreement was broken
    NOT_WANTED = "not_wanted"  # the person does not want it
    UNREACHED = "unreached"  # nobody could be asked what the case needs
    ELSEWHERE = "elsewhere"  # somebody else acts for the person already


class Says(Enum):
    """What the person thinks of how it ended."""

    SATISFIED = "satisfied"
    PARTLY = "partly"
    NOT = "not"
    NOT_ASKED = "not_asked"


class Awaited(Enum):
    """Whose move is next while a grievance waits."""

    EMPLOYER = "employer"
    INSPECTOR = "inspector"
    COURT = "court"
    PERSON = "person"  # the employee in person: a paper, an agreement, a decision


class Proof(Enum):
    """How what was done can be shown later."""

    REGISTERED = "registered"  # a registered letter with acknowledgement: its number
    RECEIPT = "receipt"  # a copy stamped, or a receipt: its number
    WITNESS = "witness"  # handed over before a witness
    MESSAGE = "message"  # an e-mail or a message that is kept
    OTHER = "other"


@dataclass(frozen=True)
class Done:
    """A step of the law that somebody has done, in the words of that day: a path that changes later rewrites no past.

    One without words was marked before its day was asked for, and opens no step after it.
    """

    code: str  # of `union.law.paths`
    on: date
    by_name: str
    by: UUID | None = None
    said: Mapping[str, str] = field(default_factory=dict)  # by language
    proof: Proof | None = None
    proof_words: str = ""  # a number, a name, where the paper lies
    marked_on: date | None = None  # the day on which it was written down, which may be later


def sorted_out(problem: Problem, harm: Harm | None) -> tuple[Problem, Harm | None]:
    """A problem of health is of the kind that its harm says, once that is known; another problem has no harm."""
    return (
        (OF_HARM.get(harm, Problem.HEALTH) if harm else Problem.HEALTH, harm)
        if problem in HARMFUL
        else (
            problem,
            None,
        )
    )


@dataclass(frozen=True)
class Report:
    """What was said, in the words of who said it."""

    problem: Problem
    paper: Paper
    event_on: date
    facts: str = ""
    demand: str = ""
    about: For = For.ONESELF
    about_name: str = ""  # kept for everybody: as typed for somebody not entrusted, else the name of that day
    about_phone: str = ""
    outcome: Outcome | None = None
    closed_on: date | None = None
    outcome_words: str = ""
    refused_for: Refusal | None = None
    amount_won: Decimal | None = None  # dirhams, as an agreement or a decision gives them
    says: Says | None = None
    decided_on: date | None = None  # the day on which a court's decision was notified
    filed_on: date | None = None
    waits_for: Awaited | None = None  # whose answer was awaited last: said only while the case waits
    done: tuple[Done, ...] = ()
    harm: Harm | None = None  # of a problem of health
    agreed: Agreed = Agreed.NOT_ASKED
    for_long: bool = False  # not on one day: `event_on` is then the last time
    day_presumed: bool = False  # nobody wrote the last time: `event_on` is the day of the report
    noted_on: date | None = None  # the delegates' written note was handed in, with this matter in it
    ended_on: date | None = None  # the contract ended, which is established
    correction_asked: str = ""  # what its reporter asks to be put right, until somebody does
    event_at: str = ""  # HH:MM: what is counted in hours runs from it
    not_about: tuple[UUID, ...] = ()  # members whom somebody said that it is not about
    channel: Channel | None = None  # how the person wants to be reached
    safe_hours: str = ""  # and when: nobody of the employer's, and nobody at home, listens then
    subject: str = ""  # of a collective grievance: one line, as people are asked to join it
    supervisor: str = ""  # what it hangs on, as other cases may: each in a few words, or of a closed list
    team: str = ""
    target: str = ""
    holiday: Holiday | None = None
    wage_line: WageLine | None = None
    alleged: Alleged | None = None  # of a sanction or a dismissal
    measure: Measure | None = None


class Grievance(Case):
    """One problem of one person at one site."""

    __mapper_args__ = {"polymorphic_identity": CaseKind.GRIEVANCE}

    account = Envelope(Report, "case", column="body_sealed")
