"""That a paper went: which, by which means and when, kept as a line of the dispute's timeline."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l

from union.cases import dates
from union.cases.models import Case, Entry
from union.cases.timeline import entry, timeline
from union.entitlements.records.facts import Facts
from union.layoffs.records.acts import LayoffAct, LetterKind, PaperSent
from union.layoffs.records.models import Layoff, LayoffPerson
from union.papers.sending import Correspondent, Means, Sent, Went, tell
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today

GROUP = "group"  # what the letters of the whole list are called among those that a case offers


def paper_sent(
    session: ReachSession,
    by: UUID,
    dispute: Layoff,
    paper: LetterKind,
    means: Means,
    on: date,
    row: LayoffPerson | None = None,
) -> None:
    """A paper of one person went, or one of the group where `row` is None. Raises `Refused` for a day to come."""
    if on > today():
        raise Refused("sent_on", _l("This day is still to come: write the day on which it went."))
    said = PaperSent(paper.value, means.value, row.position if row else 0, _key(row.facts) if row else "")
    entry(session, dispute, by, LayoffAct.PAPER_SENT, msgspec.json.encode(said).decode(), on=on)
    to = {LetterKind.INSPECTOR: Correspondent.INSPECTOR, LetterKind.DELEGATE: Correspondent.OTHER}
    key = f"person.{paper.value}.{row.id}" if row else f"{GROUP}.{paper.value}"
    what = f"{GROUP}.{paper.value}"
    tell(session, by, dispute, Went(key, what, to.get(paper, Correspondent.EMPLOYER), on, means, replaces=False))


def mark(session: ReachSession, by: UUID, case: Case, made_from: str, means: Means, on: date) -> None:
    """A letter that was begun from one of the group went: the dispute says so too, once."""
    first, _dot, kind = made_from.partition(".")
    if not isinstance(case, Layoff) or first != GROUP:
        return
    before = sent(session, case).get(LetterKind(kind))
    if before is None or (before.on, before.means) != (on, means):
        paper_sent(session, by, case, LetterKind(kind), means, on)


def take_back(_session: ReachSession, _by: UUID, _case: Case, _made_from: str) -> None:
    """What a timeline says stays: the register strikes it out, and the letter is final again."""


def sent(session: ReachSession, dispute: Layoff, row: LayoffPerson | None = None) -> dict[LetterKind, Sent]:
    """The papers of one person that went, or those of the group, each the last time."""
    found: dict[LetterKind, Sent] = {}
    for one in timeline(session, dispute):
        if one.act != LayoffAct.PAPER_SENT.value or one.on is None:
            continue
        said = msgspec.json.decode(one.words, type=PaperSent)
        if _is_of(said, one, dispute, row):
            found.setdefault(LetterKind(said.paper), Sent(one.on, Means(said.means), one.by_name))
    return found


def _is_of(said: PaperSent, line: Entry, dispute: Layoff, row: LayoffPerson | None) -> bool:
    """Whether it was of that person; a line that kept no key holds for the list of its time only."""
    if row is None or not said.position:
        return row is None and not said.position
    if said.key:
        return said.key == _key(row.facts)
    taken = dispute.matter.taken
    return said.position == row.position and (taken is None or line.at >= taken.at)


def _key(facts: Facts) -> str:
    return dates.key_of(facts.employee_number, facts.name)
