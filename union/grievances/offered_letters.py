"""The letters that the steps of a grievance offer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

from flask import url_for
from flask_babel import lazy_gettext as _l

from union.access import May, asking
from union.cases import subjects
from union.cases.letters import LANGUAGES, filled
from union.cases.models import Case, CaseKind
from union.correspondence.offers import First, Offer
from union.correspondence.typed import plain
from union.entitlements.records.models import Owed, of_case
from union.grievances.letter_words import SAID
from union.grievances.models import Grievance, Paper
from union.grievances.step_letters import Matter, may_be_written, of_step
from union.grievances.steps import is_protected, steps
from union.grievances.subjects import subject
from union.store.db import session
from union.web.damaged import readable
from union.web.locale import language
from union.workplaces.models import Site

ASK_FIRST = _l("Its letter bears the person’s name: ask first whether they agree.")
SUMS_FIRST = _l("Work out first what the law owes: the claim then carries its table, month by month.")

EXPLAINED = frozenset({Paper.HEARING_SUMMONS, Paper.SANCTION, Paper.OTHER_PAPER})


def matter_of(case: Grievance) -> Matter:
    """What the letters of a case are made of, as far as the reader may see it."""
    owed, about, place = _owed(case), subject(case).about, subjects.place_of(case)
    if owed is None:
        return Matter(case.account, about, place, case.code)
    return Matter(case.account, about, place, case.code, owed.snapshot, owed.told.basis.agreed.claimed_on)


def _owed(case: Grievance) -> Owed | None:
    if not asking().may(May.COUNT_OWED):
        return None
    found = readable(session().scalars(of_case(case.id)), "told", "snapshot")
    return found[0] if found else None


def codes(case: Grievance, site: Site) -> list[str]:
    """The letters of the steps that are open or were done, once each; and those that no step asks for: the answer to a
    request for explanations, which comes with a summons or as a paper of its own, and of a site that is not declared
    what asks for its inspection."""
    protected = is_protected(session(), case.member_id, case.workplace_id)
    found = dict.fromkeys(step.letter for step in steps(case.account, protected=protected) if step.letter in SAID)
    if case.account.paper in EXPLAINED:
        found["explanations"] = None
    if not site.declared:
        found["undeclared_site"] = None
    return list(found)


def title(code: str) -> str:
    """What a letter is called: its subject, for whoever reads now."""
    return plain(filled(SAID[code].subject, language() if language() in LANGUAGES else "fr"))


def first(code: str, case: Grievance) -> First | None:
    """What to do before a letter is made, though it can be made without."""
    if code != "wage_claim" or not asking().may(May.COUNT_OWED) or _owed(case) is not None:
        return None
    return First(SUMS_FIRST, url_for("entitlements.show", case_id=case.id))


def offered(case: Case) -> Iterator[Offer]:
    """The letter of each step: one that bears the person's name waits for their yes."""
    if case.kind is not CaseKind.GRIEVANCE:
        return
    grievance = cast(Grievance, case)
    matter = matter_of(grievance)
    for code in codes(grievance, matter.place.site):
        missing: Any = "" if may_be_written(code, matter.said) else ASK_FIRST
        make = partial(of_step, code, matter, draft=False)
        yield Offer(f"step.{code}", title(code), make, missing, first(code, grievance))
