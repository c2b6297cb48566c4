"""The letters that the steps of a grievance offer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from flask_babel import lazy_gettext as _l

from union.cases import subjects
from union.cases.letters import LANGUAGES, filled
from union.cases.models import Case, CaseKind
from union.correspondence.offers import Offer
from union.correspondence.typed import plain
from union.grievances.models import Grievance
from union.grievances.step_letters import SAID, may_be_written, of_step
from union.grievances.steps import steps
from union.grievances.subjects import subject
from union.web.locale import language

ASK_FIRST = _l("Its letter bears the person’s name: ask first whether they agree.")


def offered(case: Case) -> Iterator[Offer]:
    """The letter of each step that is open or was done, once: one that bears the person's name waits for their yes."""
    if case.kind is not CaseKind.GRIEVANCE:
        return
    said = cast(Grievance, case).account
    codes = dict.fromkeys(step.letter for step in steps(said) if step.letter in SAID)
    if not codes:
        return
    about, place = subject(case).about, subjects.place_of(case)
    for code in codes:
        make = partial(of_step, code, said, about, place, case.code, draft=False)
        heading = plain(filled(SAID[code][0], language() if language() in LANGUAGES else "fr"))
        yield Offer(f"step.{code}", heading, make, "" if may_be_written(code, said) else ASK_FIRST)
