"""The letters that the papers of a case bring: of a receipt, a dismissal, an exposure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from union.cases.letters import LANGUAGES
from union.cases.models import Case
from union.correspondence.offers import Offer
from union.correspondence.typed import plain
from union.papers.declaration import Kind, Opened, Sends
from union.papers.kinds import KINDS
from union.papers.sending import Means
from union.press.content import Letter
from union.store.db import session
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import language, today


@dataclass(frozen=True)
class _Made:
    """What makes one letter of one paper."""

    kind: Kind
    opened: Opened
    name: str

    def __call__(self, said_in: str, on: date) -> Letter:
        made = self.of(said_in, on)
        if not isinstance(made, Letter):
            raise LookupError("No letter is made of this paper")
        return made

    def of(self, said_in: str, on: date) -> Any:
        assert self.kind.printed is not None
        return self.kind.printed.make(self.opened, self.name, said_in, on, False)


def offered(case: Case) -> Iterator[Offer]:
    """A letter for each name that a kind of paper prints, of every paper that was not set aside."""
    for kind in KINDS:
        if kind.printed is None or not kind.printed.drafts or not kind.argument:
            continue
        for row in readable(session().scalars(kind.table.of_case(case.id)), kind.table.envelope):
            content = kind.table.content(row)
            if getattr(content, "set_aside", ""):
                continue
            name = kind.table.whose(content).name
            opened = Opened(case, row, content, name, (kind.table.record_kind, row.id))
            for printed in kind.printed.names:
                made = _Made(kind, opened, printed)
                letter = made.of(language() if language() in LANGUAGES else "fr", today())
                if isinstance(letter, Letter):
                    yield Offer(f"{kind.name}.{row.id}.{printed}", f"{kind.noun} · {plain(letter.subject)}", made)


def mark(session: ReachSession, by: UUID, case: Case, made_from: str, means: Means, on: date) -> None:
    """The paper that a letter was made from says too that it went. Raises `Refused`."""
    found = _sender(session, case, made_from)
    if found is None:
        return
    kind, sends, row = found
    before = sends.sent(kind.table.content(row))
    if before is None or (before.on, before.means) != (on, means):
        sends.mark(session, by, case, row, means, on)


def take_back(session: ReachSession, by: UUID, case: Case, made_from: str) -> None:
    """The letter did not go: the paper says so no more."""
    found = _sender(session, case, made_from)
    if found is not None and found[1].sent(found[0].table.content(found[2])) is not None:
        found[1].take_back(session, by, case, found[2])


def paper_of(made_from: str) -> UUID | None:
    """The paper that the key of an offer names, if it names one: whether it is still there nobody has asked."""
    name, _dot, rest = made_from.partition(".")
    return UUID(rest.partition(".")[0]) if any(kind.name == name for kind in KINDS) else None


def _sender(session: ReachSession, case: Case, made_from: str) -> tuple[Kind, Sends, Any] | None:
    """The paper of an offer's key, with its row, where it keeps a mark of its own and counts."""
    name, _dot, rest = made_from.partition(".")
    row_id, _dot, letter = rest.partition(".")
    kind = next((one for one in KINDS if one.name == name and letter in one.sends), None)
    if kind is None:
        return None
    rows: list[Any] = readable(session.scalars(kind.table.of_case(case.id)), kind.table.envelope)
    row = next((one for one in rows if str(one.id) == row_id), None)
    if row is None:
        return None
    content: Any = kind.table.content(row)
    if getattr(content, "set_aside", ""):
        return None
    return kind, kind.sends[letter], row
