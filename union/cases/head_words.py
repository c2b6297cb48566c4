"""What an end of work may owe, head by head, in the words of the pages."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.law.ending.other_ends import Owed
from union.law.result import Code

HEADS = {
    Code.NOTICE: _l("Pay in lieu of notice"),
    Code.SEVERANCE: _l("Statutory severance pay"),
    Code.DAMAGES: _l("Damages, if the judge holds the dismissal abusive"),
    Code.LEAVE: _l("Leave not taken"),
    Code.WAGES_DUE: _l("Wages due"),
    Code.REMAINING_TERM: _l("Wages to the end of the CDD"),
    Code.IPE: _l("Job-loss allowance"),
}
OWED = {
    Owed.DUE: _l("owed"),
    Owed.NOT_DUE: _l("not owed"),
    Owed.JUDGE: _l("for the judge"),
    Owed.UNSETTLED: _l("not settled"),
}
