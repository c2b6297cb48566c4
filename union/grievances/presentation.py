"""One grievance as its page tells it: what is next and why, what is done, its acts in words, who opened it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from union import record
from union.access import Role, asking
from union.cases import date_words, dates
from union.cases.models import Entry
from union.cases.timeline import timeline
from union.grievances.correction_words import changes
from union.grievances.models import Grievance
from union.grievances.steps import asks_who_is_protected, is_protected, steps
from union.grievances.words import ACTS, WHO
from union.law.acts import ACTS as LAW
from union.law.dates.deadlines import Deadline
from union.law.next_steps import Step
from union.law.sources.source import words
from union.reach import ReachSession
from union.web.locale import language, today


@dataclass(frozen=True)
class Next:
    """One step of the law, in the reader's language."""

    code: str
    what: str
    by: date | None
    who: Any
    mine: bool
    article: str
    because: str = ""
    legal_on: date | None = None
    post_by: date | None = None
    passed: bool = False  # the legal date is over: never "lost", these arguments remain
    remains: str = ""
    reserve: str = ""
    url: str = ""  # of the paper or the court file that it comes from: it is done there
    label: str = ""


@dataclass(frozen=True)
class Line:
    """One act of the timeline."""

    at: datetime
    who: str
    what: Any
    icon: str
    body: str = ""
    private: bool = False


@dataclass(frozen=True)
class Opening:
    """The last time that somebody opened the case."""

    who: str
    at: datetime
    times: int


def sees_strategy() -> bool:
    """Whoever works or pleads the case; a delegate may be an unaffiliated one, or a frightened one."""
    return asking().role in {Role.ORGANISER, Role.SECRETARIAT, Role.LEGAL}


def what_is_next(session: ReachSession, case: Grievance) -> list[Next]:
    """The open steps, the first to do at the head: the law's, and the dates of papers and court files in their place."""
    done = {one.code for one in case.account.done}
    protected = asks_who_is_protected(case.account) and is_protected(session, case.member_id, case.workplace_id)
    beside = dates.of_cases(session, [case.id]).get(case.id, [])
    covered = {rule for rule, _key in dates.covered(beside)}
    mine = [
        _said(one, case)
        for one in steps(case.account, protected=protected)
        if one.code not in done and (one.by is None or str(one.by.rule) not in covered)
    ]
    told = [*mine, *(_beside(one) for one in dates.running(beside))]
    return sorted(told, key=lambda one: one.by or date.max)  # as the agenda has it: the soonest date first


def _beside(one: dates.CaseDate) -> Next:
    """A date of a paper or a court file; how it was counted stands on the page of that one, where it is met too."""
    opens = asking().role is not Role.DELEGATE
    return Next(
        one.dated.rule, date_words.what(one.dated), one.due_on, WHO["legal" if one.dated.rule == dates.HEARING else "organiser"],
        False, date_words.article(one.dated), legal_on=one.dated.legal_on,
        url=date_words.page_of(one) if opens else "", label=_("Open the paper"),
    )  # fmt: skip


# Steps that are done by writing down what was found out: the others follow from the answer.
ANSWERED = frozenset({"ask_agreement", "ask_what_happened", "ask_about_accident", "written_note", "establish_end"})


def _said(step: Step, case: Grievance) -> Next:
    lang = language()
    mine = step.who == "delegate" if asking().role is Role.DELEGATE else step.who != "legal"
    where = (
        {"url": url_for("grievances.known", case_id=case.id), "label": _("Write the answer")}
        if mine and step.code in ANSWERED
        else {}
    )
    if step.by is None:
        return Next(step.code, step.what.say(lang), None, WHO[step.who], mine, step.article.say(lang), **where)
    by = step.by
    passed = by.legal_on < today() and by.bound == "us"
    return Next(
        step.code, step.what.say(lang), by.safe_on, WHO[step.who], mine, by.article.say(lang), _because(by),
        by.legal_on, None if passed else by.post_by, passed,
        by.remains.say(lang) if passed and by.remains else "",
        by.reserve.say(lang) if passed and by.reserve and (by.reserve_on or date.min) >= today() else "", **where,
    )  # fmt: skip


def _because(by: Deadline) -> str:
    """How the period was counted, and whom it binds where it is not the union."""
    said = by.because.say(language())
    if by.bound == "us":
        return said
    return " ".join([said, _("This date binds the other side: act as soon as it has gone by.")])


def act_words(code: str) -> str:
    """A step of the law by its code, in the reader's language."""
    known = LAW.get(code)
    return words(known[1], known[2], known[3]).say(language()) if known else ""


def lines(session: ReachSession, case: Grievance) -> list[Line]:
    """Every act, newest first; strategy only for who may see it."""
    return [_line(one) for one in timeline(session, case) if sees_strategy() or not one.strategy]


def _line(entry: Entry) -> Line:
    what, icon = ACTS.get(entry.act, (entry.act, "note"))
    body = _body(entry)
    return Line(entry.at, entry.by_name, what, icon, body, entry.strategy)


def _body(entry: Entry) -> str:
    """What somebody wrote, or what a code of ours stands for."""
    if entry.act in {"step_done", "step_undone"}:
        return act_words(entry.words)
    return changes(entry.words) if entry.act in {"corrected", "learned"} else entry.words


def opened(session: ReachSession, case: Grievance) -> dict[UUID, list[datetime]]:
    """Who has opened the case, and when, newest first."""
    times: dict[UUID, list[datetime]] = {}
    for event in record.about(session, case, limit=200):
        if event.act is record.Act.OPENED and event.by is not None:
            times.setdefault(event.by, []).append(event.at)
    return times


def openings(times: Mapping[UUID, list[datetime]], names: Mapping[UUID, str]) -> list[Opening]:
    """The same in names, who came last first."""
    latest = sorted(times.items(), key=lambda pair: pair[1][0], reverse=True)
    return [Opening(names.get(one, ""), at[0], len(at)) for one, at in latest]
