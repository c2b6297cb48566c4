"""New people from the rows of a list: sealed outside the writers' turn, written in batches of one transaction each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from union.imports.records.row_to_member import ImportContext, identity_of, standing_of, terms_of
from union.imports.records.undo_log import MADE, mark_of
from union.imports.writing.pending_rows import PendingRow, beside, token_ids
from union.members.models import (
    Employment,
    Member,
    MemberToken,
)
from union.store.bulk import Rows
from union.store.reach import ReachSession
from union.store.throttling import give_way
from union.tables.kinds.roster import RosterRow
from union.vault.envelope import encoded

BATCH = 2000  # people: such a batch has the writers' turn for a tenth of a second
WIDE = 3500  # where a batch keeps nobody waiting but who writes to the same roster: each costs 15 ms besides its people
FIRST = 1000  # of the first batch there: the database waits until it is sealed
PRESSED = 200  # people, while somebody waits for that turn: a hundredth
STEP = 200  # people, between two looks at whether somebody waits for a page


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows ready for the database, people first."""

    members: Rows
    employments: Rows
    tokens: Rows
    made: bytes  # see `undo_log.MADE`


MEMBER = ("id", "identity_sealed", "standing_sealed", "shelf", "version")
EMPLOYMENT = ("id", "workplace_id", "member_id", "terms_sealed", "version")
TOKEN = ("id", "shelf", "member_id", "token")


def sealed(rows: list[PendingRow], context: ImportContext, shelf: int) -> Batch:
    """One batch, every envelope closed; its people stand on a shelf."""
    workplace, standing_of_row = context.workplace_id.bytes, _standings(context)
    identity_for, standing_for = Member.identity.sealer("member"), Member.standing.sealer("member")
    terms_for = Employment.terms.sealer("employment")
    token_id = token_ids(context.import_id)
    members, employments, bearing, made = [], [], [], bytearray()
    for member, row, tokens in rows:
        employment = beside(member)
        identity, standing, terms = (
            encoded(identity_of(row, context)),
            standing_of_row(row),
            encoded(terms_of(row, context.on)),
        )
        made += MADE.pack(member, employment, mark_of(identity, standing, terms))
        members.append((member, identity_for(member, identity), standing_for(member, standing), shelf, 1))
        employments.append((employment, workplace, member, terms_for(employment, terms), 1))
        bearing += [(token_id(member), shelf, member, token) for token in tokens]
        if len(members) % STEP == 0:
            give_way()
    bearing.sort(key=itemgetter(3))
    return Batch(
        Rows(Member, MEMBER, members),
        Rows(Employment, EMPLOYMENT, employments),
        Rows(MemberToken, TOKEN, bearing),
        bytes(made),
    )


def _standings(context: ImportContext) -> Callable[[RosterRow], bytes]:
    """What `standing_of` says, encoded: most lists say the same of everybody."""
    found: dict[tuple[date | None, str | None, str | None], bytes] = {}

    def of(row: RosterRow) -> bytes:
        told = (row.joined_on, row.card_number, row.remarks)
        if told not in found:
            found[told] = encoded(standing_of(row, context))
        return found[told]

    return of


def write(session: ReachSession, batch: Batch) -> None:
    """Put a batch into the transaction of a session; refused whole where it lies outside its reach."""
    session.insert_rows(batch.members, batch.employments, batch.tokens)
