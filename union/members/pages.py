"""Every page of members, each module of views put onto the one blueprint."""

from __future__ import annotations

from union.members import (
    care_views,
    declared_panel,
    elected_views,
    export_views,
    own_views,
    person_views,
    proposal_views,
    standing_views,
    work_views,
)
from union.members.views import bp

PAGES = (
    care_views,
    declared_panel,
    elected_views,
    export_views,
    own_views,
    person_views,
    proposal_views,
    standing_views,
    work_views,
)

__all__ = ["PAGES", "bp"]
