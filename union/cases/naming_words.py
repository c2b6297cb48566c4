"""The acts of a timeline that are about a colleague: they say whom by name, and who did so."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.cases.models import Entry
from union.cases.timeline import CaseAct

ABOUT = {
    CaseAct.NAMED.value: _l("%(name)s may read the case from now on"),
    CaseAct.UNNAMED.value: _l("%(name)s reads the case no more"),
    CaseAct.ASSIGNED.value: _l("Assigned to %(name)s"),
    CaseAct.OFFERED.value: _l("%(name)s is asked to take it over"),
    CaseAct.OFFER_WITHDRAWN.value: _l("%(name)s is asked no more"),
    CaseAct.HANDED_OVER.value: _l("Handed over to %(name)s"),
}


@dataclass(frozen=True)
class Told:
    """One such act: what was done to whom, by whom, and what was written with it."""

    what: str
    who: str
    body: str


def about_somebody(entry: Entry) -> Told | None:
    """An act in words where it names a colleague; None for every other, and for one that was kept without the name."""
    name, _break, body = entry.words.partition("\n")
    if entry.act not in ABOUT or not name:
        return None
    return Told(str(ABOUT[entry.act]) % {"name": name}, _("by %(name)s", name=entry.by_name), body)
