"""What must happen next on a case, in the reader's language: each kind of case answers for itself."""

from __future__ import annotations

from flask_babel import gettext as _

from union.cases.models import Case
from union.grievances.models import Grievance
from union.layoffs.models import Layoff


def next_words(case: Case) -> tuple[str, str]:
    """The next act and the article that asks for it; no article where none does."""
    if isinstance(case, Grievance):
        return _("Follow the grievance"), ""
    if isinstance(case, Layoff):
        return _("Answer the list: %(title)s", title=case.matter.title), ""
    return _("Follow the case"), ""
