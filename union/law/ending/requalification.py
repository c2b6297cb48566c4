"""When a fixed-term contract is to be held open-ended: its motive, its length, its chain, work past its term (arts
16, 17)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from union.law.checking.findings import Finding, State, checks, state_of_answer
from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given
from union.law.terms.seniority import add_months

YEAR = 12
GAP_DAYS = 30  # between two contracts of one chain: a parameter, for no text gives one

CHECKS = checks("""
motive_allowed ; ct 16, cdd 1 ; VERIFIED-2 limited_cases ; open_ended
Does the contract give a case allowed: replacement, temporary increase, season, opening, or a case of the 2020 decree?
The contract gives none of the cases that the law allows.

not_a_striker ; ct 16 ; VERIFIED ; open_ended
Is the person replaced away for a reason other than a strike?
The contract replaces a striker, which the law bans.

one_year_at_most ; ct 17, cdd 1 ; VERIFIED ; open_ended
Does the length stay within a year, where the law limits it?
The length is over a year in a case limited to one.

renewals_allowed ; ct 17, cdd 1 ; VERIFIED ; open_ended
Does the number of contracts stay within what the case allows?
There are more contracts than the case allows.

stopped_at_term ; ct 17 ; VERIFIED ; open_ended
Did the work stop at the term of the last contract?
The work went on after the term.

no_chain ; ct 16 ; UNVERIFIED ; open_ended
Is the post something else than a lasting need covered by contracts one after another?
Contracts follow one another in the same post: the need seems lasting, which the judge assesses.
""")


class Motive(StrEnum):
    """The case that a fixed-term contract gives."""

    REPLACEMENT = "replacement"
    STRIKER = "striker"
    INCREASE = "increase"
    SEASONAL = "seasonal"
    OPENING = "opening"
    """A new enterprise, establishment or product: a year, once renewed (art 17)."""
    PROJECT = "project"
    """A site or project: up to a year twice, or longer once (decree of 2020)."""
    WAITING_FOR_NEWCOMER = "waiting_for_newcomer"
    POST_ABOLISHED = "post_abolished"
    EVENT = "event"
    OVER_58 = "over_58"
    OTHER = "other"
    NONE = "none"


REFUSED = frozenset({Motive.OTHER, Motive.NONE})
A_YEAR_AT_MOST = frozenset({Motive.OPENING, Motive.WAITING_FOR_NEWCOMER, Motive.POST_ABOLISHED})
CONTRACTS = {Motive.OPENING: 2, Motive.PROJECT: 2, Motive.WAITING_FOR_NEWCOMER: 1, Motive.POST_ABOLISHED: 1}


@dataclass(frozen=True, slots=True)
class Fixed:
    """One contract, from its first to its last day, both counted in."""

    start: date
    term: date
    motive: Motive | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The contracts in their order, and the last day worked (None: the last term, or not known)."""

    contracts: tuple[Fixed, ...]
    worked_until: date | None = None


def over_a_year(one: Fixed) -> bool:
    """True where a contract is longer than a year, date to date: 1 January to 31 December is one year exactly."""
    return one.term + timedelta(days=1) > add_months(one.start, YEAR)


def requalification(chain: Chain) -> list[Finding]:
    """The grounds to hold the last contract open-ended."""
    contracts = chain.contracts
    last = contracts[-1]
    past = None if chain.worked_until is None else chain.worked_until <= last.term
    motives = [one.motive for one in contracts]
    return [
        Finding(CHECKS["motive_allowed"], _motive(motives)),
        Finding(CHECKS["not_a_striker"], State.NOT_DONE if Motive.STRIKER in motives else State.NOT_ASKED),
        Finding(CHECKS["one_year_at_most"], _length(contracts)),
        Finding(CHECKS["renewals_allowed"], _number(contracts)),
        Finding(CHECKS["stopped_at_term"], state_of_answer(past), last.term, chain.worked_until),
        Finding(CHECKS["no_chain"], state_of_answer(len(_unbroken(contracts)) < 2)),
    ]


def service_from(chain: Chain) -> date:
    """The first day of the unbroken chain, from which seniority is claimed if the contract is open-ended."""
    return _unbroken(chain.contracts)[0].start


def _unbroken(contracts: Sequence[Fixed]) -> list[Fixed]:
    """The last contracts that follow one another with at most thirty days between them."""
    kept = [contracts[-1]]
    for one in reversed(contracts[:-1]):
        if (kept[0].start - one.term).days > GAP_DAYS:
            break
        kept.insert(0, one)
    return kept


def _motive(motives: list[Motive | None]) -> State:
    if any(one in REFUSED for one in motives if one):
        return State.NOT_DONE
    return State.UNKNOWN if None in motives else State.DONE


def _length(contracts: Sequence[Fixed]) -> State:
    limited = [one for one in contracts if one.motive in A_YEAR_AT_MOST]
    return state_of_answer(not any(over_a_year(one) for one in limited)) if limited else State.NOT_ASKED


def _number(contracts: Sequence[Fixed]) -> State:
    counted: dict[Motive, list[Fixed]] = {}
    for one in contracts:
        if one.motive in CONTRACTS:
            counted.setdefault(one.motive, []).append(one)
    if not counted:
        return State.NOT_ASKED
    return state_of_answer(all(len(found) <= _most(motive, found) for motive, found in counted.items()))


def _most(motive: Motive, found: list[Fixed]) -> int:
    """A project longer than a year is given once."""
    return 1 if motive is Motive.PROJECT and any(over_a_year(one) for one in found) else CONTRACTS[motive]


def read_chain(given: Mapping[str, object]) -> Chain:
    """A chain from `contracts: [{start, term, motive}]` and `worked_until`. Raises `BadFacts` naming the field."""
    read = Given(given, ("contracts", "worked_until"))
    items = read.items("contracts", ("start", "term", "motive"))
    if not items:
        raise refuse("contracts", "missing")
    found: list[Fixed] = []
    for one in items:
        fixed = Fixed(one.needed_act("start"), one.needed_act("term"), one.choice("motive", Motive))
        if fixed.term < fixed.start:
            raise refuse(one.name("term"), "out_of_order", other="start")
        if found and fixed.start <= found[-1].start:
            raise refuse(one.name("start"), "out_of_order", other="contracts")
        found.append(fixed)
    return Chain(tuple(found), read.act("worked_until"))
