"""Every page of elections: importing a module of views puts its pages onto the one blueprint."""

from __future__ import annotations

from union.polls import ballot_views, candidate_views, count_views, elector_views, share_views
from union.polls.views import bp

__all__ = ["ballot_views", "bp", "candidate_views", "count_views", "elector_views", "share_views"]
