"""The words of layoff disputes: kinds, triggers, switches, heads of the sums, papers, acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from union.law.differing.switches import Bonuses, Term, Wage, Years
from union.layoffs.records.acts import LetterKind, Outgoing
from union.layoffs.records.models import LayoffKind, Trigger
from union.layoffs.sums.figures import Band

KINDS = {
    LayoffKind.NEGOTIATED: _l("Negotiated departures"),
    LayoffKind.COLLECTIVE: _l("Collective or economic dismissal"),
    LayoffKind.CLOSURE: _l("Closure without authorisation"),
    LayoffKind.SERIES: _l("Individual dismissals in series"),
    LayoffKind.CDD_SERIES: _l("Fixed-term contracts not renewed, in series"),
    LayoffKind.RESIGNATIONS: _l("Resignations under pressure"),
    LayoffKind.TRANSFER: _l("Transfer of the undertaking"),
}
SUPPOSED = {
    LayoffKind.CDD_SERIES: (
        _l("At its term a fixed-term contract owes the leave alone"),
        _l(
            "Where it is a disguised open-ended contract (arts 16 and 17), severance, notice and damages are "
            "asked for: that is the higher figure, which a judge grants or not."
        ),
    ),
    LayoffKind.RESIGNATIONS: (
        _l("These sums suppose that the resignations are held to be forced"),
        _l(
            "That has to be proved: a signature that is not legalised, the employer's form, a threat, several in "
            "one period (arts 34 and 41). Otherwise leave and wages alone are due."
        ),
    ),
    LayoffKind.TRANSFER: (
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


def measure_of(kind: LayoffKind) -> Measure:
    """No article sets what a negotiated exit pays: what a dismissal would give is a comparison there, and no
    minimum."""
    return COMPARISON if kind is LayoffKind.NEGOTIATED else MINIMUM


BANDS = {
    Band.UNDER_1: _l("Under 1 year"),
    Band.TO_5: _l("1 to 5 years"),
    Band.TO_10: _l("Over 5, up to 10 years"),
    Band.TO_15: _l("Over 10, up to 15 years"),
    Band.BEYOND: _l("Over 15 years"),
}
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
TRIGGERS = {
    Trigger.COLD_CALLING_LAW: _l("Foreign law on cold calling"),
    Trigger.CLIENT_LEFT: _l("A client left"),
    Trigger.AUTOMATION: _l("Automation"),
    Trigger.RELOCATION: _l("Relocation"),
    Trigger.RESTRUCTURING: _l("Restructuring"),
    Trigger.OTHER: _l("Another reason"),
}
PAPERS = {
    LetterKind.DENUNCIATION: _l("Denunciation of the receipt"),
    LetterKind.INSPECTOR: _l("Claim to the labour inspector"),
    LetterKind.CERTIFICATE: _l("Request for the certificate of work"),
    LetterKind.DELEGATE: _l("Letter to the provincial labour delegate"),
    LetterKind.DEFECTS: _l("Notice of procedural defects"),
}
OUTGOING = {
    Outgoing.EMPLOYER: _l("The table for the employer, on his own figures (XLSX)"),
    Outgoing.XLSX: _l("The union's table, with what people told us (XLSX)"),
    Outgoing.CSV: _l("The union's table, with what people told us (CSV)"),
    Outgoing.SHEETS_FR: _l("Everybody's sheet in French (ZIP of PDF)"),
    Outgoing.SHEETS_AR: _l("Everybody's sheet in Arabic (ZIP of PDF)"),
}
ACTS = {
    "paper_sent": _l("Paper sent"),
    "step_noted": _l("Step of the procedure noted"),
    "own_steps": _l("Procedure of one person noted"),
    "opened": _l("Dispute opened"),
    "described": _l("Description corrected"),
    "list_taken": _l("List taken"),
    "corrected": _l("Facts of one person corrected"),
    "switched": _l("Switches changed"),
    "recomputed": _l("Sums computed again with the authorisation"),
    "identified": _l("Said who of the list is a member"),
    "taken": _l("Taken"),
    "assigned": _l("Assigned"),
    "handed_over": _l("Handed over"),
    "taken_over": _l("Handed over: the account was closed"),
    "noted": _l("Note"),
    "waiting": _l("Waiting"),
    "resumed": _l("Taken up again"),
    "closed": _l("Closed"),
    "reopened": _l("Reopened"),
    "named": _l("Somebody named on the case"),
    "unnamed": _l("Somebody taken off the case"),
    "made_confidential": _l("Made confidential"),
    "made_ordinary": _l("No longer confidential"),
}
ICONS = {
    "opened": "layoff",
    "described": "edit",
    "list_taken": "file",
    "corrected": "edit",
    "paper_sent": "mail",
    "step_noted": "check",
    "own_steps": "check",
    "switched": "scale",
    "recomputed": "scale",
    "identified": "people",
    "taken": "person",
    "noted": "note",
    "closed": "done",
    "reopened": "undo",
    "waiting": "waiting",
}
