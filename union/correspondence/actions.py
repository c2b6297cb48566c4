"""The life of a letter: begun, edited, checked by another, final, sent, answered; each sending and each answer in the
register of mail. Nothing here commits."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.access import May, roles_with
from union.accounts.models import Account
from union.attachments.models import Attachment
from union.cases import readers, tasks
from union.cases.actions import new_code, still_open
from union.cases.models import Case
from union.cases.timeline import entry
from union.correspondence import register
from union.correspondence.mail import Came, Direction, Entered, MailEntry
from union.correspondence.models import KEPT, Answer, CaseLetter, Checked, LetterState, Posted, Written
from union.correspondence.offers import ORIGINS, step_of
from union.correspondence.typed import plain
from union.papers.sending import Means, not_to_come
from union.press.content import Letter
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today

KIND = CaseLetter.__tablename__
WRITERS = roles_with(May.WRITE_LETTER)


class LetterAct(Enum):
    """What the timeline of a case says of its letters."""

    BEGUN = "letter_begun"
    EDITED = "letter_edited"
    CHECKED = "letter_checked"
    READ_AGAIN = "letter_read_again"  # by whoever wrote it: no other reader exists
    FINAL = "letter_final"
    SENT = "letter_sent"
    ANSWERED = "letter_answered"
    SET_ASIDE = "letter_set_aside"
    NOT_SENT = "letter_not_sent"
    NOT_ANSWERED = "letter_not_answered"
    CAME = "mail_came"  # something that answers no letter of ours
    WENT = "mail_went"  # something that was written elsewhere
    STRUCK = "mail_struck"


TOLD = (LetterAct.SENT, LetterAct.ANSWERED, LetterAct.NOT_SENT, LetterAct.NOT_ANSWERED)  # also to who reported the case


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
    """Another one than its writers has read it, or its only writer again where nobody else could. Raises `Refused`."""
    still_open(case)
    _must_be(row, LetterState.DRAFT)
    own = by in row.written.writers
    if own and other_readers(session, by, case):
        raise Refused("letter", _l("You wrote in this letter: ask a colleague to read it."))
    row.state = LetterState.CHECKED
    row.written = dataclasses.replace(row.written, checked=Checked(by, _name(session, by), _now(), own))
    _done(session, by, case, row, LetterAct.READ_AGAIN if own else LetterAct.CHECKED, chain.Act.CHANGED)


def other_readers(session: ReachSession, by: UUID, case: Case) -> bool:
    """Whether anybody else reaches the case and writes letters: then one of them reads it."""
    if session.reach.named_only:
        return True  # a lawyer does not see who else there is, and never works without a desk
    named = readers.everybody(session, case)
    return any(
        one.id != by and (one.id in named or (one.roles & readers.WORK and not case.confidential))
        for one in readers.colleagues(session, case.workplace_id, WRITERS)
    )


def finish(session: ReachSession, by: UUID, case: Case, row: CaseLetter) -> None:
    """Its text is kept as it is and changes no more. Raises `Refused` before it was checked."""
    still_open(case)
    _must_be(row, LetterState.CHECKED)
    row.state = LetterState.FINAL
    row.written = dataclasses.replace(row.written, final_at=_now())
    _done(session, by, case, row, LetterAct.FINAL, chain.Act.CHANGED)


@dataclass(frozen=True)
class Sending:
    """How a letter went, as it is written down; `marks_step` where the step of the path that it belongs to is done with
    it, `again_on` the day on which an answer is asked for again."""

    means: Means
    on: date
    post_number: str = ""
    proof_id: UUID | None = None
    marks_step: bool = False
    again_on: date | None = None


def send(session: ReachSession, by: UUID, case: Case, row: CaseLetter, said: Sending) -> None:
    """It went, and this proves it: it gets its number. Raises `Refused` for a day to come and without a proof."""
    _must_be(row, LetterState.FINAL)
    not_to_come("on", said.on)
    if not said.post_number and said.proof_id is None:
        raise Refused(
            "post_number", _l("Write the number of the registered post, or choose the file that proves the sending.")
        )
    _of_the_case(session, case, said.proof_id, "proof")
    _mark_origin(session, by, case, row, said)
    step = step_of(case, row.written.made_from) if said.marks_step else None
    if step is not None:
        step.mark(session, by, said.on, said.means, said.post_number)
    row.state = LetterState.SENT
    posted = Posted(said.on, said.means, _name(session, by), said.post_number, said.proof_id)
    row.written = dataclasses.replace(row.written, posted=posted)
    _done(session, by, case, row, LetterAct.SENT, chain.Act.CHANGED, said.on)
    if said.again_on is not None:
        task_id = _asked_again(session, by, case, row, said.again_on)
        row.written = dataclasses.replace(row.written, posted=dataclasses.replace(posted, task_id=task_id))
    register.letter_went(session, by, case, row)


def _mark_origin(session: ReachSession, by: UUID, case: Case, row: CaseLetter, said: Sending) -> None:
    """The paper that it was made from keeps the same day; what it refuses is refused here."""
    try:
        for one in ORIGINS:
            one.mark(session, by, case, row.written.made_from, said.means, said.on)
    except Refused as refused:
        raise Refused("on" if refused.field == "sent_on" else refused.field, refused.sentence) from None


def _asked_again(session: ReachSession, by: UUID, case: Case, row: CaseLetter, on: date) -> UUID:
    """The task of the day on which the answer to a letter is asked for again. Raises `Refused` for a day that is
    over."""
    words = f"{row.code} · {register.subject_of(row)}"
    try:
        return tasks.add(session, by, case, words, on, awaited=True).id
    except Refused as refused:
        raise Refused("again_on" if refused.field == "by_on" else refused.field, refused.sentence) from None


def answer(
    session: ReachSession,
    by: UUID,
    case: Case,
    row: CaseLetter,
    on: date,
    words: str = "",
    file_id: UUID | None = None,
    came: Came | None = None,
) -> MailEntry:
    """The answer came: the letter is answered, and the register has it as what came in. Raises `Refused` for a day
    before the letter went, or to come."""
    _must_be(row, LetterState.SENT)
    not_to_come("on", on)
    posted = row.written.posted
    if posted is not None and on < posted.on:
        raise Refused("on", _l("The letter went later than this day: check both."))
    _of_the_case(session, case, file_id, "file")
    name = _name(session, by)
    row.state = LetterState.ANSWERED
    row.written = dataclasses.replace(row.written, answer=Answer(on, name, words, file_id))
    _done(session, by, case, row, LetterAct.ANSWERED, chain.Act.CHANGED, on)
    if posted is not None and posted.task_id is not None:
        tasks.answered(session, by, case, posted.task_id)
    went = register.of_letter(session, row, Direction.OUT)
    entered = Entered(
        on=on,
        entered_on=today(),
        by_name=name,
        who=went.entered.who if went else None,
        who_words=plain(next(iter(row.written.letter.to), "")),
        subject=register.subject_of(row),
        came=came,
        letter_id=row.id,
        file_id=file_id,
    )
    return register.enter(session, by, case.workplace_id, Direction.IN, entered, case)


def came_in(session: ReachSession, by: UUID, workplace_id: UUID, case: Case | None, entered: Entered) -> MailEntry:
    """Something came that answers no letter of ours. Raises `Refused` for a day to come and for nothing said."""
    return _by_hand(session, by, workplace_id, case, entered, Direction.IN, LetterAct.CAME)


def went_out(session: ReachSession, by: UUID, workplace_id: UUID, case: Case | None, entered: Entered) -> MailEntry:
    """Something went that was written elsewhere: no letter of ours is sent by it. Raises `Refused` for a day to come
    and for nothing said."""
    return _by_hand(session, by, workplace_id, case, entered, Direction.OUT, LetterAct.WENT)


def _by_hand(
    session: ReachSession,
    by: UUID,
    workplace_id: UUID,
    case: Case | None,
    entered: Entered,
    way: Direction,
    act: LetterAct,
) -> MailEntry:
    not_to_come("on", entered.on)
    if not entered.subject.strip():
        raise Refused("subject", _l("Say in a few words what it is about."))
    if case is not None:
        _of_the_case(session, case, entered.file_id, "file")
    entered = dataclasses.replace(entered, entered_on=today(), by_name=_name(session, by))
    row = register.enter(session, by, workplace_id, way, entered, case)
    if case is not None:
        entry(session, case, by, act, entered.subject, on=entered.on, strategy=True)
    return row


def strike_out(session: ReachSession, by: UUID, case: Case | None, row: MailEntry, why: str) -> None:
    """An entry was a mistake: it keeps its number, and what it said of a letter is so no more. Raises `Refused`."""
    said = row.entered
    letter = session.get(CaseLetter, said.letter_id) if said.letter_id is not None else None
    register.strike_out(session, by, row, why)
    if case is None:
        return
    if letter is not None and said.means is not None:
        _not_sent(session, by, case, letter)
    elif letter is not None:
        _not_answered(session, by, case, letter)
    else:
        entry(session, case, by, LetterAct.STRUCK, why, strategy=True)
    if said.key:
        for one in ORIGINS:
            one.take_back(session, by, case, said.key)


def _not_sent(session: ReachSession, by: UUID, case: Case, letter: CaseLetter) -> None:
    """A letter did not go: it is final again, and nobody asks for an answer."""
    if letter.state is LetterState.ANSWERED:
        raise Refused("why", _l("An answer to this letter stands in the register: strike that out first."))
    posted = letter.written.posted
    letter.state = LetterState.FINAL
    letter.written = dataclasses.replace(letter.written, posted=None)
    _done(session, by, case, letter, LetterAct.NOT_SENT, chain.Act.CHANGED)
    if posted is not None and posted.task_id is not None:
        tasks.answered(session, by, case, posted.task_id)


def _not_answered(session: ReachSession, by: UUID, case: Case, letter: CaseLetter) -> None:
    """No answer came: the letter waits for one again."""
    letter.state = LetterState.SENT
    letter.written = dataclasses.replace(letter.written, answer=None)
    _done(session, by, case, letter, LetterAct.NOT_ANSWERED, chain.Act.CHANGED)


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
    went = act in TOLD
    entry(session, case, by, act, f"{row.code} · {plain(row.written.letter.subject)}", on=on, strategy=not went)
    chain.note(session, by, recorded, KIND, row.id, act.value, case=case.id)


def _name(session: ReachSession, account_id: UUID) -> str:
    return session.get_one(Account, account_id).holder.name


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
