"""What two people destroyed lies in no file that was made before."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import select

from union.attachments.models import Attachment
from union.bundles.actions import attached
from union.bundles.models import Bundle
from union.jobs.worker import JobContext
from union.store.files import StoreAway
from union.web.damaged import readable


def without_what_is_destroyed(hand: JobContext) -> None:
    """What two people destroyed lies in no file that was made before: its bytes go within a minute, the row stays."""
    with hand.store.maintaining() as session:
        kept = readable(session.scalars(select(Bundle).where(Bundle.file_id.is_not(None))), "asked")
        wanted = {one.id: attached(one) for one in kept}
        every = set().union(*wanted.values())
        whole = set(
            session.scalars(select(Attachment.id).where(Attachment.id.in_(every), Attachment.file_id.is_not(None)))
        )
        gone = [one for one in kept if not wanted[one.id] <= whole]
        files = [one.file_id for one in gone]
        for one in gone:
            one.file_id = None
    for file_id in files:
        with suppress(StoreAway):  # nothing names it any more: it is swept up once the store is back
            hand.files.remove(file_id)
