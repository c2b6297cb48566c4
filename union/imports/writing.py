"""New people from the rows of a list: sealed outside the writers' turn, written in batches of one transaction each."""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID

import msgspec

from union.imports.keeping import Created, Parts, mark
from union.imports.matching import Tokens
from union.members.models import (
    Category,
    Change,
    Contract,
    Employment,
    Identity,
    Member,
    Membership,
    MemberToken,
    Sex,
    Standing,
    Terms,
    Wage,
)
from union.reach import ReachSession
from union.sheets.roster import RosterRow
from union.vault import ring

BATCH = 1000  # people: a batch holds the others up for a few tenths of a second
Rows = list[dict[str, Any]]
_ARABIC = range(0x600, 0x700)
_SEX = {"F": Sex.FEMALE, "M": Sex.MALE}
_CONTRACT = {
    "open_ended": Contract.CDI,
    "fixed_term": Contract.CDD,
    "anapec": Contract.ANAPEC,
    "agency": Contract.AGENCY,
}


@dataclass(frozen=True)
class Way:
    """How the rows of one list become people."""

    import_id: UUID
    workplace_id: UUID
    by: UUID | None
    on: date
    state: Membership = Membership.MEMBER
    with_cin: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows ready for the database, people first."""

    members: Rows
    employments: Rows
    tokens: Rows
    created: list[Created]


def person_id(import_id: UUID, row: int) -> UUID:
    """The id of the person of one row: the same when an interrupted import goes on, and telling nobody anything."""
    key = ring.current().token_key("import.row")
    return UUID(bytes=hmac.digest(key, import_id.bytes + row.to_bytes(4, "big"), "sha256")[:16], version=4)


class Waiting:
    """New rows packed until they are written, by the order of their ids.

    A batch holds ids that lie side by side, so that it touches few pages of the indexes: in the order of the file each
    of 200 batches would touch all of them. And the order of the table does not tell that of the file.
    """

    def __init__(self, way: Way) -> None:
        self.way = way
        self._shelves: list[list[bytes]] = [[] for _ in range(256)]

    def add(self, row: RosterRow, done: frozenset[bytes]) -> bool:
        """Keep a row, unless its person is written already. Returns whether it waits now."""
        person = person_id(self.way.import_id, row.number).bytes
        if person in done:
            return False
        self._shelves[person[0]].append(person + msgspec.msgpack.encode(row))
        return True

    def batches(self) -> Iterator[list[tuple[UUID, RosterRow]]]:
        """The rows with the ids of their people; what was given out waits no longer."""
        given: list[bytes] = []
        for at, shelf in enumerate(self._shelves):
            given += sorted(shelf)
            self._shelves[at] = []
            while len(given) >= BATCH:
                yield _unpacked(given[:BATCH])
                del given[:BATCH]
        if given:
            yield _unpacked(given)


_row = msgspec.msgpack.Decoder(RosterRow)


def _unpacked(waiting: list[bytes]) -> list[tuple[UUID, RosterRow]]:
    return [(UUID(bytes=one[:16]), _row.decode(one[16:])) for one in waiting]


def sealed(rows: list[tuple[UUID, RosterRow]], way: Way) -> Batch:
    """One batch, every envelope closed."""
    tokens = Tokens(way.workplace_id)
    batch = Batch([], [], [], [])
    for (member_id, row), employment_id in zip(rows, _ids(len(rows)), strict=True):
        identity, standing, terms = identity_of(row, way), standing_of(row, way), terms_of(row)
        batch.created.append(Created(member_id, employment_id, mark(Parts(identity, standing, terms))))
        batch.members.append(
            {
                "id": member_id,
                "identity_sealed": Member.identity.seal("member", member_id, identity),
                "standing_sealed": Member.standing.seal("member", member_id, standing),
                "version": 1,
            }
        )
        batch.employments.append(
            {
                "id": employment_id,
                "workplace_id": way.workplace_id,
                "member_id": member_id,
                "terms_sealed": Employment.terms.seal("employment", employment_id, terms),
                "version": 1,
            }
        )
        batch.tokens.extend({"member_id": member_id, "token": token} for token in tokens.of(row))
    batch.tokens.sort(key=itemgetter("token"))
    for token, token_id in zip(batch.tokens, _ids(len(batch.tokens)), strict=True):
        token["id"] = token_id
    return batch


def _ids(count: int) -> list[UUID]:
    """New ids in their order, which costs an index least."""
    drawn = os.urandom(16 * count)
    return sorted(UUID(bytes=drawn[at : at + 16], version=4) for at in range(0, len(drawn), 16))


def write(session: ReachSession, batch: Batch) -> None:
    """Put a batch into the transaction of a session; refused whole where it lies outside its reach."""
    session.insert_together((Member, batch.members), (Employment, batch.employments), (MemberToken, batch.tokens))


def identity_of(row: RosterRow, way: Way) -> Identity:
    """Who somebody is, each name in the field of its script; the card number only where its keeping is authorised."""
    family, family_ar = _by_script(row.family_name)
    given, given_ar = _by_script(row.given_name)
    return Identity(
        family_name=family,
        given_name=given,
        family_name_ar=family_ar,
        given_name_ar=given_ar,
        alias=row.alias or "",
        sex=_SEX.get(row.sex or ""),
        born_on=row.born_on,
        phones=tuple(phone for phone in (row.phone, row.phone_other) if phone),
        emails=(row.email.lower(),) if row.email else (),
        cin=(row.cin or "") if way.with_cin else "",
    )


def _by_script(name: str | None) -> tuple[str, str]:
    if not name:
        return "", ""
    return ("", name) if not name.isascii() and any(ord(letter) in _ARABIC for letter in name) else (name, "")


def standing_of(row: RosterRow, way: Way) -> Standing:
    """What somebody is to the union: what the list is of, since the day of joining where it is given."""
    since = Change(way.state, row.joined_on or way.on, way.by, "import")
    return Standing(
        state=way.state,
        history=(since,),
        card_number=row.card_number or "",
        joined_on=row.joined_on,
        notes=row.remarks or "",
    )


def terms_of(row: RosterRow) -> Terms:
    """The employment. A list does not say since when a wage is paid, so its day stays open."""
    paid = row.monthly_gross is not None or row.monthly_net is not None
    return Terms(
        employee_number=row.employee_number or "",
        job=row.job or "",
        category=Category.EXECUTIVE if row.category == "manager" else Category.EMPLOYEE,
        contract=_CONTRACT.get(row.contract or "", Contract.UNKNOWN),
        hired_on=row.hired_on,
        left_on=row.left_on,
        wages=(Wage(None, row.monthly_gross, row.monthly_net),) if paid else (),
    )
