"""What leaves of a dispute: the group's table, and the sheets of everybody in one archive made in the background."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from union import record
from union.files import Sheaf, Vaulted
from union.jobs import Hand, Job, progress, start, work
from union.law.kinds import Mandate
from union.law.result import Code
from union.layoffs.blueprint import about
from union.layoffs.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.papers.sheets import sheet
from union.layoffs.people.fact_words import CATEGORIES, CONTRACTS, FACTS, MANDATES, NAMES, trouble
from union.layoffs.sums.keeping import Calculation, reopened
from union.layoffs.sums.overview import Entry, Totals
from union.layoffs.switches.readings import switches
from union.layoffs.words import HEADS, SUPPOSED
from union.papers.press import pdf
from union.reach import ReachSession
from union.refusal import Refused
from union.sheets.writing import Cell
from union.web.locale import today
from union.workplaces.models import Employer, Workplace

KIND = "layoff_sheets"
PIECE = 2**20  # bytes
BATCH = 20  # sheets between two words about the progress
MORE = ("monthly_net", "mean_gross", "monthly_bonus", "unpaid_days", "term_on", "notified_on")
"""Facts that stand behind the sums, so that whoever knows the table finds its columns where they were."""
FOLDED = (
    "agreed_notice_months", "agreed_severance", "leave_taken", "leave_taken_before", "leave_taken_earlier", "monthly_hours",
)  # fmt: skip
"""What a sum may stand on beside those; what suspended a notice tells of somebody's health, and stays on his page."""
COLUMNS = (Code.SEVERANCE, Code.NOTICE, Code.LEAVE, Code.REMAINING_TERM)


def heads() -> list[str]:
    """The heads of the group's table, in the reader's language."""
    facts = [FACTS[name] for name in ("employee_number", "family_name", "given_name", "category", "contract")]
    facts += [FACTS[name] for name in ("hired_on", "left_on", "monthly_gross")]
    sums = [*(HEADS[code] for code in COLUMNS), _("Legal minimum"), _("Offered"), _("Shortfall"), HEADS[Code.DAMAGES]]
    behind = [*(FACTS[name] for name in MORE), HEADS[Code.WAGES_DUE], _("Shown by payslips")]
    behind += [FACTS["mandate"], *(FACTS[name] for name in FOLDED), NAMES["payslips"]]
    last = [HEADS[Code.IPE], FACTS["signed_on"], _("How the sum is read"), *behind]
    return [str(one) for one in (_("No."), *facts, *sums, *last)]


def table(people: Iterable[tuple[Entry, LayoffPerson]]) -> list[list[Cell]]:
    """Everybody in the employer's order; a row without a sum leaves its figures empty."""
    return [_row(entry, reopened(row.snapshot.entitlement)) for entry, row in people]


def _row(entry: Entry, calculation: Calculation | None) -> list[Cell]:
    facts, snapshot = entry.facts, entry.snapshot
    lines = [calculation.line(code) if calculation else None for code in COLUMNS]
    return [
        entry.position, facts.employee_number, facts.family_name, facts.given_name,
        str(CATEGORIES[facts.category]), str(CONTRACTS[facts.contract]), facts.hired_on, facts.left_on,
        facts.monthly_gross, *(line.amount if line else None for line in lines), snapshot.minimum, facts.offered,
        snapshot.shortfall, snapshot.damages, snapshot.allowance, facts.signed_on, _read(entry),
        *(getattr(facts, name) for name in MORE), snapshot.wages, snapshot.claimable,
        str(MANDATES[Mandate(facts.mandate)]), *(getattr(facts, name) for name in FOLDED), len(facts.payslips) or None,
    ]  # fmt: skip


def _read(entry: Entry) -> str:
    """The switches that the sums of a row stand on, and what its kind supposes; or why there is no sum."""
    if not entry.computed:
        return " · ".join(str(trouble(one)) for one in entry.facts.trouble if one.blocks)
    kind = entry.snapshot.kind
    supposed = [SUPPOSED[kind][0]] if kind in SUPPOSED else []
    return " · ".join(str(one) for one in (*switches(entry.snapshot.switches), *supposed))


def totals_row(found: Totals) -> list[Cell]:
    """The foot of the table: the sums of everybody who can be computed, and how many it leaves out."""
    left_out = ngettext("%(num)s person left out", "%(num)s people left out", found.left_out) if found.left_out else ""
    blanks: list[Cell] = [None] * (8 + len(COLUMNS))  # the facts and the single heads
    sums: list[Cell] = [found.minimum, found.offered, found.short, found.damages, found.allowance]
    behind: list[Cell] = [*[None] * len(MORE), found.wages, found.claimable]
    return [_("Total"), *blanks, *sums, None, left_out, *behind]


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


@work(KIND)
def press(hand: Hand, job: Job) -> dict[str, Any]:
    """Set everybody's sheet and seal the archive. Nothing is written before the end, so that it can begin again."""
    case_id, language = UUID(job.brief.asked["case"]), str(job.brief.asked["language"])
    with hand.store.reading(hand.reach(job)) as session:
        dispute = session.get(Layoff, case_id)
        if dispute is None:
            raise PermissionError("the starter does not reach this dispute any more")
        place = session.get_one(Workplace, dispute.workplace_id)
        employer = session.get_one(Employer, place.employer_id)
        rows = session.scalars(on_the_list(case_id).execution_options(yield_per=BATCH))  # none is held once it is told
        told = [(row.facts.name, sheet(about(dispute, place, employer, row), language, today())) for row in rows]
    with hand.files.writing() as sheaf:
        sealing = Sealing(sheaf)
        with zipfile.ZipFile(cast(Any, sealing), "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for number, (name, paper) in enumerate(told, 1):
                packed.writestr(f"{number:03} {file_name(name)}.pdf", pdf(paper))
                if number % BATCH == 0:
                    _tell(hand, job, number)
        sealing.close()
    return _told(hand, job, case_id, sealing, len(told))


class Sealing:
    """Where an archive is written to: a megabyte at a time is sealed, so that a worker never holds all of it."""

    def __init__(self, sheaf: Sheaf) -> None:
        self.sheaf, self.pieces, self.size = sheaf, 0, 0
        self._held = bytearray()

    def write(self, content: bytes) -> int:
        self._held += content
        self.size += len(content)
        if len(self._held) >= PIECE:
            self.close()
        return len(content)

    def flush(self) -> None:
        """Nothing: a piece is sealed when it is full."""

    def close(self) -> None:
        """Seal what is still held."""
        if self._held:
            self.pieces = self.sheaf.add(bytes(self._held)) + 1
            self._held.clear()


def sealed_pieces(files: Vaulted, result: dict[str, Any]) -> Iterator[bytes]:
    """An archive again, piece by piece. Raises `FileNotFoundError`."""
    file_id = UUID(result["file"])
    if "pieces" not in result:  # one that was made whole
        yield files.get(file_id)
        return
    for number in range(result["pieces"]):
        yield files.piece(file_id, number)


def _tell(hand: Hand, job: Job, done: int) -> None:
    with hand.store.writing(hand.reach(job)) as session:
        progress(session, job.id, done)


def _told(hand: Hand, job: Job, case_id: UUID, sealing: Sealing, count: int) -> dict[str, Any]:
    with hand.store.writing(hand.reach(job)) as session:
        progress(session, job.id, count)
        record.note(session, job.account_id, record.Act.EXPORTED, "layoff", case_id, str(job.brief.asked["why"]))
    return {"file": str(sealing.sheaf.file_id), "pieces": sealing.pieces, "size": sealing.size, "sheets": count}


def file_name(name: str) -> str:
    """A person's name as a file can be called."""
    return "".join(sign for sign in name if sign.isalnum() or sign in " -_")[:80].strip()
