"""An hour of the day, as people write it: 14:30, 14h30, ١٤:٣٠."""

from __future__ import annotations

import re

from flask_babel import lazy_gettext as _l

from union import text
from union.web.forms.typed import Line

_HOUR = re.compile(r"([01]?[0-9]|2[0-3])\s*[:hH.٫]\s*([0-5][0-9])?", re.ASCII)


class Hour(Line):
    """`data` is HH:MM, or nothing."""

    most = 12

    def parse(self, typed: str) -> str:
        plain = text.digits(super().parse(typed))
        if not plain:
            return ""
        found = _HOUR.fullmatch(plain)
        if found is None:
            raise ValueError(_l("Write an hour, like 14:30."))
        return f"{int(found[1]):02d}:{found[2] or '00'}"
