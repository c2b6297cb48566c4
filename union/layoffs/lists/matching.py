"""Who of the employer's list the union knows: by employee number and name at that workplace, within reach, never by guess."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from union.imports.undo import removing
from union.law.ending.protection import Held as LawHeld
from union.law.ending.protection import Office, protection
from union.layoffs.models import Facts, LayoffPerson
from union.members.models import Employment, Mandate, Member
from union.reach import ReachSession
from union.sheets.cells.names import Query, fold, search_key
from union.text import digits
from union.vault.envelope import opens
from union.web.damaged import readable


@removing.NAMED.append
def named(session: ReachSession, members: set[UUID]) -> set[UUID]:
    """Which of these members stand on the list of a dispute: an import that brought them in leaves them there."""
    # Of every site: an import that is taken back may have been what brought him to that of the list.
    lines = session.scalars(select(LayoffPerson))
    return members & {row.facts.member_id for row in lines if opens(row, "facts")}


@dataclass(frozen=True)
class Known:
    """Somebody in reach who works, or worked, at the workplace."""

    member_id: UUID
    number: str
    latin: str
    arabic: str


@dataclass(frozen=True)
class Match:
    """Whom a row is about: `by` is number or name; several candidates, or a number under another name, are a doubt."""

    member_id: UUID | None = None
    by: str = ""
    doubt: bool = False


def known_at(session: ReachSession, workplace_id: UUID) -> list[Known]:
    """The members of a workplace within the session's reach, opened once."""
    pairs = select(Employment, Member).join(Member, Employment.member_id == Member.id)
    return [
        Known(
            member.id,
            _number(employment.terms.employee_number),
            f"{member.identity.family_name} {member.identity.given_name}".strip(),
            f"{member.identity.family_name_ar} {member.identity.given_name_ar}".strip(),
        )
        for employment, member in session.execute(pairs.where(Employment.workplace_id == workplace_id))
        if bool(readable([employment], "terms")) and bool(readable([member], "identity"))
    ]


def matches(people: Sequence[Facts], known: Iterable[Known]) -> list[Match]:
    """One answer a row, in the order of the list; a member who would be two rows is neither."""
    by_number: dict[str, set[UUID]] = defaultdict(set)
    by_name: dict[str, set[UUID]] = defaultdict(set)
    arabic: list[tuple[Known, str]] = []
    numbers: dict[UUID, set[str]] = defaultdict(set)
    for one in known:
        if one.number:
            by_number[one.number].add(one.member_id)
            numbers[one.member_id].add(one.number)
        for name in filter(None, (one.latin, one.arabic)):
            by_name[_key(name)].add(one.member_id)
        if one.arabic:
            arabic.append((one, search_key(one.arabic)))
    found = [_match(facts, by_number, by_name, arabic, numbers) for facts in people]
    return _once(found)


def _match(
    facts: Facts,
    by_number: dict[str, set[UUID]],
    by_name: dict[str, set[UUID]],
    arabic: list[tuple[Known, str]],
    numbers: dict[UUID, set[str]],
) -> Match:
    name = f"{facts.family_name} {facts.given_name}".strip()
    number = _number(facts.employee_number)
    named = by_name.get(_key(name), set()) or _across_scripts(name, arabic)
    numbered = by_number.get(number, set()) if number else set()
    if both := named & numbered:
        return Match(both.pop(), "number") if len(both) == 1 else Match(doubt=True)
    if numbered:  # the number is somebody's whose name is another one
        return Match(doubt=True)
    free = {one for one in named if not (number and numbers[one])}  # a known, different number is another person
    if len(free) == 1:
        return Match(free.pop(), "name")
    return Match(doubt=bool(free))


def _across_scripts(name: str, arabic: list[tuple[Known, str]]) -> set[UUID]:
    if not name:
        return set()
    asked, heard = Query(name), search_key(name)
    return {one.member_id for one, key in arabic if asked.finds(key) and Query(one.arabic).finds(heard)}


def _once(found: list[Match]) -> list[Match]:
    times: dict[UUID, int] = defaultdict(int)
    for one in found:
        if one.member_id:
            times[one.member_id] += 1
    return [Match(doubt=True) if one.member_id and times[one.member_id] > 1 else one for one in found]


def _key(name: str) -> str:
    """The words of a name in one order: lists write the family name first, or last."""
    return " ".join(sorted(fold(name).split()))


def _number(typed: str) -> str:
    return digits(typed).replace(" ", "").casefold()


def with_mandates(
    session: ReachSession, workplace_id: UUID, people: Sequence[Facts], found: Sequence[Match], on: date
) -> list[Facts]:
    """The facts with the protection that the known mandates give on the day of leaving (arts 457, 458, 472).

    A mandate that the employer's own list names is kept: he knows of it, and it may be somebody whom we do not know.
    """
    wanted = [match.member_id for match in found if match.member_id]
    held: dict[UUID, list[LawHeld]] = defaultdict(list)
    rows = (
        select(Mandate).where(Mandate.workplace_id == workplace_id, Mandate.member_id.in_(wanted)) if wanted else None
    )
    for row in readable(session.scalars(rows), "held") if rows is not None else ():
        held[row.member_id].append(LawHeld(Office(row.held.kind.value), row.held.from_on, row.held.until_on))
    return [
        _protected(dataclasses.replace(facts, member_id=match.member_id), held[match.member_id], on)
        if match.member_id
        else facts
        for facts, match in zip(people, found, strict=True)
    ]


def _protected(facts: Facts, held: list[LawHeld], on: date) -> Facts:
    standing = protection(held, facts.left_on or on)
    if facts.mandate == "in_office" or standing.standing == "none":
        return facts
    return dataclasses.replace(
        facts, mandate=str(standing.standing), mandate_until=standing.until, listed_mandate=facts.mandate
    )
