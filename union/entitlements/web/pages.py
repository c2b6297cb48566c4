"""Every page of what one person is owed, each module of views put onto the one blueprint."""

from __future__ import annotations

from union.entitlements.web import paper_views, reading_views, views
from union.entitlements.web.blueprint import bp

PAGES = (paper_views, reading_views, views)

__all__ = ["PAGES", "bp"]
