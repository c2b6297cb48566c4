"""Contacts in words: with whom, by what, who turned to whom, and what was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.cases.models import Entry
from union.grievances.contacts import ACT, Channel, Contact, Direction, Whom, read

WHOM = {
    Whom.EMPLOYER: _l("The employer"),
    Whom.INSPECTOR: _l("The labour inspector"),
    Whom.PERSON: _l("The person concerned"),
    Whom.COURT: _l("The court"),
    Whom.OTHER: _l("Somebody else"),
}
CHANNELS = {
    Channel.CALL: _l("Telephone"),
    Channel.MESSAGE: _l("Message"),
    Channel.LETTER: _l("Letter"),
    Channel.EMAIL: _l("E-mail"),
    Channel.MEETING: _l("Meeting"),
    Channel.VISIT: _l("Visit"),
}
DIRECTIONS = {Direction.OUT: _l("We turned to them"), Direction.IN: _l("They turned to us")}


@dataclass(frozen=True)
class Said:
    """One contact as the panel shows it."""

    head: str
    on: date
    by_name: str
    summary: str
    answered: bool


def head(one: Contact) -> str:
    """With whom and how, on one line."""
    way = str(CHANNELS[one.channel])
    if one.direction is Direction.IN:
        way = str(_("%(channel)s, they turned to us", channel=way))
    told = [str(WHOM[one.whom]), way] + ([] if one.answered else [str(_("no answer"))])
    return " · ".join(told)


def body(line: Entry) -> str:
    """A contact as a line of the timeline."""
    one = read(line)
    return "\n".join(filter(None, [head(one), one.summary]))


def of_timeline(entries: Iterable[Entry], *, strategy: bool) -> list[Said]:
    """The contacts of a case, the last first; those that are strategy for who may see them alone."""
    found = []
    for line in entries:
        if line.act == ACT and (strategy or not line.strategy):
            one = read(line)
            found.append(Said(head(one), line.on or line.at.date(), line.by_name, one.summary, one.answered))
    return sorted(found, key=lambda one: one.on, reverse=True)
