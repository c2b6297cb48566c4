"""Dues in words."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.dues.models import Means

MEANS: dict[Means, Any] = {
    Means.CASH: _l("cash"),
    Means.TRANSFER: _l("bank transfer"),
    Means.CHEQUE: _l("cheque"),
    Means.CHECK_OFF: _l("taken off the wage"),
}
"""What can be chosen."""
ALL_MEANS: dict[Means, Any] = {**MEANS, Means.EARLIER: _l("from the file, without a receipt")}
