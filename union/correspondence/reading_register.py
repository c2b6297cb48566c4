"""The register of mail as it is read: the numbers of one workplace, year and direction, each with what the reader may
know of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from union.cases.findings_view import spoken
from union.cases.models import Case
from union.correspondence.mail import Direction, Entered, MailEntry, MailNumber
from union.correspondence.words import WHAT_SAID
from union.papers.sending import CORRESPONDENTS
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.vault.envelope import opens
from union.web.damaged import tell


@dataclass(frozen=True)
class Line:
    """One number. Without `entered` it is of a case that the reader does not know, or does not open (`damaged`)."""

    number: MailNumber
    row: MailEntry | None = None
    entered: Entered | None = None
    case: Case | None = None
    damaged: bool = False

    @property
    def called(self) -> str:
        """Its number with its year, as people write it."""
        return f"{self.number.number}/{self.number.year}"

    @property
    def who(self) -> str:
        """Whom it went to or came from."""
        return whom(self.entered) if self.entered else ""

    @property
    def subject(self) -> str:
        """What it is about."""
        return subject(self.entered) if self.entered else ""


def whom(entered: Entered) -> str:
    """The other side of an entry, in the words of the reader."""
    kind = str(CORRESPONDENTS[entered.who]) if entered.who else ""
    return " · ".join(filter(None, [entered.who_words, "" if entered.letter_id and entered.who_words else kind]))


def subject(entered: Entered) -> str:
    """What an entry is about: as it was typed, or what the paper is called."""
    said = WHAT_SAID.get(entered.what)
    return entered.subject or (str(spoken(said)) if said else "")


def years(session: ReachSession, workplace_id: UUID) -> list[int]:
    """The years in which a workplace has any number, the newest first."""
    found = session.scalars(select(MailNumber.year).where(MailNumber.workplace_id == workplace_id).distinct())
    return sorted(found, reverse=True)


def lines(session: ReachSession, workplace_id: UUID, year: int, direction: Direction) -> list[Line]:
    """Every number of one register, the last first."""
    of_it = (
        MailNumber.workplace_id == workplace_id,
        MailNumber.year == year,
        MailNumber.direction == direction,
    )
    numbers = session.scalars(select(MailNumber).where(*of_it).order_by(MailNumber.number.desc())).all()
    rows = session.scalars(select(MailEntry).join(MailNumber, MailNumber.id == MailEntry.number_id).where(*of_it)).all()
    behind = {row.number_id: row for row in rows}
    wanted = {row.case_id for row in rows if row.case_id is not None}
    cases = {one.id: one for one in session.scalars(select(Case).where(Case.id.in_(wanted)))} if wanted else {}
    return [_line(number, behind.get(number.id), cases) for number in numbers]


def _line(number: MailNumber, row: MailEntry | None, cases: dict[UUID, Case]) -> Line:
    if row is None:
        return Line(number)
    if not opens(row, "entered"):
        tell(row)
        return Line(number, row, damaged=True)
    return Line(number, row, row.entered, cases.get(row.case_id) if row.case_id else None)


def found(among: list[Line], words: str) -> list[Line]:
    """Those whose number, other side, subject, post number or case holds every word; of what the reader may not know
    the number alone is asked."""
    asked = fold(words).split()
    return [one for one in among if all(word in _asked_in(one) for word in asked)]


def _asked_in(line: Line) -> str:
    told = [line.called, str(line.number.number)]
    if line.entered is not None:
        told += [line.who, line.subject, line.entered.post_number, line.case.code if line.case else ""]
    return " ".join([line.called, fold(" ".join(told))])
