"""The words of one person's sums: what they hang on, what an offer is measured against, how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from union.entitlements.records.contents import Situation
from union.law.differing.switches import Bonuses, Term, Wage, Years

SITUATIONS = {
    Situation.EMPLOYED: _l("Still employed"),
    Situation.DISMISSED: _l("Dismissed"),
    Situation.MISCONDUCT: _l("Dismissed, the employer alleging serious misconduct"),
    Situation.COLLECTIVE: _l("Dismissed on economic grounds, or the site closed"),
    Situation.NEGOTIATED: _l("Left by agreement"),
    Situation.RESIGNATIONS: _l("Resigned under pressure"),
    Situation.RESIGNED: _l("Resigned"),
    Situation.CDD_SERIES: _l("End of a fixed-term contract"),
    Situation.RETIRED: _l("Put into retirement"),
    Situation.DIED: _l("Died"),
    Situation.FORCE_MAJEURE: _l("Contract ended by force majeure"),
}
"""What can have happened to one person, in the order in which it is asked."""
SUPPOSED = {
    Situation.MISCONDUCT: (
        _l("These sums suppose that the serious misconduct is not proved"),
        _l(
            "It is for the employer to prove it (article 63). If the judge holds it proved, leave and wages alone are "
            "due (article 61)."
        ),
    ),
    Situation.CDD_SERIES: (
        _l("At its term a fixed-term contract owes the leave alone"),
        _l(
            "Where it is a disguised open-ended contract (arts 16 and 17), severance, notice and damages are "
            "asked for: that is the higher figure, which a judge grants or not."
        ),
    ),
    Situation.RESIGNATIONS: (
        _l("These sums suppose that the resignations are held to be forced"),
        _l(
            "That has to be proved: a signature that is not legalised, the employer's form, a threat, several in "
            "one period (arts 34 and 41). Otherwise leave and wages alone are due."
        ),
    ),
    Situation.RETIRED: (
        _l("A retirement supposes the age of 60 and a pension"),
        _l(
            "Before that age, or where too few days give no pension, it is counted as a dismissal (article 526). "
            "Whoever asked to leave sooner has resigned, or left by agreement."
        ),
    ),
    Situation.DIED: (
        _l("These sums go to the heirs"),
        _l(
            "Pay for leave (article 257) and wages (article 382). The Code gives no severance on death: see the "
            "contract, the agreement, the insurance and, after an accident at work, law 18-12."
        ),
    ),
    Situation.FORCE_MAJEURE: (
        _l("These sums suppose that the force majeure is proved"),
        _l(
            "That is for the employer (code of obligations and contracts, articles 268 and 269): a lost client or an "
            "economic difficulty is none (articles 66 to 71). Otherwise it is a dismissal, whose sums stand among the "
            "other readings."
        ),
    ),
    Situation.TRANSFER: (
        _l("These sums suppose that the contracts are ended"),
        _l(
            "Article 19 keeps every contract, with its seniority, under the new employer: nobody has to resign, "
            "and nobody has to sign a new one."
        ),
    ),
}
"""What the sums of a kind hang on: a title and a sentence, shown above them and printed with them."""


@dataclass(frozen=True)
class Measure:
    """What the offers of a dispute are measured against, as its columns, sums and charts say it."""

    name: Any
    missing: Any
    above: Any
    least: Any
    stands: Any
    under: Any
    worst: Any
    none_under: Any


MINIMUM = Measure(
    _l("Legal minimum"),
    _l("Missing from the legal minimum"),
    _l("Above the minimum by"),
    _l("The law owes at least"),
    _l("Legal minimum, as it stands"),
    _l("under the minimum"),
    _l("The twenty that cover least of the legal minimum. Signing may also forfeit the job-loss allowance."),
    _l("No offer lies under the legal minimum."),
)
COMPARISON = Measure(
    _l("For comparison: a dismissal"),
    _l("Less than a dismissal by"),
    _l("Above a dismissal by"),
    _l("For comparison, a dismissal would give at least"),
    _l("For comparison: a dismissal, as it stands"),
    _l("less than a dismissal"),
    _l("The twenty that are lowest beside a dismissal. Signing may also forfeit the job-loss allowance."),
    _l("No offer lies under what a dismissal would give."),
)


def measure_of(kind: Situation) -> Measure:
    """No article sets what a negotiated exit pays: what a dismissal would give is a comparison there, and no
    minimum."""
    return COMPARISON if kind is Situation.NEGOTIATED else MINIMUM


YEARS = {Years.STARTED: _l("Started year counted whole"), Years.PRO_RATA: _l("Started year pro rata")}
WAGES = {
    Wage.BY_LINE: _l("Gross for severance, net for notice and damages"),
    Wage.GROSS: _l("Gross for everything"),
    Wage.NET: _l("Net for everything"),
}
BONUSES = {Bonuses.IN: _l("Bonuses and commissions in"), Bonuses.OUT: _l("Bonuses and commissions out")}
TERMS = {
    Term.AS_WRITTEN: _l("Fixed-term contract as it is written"),
    Term.OPEN_ENDED: _l("Fixed-term contract held open-ended"),
}
