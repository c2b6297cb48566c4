"""On what ground a person is computed: how the job ends, the authorisation, the contract, the switches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from union.entitlements.records.contents import Basis, Situation
from union.entitlements.records.facts import Facts
from union.law.terms.kinds import Contract as LawContract
from union.law.terms.kinds import Reason
from union.members.models import Contract

CONTRACTS = {
    Contract.CDI: LawContract.CDI,
    Contract.UNKNOWN: LawContract.CDI,  # said beside the sum: the open-ended contract is the rule (art 16)
    Contract.CDD: LawContract.CDD,
}
PLAINLY = {
    Situation.NEGOTIATED: Reason.NEGOTIATED,
    Situation.SERIES: Reason.ABUSIVE,
    Situation.CDD_SERIES: Reason.ABUSIVE,  # an open-ended contract on such a list, or one broken before its term
    Situation.RESIGNATIONS: Reason.ABUSIVE,
    Situation.TRANSFER: Reason.ABUSIVE,
    Situation.EMPLOYED: Reason.EMPLOYED,
    Situation.DISMISSED: Reason.ABUSIVE,
    Situation.MISCONDUCT: Reason.ABUSIVE,
    Situation.RESIGNED: Reason.RESIGNATION,
    Situation.RETIRED: Reason.RETIREMENT,
    Situation.DIED: Reason.DEATH,
    Situation.FORCE_MAJEURE: Reason.FORCE_MAJEURE,
}
AUTHORISED_KINDS = frozenset({Situation.COLLECTIVE, Situation.CLOSURE})
"""Kinds whose sums hang on the governor's authorisation."""
SUPPOSED = {Situation.RESIGNATIONS: "resignation_forced", Situation.TRANSFER: "transfer_broken"}
"""Kinds whose lines stand only if something is proved: the reading that each line then says."""


@dataclass(frozen=True)
class Ground:
    """What the sum of one person stands on.

    `employers` is the reason that the employer gives, where theirs differs; `reading` marks lines that must be proved;
    `said` are assumptions of the law's own list.
    """

    reason: Reason
    contract: LawContract
    employers: Reason | None = None
    reading: str = ""
    said: tuple[str, ...] = ()


def ground(basis: Basis, facts: Facts) -> Ground:
    """The ground of one person; their contract is one of `CONTRACTS`."""
    contract = CONTRACTS[facts.contract]
    if basis.kind in AUTHORISED_KINDS:
        reason, said = _authorisation(basis, facts.left_on)
        return Ground(reason, contract, said=(said,))
    if basis.kind is Situation.CDD_SERIES:
        return _at_its_term(facts, contract)
    if basis.kind is Situation.MISCONDUCT:
        return Ground(Reason.ABUSIVE, contract, Reason.SERIOUS_MISCONDUCT, said=("misconduct_alleged",))
    if reading := SUPPOSED.get(basis.kind):
        return Ground(PLAINLY[basis.kind], contract, Reason.RESIGNATION, reading, (reading,))
    return Ground(PLAINLY[basis.kind], contract)


def _authorisation(basis: Basis, left_on: date | None) -> tuple[Reason, str]:
    """Arts 67 and 70: it counts where it was given by the last day; nobody having shown it, it is missing."""
    if basis.authorised and (basis.authorised_on is None or left_on is None or basis.authorised_on <= left_on):
        return Reason.ECONOMIC_AUTHORISED, "authorisation_given"
    if basis.authorised:
        return Reason.ECONOMIC_UNAUTHORISED, "authorisation_late"
    refused = basis.requested and basis.authorised is False
    return Reason.ECONOMIC_UNAUTHORISED, "authorisation_refused" if refused else "authorisation_missing"


def _at_its_term(facts: Facts, contract: LawContract) -> Ground:
    """A contract not renewed: at its term unless the list says that it is open-ended, or that it was broken earlier."""
    presumed = facts.contract is Contract.UNKNOWN
    if contract is LawContract.CDI and not presumed:
        return Ground(Reason.ABUSIVE, contract)
    if facts.term_on is not None and facts.left_on is not None and facts.left_on < facts.term_on:
        return Ground(Reason.ABUSIVE, LawContract.CDD)
    said = ("cdd_presumed", "cdd_ended") if presumed else ("cdd_ended",)
    return Ground(Reason.END_OF_TERM, LawContract.CDD, said=said)
