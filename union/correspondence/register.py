"""What is written into the register of mail: the next number, its entry, and an entry struck out. Nothing here
commits."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union.accounts.models import Account
from union.cases.models import Case
from union.correspondence.mail import Direction, Entered, MailEntry, MailNumber, Struck
from union.correspondence.models import CaseLetter
from union.correspondence.typed import plain
from union.languages.translated import translated
from union.law.sources.sentence import Sentence
from union.papers.sending import Went
from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today

KIND = MailEntry.__tablename__
SUBJECT = Sentence("Subject")  # begins the line of a letter: the column says it already


def enter(
    session: ReachSession, by: UUID, workplace_id: UUID, direction: Direction, entered: Entered, case: Case | None
) -> MailEntry:
    """An entry under the next number of its workplace, year and direction."""
    number = _next(session, workplace_id, entered.on.year, direction)
    row = MailEntry(
        workplace_id=workplace_id,
        case_id=case.id if case else None,
        number_id=number.id,
        entered=entered,
        version=1,
    )
    session.add(row)
    session.flush()
    _noted(session, by, row, chain.Act.CREATED, direction.value)
    return row


def _next(session: ReachSession, workplace_id: UUID, year: int, direction: Direction) -> MailNumber:
    """The next number, held until the transaction ends: whoever comes at the same time waits, and gets the one after
    it; where this transaction fails, its number was never given."""
    session.flush()
    register = f"{workplace_id} {year} {direction.value}".encode()
    one_at_a_time(session, hashlib.sha256(b"register of mail " + register).digest())
    of_it = (
        MailNumber.workplace_id == workplace_id,
        MailNumber.year == year,
        MailNumber.direction == direction,
    )
    last = session.scalar(select(func.max(MailNumber.number)).where(*of_it)) or 0
    row = MailNumber(workplace_id=workplace_id, year=year, direction=direction, number=last + 1)
    session.add(row)
    session.flush()
    return row


def by_name(session: ReachSession, by: UUID) -> str:
    """Whoever writes an entry, as the register names them."""
    return session.get_one(Account, by).holder.name


def of_case(session: ReachSession, case_id: UUID) -> list[MailEntry]:
    """The entries of a case that open, in no order."""
    return readable(session.scalars(select(MailEntry).where(MailEntry.case_id == case_id)), "entered")


def number_of(session: ReachSession, row: MailEntry) -> MailNumber:
    """The number of an entry."""
    return session.get_one(MailNumber, row.number_id)


def letter_went(session: ReachSession, by: UUID, case: Case, letter: CaseLetter) -> MailEntry:
    """A letter was marked as sent; where the paper that it was made from said so already, that entry is its own."""
    held = letter.written
    assert held.posted is not None
    entered = Entered(
        on=held.posted.on,
        entered_on=today(),
        by_name=held.posted.by_name,
        who_words=plain(next(iter(held.letter.to), "")),
        subject=subject_of(letter),
        means=held.posted.means,
        post_number=held.posted.post_number,
        key=held.made_from,
        letter_id=letter.id,
        file_id=held.posted.proof_id,
    )
    for row in _standing(of_case(session, case.id), held.made_from):
        said = row.entered
        if said.letter_id is None and (said.on, said.means) == (entered.on, entered.means):
            row.entered = dataclasses.replace(entered, who=said.who, entered_on=said.entered_on)
            _noted(session, by, row, chain.Act.CHANGED, "letter")
            return row
    return enter(session, by, case.workplace_id, Direction.OUT, entered, case)


def of_letter(session: ReachSession, letter: CaseLetter, direction: Direction) -> MailEntry | None:
    """The standing entry of a letter, that it went or was answered."""
    return next(
        (
            row
            for row in of_case(session, letter.case_id)
            if row.entered.letter_id == letter.id
            and row.entered.struck is None
            and (row.entered.means is not None) == (direction is Direction.OUT)
        ),
        None,
    )


def subject_of(letter: CaseLetter) -> str:
    """What a letter is about, in the words of its line."""
    line, said_in = plain(letter.written.letter.subject), letter.written.letter.language
    head, _colon, rest = line.partition(":")
    return (rest if head.strip() == translated(SUBJECT, said_in) else line).strip()


def paper_went(session: ReachSession, by: UUID, case: Case, went: Went) -> None:
    """A paper says that it went: entered once, and anew where it says another day than before. Raises `Refused`."""
    for row in _standing(of_case(session, case.id), went.key):
        said = row.entered
        if (said.on, said.means) == (went.on, went.means):
            return
        if said.letter_id is not None and went.replaces:
            number = number_of(session, row)
            raise Refused(
                "sent_on",
                _l(
                    "The register says another day of this letter, under %(number)s: strike it out there first.",
                    number=f"{number.number}/{number.year}",
                ),
            )
        if went.replaces:
            strike_out(session, by, row, str(_l("The paper was marked as sent anew.")))
    entered = Entered(
        on=went.on,
        entered_on=today(),
        by_name=by_name(session, by),
        who=went.to,
        what=went.what,
        means=went.means,
        key=went.key,
    )
    enter(session, by, case.workplace_id, Direction.OUT, entered, case)


def _standing(rows: Iterable[MailEntry], key: str) -> Iterator[MailEntry]:
    return (row for row in rows if row.entered.key == key and row.entered.struck is None)


def strike_out(session: ReachSession, by: UUID, row: MailEntry, why: str) -> None:
    """The entry counts no more and keeps its number. Raises `Refused` without a reason, and for one struck before."""
    if row.entered.struck is not None:
        raise Refused("why", _l("This entry is struck out already: reload the page."))
    if not why.strip():
        raise Refused("why", _l("Write why it is struck out: the number stays in the register."))
    struck = Struck(today(), by_name(session, by), why.strip())
    row.entered = dataclasses.replace(row.entered, struck=struck)
    session.flush()
    _noted(session, by, row, chain.Act.CHANGED, "struck")


def _noted(session: ReachSession, by: UUID, row: MailEntry, act: chain.Act, words: str) -> None:
    """An entry of a case stands in the record on its case; another one on its workplace."""
    if row.case_id is not None:
        chain.note(session, by, act, KIND, row.id, words, case=row.case_id)
    else:
        chain.note(session, by, act, "workplace", row.workplace_id, f"{KIND} {words}")
