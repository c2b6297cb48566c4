"""A section as its pages show it: each step with its words, what comes next, and what its officers' term is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from union.cases.clocks import Clock
from union.languages.saying import in_language
from union.law.sections.filing import Step
from union.law.sources.source import Status
from union.sections.letters import LETTERS
from union.sections.models import Done, Section
from union.sections.steps import FROM_PAGE, Standing, State, all_of, next_of
from union.sections.words import WAYS
from union.web.locale import language, today

PAGES = {
    Step.ASSEMBLY: "sections.edit",
    Step.STATUTES: "sections.statutes",
    Step.OFFICERS: "sections.officers",
    Step.RENEWAL: "sections.officers",
}


@dataclass(frozen=True)
class ShownStep:
    """One step, in the reader's language; the templates' `next_step` reads it too."""

    key: str
    at: int
    what: str
    by: date | None
    who: str
    article: str
    because: str
    failing: str
    verified: bool
    state: str
    state_word: str
    clock: str
    done: Done | None
    proof: str
    letter: bool
    url: str
    label: str
    own_page: bool
    legal_on: date | None = None
    theirs: str = ""
    post_by: date | None = None
    hour: str = ""
    about: str = ""
    article_title: str = ""


def steps(section: Section, on: date | None = None) -> list[ShownStep]:
    """Every step of a section."""
    return [shown(section, one) for one in all_of(section.told, on or today())]


def following(section: Section, on: date | None = None) -> ShownStep | None:
    """What comes next; None of a section that is closed, or where all is done."""
    if section.told.closed_on is not None:
        return None
    found = next_of(all_of(section.told, on or today()))
    return None if found is None else shown(section, found)


def shown(section: Section, one: Standing) -> ShownStep:
    """One step in words."""
    planned, own = one.planned, one.step in FROM_PAGE
    where = PAGES[one.step] if own else "sections.doing"
    asked: dict[str, Any] = {} if own else {"filing": one.at, "step": one.step.value}
    return ShownStep(
        key=one.step.value,
        at=one.at,
        what=say(planned.what),
        by=planned.by,
        who=str(_("the union")),
        article=say(planned.article),
        because=say(planned.because),
        failing=say(planned.failing),
        verified=planned.status is not Status.UNVERIFIED,
        state=one.state.value,
        state_word=_word(one),
        clock=_clock(one).value,
        done=one.done,
        proof=_proof(one.done),
        letter=one.step in LETTERS and one.state is not State.LATER,
        url=url_for(where, section_id=section.id, **asked),
        label=str(_("Open its page") if own else _("Write down that it was done")),
        own_page=own,
    )


def _clock(one: Standing) -> Clock:
    if one.planned.by is not None:
        return Clock.OURS
    return Clock.NONE if one.step in {Step.EMPLOYER, Step.COURT} else Clock.AT_ONCE


def _word(one: Standing) -> str:
    if one.state is State.LATER:
        return str(_("only after the deposit"))
    return str(_("when we choose")) if one.planned.by is None and one.step in {Step.EMPLOYER, Step.COURT} else ""


def _proof(done: Done | None) -> str:
    if done is None:
        return ""
    way = str(WAYS[done.way]) if done.way else ""
    return str(_(": ")).join(filter(None, (way, done.proof)))


def say(said: Any) -> str:
    """A sentence of the law in the reader's language."""
    return in_language(said, language())
