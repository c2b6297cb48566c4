"""What is decided of two rows that are one person, and what they share in words."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l

from union.tables.kinds.twins import BOTH, FIRST, SECOND, Twin
from union.web.forms.chosen import Choice
from union.web.forms.form import Form


class Keep(Enum):
    """Which of two rows count."""

    FIRST = FIRST
    SECOND = SECOND
    BOTH = BOTH


SHARED = {
    "employee_number": _l("same employee number"),
    "zeros": _l("numbers that differ only by zeros in front"),
    "card_number": _l("same membership card number"),
    "phone": _l("same telephone"),
    "email": _l("same e-mail address"),
    "born_on": _l("same name and date of birth"),
}


def twins_form(twins: Iterable[Twin], *, beside: bool = False) -> Form:
    """One choice for each pair, with what was decided already."""
    fields: dict[str, Any] = {}
    decided: dict[str, Any] = {}
    for one in twins:
        words = {
            Keep.FIRST: _l("Row %(row)s only", row=one.first),
            Keep.SECOND: _l("Row %(row)s only", row=one.second),
        }
        if one.can_be_two:
            words[Keep.BOTH] = _l("Both: they are two people")
        label = _l("Rows %(first)s and %(second)s", first=one.first, second=one.second)
        fields[twin_name(one)] = Choice(label, Keep, words, empty=_l("Not decided yet"))
        decided[twin_name(one)] = Keep(one.keep) if one.keep else None
    kind: type[Form] = type("Twins", (Form,), fields)
    return kind(beside=beside, **decided)


def twin_name(twin: Twin) -> str:
    """The name of a pair's control."""
    return f"twins_{twin.first}_{twin.second}"
