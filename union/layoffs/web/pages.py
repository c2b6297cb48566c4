"""Every page of a dispute, each module of views put onto the one blueprint."""

from __future__ import annotations

from union.layoffs.web import (
    agenda_views,
    ending_views,
    figure_views,
    identity_views,
    letter_views,
    list_views,
    order_views,
    out_views,
    own_step_views,
    payslip_views,
    person_views,
    print_views,
    procedure_views,
    question_views,
    reader_views,
    switch_views,
    version_views,
    views,
)
from union.layoffs.web.blueprint import bp

PAGES = (
    agenda_views,
    ending_views,
    figure_views,
    identity_views,
    letter_views,
    list_views,
    order_views,
    out_views,
    own_step_views,
    payslip_views,
    person_views,
    print_views,
    procedure_views,
    question_views,
    reader_views,
    switch_views,
    version_views,
    views,
)

__all__ = ["PAGES", "bp"]
