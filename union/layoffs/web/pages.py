"""Every page of a dispute: importing a module of views puts its pages onto the one blueprint."""

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

__all__ = ["bp"]
