"""A round as its pages show it: each union with its exact share, and with some seats more in the two ways to have
them."""

from __future__ import annotations

from dataclasses import dataclass

from union.law.polls.representative import National, Share, nationally
from union.rounds.models import Seated, Told


@dataclass(frozen=True)
class Shown:
    """One union: its share, and its share with some seats more, each taken from another or each a new one; None where
    the others have not so many, or where nothing can be said."""

    union: Seated
    ours: bool
    found: National
    if_taken: Share | None = None
    if_added: Share | None = None


def of_round(told: Told, more: int = 0) -> list[Shown]:
    """Every union, the one with the most seats on top."""
    return sorted((_shown(told, one, more) for one in told.unions), key=lambda one: -one.union.seats)


def of_ours(told: Told) -> National | None:
    """The share of our union, where somebody said which one it is."""
    return _found(told, told.our_own) if told.our_own else None


def unwritten(told: Told) -> int:
    """The seats of the total that no line names."""
    return told.total - told.written


def _found(told: Told, union: Seated) -> National:
    return National(nationally(union.seats, told.total), told.both_sectors)


def _shown(told: Told, union: Seated, more: int) -> Shown:
    ours, found = union == told.our_own, _found(told, union)
    if not more or not told.both_sectors:
        return Shown(union, ours, found)
    taken = nationally(union.seats + more, told.total) if union.seats + more <= told.total else None
    return Shown(union, ours, found, taken, nationally(union.seats + more, told.total + more))
