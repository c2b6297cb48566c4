"""A row beside the person whom it could name: what differs, what only one of them says, and what both say alike."""

from __future__ import annotations

from typing import Any

from union.imports.matching.matcher import Person
from union.imports.matching.merging import FIELDS, display_value, last_wage
from union.imports.records.outcomes import Beside
from union.imports.records.row_to_member import ImportContext, identity_of, standing_of, terms_of
from union.imports.records.undo_log import Parts
from union.members.models import Contract, Identity
from union.tables.cells.likeness import whole_name
from union.tables.kinds.roster import RosterRow

COMPARED = {
    "identity": ("alias", "sex", "born_on", "phones", "emails", "cin"),
    "terms": ("employee_number", "job", "category", "contract", "hired_on", "left_on"),
    "standing": ("card_number", "joined_on"),
}
HERE = "site"


def side_by_side(row: RosterRow, context: ImportContext, known: Person | None) -> tuple[Beside, ...]:
    """Every field that one of the two says: what differs first, then what only one says, and last what is alike."""
    if known is None or known.parts is None or known.parts.identity is None:
        return ()
    told = Parts(identity_of(row, context), standing_of(row, context), terms_of(row, context.on))
    mine, theirs = _names(told.identity), _names(known.parts.identity)
    named = {whole_name(name) for name in mine} <= {whole_name(name) for name in (*theirs, *known.names)}
    found = [
        Beside("full_name", " · ".join(mine), " · ".join(theirs), named),
        Beside(HERE, "", "", known.parts.terms is not None),
    ]
    for part, fields in COMPARED.items():
        mine, theirs = getattr(told, part), getattr(known.parts, part)
        found += [one for name in fields if (one := _field(row, name, mine, theirs)) is not None]
    paid, known_paid = (last_wage(one.terms.wages if one.terms else ()) for one in (told, known.parts))
    found += [
        Beside(name, paid[name], known_paid[name], paid[name] == known_paid[name])
        for name in paid
        if paid[name] or known_paid[name]
    ]
    return tuple(sorted(found, key=_order))


def _names(identity: Identity | None) -> tuple[str, ...]:
    """The name in each script that it is known in."""
    both = () if identity is None else (identity.name, identity.name_ar)
    return tuple(dict.fromkeys(name for name in both if name))


def _field(row: RosterRow, name: str, mine: Any, theirs: Any) -> Beside | None:
    told, known = _value(mine, name), _value(theirs, name)
    if name == "category" and not row.category:
        return None  # nobody said it: everybody is an employee until then
    before, after = display_value(known), display_value(told)
    if not (after or before) or (name == "cin" and not after):
        return None
    among = isinstance(told, tuple)
    alike = set(told) <= set(known or ()) if among else before == after
    return Beside(FIELDS.get(name, name), after, before, bool(after) and alike)


def _value(part: Any, name: str) -> Any:
    value = None if part is None else getattr(part, name)
    return None if value is Contract.UNKNOWN else value


def _order(one: Beside) -> int:
    if one.alike:
        return 3
    return 1 + (one.field != HERE) if not (one.told and one.known) else 0
