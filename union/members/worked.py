"""Where a member works or worked, for what is kept of them by site."""

from __future__ import annotations

from uuid import UUID

from union.members.models import Member
from union.members.views import site_names, works_of


def worked_at(member: Member) -> dict[UUID, str]:
    """The sites in reach with their names, the present one first."""
    named = site_names()
    return {one.workplace_id: named.get(one.workplace_id, "–") for one in works_of(member)}
