"""Everybody within reach whom the rows of a list could name: opened for some rows at a time, never all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from union.imports.matching.matcher import Known, Person, Tokens, shown_name
from union.imports.matching.merging import present
from union.imports.matching.reachable_tokens import Bearing
from union.imports.records.outcomes import Absent
from union.imports.records.undo_log import Parts
from union.members.models import Employment, Identity, Member, MemberToken, Terms
from union.store.among import CHUNK, Among, as_given, chunks, id_of
from union.store.reach import ReachSession
from union.tables.cells.likeness import joined
from union.tables.kinds.roster import RosterRow
from union.vault.envelope import DAMAGED

ENTRY = 20  # bytes: an id, a day
Part = TypeVar("Part")
_BEARING = select(MemberToken.token, as_given(MemberToken.member_id))
_PEOPLE = select(as_given(Member.id), Member.identity_sealed, Member.standing_sealed)
_NAMES = select(as_given(Member.id), Member.identity_sealed)
_WORK = select(
    as_given(Employment.id), as_given(Employment.member_id), as_given(Employment.workplace_id), Employment.terms_sealed
)


class Register:
    """Who is known; `own` are the people that this very import wrote before it was interrupted, and not known by that.

    `apart` are rows of which somebody said that the zeros in front of their number make it another one.
    """

    def __init__(
        self, session: ReachSession, workplace_id: UUID, own: frozenset[bytes], apart: frozenset[int] = frozenset()
    ) -> None:
        self.session, self.workplace_id, self.own, self.apart = session, workplace_id, own, apart
        self.tokens = Tokens(workplace_id)
        self.damaged: set[bytes] = set()  # people met whose files do not open
        self._identity, self._standing = Member.identity.opener("member"), Member.standing.opener("member")
        self._terms = Employment.terms.opener("employment")
        self._bearing = Bearing(session)

    def around(self, rows: Sequence[RosterRow], also: Iterable[UUID] = ()) -> Known:
        """Whom these rows could name, and those who are asked for besides."""
        sound = [row for row in rows if row.ok]
        borne = {row.number: self.tokens.of(row) for row in sound}
        holders = self._holders({token for one in borne.values() for token in one if token})
        known = Known(borne, apart=self.apart)
        people = self._people({*(one.bytes for one in also), *(member for _, member in holders)})
        for token, member in holders:
            if member in people:
                known.by_token.setdefault(token, []).append(people[member])
        known.people = {one.member_id: one for one in people.values()}  # only of these is asked below
        unknown = [row for row in sound if known.by_exact(row) is None]
        if unknown and self._sounds:
            named = {one for row in unknown for one in self._named(row)}
            people |= self._people(named - people.keys())
            known.people = {one.member_id: one for one in people.values()}
            for member in sorted(named & people.keys()):
                for name in {joined(name) for name in people[member].names}:
                    known.by_sound.setdefault(name, []).append(people[member])
        return known

    def absent(self, named: set[bytes]) -> tuple[Absent, ...]:
        """Who still works at the workplace and is not among those named, sorted by name."""
        asked = _WORK.where(Employment.workplace_id == self.workplace_id).execution_options(yield_per=CHUNK)
        left: set[bytes] = set()
        for work, given, _, stored in self.session.execute(asked):
            if (member := id_of(given)) not in named and member not in self.own:
                terms = self._opened(member, self._terms, id_of(work), stored)
                if terms is not None and terms.left_on is None:
                    left.add(member)
        found = [
            Absent(UUID(bytes=member), identity.name)
            for some in chunks(sorted(left))
            for member, identity in self._identities(_NAMES.where(Among(Member.id, some)))
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
        for member, identity in self._identities(asked):
            for name in names_of(identity):
                mark = hash(joined(name))
                found[mark] = found.get(mark, b"") + member + _day(identity.born_on)
        return found

    def _identities(self, asked: Any) -> Iterator[tuple[bytes, Identity]]:
        """Whom a statement names, but for those whom this import wrote and whose files do not open."""
        for given, stored in self.session.execute(asked):
            if (member := id_of(given)) not in self.own:
                identity = self._opened(member, self._identity, member, stored)
                if identity is not None:
                    yield member, identity

    def _opened(self, member: bytes, opener: Callable[[bytes, bytes], Part], row: bytes, stored: bytes) -> Part | None:
        """What a row holds; None where it does not open, which is told with the list."""
        try:
            return opener(row, stored)
        except DAMAGED:
            self.damaged.add(member)
            return None

    def _named(self, row: RosterRow) -> Iterator[bytes]:
        """Who is called as a row says, and was not born on another day: many can bear one name."""
        entries = self._sounds.get(hash(joined(shown_name(row))), b"")
        born = {_day(None), _day(row.born_on)}
        for at in range(0, len(entries), ENTRY):
            if row.born_on is None or entries[at + 16 : at + ENTRY] in born:
                yield entries[at : at + 16]

    def _holders(self, tokens: set[bytes]) -> list[tuple[bytes, bytes]]:
        return [
            (token, member)
            for shelf, wanted in self._bearing.known(tokens)
            for token, given in self.session.execute(
                _BEARING.where(MemberToken.shelf == shelf, Among(MemberToken.token, wanted))
            )
            if (member := id_of(given)) not in self.own
        ]

    def _people(self, ids: set[bytes]) -> dict[bytes, Person]:
        found: dict[bytes, Person] = {}
        for some in chunks(sorted(ids)):
            works = self._works(some)
            for given, identity, standing in self.session.execute(_PEOPLE.where(Among(Member.id, some))):
                member = id_of(given)
                found[member] = self._person(member, identity, standing, works.get(member, []))
        return found

    def _person(
        self, member: bytes, identity_sealed: bytes, standing_sealed: bytes, listed: list[tuple[bytes, Terms | None]]
    ) -> Person:
        identity = self._opened(member, self._identity, member, identity_sealed)
        standing = self._opened(member, self._standing, member, standing_sealed)
        works = [(UUID(bytes=key), terms) for key, terms in listed if terms is not None]
        names, born_on = (names_of(identity), identity.born_on) if identity is not None else ((), None)
        if identity is None or standing is None or len(works) != len(listed):
            return Person(UUID(bytes=member), names, born_on, damaged=True)
        number = next((terms.employee_number for _, terms in works if terms.employee_number), None)
        parts = Parts(identity, standing, present(works)[1] if works else None)
        return Person(UUID(bytes=member), names, born_on, number, parts)

    def _works(self, ids: Sequence[bytes]) -> dict[bytes, list[tuple[bytes, Terms | None]]]:
        """Their work here. The workplace is not asked for: SQLite would look for some people among all of it."""
        found: dict[bytes, list[tuple[bytes, Terms | None]]] = defaultdict(list)
        here = self.workplace_id.bytes
        for given, of, where, stored in self.session.execute(_WORK.where(Among(Employment.member_id, ids))):
            if id_of(where) == here:
                work, member = id_of(given), id_of(of)
                found[member].append((work, self._opened(member, self._terms, work, stored)))
        return found


def _day(day: date | None) -> bytes:
    return (0 if day is None else day.toordinal()).to_bytes(4, "big")


def names_of(identity: Identity) -> tuple[str, ...]:
    """A person's name in each script that it is known in."""
    latin = f"{identity.given_name} {identity.family_name}".strip()
    return tuple(name for name in (latin, identity.name_ar) if name)
