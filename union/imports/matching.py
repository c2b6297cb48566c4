"""Who is known already, within the reach of who asks: by exact tokens where the names agree, and by the same name."""

from __future__ import annotations

import hmac
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select

from union.imports.likeness import alike, joined
from union.members.models import Employment, Identity, Member, MemberToken
from union.reach import ReachSession
from union.sheets.names import fold
from union.sheets.roster import RosterRow
from union.vault import ring

CHUNK = 5000  # below the databases' limits of bound values


@dataclass(frozen=True, slots=True)
class Person:
    """What is compared of somebody known."""

    member_id: UUID
    names: tuple[str, ...]  # in Latin and in Arabic script, where there is one
    born_on: date | None
    number: str | None = None  # at the workplace of the list


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody known whom a row names; `by` is number, phone, email, born (and the name), name, birth (another
    one, with the same phone or e-mail), or taken (his number, another name).

    By hand it is what was decided: same, different or skip.
    """

    member_id: UUID
    by: str


@dataclass
class Known:
    """Everybody within reach whom the rows of one file could name."""

    by_token: dict[bytes, list[Person]] = field(default_factory=dict)
    by_sound: dict[str, list[Person]] = field(default_factory=dict)

    def match(self, row: RosterRow, tokens: Tokens) -> Match | None:
        """Whom a row names. A token alone is not enough: families share a telephone."""
        number = tokens.number(row.employee_number)
        for by, token in (("number", number), ("phone", tokens.phone(row.phone)), ("email", tokens.email(row.email))):
            for person in self.by_token.get(token, ()) if token else ():
                if _agree(row, person, part=by == "number"):
                    return Match(person.member_id, by if by == "number" or not _born_apart(row, person) else "birth")
        if number and number in self.by_token:
            return Match(self.by_token[number][0].member_id, "taken")
        return self._by_name(row)

    def _by_name(self, row: RosterRow) -> Match | None:
        """The same name and the same birth are the same person; the same name alone is for somebody to decide."""
        found = [
            person
            for person in self.by_sound.get(joined(shown_name(row)), ())
            if not _contradicts(row, person) and _agree(row, person)
        ]
        born = [person for person in found if row.born_on and person.born_on]  # else they would contradict
        written = [person for person in found if whole_name(shown_name(row)) in map(whole_name, person.names)]
        if born:
            return Match(born[0].member_id, "born")
        return Match((written or found)[0].member_id, "name") if found else None


class Tokens:
    """The keyed tokens of one workplace's list, each made once; `MemberToken` rows hold the same."""

    def __init__(self, workplace_id: UUID) -> None:
        self._made: dict[tuple[bytes, str], bytes] = {}
        current = ring.current()
        self._phone = current.token_key("phone")
        self._email = current.token_key("email")
        self._number = current.token_key(f"number|{workplace_id}")

    def phone(self, value: str | None) -> bytes | None:
        return self._token(self._phone, value)

    def email(self, value: str | None) -> bytes | None:
        return self._token(self._email, value and value.lower())

    def number(self, value: str | None) -> bytes | None:
        return self._token(self._number, value)

    def of(self, row: RosterRow) -> list[bytes]:
        """Every token of a row, each once."""
        found = (self.number(row.employee_number), self.phone(row.phone), self.phone(row.phone_other))
        return list(dict.fromkeys(token for token in (*found, self.email(row.email)) if token))

    def _token(self, key: bytes, value: str | None) -> bytes | None:
        if not value:
            return None
        made = self._made.get((key, value))
        if made is None:
            made = self._made[key, value] = hmac.digest(key, value.encode(), "sha256")[: ring.TOKEN]
        return made


def known(
    session: ReachSession, workplace_id: UUID, rows: Iterable[RosterRow], own: frozenset[UUID], tokens: Tokens
) -> Known:
    """Who could be named by these rows; `own` are the people that this very import wrote before it was interrupted."""
    wanted = list({token for row in rows for token in tokens.of(row)})
    holders = [pair for pair in _holders(session, wanted) if pair[1] not in own]
    here = _people_here(session, workplace_id, own)
    people = here | _people(session, {member_id for _, member_id in holders} - here.keys())
    found = Known()
    for token, member_id in holders:
        if member_id in people:
            found.by_token.setdefault(token, []).append(people[member_id])
    for person in here.values():
        for name in {joined(name) for name in person.names}:
            found.by_sound.setdefault(name, []).append(person)
    return found


def _holders(session: ReachSession, tokens: list[bytes]) -> list[tuple[bytes, UUID]]:
    found: list[tuple[bytes, UUID]] = []
    for start in range(0, len(tokens), CHUNK):
        asked = MemberToken.token.in_(tokens[start : start + CHUNK])
        found += [(token, member_id) for token, member_id in session.execute(_TOKENS.where(asked))]
    return found


_TOKENS = select(MemberToken.token, MemberToken.member_id)
_PEOPLE = select(Member.id, Member.identity_sealed)
_WORK = select(Employment.id, Employment.member_id, Employment.terms_sealed)


def _people_here(session: ReachSession, workplace_id: UUID, own: frozenset[UUID]) -> dict[UUID, Person]:
    numbers: dict[UUID, list[str]] = defaultdict(list)
    for row in session.execute(_WORK.where(Employment.workplace_id == workplace_id)):
        if row.member_id not in own:
            number = Employment.terms.open("employment", row.id, row.terms_sealed).employee_number
            numbers[row.member_id].append(number)
    return _people(session, set(numbers), numbers)


def _people(session: ReachSession, ids: set[UUID], numbers: dict[UUID, list[str]] | None = None) -> dict[UUID, Person]:
    found: dict[UUID, Person] = {}
    listed = list(ids)
    for start in range(0, len(listed), CHUNK):
        for row in session.execute(_PEOPLE.where(Member.id.in_(listed[start : start + CHUNK]))):
            identity = Member.identity.open("member", row.id, row.identity_sealed)
            number = next((one for one in (numbers or {}).get(row.id, ()) if one), None)
            found[row.id] = Person(row.id, _names(identity), identity.born_on, number)
    return found


def _names(identity: Identity) -> tuple[str, ...]:
    latin = f"{identity.given_name} {identity.family_name}".strip()
    return tuple(name for name in (latin, identity.name_ar) if name)


def shown_name(row: RosterRow) -> str:
    """A row's name as people say it."""
    return f"{row.given_name or ''} {row.family_name or ''}".strip()


@lru_cache(1 << 15)
def whole_name(name: str) -> str:
    """A name without case, accents and the order of its words: what two rows of one person share exactly."""
    return " ".join(sorted(fold(name).split()))


def _agree(row: RosterRow, person: Person, *, part: bool = False) -> bool:
    """Whether two names can be one person's."""
    mine = shown_name(row)
    return any(whole_name(mine) == whole_name(name) or alike(mine, name, part=part) for name in person.names)


def _born_apart(row: RosterRow, person: Person) -> bool:
    return bool(row.born_on and person.born_on and row.born_on != person.born_on)


def _contradicts(row: RosterRow, person: Person) -> bool:
    """The same name is not the same person where the birth or the employee number differs."""
    return _born_apart(row, person) or bool(
        row.employee_number and person.number and row.employee_number != person.number
    )
