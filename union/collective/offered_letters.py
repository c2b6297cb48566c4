"""The letters of a collective grievance, to be edited. A kept text names nobody: a consent can be taken back after it
was written, and who allows their name stands in the paper of the day alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flask import url_for
from flask_babel import lazy_gettext as _l

from union.cases import subjects
from union.cases.letters import LANGUAGES, filled
from union.cases.models import Case
from union.collective.actions import is_collective
from union.collective.letters import SAID, of_claim
from union.correspondence.offers import First, Offer
from union.correspondence.typed import plain
from union.grievances.models import Grievance
from union.press.content import Letter
from union.web.locale import language

NAMES_ON_PAPER = _l("An edited letter names nobody. The names of who allows it stand in the one printed there.")
WORD_FIRST = _l("Write first what it is about and what is asked for: people agree to words.")


def offered(case: Case) -> Iterator[Offer]:
    """Each letter, without a name and without a number."""
    if not isinstance(case, Grievance) or not is_collective(case):
        return
    said, place = case.account, subjects.place_of(case)
    first = First(NAMES_ON_PAPER, url_for("collective.show", case_id=case.id))
    for code in SAID:

        def make(said_in: str, on: date, code: str = code) -> Letter:
            return of_claim(code, said, (), 0, place, case.code, said_in, on, draft=False)

        title = plain(filled(SAID[code].subject, language() if language() in LANGUAGES else "fr"))
        yield Offer(f"collective.{code}", title, make, "" if said.subject else WORD_FIRST, first)
