"""The letters that the papers of a case bring: of a receipt, a dismissal, an exposure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from union.cases.letters import LANGUAGES
from union.cases.models import Case
from union.correspondence.offers import Offer
from union.correspondence.typed import plain
from union.papers.declaration import Kind, Opened
from union.papers.kinds import KINDS
from union.press.content import Letter
from union.store.db import session
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
