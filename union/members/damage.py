"""Rows that do not open any more: damaged, moved, or sealed by another key. A page goes on without them, and says
so."""

from __future__ import annotations

from typing import Any

from union.members.models import Employment, Member
from union.vault.envelope import DAMAGED


def opens(member: Member, *works: Employment) -> bool:
    """Whether everything kept of a member can be read, with these of their employments."""
    try:
        kept: tuple[Any, ...] = (member.identity, member.standing, *(one.terms for one in works))
    except DAMAGED:
        return False
    return bool(kept)
