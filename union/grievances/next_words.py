"""What must happen next on a grievance, in the reader's language, as a line of a list says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from union.cases import date_words, dates
from union.cases.clocks import Clock, leading
from union.cases.dates import CaseDate
from union.cases.models import Case
from union.grievances.models import Grievance
from union.grievances.steps import still_open
from union.grievances.timing import timed


@dataclass(frozen=True)
class NextAct:
    """The act that comes first, its article, who does it; no article where none asks for it."""

    what: str
    article: str = ""
    who: Any = ""
    theirs: str = ""  # who had to do what by when, where that is not us
    hearing: bool = False
    hour: str = ""


def put_beside(case: Case, beside: Sequence[CaseDate]) -> NextAct | None:
    """The date of a paper or a court file that leads the case; None where one of its own steps does."""
    clock, by = leading(case)
    first = next((one for one in dates.running(beside) if clock is Clock.OURS and one.due_on == by), None)
    if first is None:
        return None
    said = first.dated
    who = date_words.WHO[date_words.who(said)]
    hearing = said.rule == dates.HEARING
    return NextAct(date_words.what(said), date_words.article(said), who, hearing=hearing, hour=said.hour)


def of_grievance(case: Grievance, beside: Sequence[CaseDate] = ()) -> NextAct:
    """The act that the case's leading date is for, else the first to do."""
    led = put_beside(case, beside)
    if led is not None:
        return led
    covered = {rule for rule, _key in dates.covered(beside)}
    steps = [one for one in still_open(case.account) if one.by is None or str(one.by.rule) not in covered]
    if not steps:
        return NextAct(_("Every step is done: close it, or note what is awaited"))
    every, leads = [timed(step) for step in steps], leading(case)
    first = next((one for one in every if (one.clock, one.by) == leads), every[0])
    return NextAct(first.what, first.article, date_words.WHO[first.step.who], first.theirs)
