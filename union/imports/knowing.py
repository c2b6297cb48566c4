"""Everybody within reach whom the rows of a list could name: opened for some rows at a time, never all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from union.imports.bearing import Bearing
from union.imports.chunking import CHUNK, chunks
from union.among import Among
from union.imports.comparing import present
from union.imports.keeping import Parts
from union.imports.matching import Known, Person, Tokens, shown_name
from union.imports.planning import Absent
from union.members.models import Employment, Identity, Member, MemberToken, Standing, Terms
from union.reach import ReachSession
from union.sheets.likeness import joined
from union.sheets.roster import RosterRow
from union.vault.envelope import DAMAGED

ENTRY = 20  # bytes: an id, a day
Part = TypeVar("Part")
_TOKENS = select(MemberToken.token, MemberToken.member_id)
_PEOPLE = select(Member.id, Member.identity_sealed, Member.standing_sealed)
_NAMES = select(Member.id, Member.identity_sealed)
_WORK = select(Employment.id, Employment.member_id, Employment.workplace_id, Employment.terms_sealed)


class Register:
    """Who is known; `own` are the people that this very import wrote before it was interrupted, and not known by that."""

    def __init__(self, session: ReachSession, workplace_id: UUID, own: frozenset[bytes]) -> None:
        self.session, self.workplace_id, self.own = session, workplace_id, own
        self.tokens = Tokens(workplace_id)
        self.damaged: set[UUID] = set()  # people met whose files do not open
        self._bearing = Bearing(session)

    def around(self, rows: Sequence[RosterRow], also: Iterable[UUID] = ()) -> Known:
        """Whom these rows could name, and those who are asked for besides."""
        sound = [row for row in rows if row.ok]
        borne = {row.number: self.tokens.of(row) for row in sound}
        holders = self._holders({token for one in borne.values() for token in one if token})
        known = Known(borne)
        self._open(known, {*also, *(member_id for _, member_id in holders)})
        for token, member_id in holders:
            if member_id in known.people:
                known.by_token.setdefault(token, []).append(known.people[member_id])
        unknown = [row for row in sound if known.by_exact(row) is None]
        if unknown:
            named = {one for row in unknown for one in self._named(row)}
            self._open(known, named - known.people.keys())
            for member_id in sorted(named & known.people.keys()):
                for name in {joined(name) for name in known.people[member_id].names}:
                    known.by_sound.setdefault(name, []).append(known.people[member_id])
        return known

    def _open(self, known: Known, ids: set[UUID]) -> None:
        known.people |= {one.member_id: one for one in self._people(ids)}

    def absent(self, named: set[bytes]) -> tuple[Absent, ...]:
        """Who still works at the workplace and is not among those named, sorted by name."""
        asked = _WORK.where(Employment.workplace_id == self.workplace_id).execution_options(yield_per=CHUNK)
        others = (row for row in self.session.execute(asked) if row.member_id.bytes not in named | self.own)
        opened = ((row.member_id, self._opened(row.member_id, _terms, row)) for row in others)
        left = {member_id for member_id, terms in opened if terms is not None and terms.left_on is None}
        found = [
            Absent(row.id, identity.name)
            for some in chunks(sorted(one.bytes for one in left))
            for row in self.session.execute(_NAMES.where(Among(Member.id, some)))
            if (identity := self._opened(row.id, _identity, row)) is not None
        ]
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    @cached_property
    def _sounds(self) -> dict[int, bytes]:
        """The people of the workplace by a mark of how their names sound: the id and the birth of each, end to end.

        Made for the first row that no number, telephone or address names: the same list again has none.
        """
        asked = _NAMES.join(Employment, Employment.member_id == Member.id)
        asked = asked.where(Employment.workplace_id == self.workplace_id).execution_options(yield_per=CHUNK)
        found: dict[int, bytes] = {}
        for row in self.session.execute(asked):
            if row.id.bytes in self.own:
                continue
            identity = self._opened(row.id, _identity, row)
            if identity is None:
                continue
            for name in _names(identity):
                mark = hash(joined(name))
                found[mark] = found.get(mark, b"") + row.id.bytes + _day(identity.born_on)
        return found

    def _opened(self, member_id: UUID, read: Callable[[Any], Part], row: Any) -> Part | None:
        """What a row holds; None where it does not open, which is told with the list."""
        try:
            return read(row)
        except DAMAGED:
            self.damaged.add(member_id)
            return None

    def _named(self, row: RosterRow) -> Iterator[UUID]:
        """Who is called as a row says, and was not born on another day: many can bear one name."""
        entries = self._sounds.get(hash(joined(shown_name(row))), b"")
        born = {_day(None), _day(row.born_on)}
        for at in range(0, len(entries), ENTRY):
            if row.born_on is None or entries[at + 16 : at + ENTRY] in born:
                yield UUID(bytes=entries[at : at + 16])

    def _holders(self, tokens: set[bytes]) -> list[tuple[bytes, UUID]]:
        return [
            (row.token, row.member_id)
            for row in self.session.execute(_TOKENS.where(Among(MemberToken.token, self._bearing.known(tokens))))
            if row.member_id.bytes not in self.own
        ]

    def _people(self, ids: set[UUID]) -> Iterator[Person]:
        for some in chunks(sorted(one.bytes for one in ids)):
            works = self._works(some)
            for row in self.session.execute(_PEOPLE.where(Among(Member.id, some))):
                yield self._person(row, works.get(row.id, []))

    def _person(self, row: Any, listed: list[tuple[UUID, Terms | None]]) -> Person:
        identity = self._opened(row.id, _identity, row)
        standing = self._opened(row.id, _standing, row)
        works = [(key, terms) for key, terms in listed if terms is not None]
        names, born_on = (_names(identity), identity.born_on) if identity is not None else ((), None)
        if identity is None or standing is None or len(works) != len(listed):
            return Person(row.id, names, born_on, damaged=True)
        number = next((terms.employee_number for _, terms in works if terms.employee_number), None)
        parts = Parts(identity, standing, present(works)[1] if works else None)
        return Person(row.id, names, born_on, number, parts)

    def _works(self, ids: Sequence[bytes]) -> dict[UUID, list[tuple[UUID, Terms | None]]]:
        found: dict[UUID, list[tuple[UUID, Terms | None]]] = defaultdict(list)
        for row in self.session.execute(_WORK.where(Among(Employment.member_id, ids))):
            if row.workplace_id == self.workplace_id:
                found[row.member_id].append((row.id, self._opened(row.member_id, _terms, row)))
        return found


def _day(day: date | None) -> bytes:
    return (0 if day is None else day.toordinal()).to_bytes(4, "big")


def _identity(row: Any) -> Identity:
    return Member.identity.open("member", row.id, row.identity_sealed)


def _standing(row: Any) -> Standing:
    return Member.standing.open("member", row.id, row.standing_sealed)


def _terms(row: Any) -> Terms:
    return Employment.terms.open("employment", row.id, row.terms_sealed)


def _names(identity: Identity) -> tuple[str, ...]:
    latin = f"{identity.given_name} {identity.family_name}".strip()
    return tuple(name for name in (latin, identity.name_ar) if name)
