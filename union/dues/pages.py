"""Every page of dues: importing a module of views puts its pages onto the one blueprint."""

from __future__ import annotations

from union.dues import list_views, payment_views, sheet_views, waiting_views
from union.dues.views import bp

__all__ = ["bp", "list_views", "payment_views", "sheet_views", "waiting_views"]
