"""The days of an election of staff delegates, from the lists to the challenge: who acts, by when, what follows if not.

The days of the minister's order prevail; until somebody enters them they are expected, and to be confirmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from union.law.dates.calendar import safe_on
from union.law.dates.deadlines import Deadline, deadline
from union.law.dates.periods import Rule
from union.law.ending.protection import CANDIDATE_MONTHS
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence, joined
from union.law.sources.source import Status
from union.law.terms.seniority import months_from

ROUND = 2027  # the year of the next general elections, six years after those of 2021
LISTS_2021, POLL_2021 = (4, 30), ((6, 10), (6, 20))  # month and day: as the order of 2021 had them


class Actor(StrEnum):
    """Who has to act."""

    EMPLOYER = "employer"
    US = "us"
    INSPECTOR = "inspector"
    COURT = "court"
    OFFICE = "office"  # the polling office


class Step(StrEnum):
    """The steps of an election, in their order."""

    COLLEGES = "colleges"
    LISTS = "lists"
    CLAIMS = "claims"
    ANSWERS = "answers"
    LIST_COURT = "list_court"
    CANDIDATES = "candidates"
    POLL = "poll"
    MINUTES = "minutes"
    SECOND_ROUND = "second_round"
    CHALLENGE = "challenge"
    JUDGMENT = "judgment"
    PARTIAL = "partial"


class Basis(StrEnum):
    """Where a day comes from."""

    ORDER = "order"  # somebody entered it from the minister's order
    COUNTED = "counted"  # from an entered day, by the Code
    EXPECTED = "expected"  # as in 2021, or counted from such a day: to be confirmed
    NONE = "none"  # nothing is known that it could be counted from


@dataclass(frozen=True, slots=True)
class Days:
    """What is known of the days of one election; `confirmed` says that they are those of the minister's order."""

    lists_on: date | None = None
    claims_until: date | None = None
    filed_from: date | None = None
    filed_until: date | None = None
    poll_on: date | None = None
    results_on: date | None = None
    no_quorum: bool = False
    second_on: date | None = None
    """The day of the second round, once it was held."""
    challenged_on: date | None = None
    vacant_on: date | None = None
    """From which day a college has lost half of its delegates, or the headcount has risen."""
    confirmed: bool = False


def expected(days: Days) -> Days:
    """The days with those of 2021 moved to the next round where nobody entered any: the earliest day of the poll."""
    return replace(
        days,
        lists_on=days.lists_on or date(ROUND, *LISTS_2021),
        poll_on=days.poll_on or date(ROUND, *POLL_2021[0]),
    )


@dataclass(frozen=True, slots=True)
class Planned:
    """One step of an election: who acts, its legal and its safe day, and what follows if it is left undone."""

    step: Step
    actors: tuple[Actor, ...]
    what: Sentence
    articles: tuple[str, ...]
    legal_on: date | None
    safe_on: date | None
    basis: Basis
    because: Sentence
    failing: Sentence
    status: Status
    counted: Deadline | None = None

    @property
    def ours(self) -> bool:
        """Whether the union has to act."""
        return Actor.US in self.actors

    @property
    def by(self) -> date | None:
        """The day that a list of dates shows: the safe one where we act, else the legal one."""
        return self.safe_on if self.ours else self.legal_on

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


ACTORS: dict[Step, tuple[Actor, ...]] = {
    Step.COLLEGES: (Actor.EMPLOYER, Actor.US),
    Step.LISTS: (Actor.EMPLOYER, Actor.INSPECTOR),
    Step.CLAIMS: (Actor.US,),
    Step.ANSWERS: (Actor.EMPLOYER,),
    Step.LIST_COURT: (Actor.US,),
    Step.CANDIDATES: (Actor.US,),
    Step.POLL: (Actor.OFFICE,),
    Step.MINUTES: (Actor.OFFICE,),
    Step.SECOND_ROUND: (Actor.EMPLOYER,),
    Step.CHALLENGE: (Actor.US,),
    Step.JUDGMENT: (Actor.COURT,),
    Step.PARTIAL: (Actor.EMPLOYER,),
}
WHAT: dict[Step, Sentence] = {
    Step.COLLEGES: Sentence("Agree on the colleges and on how the seats are shared"),
    Step.LISTS: Sentence("Post the electoral lists, signed by the employer and the inspector"),
    Step.CLAIMS: Sentence("Claim in the register against the posted list"),
    Step.ANSWERS: Sentence("Answer the claims in the register"),
    Step.LIST_COURT: Sentence("Bring the list before the court, free of charge"),
    Step.CANDIDATES: Sentence("File the list of candidates against a receipt"),
    Step.POLL: Sentence("Hold the ballot"),
    Step.MINUTES: Sentence("Hand the minutes to the lists and to the inspector"),
    Step.SECOND_ROUND: Sentence("Hold the second round"),
    Step.CHALLENGE: Sentence("Challenge the election before the court"),
    Step.JUDGMENT: Sentence("Decide on the challenge"),
    Step.PARTIAL: Sentence("Hold the partial election"),
}
FAILING: dict[Step, Sentence] = {
    Step.COLLEGES: Sentence("The labour inspector decides where nobody agrees: ask in writing."),
    Step.LISTS: Sentence(
        "No list, no election: write to the employer with a copy to the inspector, and ask for a report of the breach. "
        "The fine for lists is 2,000 to 5,000 DH (462); for an election that is not held 25,000 to 30,000 DH, twice "
        "that if it happens again (463)."
    ),
    Step.CLAIMS: Sentence("Whoever is not on the list does not vote; the court is the way that is left."),
    Step.ANSWERS: Sentence(
        "No answer, or a refusal: go to the court before its day, with a copy of the page of the register."
    ),
    Step.LIST_COURT: Sentence("The list stands as it is."),
    Step.CANDIDATES: Sentence(
        "Where the employer refuses the receipt, send the list by registered letter the same day, with a copy to the "
        "labour inspector: the postal receipt is the proof."
    ),
    Step.POLL: Sentence(
        "An election that is not held costs the employer 25,000 to 30,000 DH, twice that if it happens again (463); "
        "freedom of the vote hindered 10,000 to 20,000 DH (462). Ask the inspector for a report."
    ),
    Step.MINUTES: Sentence("Ask for them in writing, with a copy to the inspector: the challenge runs meanwhile."),
    Step.SECOND_ROUND: Sentence("Write to the employer with a copy to the inspector: an election not held (463)."),
    Step.CHALLENGE: Sentence("The result stands."),
    Step.JUDGMENT: Sentence("Ask the clerk for the day of the hearing: the court is to decide within 15 days."),
    Step.PARTIAL: Sentence("A partial election that is not held costs 10,000 to 20,000 DH (462): write and ask."),
}
BY_ORDER = Sentence("The day stands in the minister's order.")
AS_BEFORE = Sentence(
    "As in 2021, when lists were posted by 30 April and ballots held from 10 to 20 June: to be confirmed by the "
    "minister's order."
)
UNCONFIRMED = Sentence("Counted from a day that the minister's order has still to confirm. {counted}")
NOTHING = Sentence("No day is known yet: the minister's order, or the step before it, gives it.")
BEFORE_LISTS = Sentence("Before the lists are posted: no text that was read gives another day.")
BEFORE_TERM = Sentence("No partial election is held in the last six months of the term.")
ENTERED = Sentence("The day was entered; the minister's order has still to confirm it.")
WITHIN_ORDER = Sentence("The minister's order closes the filing; the safe day is the working day before the last one.")


def plan(days: Days, announced: Mapping[date, str] | None = None) -> tuple[Planned, ...]:
    """Every step of an election, in order; those that hang on what has not happened have no day."""
    told = _Telling(days, expected(days), announced)
    return (
        told.colleges(),
        told.fixed(Step.LISTS, days.lists_on, ("ct 440",)),
        told.claims(),
        told.counted(Step.ANSWERS, Rule.LIST_ANSWER),
        told.counted(Step.LIST_COURT, Rule.LIST_COURT),
        told.candidates(),
        told.fixed(Step.POLL, days.poll_on, ("ct 448", "ct 449")),
        told.after(Step.MINUTES, Rule.POLL_MINUTES, days.results_on or days.poll_on),
        *((told.after(Step.SECOND_ROUND, Rule.SECOND_ROUND, days.poll_on),) if days.no_quorum else ()),
        told.after(Step.CHALLENGE, Rule.POLL_CHALLENGE, days.second_on or days.results_on or days.poll_on),
        *((told.after(Step.JUDGMENT, Rule.CHALLENGE_JUDGMENT, days.challenged_on),) if days.challenged_on else ()),
        *((told.after(Step.PARTIAL, Rule.PARTIAL_ELECTION, days.vacant_on),) if days.vacant_on else ()),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    days: Days
    likely: Days
    announced: Mapping[date, str] | None

    @property
    def _entered(self) -> Basis:
        return Basis.ORDER if self.days.confirmed else Basis.EXPECTED

    def fixed(self, step: Step, entered: date | None, articles: tuple[str, ...]) -> Planned:
        """A day that the order fixes: as entered, else as in 2021."""
        likely = self.likely.lists_on if step is Step.LISTS else self.likely.poll_on
        basis = self._entered if entered else Basis.EXPECTED
        said = BY_ORDER if basis is Basis.ORDER else ENTERED if entered else AS_BEFORE
        return _planned(step, articles, entered or likely, entered or likely, basis, said)

    def colleges(self) -> Planned:
        """The talks on the colleges: before the lists."""
        on = self.likely.lists_on
        basis = self._entered if self.days.lists_on else Basis.EXPECTED
        safe = safe_on(on - timedelta(days=7), self.announced) if on else None
        return _planned(Step.COLLEGES, ("ct 434", "ct 435"), on, safe, basis, BEFORE_LISTS, Status.UNVERIFIED)

    def claims(self) -> Planned:
        """The claims: by the order where it closes them, else eight days from the posting."""
        until = self.days.claims_until
        if until is None:
            return self.counted(Step.CLAIMS, Rule.ELECTORAL_LIST_CLAIM)
        said = BY_ORDER if self.days.confirmed else ENTERED
        return _planned(Step.CLAIMS, ("ct 441",), until, safe_on(until, self.announced), self._entered, said)

    def candidates(self) -> Planned:
        """The filing: the order alone gives its days."""
        until = self.days.filed_until
        if until is None:
            return _planned(Step.CANDIDATES, ("ct 444",), None, None, Basis.NONE, NOTHING)
        safe = safe_on(until - timedelta(days=1), self.announced)
        safe = max(safe, self.days.filed_from or safe)
        said = WITHIN_ORDER if self.days.confirmed else ENTERED
        return _planned(Step.CANDIDATES, ("ct 444",), until, safe, self._entered, said)

    def counted(self, step: Step, rule: Rule) -> Planned:
        """A day counted from the posting of the lists, be it expected."""
        return self.after(step, rule, self.days.lists_on or self.likely.lists_on, known=self.days.lists_on is not None)

    def after(self, step: Step, rule: Rule, start: date | None, *, known: bool = True) -> Planned:
        """A day counted from another one; without it, none."""
        happened = step in {Step.JUDGMENT, Step.PARTIAL} or self.days.results_on is not None
        if start is None:
            start, known = self.likely.poll_on, False
        assert start is not None
        found = deadline(rule, start, announced=self.announced)
        certain = known and (self.days.confirmed or (happened and step not in _BEFORE_POLL))
        basis = Basis.COUNTED if certain else Basis.EXPECTED
        said = found.because if certain else UNCONFIRMED.filled(counted=found.because)
        if step is Step.PARTIAL:
            said = joined(said, BEFORE_TERM)
        return Planned(
            step,
            ACTORS[step],
            WHAT[step],
            found.articles,
            found.legal_on,
            found.safe_on,
            basis,
            said,
            FAILING[step],
            found.status if certain else Status.UNVERIFIED,
            found,
        )


_BEFORE_POLL = frozenset({Step.CLAIMS, Step.ANSWERS, Step.LIST_COURT})


def _planned(
    step: Step,
    articles: tuple[str, ...],
    legal_on: date | None,
    safe: date | None,
    basis: Basis,
    because: Sentence,
    status: Status | None = None,
) -> Planned:
    known = Status.VERIFIED_2 if basis is Basis.ORDER else Status.UNVERIFIED
    return Planned(
        step,
        ACTORS[step],
        WHAT[step],
        articles,
        legal_on,
        safe,
        basis,
        because,
        FAILING[step],
        status or known,
    )


def candidates_protected_until(results_on: date) -> date:
    """The last day of a candidate's protection: three months after the results (article 458)."""
    return months_from(results_on, CANDIDATE_MONTHS)
