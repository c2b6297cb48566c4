"""What must happen next on a case, in the reader's language: each kind of case answers for itself."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _

from union.cases import date_words, dates
from union.cases.dates import CaseDate
from union.cases.models import Case
from union.grievances.models import Grievance
from union.grievances.steps import still_open
from union.layoffs.models import Layoff
from union.vault.envelope import opens
from union.web.locale import language


def next_words(case: Case, beside: Sequence[CaseDate] = ()) -> tuple[str, str]:
    """The act that the case's safe date is for, else the first to do, and its article; no article where none asks for it.

    `beside` are the dates that papers and court files put into the case.
    """
    sealed = "account" if isinstance(case, Grievance) else "matter"
    if isinstance(case, Grievance | Layoff) and not opens(case, sealed):
        return _("This case cannot be read: restore it from the backup"), ""
    first = next((one for one in dates.running(beside) if one.due_on == case.due_on), None)
    if first is not None:
        return date_words.what(first.dated), date_words.article(first.dated)
    if isinstance(case, Grievance):
        return _of_grievance(case, {rule for rule, _key in dates.covered(beside)})
    if isinstance(case, Layoff):
        return _("Dispute: %(title)s", title=case.matter.title), ""
    return _("Follow the case"), ""


def _of_grievance(case: Grievance, covered: set[str]) -> tuple[str, str]:
    steps = [one for one in still_open(case.account) if one.by is None or str(one.by.rule) not in covered]
    if not steps:
        return _("Every step is done: close it, or note what is awaited"), ""
    dated = (step for step in steps if step.by is not None and step.by.safe_on == case.due_on)
    step = next(dated, steps[0])
    said = step.by.article if step.by is not None else step.article
    return step.what.say(language()), said.say(language())
