"""What must happen next on a case, in the reader's language: each kind of case answers for itself."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _

from union.cases import date_words, dates
from union.cases.clocks import Clock, leading, other_side
from union.cases.closing_answers import CaseClosing
from union.cases.dates import CaseDate
from union.cases.models import Case
from union.grievances.models import Grievance
from union.grievances.next_words import NextAct, of_grievance, put_beside
from union.law.dates.periods import Rule
from union.layoffs.people.clocks import THEIRS as OF_A_LIST
from union.layoffs.records.models import Layoff
from union.vault.envelope import opens


def next_words(case: Case, beside: Sequence[CaseDate] = ()) -> NextAct:
    """The act that the case's leading date is for, else the first to do.

    `beside` are the dates that papers and court files put into the case.
    """
    sealed = "account" if isinstance(case, Grievance) else "matter"
    if isinstance(case, Grievance | Layoff) and not opens(case, sealed):
        return NextAct(_("This case cannot be read: restore it from the backup"))
    if isinstance(case, Grievance):
        return of_grievance(case, beside)
    led = put_beside(case, beside)
    if led is not None:
        return led
    clock, by = leading(case)
    if isinstance(case, Layoff):
        theirs = other_side(OF_A_LIST, by) if by is not None and clock in {Clock.CLAIM, Clock.THEIRS} else ""
        return NextAct(_("Dispute: %(title)s", title=case.matter.title), theirs=theirs)
    return NextAct(_("Follow the case"))


def after_close(case: Case, beside: Sequence[CaseDate], closing: CaseClosing | None) -> NextAct:
    """The date that comes first of those that run on though the case was closed."""
    _clock, by = leading(case)
    first = next((one for one in dates.after_close(case, beside, closing) if one.on == by), None) if by else None
    if first is None:
        return NextAct(_("Closed"))
    what = _("After the close: %(what)s", what=date_words.what(first.dated))
    theirs = "" if first.ours else other_side(Rule(first.rule), first.on)
    return NextAct(
        what, date_words.article(first.dated), theirs=theirs, hearing=first.rule == dates.HEARING, hour=first.hour
    )
