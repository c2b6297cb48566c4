"""The files of one form, each by itself: what is taken stands with the case, and what is not says why and costs the
others nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from union.accounts.models import Account
from union.attachments import actions, quotas, receiving, scanner, uploads
from union.attachments.models import Attachment, Description
from union.attachments.words import NOT_TAKEN
from union.cases.models import Case
from union.cases.subjects import About
from union.inspection.filetypes import NotTaken
from union.store.reach import ReachSession
from union.web.current import Installation

WAITS = frozenset({"unscanned", "not_all_here"})  # what came in pieces is kept: it is sent once more
MOST_AT_ONCE = uploads.MOST_AT_ONCE


@dataclass(frozen=True)
class Arriving:
    """One file of a form, however it came: its bytes are read when its turn comes."""

    name: str
    read: Callable[[], bytes | None]  # None: not all of it is here
    upload_id: UUID | None = None


@dataclass
class Outcome:
    """How it went with one file: its row, or why there is none."""

    arriving: Arriving
    laid: receiving.Laid | None = None
    row_id: UUID | None = None
    new: bool = False
    sentence: Any = None
    status: int = 0
    code: str = ""

    @property
    def stays(self) -> bool:
        """Whether what came in pieces is kept for another try."""
        return self.row_id is None and self.code in WAITS


@dataclass(frozen=True)
class Taking:
    """To which case, of whom, by whom, and what is said of all of them."""

    installation: Installation
    by: UUID
    case: Case
    about: About | None
    description: Description

    def looked_at(self, session: ReachSession, stack: ExitStack, one: Arriving) -> Outcome:
        """Measured, scanned, looked into and sealed, outside the writers' turn."""
        outcome = Outcome(one)
        try:
            data = one.read()
            if data is None:
                raise NotTaken("not_all_here")
            sent = receiving.sent(data, one.name)
            there = actions.same(session, self.case.id, sent.original, self.description.shown, self.about)
            if there is not None:
                outcome.row_id = there.id
                return outcome
            settings = self.installation.settings
            quotas.refuse_beyond(session, self.by, self.case.id, len(data), settings.files_gb)
            scanned = scanner.scan(data, settings.scanner)
            found = receiving.inspected(sent)
            sender = session.get_one(Account, self.by).holder.name
            outcome.laid = stack.enter_context(
                receiving.laid_down(self.installation.files, sent, found, sender, scanned=scanned)
            )
        except NotTaken as refused:
            outcome.code = refused.code
            outcome.sentence, outcome.status = NOT_TAKEN[refused.code]
        except (quotas.CaseFull, quotas.EnoughToday) as refused:
            outcome.sentence, outcome.status = refused.sentence, refused.status
        return outcome

    def keep(self, writing: ReachSession, case: Case, outcomes: list[Outcome]) -> list[UUID]:
        """The rows of what was looked at, within one act. Returns the sealed pieces that nothing needs any more."""
        gone: list[UUID] = []
        for one in outcomes:
            if one.laid is not None:
                self._keep_one(writing, case, one, one.laid)
            if one.code == "infected":
                actions.note_infected(writing, self.by, case, self.description.shown)
            if one.arriving.upload_id is not None and not one.stays:
                gone.extend(uploads.remove(writing, one.arriving.upload_id))
        return gone

    def _keep_one(self, writing: ReachSession, case: Case, one: Outcome, laid: receiving.Laid) -> None:
        try:
            row: Attachment = actions.attach(
                writing, self.by, case, self.description, laid.held, laid.file_id, laid.shown_id, self.about
            )
        except (quotas.CaseFull, quotas.EnoughToday) as refused:
            one.sentence, one.status = refused.sentence, refused.status
            return
        one.row_id, one.new = row.id, row.file_id == laid.file_id

    def throw_away(self, outcomes: list[Outcome]) -> None:
        """What was sealed and became no row: the same form, or the same file, came twice at once."""
        for one in outcomes:
            if one.laid is not None and not one.new:
                receiving.throw_away(self.installation.files, one.laid.file_id, one.laid.shown_id)
