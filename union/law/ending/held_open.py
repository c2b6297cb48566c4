"""A fixed-term contract taken as open-ended: the facts that a judge who requalifies it would go by (arts 16, 17)."""

from dataclasses import replace

from union.law.facts import EMPLOYER_BREAKS, Contract, Facts, Reason


def open_ended(facts: Facts) -> Facts | None:
    """The same departure of an open-ended contract; None where it is one, or where the employer did not end it.

    A contract that ended at its term was then broken by the employer. A trial stays what it is.
    """
    if facts.contract is not Contract.CDD or facts.trial:
        return None
    reason = Reason.ABUSIVE if facts.reason is Reason.END_OF_TERM else facts.reason
    if reason not in EMPLOYER_BREAKS:
        return None
    return replace(facts, contract=Contract.CDI, term_on=None, reason=reason)
