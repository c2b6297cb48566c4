"""What is done to a case of any kind: its code, who works on it, where it stands; each act a line of its timeline."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.accounts.models import Account
from union.cases.models import Case, Stage
from union.cases.readers import add, handlers, is_named
from union.cases.timeline import CaseAct, entry, timeline
from union.refusal import Refused
from union.store.reach import ReachSession

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without 0 O 1 I L U: read aloud on a bad line, none is taken for another


class Taken(Refused):
    """Somebody else took the case first: `holder` is their account, `holder_name` their name."""

    def __init__(self, holder: UUID, holder_name: str) -> None:
        super().__init__("handled_by", _l("Somebody took this case before you. Ask for it, or leave it to them."))
        self.holder, self.holder_name = holder, holder_name


def new_code(letter: str) -> str:
    """A random reference that tells neither place nor order: `new_code("R")` is like R-7K3F9Q (7e8 of them)."""
    return f"{letter}-{''.join(secrets.choice(LETTERS) for _ in range(6))}"


def due(case: Case, ours: Iterable[date], theirs: Iterable[date] = (), *, at_once: bool = False) -> None:
    """The soonest of our safe dates becomes the case's, and that of the other side stands beside it.

    `at_once` says that an act waits which no day bounds.
    """
    case.due_on, case.theirs_on = min(ours, default=None), min(theirs, default=None)
    case.at_once = at_once


def take(session: ReachSession, by: UUID, case: Case) -> None:
    """Work on a case that nobody holds. Raises `Taken` where somebody does, `Refused` for one's own or a closed one."""
    still_open(case)
    if case.handled_by == by:
        raise Refused("handled_by", _l("You already follow this case."))
    if case.handled_by is not None:
        holder = session.get(Account, case.handled_by)
        raise Taken(case.handled_by, holder.holder.name if holder else "")
    case.handled_by, case.stage = by, Stage.IN_HAND
    entry(session, case, by, CaseAct.TAKEN)


def release(session: ReachSession, by: UUID, case: Case) -> None:
    """Take back that one took a case a moment ago. Raises `Refused` where anything was done on it since."""
    last = next(iter(timeline(session, case)), None)
    if last is None or (last.act, last.by) != (CaseAct.TAKEN.value, by):
        raise Refused("handled_by", _l("Something was done on this case since: hand it over instead."))
    case.handled_by, case.stage = None, Stage.NEW
    entry(session, case, by, CaseAct.RELEASED)


def assign(
    session: ReachSession, by: UUID, case: Case, to: UUID, words: str = "", *, offered_by: UUID | None = None
) -> None:
    """Give a case to a colleague who works at its workplace; `offered_by` is who asked them to take it. Raises
    `Refused`.

    Whoever gives a confidential case away stays named on it until the new handler takes them off.
    """
    may_receive(session, case, to)
    act = CaseAct.ASSIGNED if case.handled_by is None else CaseAct.HANDED_OVER
    _keep_named(session, case, {by, offered_by, case.handled_by} - {to, None})
    case.handled_by = to
    case.stage = Stage.IN_HAND if case.stage is Stage.NEW else case.stage
    receiver = session.get_one(Account, to).holder.name
    entry(session, case, by, act, f"{receiver}\n{words}".strip())


def may_receive(session: ReachSession, case: Case, to: UUID) -> None:
    """Raises `Refused` where a colleague cannot follow this case, or does already."""
    still_open(case)
    if case.handled_by == to:
        raise Refused("to", _l("This colleague already follows the case: choose another."))
    if to not in {one.id for one in handlers(session, case.workplace_id)}:
        raise Refused("to", _l("Choose a colleague who works at this workplace."))


def _keep_named(session: ReachSession, case: Case, people: set[UUID | None]) -> None:
    """Nobody who acts on a confidential case loses it in the middle of the act."""
    for one in people:
        if case.confidential and one is not None and one != case.reported_by and not is_named(session, case, one):
            add(session, case, one)


def note(session: ReachSession, by: UUID, case: Case, words: str, *, strategy: bool = False) -> None:
    """Add a note; a strategy note is never printed and is shown to who works the case only."""
    if not words.strip():
        raise Refused("words", _l("Write what was said or done, by whom and when."))
    entry(session, case, by, CaseAct.NOTED, words, strategy=strategy)


def wait(session: ReachSession, by: UUID, case: Case, words: str) -> None:
    """The next move is somebody else's (the employer, the inspector, the court): `words` says whose."""
    still_open(case)
    if case.handled_by is None:
        raise Refused("whom", _l("Take the case first: somebody must watch its dates while it waits."))
    if case.stage is Stage.WAITING:
        raise Refused("whom", _l("This case waits already: say first that the answer came."))
    case.stage = Stage.WAITING
    entry(session, case, by, CaseAct.WAITING, words)


def resume(session: ReachSession, by: UUID, case: Case, words: str = "") -> None:
    """The answer came, or it is time to go on without."""
    if case.stage is not Stage.WAITING:
        raise Refused("words", _l("This case is not waiting for anybody."))
    case.stage = Stage.IN_HAND
    entry(session, case, by, CaseAct.RESUMED, words)


def still_open(case: Case) -> None:
    """Raises `Refused` for a closed case."""
    if case.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))
