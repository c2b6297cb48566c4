"""Values of a list in words: what changes, what a row and a person say beside each other, what an undo leaves."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.imports.records.outcomes import BROKEN, GONE, USED, Beside, Changed, Held
from union.members.words import CATEGORIES, CONTRACTS, SEXES, telephone
from union.tables.columns.fields import field_name
from union.web.locale import language
from union.workplaces.words import ACTIVITIES, COLLEGES, MARKETS

HELD = {
    BROKEN: _l("the file cannot be read: restore it from the backup"),
    USED: _l("everything: changed since, or in use elsewhere"),
    GONE: _l("removed since, or out of reach"),
}
_CLOSED: dict[str, dict[str, Any]] = {
    "sex": {one.value: word for one, word in SEXES.items()},
    "category": {one.value: word for one, word in CATEGORIES.items()},
    "contract": {one.value: word for one, word in CONTRACTS.items()},
    "activities": {one.value: word for one, word in ACTIVITIES.items()},
    "markets": {one.value: word for one, word in MARKETS.items()},
    "college": {one.value: word for one, word in COLLEGES.items()},
    "declared": {"yes": _l("yes"), "no": _l("no: a shadow centre")},
}


def change_text(changed: Changed) -> tuple[str, str, str]:
    """A change in words: the field, from what, to what."""
    before, after = (_worded(changed.field, value) for value in (changed.before, changed.after))
    return field_name(changed.field, language()), before, after


def beside_text(one: Beside) -> tuple[str, str, str]:
    """What a row and a person known say, in words: the field, the one, the other."""
    told, known = (_worded(one.field, value) for value in (one.told, one.known))
    return field_name(one.field, language()), told, known


def _worded(field: str, value: str) -> str:
    """A value of a closed list in words, or several of them, and a telephone as people dial it; any other as it is."""
    if field == "phone":
        return str(_(", ")).join(map(telephone, value.split(", "))) if value else ""
    words = _CLOSED.get(field)
    return str(_(", ")).join(str(words.get(one, one)) for one in value.split(",")) if words else value


def held_text(held: Held) -> str:
    """Why something of somebody stays as it is, or what stays and how it is now."""
    told = zip_longest(held.fields, held.values, fillvalue=None)
    return " · ".join(_field_held(name, value) for name, value in told if name)


def _field_held(name: str, value: str | None) -> str:
    if name in HELD:
        return str(HELD[name])
    word = field_name(name, language())
    if value is None:  # of an import that was taken back before values were kept
        return word
    said_so = _worded(name, value) if value else str(_("empty"))
    return "".join((word, str(_(": ")), f"\u2068{said_so}\u2069"))
