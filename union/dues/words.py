"""Dues in words."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.dues.models import Fault, Means

MEANS: dict[Means, Any] = {
    Means.CASH: _l("cash"),
    Means.TRANSFER: _l("bank transfer"),
    Means.CHEQUE: _l("cheque"),
    Means.CHECK_OFF: _l("taken off the wage"),
}
"""What can be chosen."""
ALL_MEANS: dict[Means, Any] = {**MEANS, Means.EARLIER: _l("from the file, without a receipt")}
FAULTS: dict[Fault, Any] = {
    Fault.UNKNOWN: _l("nobody of this site is called so: write the payment down by hand, or correct the list"),
    Fault.NAME_ALONE: _l("a name alone decides nothing: add the employee number, or write the payment down by hand"),
    Fault.NO_SUM: _l("no sum"),
}
