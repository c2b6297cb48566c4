"""What turns out to be otherwise, or is found out later: the report is put right, and its steps and dates are
counted anew."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID
from zlib import crc32

import msgspec
from flask_babel import lazy_gettext as _l

from union.accounts.models import Account as SignsIn
from union.cases.models import Stage
from union.cases.timeline import entry
from union.grievances.hanging import LABELS
from union.grievances.models import Agreed, Done, Grievance, Report, sorted_out
from union.grievances.step_words import words_of_today
from union.grievances.steps import recount
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today

NOTE = "written_note"  # the step that the day of the delegates' note marks as done


class Putting(Enum):
    """The acts by which a report comes to say something else."""

    CORRECTED = "corrected"
    LEARNED = "learned"
    ASKED = "correction_asked"
    HUNG = "hung"


def corrects(case: Grievance, by: UUID) -> bool:
    """Whether its reporter may still put it right: on the day of the report, while it is open."""
    return case.reported_by == by and case.stage is not Stage.CLOSED and case.account.filed_on == today()


def correct(session: ReachSession, by: UUID, case: Grievance, told: Mapping[str, Any]) -> None:
    """Say otherwise what was reported; what is asked to be corrected counts as answered. Raises `Refused`."""
    _put(session, by, case, Putting.CORRECTED, {**told, "correction_asked": ""})


def learn(session: ReachSession, by: UUID, case: Grievance, told: Mapping[str, Any], how: str = "") -> None:
    """Write down what became known: an agreement and `how` it was given, a note handed in, an end. Raises `Refused`."""
    said = dataclasses.replace(case.account, **told)
    if said.agreed is Agreed.YES and case.account.agreed is not Agreed.YES and not how.strip():
        raise Refused("how", _l("Say who asked the person, when, and how they agreed."))
    if said.noted_on and said.agreed is not Agreed.YES:
        raise Refused("noted_on", _l("Without the person's agreement no note bears their name: ask first."))
    others = tuple(one for one in case.account.done if one.code != NOTE)
    if said.noted_on:
        who = session.get_one(SignsIn, by).holder.name
        others = (*others, Done(NOTE, said.noted_on, who, said=words_of_today(NOTE)))
    _put(session, by, case, Putting.LEARNED, {**told, "done": others}, how)


def ask(session: ReachSession, by: UUID, case: Grievance, words: str) -> None:
    """The reporter says what is wrong after the day of the report; it stays on top until somebody puts it right."""
    if case.stage is Stage.CLOSED:
        raise Refused("words", _l("This case is closed: reopen it first."))
    case.account = dataclasses.replace(case.account, correction_asked=words)
    entry(session, case, by, Putting.ASKED, words)


def hang(session: ReachSession, by: UUID, case: Grievance, told: Mapping[str, Any]) -> None:
    """Say what it hangs on, of a closed case too: no step and no date follows from it. Raises `Refused`."""
    before, after = case.account, dataclasses.replace(case.account, **told)
    changed = _changed(before, after)
    if not changed:
        raise Refused("supervisor", _l("Nothing was changed: correct what is wrong, or go back."))
    case.account = after
    entry(session, case, by, Putting.HUNG, msgspec.json.encode(changed).decode())


def _changed(before: Report, after: Report) -> dict[str, list[str]]:
    """What a report says otherwise, by the names of its fields: before, and now."""
    return {
        name: [_kept(getattr(before, name)), _kept(getattr(after, name))]
        for name in SAID
        if getattr(before, name) != getattr(after, name)
    }


def _put(
    session: ReachSession, by: UUID, case: Grievance, act: Putting, told: Mapping[str, Any], how: str = ""
) -> None:
    if case.stage is Stage.CLOSED:
        raise Refused("event_on", _l("This case is closed: reopen it first."))
    before, after = case.account, dataclasses.replace(case.account, **told)
    if {"problem", "harm"} & set(told):
        problem, harm = sorted_out(after.problem, after.harm)
        after = dataclasses.replace(after, problem=problem, harm=harm)
    stays = before.day_presumed and after.for_long and after.event_on == before.event_on
    after = dataclasses.replace(after, day_presumed=stays)
    changed = _changed(before, after)
    if not changed and not before.correction_asked:
        raise Refused("event_on", _l("Nothing was changed: correct what is wrong, or go back."))
    case.account = after
    recount(case)
    if how.strip():
        changed["how"] = ["", how.strip()]
    entry(session, case, by, act, msgspec.json.encode(changed).decode(), on=after.event_on)


# What a line of the timeline says of a change, in this order; the rest of an account follows from the acts.
SAID = tuple(
    name
    for name in (one.name for one in dataclasses.fields(Report))
    if name
    in {
        "problem",
        "paper",
        "event_on",
        "event_at",
        "for_long",
        "harm",
        "agreed",
        "noted_on",
        "ended_on",
        "about_name",
        "about_phone",
        "facts",
        "demand",
        *LABELS,
    }
)


def edition(case: Grievance, fields: Iterable[str] = SAID) -> int:
    """What a report says now in these fields, as a number for the page on which it is changed. Not the version of the
    row, which moves when the case is tied to a member: whoever reported it would learn that there is one."""
    said = case.account
    return crc32(msgspec.json.encode([_kept(getattr(said, name)) for name in fields])) % 1_000_000_000


def _kept(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None or value is False else "yes" if value is True else str(value)
