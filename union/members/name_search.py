"""The people of one workplace by what they are called, for searching: drawn up as `Named` only where somebody is
shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from union.members.lines import Named
from union.tables.cells.names import Unit


class Names(msgspec.Struct, gc=False):
    """What a roster reads of an `Identity`: texts alone, so that no search for garbage need look at it."""

    family_name: str = ""
    given_name: str = ""
    family_name_ar: str = ""
    given_name_ar: str = ""
    alias: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        return self.family_name, self.given_name, self.family_name_ar, self.given_name_ar, self.alias


class Called:
    """Some people, in the order in which they were read. `ids` holds a member's id and their employment's, end to end.

    `keys` hold the search key of each part of their names, and "" for the one that is not there.
    """

    __slots__ = ("_drawn", "_ids", "people")

    def __init__(self, ids: list[bytes], people: list[Names]) -> None:
        self._ids, self.people = ids, people
        self._drawn: list[Named | None] = [None] * len(ids)

    def who(self, at: int, keys: Mapping[str, str]) -> Named:
        """One of these people, by their place in the order."""
        named = self._drawn[at]
        if named is None:
            named = self._drawn[at] = _named(self._ids[at][:16], self._ids[at][16:], self.people[at], keys)
        return named

    def everybody(self, keys: Mapping[str, str]) -> tuple[Named, ...]:
        return tuple([self.who(at, keys) for at in range(len(self.people))])


def bearers(asked: Sequence[Unit], people: Sequence[Names]) -> list[int]:
    """Where those stand whom a search finds, `asked` being what it makes of all the parts of their names.

    Whoever lacks the first unit is not asked for the next. A unit is nearly always one set, and is written out: asking
    five sets in a loop takes three times as long.
    """
    left = list(enumerate(people))
    for unit in asked:
        if len(unit) == len(unit[0]) == 1:
            one = unit[0][0]
            left = [
                (at, who)
                for at, who in left
                if who.family_name in one
                or who.given_name in one
                or who.family_name_ar in one
                or who.given_name_ar in one
                or who.alias in one
            ]
        else:
            left = [(at, who) for at, who in left if _bears(unit, who.parts)]
    return [at for at, _ in left] if asked else []


def _bears(unit: Unit, parts: Collection[str]) -> bool:
    return any(all(not words.isdisjoint(parts) for words in way) for way in unit)


def _named(member: bytes, employment: bytes, one: Names, keys: Mapping[str, str]) -> Named:
    family, given, arabic = one.family_name, one.given_name, ""
    key, latin = keys[family] + keys[given], f"{given} {family}".strip()
    if one.given_name_ar or one.family_name_ar:
        key += keys[one.family_name_ar] + keys[one.given_name_ar]
        arabic = f"{one.given_name_ar} {one.family_name_ar}".strip()
    if one.alias:
        key += keys[one.alias]
    return Named(member, employment, latin or arabic or one.alias, arabic if latin else "", one.alias, key)
