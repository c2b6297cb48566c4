"""Who is known already, within the reach of who asks: by exact tokens where the names agree, and by the same name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from union.imports.records.undo_log import Parts
from union.tables.cells.likeness import is_called, joined, nearly, whole_name
from union.tables.kinds.roster import RosterRow
from union.text import without_zeros
from union.vault import ring


@dataclass(frozen=True, slots=True)
class Person:
    """What is compared of somebody known."""

    member_id: UUID
    names: tuple[str, ...]  # in Latin and in Arabic script, where there is one
    born_on: date | None
    number: str | None = None  # at the workplace of the list
    parts: Parts | None = None  # what a row is compared with
    damaged: bool = False  # part of their file does not open: nothing is compared with it or written to it


@dataclass(frozen=True, slots=True)
class Match:
    """A known person whom a row names; `by` is number, phone, email, born (and the name), name, birth (another one,
    with the same phone or e-mail), near (nearly the same name, with the same phone or e-mail), taken (the same number,
    another name), zeros (the same number but for the zeros in front, another name), or damaged (the file does not
    open).

    By hand it is what was decided: same, different or skip.
    """

    member_id: UUID
    by: str


class Borne(NamedTuple):
    """The keyed tokens of what a row bears."""

    number: bytes | None
    phone: bytes | None
    phone_other: bytes | None
    email: bytes | None
    email_other: bytes | None = None

    @property
    def tokens(self) -> list[bytes]:
        """Each once."""
        return list(dict.fromkeys(filter(None, self)))


@dataclass
class Known:
    """Everybody within reach whom some rows of a file could name; `borne` are the tokens of these rows, by number."""

    borne: Mapping[int, Borne]
    by_token: dict[bytes, list[Person]] = field(default_factory=dict)
    by_sound: dict[str, list[Person]] = field(default_factory=dict)
    people: dict[UUID, Person] = field(default_factory=dict)
    apart: frozenset[int] = frozenset()  # rows whose number is another than the one with more or fewer zeros in front
    _exact: dict[int, Match | None] = field(default_factory=dict)  # by row: each is asked for twice

    def match(self, row: RosterRow) -> Match | None:
        """Whom a row names. A token alone is not enough: families share a telephone."""
        if not self.people:
            return None
        return self.guarded(self.by_exact(row) or self._by_name(row) or self._near(row))

    def candidates(self, row: RosterRow) -> list[Match]:
        """Everybody whom a row may name, for a person to say: whom it names, else whoever's name has its consonants.

        `by` is sound for the latter: Hassan beside حسين, who are two people, or one whose name was heard otherwise.
        """
        found = self.match(row)
        if found is not None and found.by != "name":
            return [found]
        bearers = [one for one in self.by_sound.get(joined(shown_name(row)), ()) if not self._contradicts(row, one)]
        by_name = [Match(one.member_id, "name" if _agree(row, one) else "sound") for one in bearers if not one.damaged]
        return sorted(by_name, key=lambda one: one.by)

    def guarded(self, found: Match | None) -> Match | None:
        """The match, marked as damaged if the person's file does not open: the row waits until it is restored."""
        person = None if found is None else self.people.get(found.member_id)
        return Match(person.member_id, "damaged") if person is not None and person.damaged else found

    def by_exact(self, row: RosterRow) -> Match | None:
        """Whom the number, a telephone or an address of a row names."""
        if not self.by_token:
            return None
        if row.number not in self._exact:
            self._exact[row.number] = self._holder(row)
        return self._exact[row.number]

    def _holder(self, row: RosterRow) -> Match | None:
        borne = self.borne[row.number]
        numbered = self._numbered(row)
        holders_of = {"number": numbered, "phone": self._holding(borne.phone), "email": self._holding(borne.email)}
        for by, people in holders_of.items():
            for person in people:
                if _agree(row, person, part=by == "number"):
                    return Match(person.member_id, by if by == "number" or not _born_apart(row, person) else "birth")
        holders = self._bearing(row)
        if (unread := next((one for one in holders if one.damaged), None)) is not None:
            return Match(unread.member_id, "damaged")
        for person in numbered:
            # A number is one person's at a workplace: with most of the name it stands against a slip in the rest.
            if not _born_apart(row, person) and _nearly(row, person):
                return Match(person.member_id, "number")
        if numbered:
            return Match(numbered[0].member_id, "zeros" if differ_in_zeros(row, numbered[0].number) else "taken")
        return None

    def _holding(self, token: bytes | None) -> Sequence[Person]:
        return self.by_token.get(token, ()) if token else ()

    def _numbered(self, row: RosterRow) -> list[Person]:
        """Who has the number of a row, those with the same zeros in front first."""
        holders = self._holding(self.borne[row.number].number)
        written = [one for one in holders if not differ_in_zeros(row, one.number)]
        return written if row.number in self.apart else [*written, *(one for one in holders if one not in written)]

    def _bearing(self, row: RosterRow) -> Iterator[Person]:
        """Who has a number, a telephone or an address of a row."""
        borne = self.borne[row.number]
        yield from self._numbered(row)
        for token in borne.tokens:
            yield from self._holding(token) if token != borne.number else ()

    def _near(self, row: RosterRow) -> Match | None:
        """A slip of the fingers in a name with one telephone, or a brother: for somebody to decide."""
        found = (one for one in self._bearing(row) if not self._contradicts(row, one) and _nearly(row, one))
        return next((Match(one.member_id, "near") for one in found), None) if self.by_token else None

    def _by_name(self, row: RosterRow) -> Match | None:
        """The same name and the same birth are the same person; the same name alone is for somebody to decide."""
        found = [
            person
            for person in self.by_sound.get(joined(shown_name(row)), ())
            if not self._contradicts(row, person) and _agree(row, person)
        ]
        born = [person for person in found if row.born_on and person.born_on]  # else they would contradict
        written = [person for person in found if whole_name(shown_name(row)) in map(whole_name, person.names)]
        if born:
            return Match(born[0].member_id, "born")
        return Match((written or found)[0].member_id, "name") if found else None

    def _contradicts(self, row: RosterRow, person: Person) -> bool:
        """The same name is not the same person where the birth or the employee number differs."""
        if _born_apart(row, person):
            return True
        if not row.employee_number or not person.number:
            return False
        if differ_in_zeros(row, person.number):
            return row.number in self.apart
        return row.employee_number != person.number


class Tokens:
    """The keyed tokens of one workplace's list, `MemberToken` rows hold the same."""

    def __init__(self, workplace_id: UUID) -> None:
        self._phone, self._email = ring.many_tokens("phone"), ring.many_tokens("email")
        self._number = ring.many_tokens(f"number|{workplace_id}")

    def of(self, row: RosterRow) -> Borne:
        """Those of a row."""
        return Borne(
            self._number(without_zeros(row.employee_number)) if row.employee_number else None,
            self._phone(row.phone) if row.phone else None,
            self._phone(row.phone_other) if row.phone_other else None,
            self._email(row.email.lower()) if row.email else None,
            self._email(row.email_other.lower()) if row.email_other else None,
        )


def shown_name(row: RosterRow) -> str:
    """A row's name as people say it."""
    return f"{row.given_name or ''} {row.family_name or ''}".strip()


def _agree(row: RosterRow, person: Person, *, part: bool = False) -> bool:
    """Whether two names can be one person's."""
    return is_called(shown_name(row), person.names, part=part)


def _nearly(row: RosterRow, person: Person) -> bool:
    return any(nearly(shown_name(row), name) for name in person.names)


def _born_apart(row: RosterRow, person: Person) -> bool:
    return bool(row.born_on and person.born_on and row.born_on != person.born_on)


def differ_in_zeros(row: Any, known: str | None) -> bool:
    """Whether a row gives a known number with more or fewer zeros in front."""
    told = row.employee_number
    return bool(told and known and told != known and without_zeros(told) == without_zeros(known))
