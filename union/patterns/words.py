"""What people read of patterns and lines of time, on pages and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import spoken
from union.grievances.hanging import CLOSED, LABELS, SAID_HOLIDAYS, SAID_WAGE_LINES, Holiday, WageLine
from union.languages.saying import in_language
from union.law.sources.sentence import Sentence
from union.patterns.line_of_time import Source
from union.patterns.models import Happened
from union.patterns.told import Thread

THREADS: Mapping[Thread, Any] = {one: LABELS[one.value] for one in Thread}
ON_PAPER: Mapping[Happened, Sentence] = {
    Happened.MANDATE: Sentence("A mandate began"),
    Happened.LIST: Sentence("A list for the election of delegates"),
    Happened.STRIKE: Sentence("A strike"),
    Happened.CLAIM: Sentence("A claim to the employer"),
    Happened.SECTION: Sentence("The union section was notified"),
    Happened.OTHER_UNION: Sentence("Another union event"),
    Happened.WARNING: Sentence("Warning"),
    Happened.REPRIMAND: Sentence("Reprimand"),
    Happened.SUSPENSION: Sentence("Suspension"),
    Happened.TRANSFER: Sentence("Transfer as a sanction"),
    Happened.SANCTION: Sentence("A sanction"),
    Happened.DISMISSAL: Sentence("Dismissal"),
    Happened.CONTRACT: Sentence("Hours, post, pay or team changed"),
}
HAPPENED: Mapping[Happened, Any] = {one: spoken(said) for one, said in ON_PAPER.items()}
SOURCES: Mapping[Source, Any] = {
    Source.MANDATE: _l("from the member's file"),
    Source.ELECTION: _l("from the election results"),
    Source.CASE: _l("from a case"),
    Source.LETTER: _l("from a dismissal letter"),
    Source.ENTERED: _l("written down here"),
}


def spelt(thread: Thread, label: str) -> Any:
    """A label as people read it: a closed list by its words."""
    if thread.value not in CLOSED:
        return label
    kind, words = CLOSED[thread.value]
    return words[kind(label)]


def on_paper(thread: Thread, label: str, language: str) -> str:
    """The same on paper; nothing of a supervisor, whose name leaves no house."""
    if thread is Thread.SUPERVISOR:
        return ""
    if thread is Thread.HOLIDAY:
        return in_language(SAID_HOLIDAYS[Holiday(label)], language)
    return in_language(SAID_WAGE_LINES[WageLine(label)], language) if thread is Thread.WAGE_LINE else label
