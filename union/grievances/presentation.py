"""One grievance as its page tells it: what is next and why, what is done, its acts in words, who opened it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from union.access import May, asking
from union.cases import closing_words, date_words, dates, messages
from union.cases.clocks import Clock
from union.cases.models import Case, Entry, Stage
from union.cases.naming_words import about_somebody
from union.cases.timeline import ACT_WORDS, TOLD, CaseAct
from union.grievances import contact_words, contacts
from union.grievances.actions import may_undo
from union.grievances.correction_words import changes
from union.grievances.models import Grievance
from union.grievances.step_words import act_words, body, told
from union.grievances.steps import asks_who_is_protected, is_protected, steps
from union.grievances.timing import place, timed
from union.grievances.words import ACTS
from union.languages.saying import in_language
from union.law.dates.deadlines import Deadline
from union.law.next_steps import Step
from union.law.paths.declared import DECLARED
from union.record import chain
from union.store.reach import ReachSession
from union.web.forms.form import current_account_id
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
    clock: str = Clock.OURS.value
    hour: str = ""
    theirs: str = ""  # who had to do what by when, where that is not us
    letter: str = ""  # the code of its letter
    if_nothing: tuple[str, ...] = ()  # what follows if nothing comes
    ours: bool = True  # one of us does it; what another does is marked once it came
    proof: bool = False  # doing it leaves a proof, which is asked for


@dataclass(frozen=True)
class TimelineEntry:
    """One act of the timeline."""

    at: datetime
    who: str
    what: Any
    icon: str
    body: str = ""
    private: bool = False
    undo: str = ""  # the code of a step that the reader may take back from here
    seen: str = ""  # of one's own message: who has read it, and who has not yet


@dataclass(frozen=True)
class Opening:
    """The last time that somebody opened the case."""

    who: str
    at: datetime
    times: int


def sees_strategy() -> bool:
    """Whoever works or pleads the case; a delegate may be an unaffiliated one, or a frightened one."""
    return asking().may(May.PLEAD_GRIEVANCE)


def what_is_next(session: ReachSession, case: Grievance) -> list[Next]:
    """The open steps, the first to do at the head: the law's, and the dates of papers and court files in their
    place."""
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
    told.sort(key=lambda one: place(Clock(one.clock), one.by, today()))
    ours = next((one for one in told if one.clock != Clock.THEIRS.value), None)  # first on top, as in the agenda
    return told if ours is None else [ours, *(one for one in told if one is not ours)]


def _beside(one: dates.CaseDate) -> Next:
    """A date of a paper or a court file; how it was counted stands on the page of that one, where it is met too."""
    opens = asking().may(May.PLEAD_GRIEVANCE)
    clock = Clock.HEARING if one.dated.rule == dates.HEARING else Clock.OURS
    return Next(
        one.dated.rule,
        date_words.what(one.dated),
        one.due_on,
        date_words.WHO[date_words.who(one.dated)],
        False,
        date_words.article(one.dated),
        legal_on=one.dated.legal_on,
        url=date_words.page_of(one) if opens else "",
        label=_("Open the paper"),
        clock=clock.value,
        hour=one.dated.hour,
    )


# Steps that are done by writing down what was found out: the others follow from the answer.
ANSWERED = frozenset({"ask_agreement", "ask_what_happened", "ask_about_accident", "written_note", "establish_end"})


def _said(step: Step, case: Grievance) -> Next:
    lang = language()
    mine = step.who != "legal" if asking().may(May.PLEAD_GRIEVANCE) else step.who == "delegate"
    told, where = timed(step), _beside_step(step)
    if mine and step.code in ANSWERED:
        where |= {"url": url_for("grievances.known", case_id=case.id), "label": _("Write the answer")}
    if step.by is None:
        because = _("No period of the law runs here: this is our own day to ask again.") if step.follow_up_on else ""
        who = date_words.WHO[step.who]
        return Next(step.code, told.what, told.by, who, mine, told.article, because, clock=told.clock.value, **where)
    by = step.by
    passed = by.legal_on < today() and by.bound == "us"
    return Next(
        step.code,
        told.what,
        told.by,
        date_words.WHO[step.who],
        mine,
        told.article,
        _because(by),
        by.legal_on,
        None if passed else by.post_by,
        passed,
        in_language(by.remains, lang) if passed and by.remains else "",
        in_language(by.reserve, lang) if passed and by.reserve and (by.reserve_on or date.min) >= today() else "",
        clock=told.clock.value,
        theirs=told.theirs,
        **where,
    )


def _beside_step(step: Step) -> dict[str, Any]:
    """What stands beside a step whatever bounds it: its letter, and what follows if nothing comes."""
    follows = tuple(act_words(code) for code in DECLARED.follow_ups(step.code))
    return {"letter": step.letter, "if_nothing": follows, "ours": step.ours, "proof": step.proof}


def _because(by: Deadline) -> str:
    """How the period was counted, and whom it binds where it is not the union."""
    said = in_language(by.because, language())
    if by.bound == "us":
        return said
    return " ".join([said, _("This date binds the other side: act as soon as it has gone by.")])


def lines(
    session: ReachSession, case: Grievance, entries: Sequence[Entry], called: Mapping[UUID, str]
) -> list[TimelineEntry]:
    """Every act of its timeline, newest first; strategy only for who may see it. `called` are the names of its reporter
    and handler."""
    mine = (
        {one.code for one in case.account.done if may_undo(one, current_account_id())}
        if case.stage is not Stage.CLOSED
        else set()
    )
    shown = []
    seen = _seen(session, case, entries, called)
    for at, one in enumerate(entries):
        if sees_strategy() or not one.strategy:
            code = told(one.words).code if one.act == "step_done" else ""
            undo = code if code in mine else ""
            mine.discard(undo)  # its last marking alone
            shown.append(dataclasses.replace(_line(one, undo), seen=seen.get(at, "")))
    return shown


SAID = frozenset(one.value for one in TOLD)  # what waits to be read
WRITTEN = frozenset({CaseAct.NOTED.value, CaseAct.ADDED.value})
GIVEN = frozenset(one.value for one in (CaseAct.TAKEN, CaseAct.ASSIGNED, CaseAct.HANDED_OVER, CaseAct.TAKEN_OVER))


def _seen(session: ReachSession, case: Case, entries: Sequence[Entry], called: Mapping[UUID, str]) -> dict[int, str]:
    """Of one's own messages, by their place in the timeline: whether the reporter and the handler of then have read
    them."""
    unread = messages.unread(session, case)
    passed: dict[UUID, int] = defaultdict(int)
    found, handler = {}, case.handled_by
    for at, one in enumerate(entries):
        if one.act in GIVEN:
            handler = None  # what is older was for whoever followed the case then
        if one.act not in SAID or one.strategy:
            continue
        told = []
        for account in dict.fromkeys(who for who in (case.reported_by, handler) if who is not None and who != one.by):
            waits = passed[account] < unread.get(account, 0)
            passed[account] += 1
            name = called.get(account, "–")
            told.append(_("not read yet by %(name)s", name=name) if waits else _("read by %(name)s", name=name))
        if one.by == current_account_id():
            found[at] = " · ".join(told)
    return found


def _line(entry: Entry, undo: str = "") -> TimelineEntry:
    what, icon = ACTS.get(entry.act) or ACT_WORDS.get(entry.act, (entry.act, "note"))
    if (told := about_somebody(entry)) is not None:
        return TimelineEntry(entry.at, told.who, told.what, icon, told.body, entry.strategy)
    return TimelineEntry(entry.at, entry.by_name, what, icon, _body(entry), entry.strategy, undo)


def last_message(entries: Iterable[Entry], to: UUID) -> Entry | None:
    """Of a timeline, the last note that somebody else wrote for whoever reads the case."""
    notes = (one for one in entries if one.act in WRITTEN and not one.strategy)
    return next((one for one in notes if one.by != to), None)


def _body(entry: Entry) -> str:
    """What somebody wrote, or what a code of ours stands for."""
    if entry.act in {"step_done", "step_undone"}:
        return body(entry.words)
    if entry.act in closing_words.ACTS:
        return closing_words.decision_line(entry.words)
    if entry.act == contacts.ACT:
        return contact_words.body(entry)
    return changes(entry.words) if entry.act in {"corrected", "learned", "hung"} else entry.words


def opened(session: ReachSession, case: Grievance) -> dict[UUID, list[datetime]]:
    """Who has opened the case, and when, newest first."""
    times: dict[UUID, list[datetime]] = {}
    for event in chain.about(session, case, limit=200):
        if event.act is chain.Act.OPENED and event.by is not None:
            times.setdefault(event.by, []).append(event.at)
    return times


def openings(times: Mapping[UUID, list[datetime]], called: Mapping[UUID, str]) -> list[Opening]:
    """The same in names, who came last first."""
    latest = sorted(times.items(), key=lambda pair: pair[1][0], reverse=True)
    return [Opening(called.get(one, ""), at[0], len(at)) for one, at in latest]
