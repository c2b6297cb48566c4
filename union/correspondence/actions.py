"""The life of a letter: begun, edited, checked by another, final, sent, answered. Nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.accounts.models import Account
from union.attachments.models import Attachment
from union.cases.actions import new_code, still_open
from union.cases.models import Case
from union.cases.timeline import entry
from union.correspondence.models import KEPT, Answer, CaseLetter, Checked, LetterState, Posted, Written
from union.correspondence.typed import plain
from union.papers.sending import Means, not_to_come
from union.press.content import Letter
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession

KIND = CaseLetter.__tablename__


class LetterAct(Enum):
    """What the timeline of a case says of its letters."""

    BEGUN = "letter_begun"
    EDITED = "letter_edited"
    CHECKED = "letter_checked"
    FINAL = "letter_final"
    SENT = "letter_sent"
    ANSWERED = "letter_answered"
    SET_ASIDE = "letter_set_aside"


def begin(session: ReachSession, by: UUID, case: Case, made_from: str, letter: Letter) -> CaseLetter:
    """A new draft of a case. Raises `Refused` for a closed one."""
    still_open(case)
    row = CaseLetter(
        case_id=case.id,
        workplace_id=case.workplace_id,
        code=new_code("L"),
        state=LetterState.DRAFT,
        begun_by=by,
        written=Written(letter, made_from, (by,), _name(session, by), _now()),
        version=1,
    )
    session.add(row)
    _done(session, by, case, row, LetterAct.BEGUN, chain.Act.CREATED)
    return row


def write(session: ReachSession, by: UUID, case: Case, row: CaseLetter, letter: Letter) -> None:
    """Another text: whoever checked it has to read it again. Raises `Refused` once it is final."""
    still_open(case)
    _must_be(row, LetterState.DRAFT, LetterState.CHECKED)
    if not letter.subject.strip():
        raise Refused("subject", _l("Say what the letter is about."))
    held = row.written
    writers = held.writers if by in held.writers else (*held.writers, by)
    row.state = LetterState.DRAFT
    row.written = dataclasses.replace(held, letter=letter, writers=writers, checked=None)
    _done(session, by, case, row, LetterAct.EDITED, chain.Act.CHANGED)


def check(session: ReachSession, by: UUID, case: Case, row: CaseLetter) -> None:
    """Another one than its writers has read it. Raises `Refused`."""
    still_open(case)
    _must_be(row, LetterState.DRAFT)
    if by in row.written.writers:
        raise Refused("letter", _l("You wrote in this letter: ask a colleague to read it."))
    row.state = LetterState.CHECKED
    row.written = dataclasses.replace(row.written, checked=Checked(by, _name(session, by), _now()))
    _done(session, by, case, row, LetterAct.CHECKED, chain.Act.CHANGED)


def finish(session: ReachSession, by: UUID, case: Case, row: CaseLetter) -> None:
    """Its text is kept as it is and changes no more. Raises `Refused` before it was checked."""
    still_open(case)
    _must_be(row, LetterState.CHECKED)
    row.state = LetterState.FINAL
    row.written = dataclasses.replace(row.written, final_at=_now())
    _done(session, by, case, row, LetterAct.FINAL, chain.Act.CHANGED)


def send(
    session: ReachSession,
    by: UUID,
    case: Case,
    row: CaseLetter,
    means: Means,
    on: date,
    post_number: str = "",
    proof_id: UUID | None = None,
) -> None:
    """It went, and this proves it. Raises `Refused` for a day to come and without a proof."""
    _must_be(row, LetterState.FINAL)
    not_to_come("on", on)
    if not post_number and proof_id is None:
        raise Refused(
            "post_number", _l("Write the number of the registered post, or choose the file that proves the sending.")
        )
    _of_the_case(session, case, proof_id, "proof")
    row.state = LetterState.SENT
    row.written = dataclasses.replace(row.written, posted=Posted(on, means, _name(session, by), post_number, proof_id))
    _done(session, by, case, row, LetterAct.SENT, chain.Act.CHANGED, on)


def answer(
    session: ReachSession, by: UUID, case: Case, row: CaseLetter, on: date, words: str = "", file_id: UUID | None = None
) -> None:
    """The answer came. Raises `Refused` for a day before the letter went, or to come."""
    _must_be(row, LetterState.SENT)
    not_to_come("on", on)
    posted = row.written.posted
    if posted is not None and on < posted.on:
        raise Refused("on", _l("The letter went later than this day: check both."))
    _of_the_case(session, case, file_id, "file")
    row.state = LetterState.ANSWERED
    row.written = dataclasses.replace(row.written, answer=Answer(on, _name(session, by), words, file_id))
    _done(session, by, case, row, LetterAct.ANSWERED, chain.Act.CHANGED, on)


def set_aside(session: ReachSession, by: UUID, case: Case, row: CaseLetter) -> None:
    """It does not go; it stays to be read. Raises `Refused` once it went."""
    _must_be(row, LetterState.DRAFT, LetterState.CHECKED, LetterState.FINAL)
    row.state = LetterState.SET_ASIDE
    _done(session, by, case, row, LetterAct.SET_ASIDE, chain.Act.CHANGED)


def _of_the_case(session: ReachSession, case: Case, file_id: UUID | None, field: str) -> None:
    if file_id is None:
        return
    found = session.get(Attachment, file_id)
    if found is None or found.case_id != case.id or found.destroyed:
        raise Refused(field, _l("This file is not in the case any more: choose another one."))


def _must_be(row: CaseLetter, *states: LetterState) -> None:
    if row.state in states:
        return
    if row.state in KEPT and LetterState.DRAFT in states:
        raise Refused("letter", _l("This letter is final: its text changes no more. Begin another one from it."))
    if row.state is LetterState.DRAFT:
        raise Refused("letter", _l("A colleague has to read this letter first."))
    raise Refused("letter", _l("Somebody has done something with this letter meanwhile: reload the page."))


def _done(
    session: ReachSession,
    by: UUID,
    case: Case,
    row: CaseLetter,
    act: LetterAct,
    recorded: chain.Act,
    on: date | None = None,
) -> None:
    """A line of the timeline, which tells whoever reported the case only what went and what came."""
    session.flush()
    went = act in (LetterAct.SENT, LetterAct.ANSWERED)
    entry(session, case, by, act, f"{row.code} · {plain(row.written.letter.subject)}", on=on, strategy=not went)
    chain.note(session, by, recorded, KIND, row.id, act.value, case=case.id)


def _name(session: ReachSession, account_id: UUID) -> str:
    return session.get_one(Account, account_id).holder.name


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
