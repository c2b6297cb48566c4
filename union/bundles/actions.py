"""What is done about the file of a case: it is asked for, made in the background, and its bytes go after some days.
Nothing here commits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.attachments.models import Attachment
from union.bundles.models import DAYS_KEPT, Asked, Bundle, Consent, Made, of_case
from union.bundles.verify import grouped
from union.cases.actions import new_code
from union.cases.models import Case
from union.cases.timeline import entry
from union.jobs.housekeeping import Expiring
from union.jobs.worker import Job, JobContext, JobState, start
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today

KIND = Bundle.__tablename__
PATIENCE = timedelta(hours=1)  # then whoever waits for one that never came asks again


class BundleAct(Enum):
    """What the timeline of a case says of its files for lawyer or court."""

    ASKED = "bundle_asked"
    MADE = "bundle_made"


def ask(session: ReachSession, by: UUID, case: Case, asked: Asked) -> Bundle:
    """Begin to make a file. Raises `Refused` while another one of the case is being made, and for an empty one."""
    if not asked.happenings and not asked.exhibits and not asked.sections:
        raise Refused("lines", _l("Tick at least one thing: an empty file helps nobody."))
    if any(waits(session, one) for one in readable(session.scalars(of_case(case.id)), "asked")):
        raise Refused("lines", _l("A file of this case is being made already: wait until it is ready."))
    code = new_code("F")
    job = start(session, by, KIND, {"case": str(case.id), "code": code}, total=len(asked.exhibits) + 1)
    session.flush()
    row = Bundle(
        case_id=case.id,
        workplace_id=case.workplace_id,
        code=code,
        account_id=by,
        job_id=job.id,
        asked=asked,
        version=1,
    )
    session.add(row)
    session.flush()
    entry(session, case, by, BundleAct.ASKED, code, strategy=True)
    chain.note(session, by, chain.Act.CREATED, KIND, row.id, asked.why, case=case.id)
    return row


def waits(session: ReachSession, row: Bundle) -> bool:
    """Whether it is still being made; of a colleague's, whose work is not in reach, for an hour at most."""
    if row.made_sealed is not None:
        return False
    job = session.get(Job, row.job_id)
    if job is not None:
        return job.state in {JobState.WAITING, JobState.RUNNING}
    return datetime.now(UTC) - row.asked.at < PATIENCE


def keep(session: ReachSession, by: UUID, case: Case, row: Bundle, made: Made, file_id: UUID) -> None:
    """It is made: where its bytes lie, until when, and its digest, which the record holds for good."""
    row.made, row.file_id, row.gone_on = made, file_id, today() + timedelta(days=DAYS_KEPT)
    session.flush()
    entry(session, case, by, BundleAct.MADE, f"{row.code} · {grouped(made.digest)}", strategy=True)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id, made.digest, case=case.id)


def held_back(session: Session, case: Case, row: Bundle) -> Any:
    """Why a file that was made does not leave as things stand now, in words; empty where it does."""
    if case.confidential and row.asked.consent is not Consent.YES:
        return _l("This case is confidential: nothing of it leaves before the person agreed.")
    asked = attached(row)
    found = session.scalars(select(Attachment).where(Attachment.id.in_(asked))).all()
    if len(found) < len(asked) or any(one.destroyed or one.told is not None for one in found):
        return _l(
            "It holds a paper that somebody asks to have destroyed, or that was destroyed: have another file made "
            "without it."
        )
    return ""


def attached(row: Bundle) -> set[UUID]:
    """The files of the case that were asked for."""
    return {one.attachment_id for one in row.asked.exhibits if one.attachment_id is not None}


def _over(session: Session, _hand: JobContext) -> list[UUID]:
    return list(session.scalars(select(Bundle.id).where(Bundle.file_id.is_not(None), Bundle.gone_on <= today())))


def _remove(session: Session, row_id: UUID) -> list[UUID]:
    """The bytes go, the row stays."""
    row = session.get_one(Bundle, row_id)
    gone, row.file_id = row.file_id, None
    return [gone] if gone is not None else []


EXPIRING = Expiring(_over, _remove)
