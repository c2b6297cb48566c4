"""The tables that leave of a dispute: the union's own, and the part of it that the employer may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import ngettext

from union.cases.head_words import HEADS
from union.cases.law_words import MANDATES
from union.entitlements.people.fact_words import CATEGORIES, CONTRACTS, FACTS, NAMES, trouble
from union.entitlements.records.contents import Situation
from union.entitlements.sums.snapshot import Calculation
from union.entitlements.switches.readings import switches
from union.entitlements.words import SUPPOSED, measure_of
from union.languages.figures import amount as written
from union.languages.translated import translated
from union.law.result import Code
from union.law.terms.kinds import Mandate
from union.layoffs.sums.overview import Counted, Entry, Totals
from union.members.watermark import COLUMN, Mark
from union.tables.writing import Cell
from union.web.locale import language

MORE = ("monthly_net", "mean_gross", "monthly_bonus", "unpaid_days", "term_on", "notified_on")
"""Facts that stand behind the sums, so that whoever knows the table finds its columns where they were."""
FOLDED = (
    "agreed_notice_months",
    "agreed_severance",
    "leave_taken",
    "leave_taken_before",
    "leave_taken_earlier",
    "monthly_hours",
)
"""Further facts that a sum may rest on; what suspended a notice tells of somebody's health: it stays on their page."""
COLUMNS = (Code.SEVERANCE, Code.NOTICE, Code.LEAVE, Code.REMAINING_TERM)
FOR_HIM = 9 + len(COLUMNS) + 3
"""The first columns, which the employer may see: place, eight facts, the heads, minimum, offer and shortfall."""


def heads(kind: Situation) -> list[str]:
    """The heads of the group's table of a dispute of this kind, in the reader's language."""
    facts = [FACTS[name] for name in ("employee_number", "family_name", "given_name", "category", "contract")]
    facts += [FACTS[name] for name in ("hired_on", "left_on", "monthly_gross")]
    sums = [
        *(HEADS[code] for code in COLUMNS),
        measure_of(kind).name,
        _("Offered"),
        _("Shortfall"),
        HEADS[Code.DAMAGES],
    ]
    behind = [*(FACTS[name] for name in MORE), HEADS[Code.WAGES_DUE], _("Shown by payslips")]
    behind += [FACTS["mandate"], *(FACTS[name] for name in FOLDED), NAMES["payslips"], FACTS["unjustified_days"]]
    last = [HEADS[Code.IPE], FACTS["signed_on"], _("How the sum is read"), *behind]
    return [str(one) for one in (_("No."), *facts, *sums, *last, translated(COLUMN, language()))]


def table(people: Iterable[Counted], mark: Mark | None = None) -> list[list[Cell]]:
    """Everybody in the employer's order, with the mark of the export; a row without a sum leaves its figures empty."""
    return [
        [*_row(one.entry, one.calculation), mark.reference(number) if mark else ""]
        for number, one in enumerate(people, 1)
    ]


def _row(entry: Entry, calculation: Calculation | None) -> list[Cell]:
    facts, snapshot = entry.facts, entry.snapshot
    lines = [calculation.line(code) if calculation else None for code in COLUMNS]
    return [
        entry.position,
        facts.employee_number,
        facts.family_name,
        facts.given_name,
        str(CATEGORIES[facts.category]),
        str(CONTRACTS[facts.contract]),
        facts.hired_on,
        facts.left_on,
        facts.monthly_gross,
        *(line.amount if line else None for line in lines),
        snapshot.minimum,
        facts.offered,
        snapshot.shortfall,
        snapshot.damages,
        snapshot.allowance,
        facts.signed_on,
        _read(entry),
        *(getattr(facts, name) for name in MORE),
        snapshot.wages,
        snapshot.claimable,
        str(MANDATES[Mandate(facts.mandate)]),
        *(getattr(facts, name) for name in FOLDED),
        len(facts.payslips) or None,
        facts.unjustified_days,
    ]


def _read(entry: Entry) -> str:
    """The switches that the sums of a row stand on, and what its kind supposes; or why there is no sum."""
    if not entry.computed:
        return " · ".join(str(trouble(one)) for one in entry.facts.trouble if one.blocks)
    kind = entry.snapshot.kind
    supposed = [SUPPOSED[kind][0]] if kind in SUPPOSED else []
    return " · ".join(str(one) for one in (*switches(entry.snapshot.switches), *supposed))


def totals_row(found: Totals) -> list[Cell]:
    """The foot of the table: the sums of everybody who can be computed, and how many it leaves out."""
    left_out = ngettext("%(num)s person left out", "%(num)s people left out", found.left_out) if found.left_out else ""
    above = (
        ngettext(
            "of which %(amount)s above the minimum, for %(num)s person",
            "of which %(amount)s above the minimum, for %(num)s people",
            found.above_people,
            amount=written(found.above, language()),
        )
        if found.above_people
        else ""
    )
    told = " · ".join(filter(None, (left_out, above)))
    blanks: list[Cell] = [None] * (8 + len(COLUMNS))  # the facts and the single heads
    sums: list[Cell] = [found.minimum, found.offered, found.short, found.damages, found.allowance]
    behind: list[Cell] = [*[None] * len(MORE), found.wages, found.claimable]
    return [_("Total"), *blanks, *sums, None, told, *behind]


def totals_told(heads: Sequence[str], foot: Sequence[Cell]) -> list[list[Cell]]:
    """The foot of the table as lines of their own: each sum under its head, then what it leaves out."""
    sums: list[list[Cell]] = [[head, cell] for head, cell in zip(heads, foot, strict=True) if isinstance(cell, Decimal)]
    told: list[list[Cell]] = [[cell] for cell in foot[1:] if isinstance(cell, str) and cell]
    return [*sums, *told]
