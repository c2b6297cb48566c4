"""The timeline of a dispute in the reader's words: each act from the codes and figures that were kept of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec
from flask_babel import gettext as _
from flask_babel import ngettext

from union.cases import closing_words
from union.cases.models import Entry as CaseEntryWords
from union.cases.naming_words import about_somebody
from union.cases.timeline import ACT_WORDS
from union.entitlements.people.fact_words import NAMES
from union.entitlements.records.facts import OwnSwitches
from union.entitlements.switches.readings import switches
from union.languages.figures import amount as written
from union.law.checking.findings import state_of_answer as state_of
from union.law.differing.switches import Bonuses, Term, Wage, Years
from union.layoffs.procedure.steps import Step
from union.layoffs.procedure.words import STATES, STEPS
from union.layoffs.records.acts import (
    Correction,
    Identified,
    LetterKind,
    ListSaid,
    OwnSteps,
    PaperSent,
    Recomputed,
    StepNoted,
    Switched,
)
from union.layoffs.words import ACTS, ICONS, PAPERS
from union.papers.sending import MEANS, Means
from union.press.content import left_to_right
from union.web.locale import day, language, number


@dataclass(frozen=True)
class ShownAct:
    """One line of the timeline."""

    at: datetime
    who: str
    what: Any
    body: str
    icon: str
    private: bool


def acts(entries: Iterable[CaseEntryWords], *, strategy: bool) -> list[ShownAct]:
    """The timeline, newest first; strategy only for who works the case."""
    return [_shown(one) for one in entries if strategy or not one.strategy]


def _shown(one: CaseEntryWords) -> ShownAct:
    what, icon = ACT_WORDS.get(one.act, (one.act, "note"))
    what, icon = ACTS.get(one.act, what), ICONS.get(one.act, icon)
    if (told := about_somebody(one)) is not None:
        return ShownAct(one.at, told.who, told.what, told.body, icon, one.strategy)
    return ShownAct(one.at, one.by_name, what, _body(one), icon, one.strategy)


def _body(one: CaseEntryWords) -> str:
    if one.act == "list_taken":
        said = msgspec.json.decode(one.words, type=ListSaid)
        told = ngettext("%(num)s person", "%(num)s people", said.people)
        return " · ".join([told, _("%(count)s computed", count=number(said.computed))])
    if one.act == "corrected":
        fixed = msgspec.json.decode(one.words, type=Correction)
        names = _(", ").join(str(NAMES[name]) for name in fixed.facts)
        return str(_("No. %(number)s: %(facts)s", number=number(fixed.position), facts=names))
    if one.act == "own_steps":
        own = msgspec.json.decode(one.words, type=OwnSteps)
        found = ngettext("%(num)s defect", "%(num)s defects", own.defects)
        return " · ".join([str(_("No. %(number)s", number=number(own.position))), str(found)])
    if one.act == "switched":
        return _switched(msgspec.json.decode(one.words, type=Switched))
    if one.act == "recomputed":
        sums = msgspec.json.decode(one.words, type=Recomputed)
        return _from_to(sums.before, sums.after)
    if one.act == "identified":
        return _identified(msgspec.json.decode(one.words, type=Identified))
    if one.act == "paper_sent":
        return _sent(msgspec.json.decode(one.words, type=PaperSent), one.on)
    if one.act == "claimed":
        return str(day(one.on)) if one.on else ""
    if one.act == "step_noted":
        noted = msgspec.json.decode(one.words, type=StepNoted)
        state = STATES[state_of(noted.done)]
        return " · ".join(str(part) for part in (STEPS[Step(noted.step)], state, day(one.on)) if part)
    return closing_words.decision_line(one.words) if one.act in closing_words.ACTS else one.words


def _switched(said: Switched) -> str:
    chosen = OwnSwitches(
        Years(said.years) if said.years else None,
        Wage(said.wage) if said.wage else None,
        Bonuses(said.bonuses) if said.bonuses else None,
        Term(said.term) if said.term else None,
    )
    whose = _("No. %(number)s", number=number(said.position)) if said.position else ""
    words = switches(chosen) or [_("as in the dispute")]
    sums = _from_to(said.before, said.after) if said.before is not None and said.after is not None else ""
    more = _("with better terms, or the day of the claim") if said.agreed else ""
    return " · ".join(str(part) for part in (whose, *words, more, sums) if part)


def _identified(said: Identified) -> str:
    counts = (
        ngettext("%(num)s the same person", "%(num)s the same person", said.same) if said.same else "",
        ngettext("%(num)s another person", "%(num)s other people", said.different) if said.different else "",
        ngettext("%(num)s undecided again", "%(num)s undecided again", said.undecided) if said.undecided else "",
        _from_to(said.before, said.after),
    )
    return " · ".join(str(part) for part in counts if part)


def _from_to(before: Decimal, after: Decimal) -> str:
    return str(_("legal minimum: %(before)s, then %(after)s", before=_plain(before), after=_plain(after)))


def _sent(sent: PaperSent, on: date | None) -> str:
    whose = _("No. %(number)s", number=number(sent.position)) if sent.position else ""
    parts = (whose, PAPERS[LetterKind(sent.paper)], MEANS[Means(sent.means)], day(on))
    return " · ".join(str(part) for part in parts if part)


def _plain(value: Decimal) -> str:
    """A sum inside a sentence that is no markup, left to right in Arabic too."""
    return left_to_right(written(value, language()))
