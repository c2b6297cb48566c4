"""That a paper went: which, by which means and when, kept as a line of the dispute's timeline."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l

from union.cases.timeline import entry
from union.layoffs.acts import LayoffAct, Means, PaperSent
from union.layoffs.letters import LetterKind
from union.layoffs.models import Layoff
from union.reach import ReachSession
from union.refusal import Refused
from union.web.locale import today


def paper_sent(
    session: ReachSession, by: UUID, dispute: Layoff, paper: LetterKind, means: Means, on: date, position: int = 0
) -> None:
    """A paper went: which, how and when; `position` is the person's on the list, 0 for one of the group."""
    if on > today():
        raise Refused("sent_on", _l("This day is still to come: write the day on which it went."))
    said = PaperSent(paper.value, means.value, position)
    entry(session, dispute, by, LayoffAct.PAPER_SENT, msgspec.json.encode(said).decode(), on=on)
