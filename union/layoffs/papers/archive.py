"""Everybody's sheets in one archive, made in the background and sealed; a row that does not open is named in it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from union.entitlements.papers.sheets import sheet
from union.entitlements.papers.words import filled, letter_sentence
from union.holidays.calendar import counted_across
from union.jobs.worker import Job, JobContext, progress, start
from union.law.sources.sentence import Sentence
from union.layoffs.papers.about import about
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.press.content import Paper, Part, left_to_right
from union.press.typesetting import pdf
from union.record import chain
from union.refusal import Refused
from union.store.files import Sealing, Vaulted
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.locale import today
from union.workplaces.models import Employer, Workplace

KIND = "layoff_sheets"
LOST = {
    "file": Sentence("missing sheets"),
    "title": Sentence("Sheets missing from this archive"),
    "row": Sentence("the row is damaged and does not open: neither its sheet nor its sum could be made."),
    "what": Sentence(
        "All the other sheets are in the archive. Ask whoever runs the installation to restore these "
        "rows from the backup, then make the archive again; the employer's list, kept on paper, lets "
        "these people be told without waiting."
    ),
    "foot": Sentence("A page of the archive of the sheets."),
}
BATCH = 20  # sheets between two words about the progress


def made(session: ReachSession, dispute: Layoff) -> Job | None:
    """The archive of this dispute that the present person asked for last."""
    jobs = session.scalars(select(Job).where(Job.kind == KIND)).all()
    mine = [one for one in jobs if one.brief.asked.get("case") == str(dispute.id)]
    return max(mine, key=lambda one: str(one.brief.asked["at"]), default=None)


def make_sheets(session: ReachSession, by: UUID, dispute: Layoff, language: str, why: str) -> list[UUID]:
    """Begin the archive; one that was made before goes. Returns the files that are needed no more. Raises `Refused`."""
    people = dispute.matter.taken.people if dispute.matter.taken else 0
    if not people:
        raise Refused("what", _("There is no list yet: bring it in first."))
    before = made(session, dispute)
    gone = [UUID(before.brief.result["file"])] if before and "file" in before.brief.result else []
    if before is not None and before.brief.ended_at is not None:
        session.delete(before)
    asked = {"case": str(dispute.id), "language": language, "why": why, "at": datetime.now(UTC).isoformat()}
    start(session, by, KIND, asked, total=people)
    return gone


def press(hand: JobContext, job: Job) -> dict[str, Any]:
    """Set everybody's sheet and seal the archive. Nothing is written before the end, so that it can begin again."""
    case_id, language = UUID(job.brief.asked["case"]), str(job.brief.asked["language"])
    with hand.store.reading(hand.rights(job)) as session:
        dispute = session.get(Layoff, case_id)
        if dispute is None:
            raise PermissionError("the starter does not reach this dispute any more")
        place = session.get_one(Workplace, dispute.workplace_id)
        employer = session.get_one(Employer, place.employer_id)
        rows = session.scalars(on_the_list(case_id).execution_options(yield_per=BATCH))  # none is held once it is told
        with counted_across(session):
            told = [_sheet(dispute, place, employer, row, language) for row in rows]
    lost = [number for number, _name, paper in told if paper is None]
    with hand.files.writing() as sheaf:
        sealing = Sealing(sheaf)
        with zipfile.ZipFile(cast(Any, sealing), "w") as packed:
            if lost:
                _add(packed, f"000 {filled(LOST['file'], language)}", lost_sheets(dispute.code, lost, language))
            for done, (number, name, paper) in enumerate(told, 1):
                if paper is not None:
                    _add(packed, f"{number:03} {file_name(name)}", paper)
                if done % BATCH == 0:
                    _tell(hand, job, done)
        sealing.close()
    return _told(hand, job, case_id, sealing, len(told) - len(lost)) | ({"left_out": lost} if lost else {})


def _add(packed: zipfile.ZipFile, name: str, paper: Paper) -> None:
    """One paper, of today and of no hour, as in `press.typesetting`."""
    on = today()
    entry = zipfile.ZipInfo(f"{name}.pdf", (on.year, on.month, on.day, 0, 0, 0))
    packed.writestr(entry, pdf(paper), zipfile.ZIP_DEFLATED, compresslevel=1)


def _sheet(
    dispute: Layoff, place: Workplace, employer: Employer, row: LayoffPerson, language: str
) -> tuple[int, str, Paper | None]:
    """The place of a row, the name and the sheet; no sheet where the row does not open."""
    if not opens(row, "facts", "snapshot"):
        return row.position, "", None
    return row.position, row.facts.name, sheet(about(dispute, place, employer, row), language, today())


def lost_sheets(code: str, places: list[int], language: str) -> Paper:
    """The page that stands for the sheets of rows that do not open: which they are, and what to do."""
    points = tuple(
        (letter_sentence("number", language, number=str(one)), filled(LOST["row"], language)) for one in places
    )
    return Paper(
        language=language,
        title=filled(LOST["title"], language),
        under=left_to_right(code),
        parts=(Part(points=points), Part(paragraphs=(filled(LOST["what"], language),))),
        foot=filled(LOST["foot"], language),
        reference=code,
    )


def sealed_pieces(files: Vaulted, result: dict[str, Any]) -> Iterator[bytes]:
    """An archive again, piece by piece. Raises `FileNotFoundError`."""
    file_id = UUID(result["file"])
    if "pieces" not in result:  # one that was made whole
        yield files.get(file_id)
        return
    for number in range(result["pieces"]):
        yield files.piece(file_id, number)


def _tell(hand: JobContext, job: Job, done: int) -> None:
    with hand.store.writing(hand.rights(job)) as session:
        progress(session, job.id, done)


def _told(hand: JobContext, job: Job, case_id: UUID, sealing: Sealing, count: int) -> dict[str, Any]:
    with hand.store.writing(hand.rights(job)) as session:
        progress(session, job.id, count)
        chain.note(session, job.account_id, chain.Act.EXPORTED, "layoff", case_id, str(job.brief.asked["why"]))
    return {"file": str(sealing.sheaf.file_id), "pieces": sealing.pieces, "size": sealing.size, "sheets": count}


def file_name(name: str) -> str:
    """A person's name as a file can be called."""
    return "".join(sign for sign in name if sign.isalnum() or sign in " -_")[:80].strip()
