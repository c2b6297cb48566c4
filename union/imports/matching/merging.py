"""What a row says of somebody known, and in what it differs: an empty cell changes nothing, nothing is taken away."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

from union.imports.matching.matcher import Person
from union.imports.records.outcomes import Changed
from union.imports.records.row_to_member import ImportContext, identity_of, terms_of, wages_of
from union.imports.records.undo_log import Parts
from union.members.models import Contract, Identity, Standing, Terms, Wage
from union.tables.cells.people import as_typed, bare_name, unmarked
from union.tables.columns.fields import MONTH_WAGES
from union.tables.kinds.roster import RosterRow
from union.text import longer, without_zeros

Part = TypeVar("Part", Identity, Standing, Terms)
FIELDS = {  # of the envelopes, as the lists call them
    "phones": "phone",
    "emails": "email",
    "notes": "remarks",
    "wages": "monthly_gross",
}
IN_LINE = {"family_name", "given_name"}
NEW_HERE = Changed("site", "", "")  # the person works elsewhere, and from now on here as well
MOST_MONTHS = 12  # of the wages that change, said one by one
NAMES = (("family_name", "given_name"), ("family_name_ar", "given_name_ar"))  # in either script


def merged(row: RosterRow, context: ImportContext, known: Parts) -> Parts:
    """The parts of a person's file once the row is brought in; `known.terms` is None if they do not work here yet."""
    return Parts(
        known.identity and _identity(row, context, known.identity),
        known.standing and _standing(row, known.standing),
        terms_of(row, context.on) if known.terms is None else _terms(row, context, known.terms),
    )


def _identity(row: RosterRow, context: ImportContext, known: Identity) -> Identity:
    told = identity_of(row, context)
    names = {} if _same_words(told, known) else _names(told, known)
    return dataclasses.replace(
        known,
        **names,
        alias=_said(told.alias, known.alias),
        sex=told.sex or known.sex,
        born_on=told.born_on or known.born_on,
        cin=told.cin or known.cin,
        phones=_joined(told.phones, known.phones),
        emails=_joined(told.emails, known.emails, str.lower),  # Rim@example.ma is the same address
    )


def _names(told: Identity, known: Identity) -> dict[str, str]:
    """What a list corrects of a name, in each script by itself: where it says the same words, nothing."""
    found: dict[str, str] = {}
    for script in NAMES:
        mine, theirs = ({name: getattr(one, name) for name in script} for one in (told, known))
        if _words(*mine.values()) != _words(*theirs.values()):
            found |= {name: text for name, text in mine.items() if text}
    return found


def _said(told: str, known: str) -> str:
    """What a list says; the same without a sign that nobody sees corrects nothing."""
    return known if not told or told == known or told == unmarked(known) else told


def _number(told: str, known: str) -> str:
    """What a list says; of two forms of one number the one that kept the zeros in front."""
    told = _said(told, known)
    return longer(told, known) if without_zeros(told) == without_zeros(known) else told


def _same_words(told: Identity, known: Identity) -> bool:
    """The same words in another order or in capitals are the same name, as the name at work is: nothing is
    corrected."""
    mine = _words(told.given_name, told.family_name, told.given_name_ar, told.family_name_ar)
    latin, arabic = (known.given_name, known.family_name), (known.given_name_ar, known.family_name_ar)
    return any(mine == _words(*names) for names in (latin, arabic, (*latin, *arabic), (known.alias,)) if any(names))


def _words(*names: str) -> list[str]:
    """The words of a name as a list would give it: without the signs beside it."""
    bare = [str(bare_name(unmarked(as_typed(name)))[0]) for name in names]
    return sorted(" ".join(bare).casefold().split())


def _joined(told: tuple[str, ...], known: tuple[str, ...], alike: Callable[[str], str] = str) -> tuple[str, ...]:
    """What is new comes first; what was known stays."""
    before = set(map(alike, known))
    new = tuple(one for one in told if alike(one) not in before)
    return (*new, *known)


def _standing(row: RosterRow, known: Standing) -> Standing:
    notes = known.notes
    if row.remarks and row.remarks not in notes:
        notes = f"{notes}\n{row.remarks}" if notes else row.remarks
    return dataclasses.replace(
        known,
        card_number=_number(row.card_number or "", known.card_number),
        joined_on=row.joined_on or known.joined_on,
        notes=notes,
    )


def _terms(row: RosterRow, context: ImportContext, known: Terms) -> Terms:
    told = terms_of(row, context.on)
    return dataclasses.replace(
        known,
        employee_number=_number(told.employee_number, known.employee_number),
        job=_said(told.job, known.job),
        category=told.category if row.category else known.category,
        contract=known.contract if told.contract is Contract.UNKNOWN else told.contract,
        hired_on=told.hired_on or known.hired_on,
        left_on=told.left_on or known.left_on,
        wages=wages_of(row, context.on, known.wages),
    )


def difference(before: Parts, after: Parts) -> Parts:
    """Of `before` only the parts that differ from `after`."""
    return Parts(
        before.identity if before.identity != after.identity else None,
        before.standing if before.standing != after.standing else None,
        before.terms if before.terms != after.terms else None,
    )


def changes(before: Parts, after: Parts) -> tuple[Changed, ...]:
    """Every field that differs, from what to what."""
    found: list[Changed] = []
    for old, new in ((before.identity, after.identity), (before.standing, after.standing), (before.terms, after.terms)):
        for name in changed_fields(old, new):
            was, now = getattr(old, name), getattr(new, name)
            if name == "wages":
                found += _wages_changed(was, now)
                continue
            found.append(Changed(FIELDS.get(name, name), display_value(was), display_value(now)))
    return tuple(found)


def _wages_changed(was: tuple[Wage, ...], now: tuple[Wage, ...]) -> list[Changed]:
    """The wage of today, and those of other months that are otherwise."""
    before, after = last_wage(was), last_wage(now)
    found = [Changed(name, before[name], after[name]) for name in before if before[name] != after[name]]
    old, new = ({one.from_on: one for one in wages if one.from_on} for wages in (was, now))
    days = [day for day in sorted(new) if old.get(day) != new[day]]
    if len(days) > 1 or (days and not found):
        said = ((_of_months(old, days)), _of_months(new, days))
        found.append(Changed(MONTH_WAGES, *said))
    return found


def last_wage(wages: tuple[Wage, ...]) -> dict[str, str]:
    """The gross and the net pay of today as they are shown, by their names among the lists' fields."""
    last = wages[-1] if wages else Wage(None)
    return {"monthly_gross": display_value(last.gross), "monthly_net": display_value(last.net)}


def _of_months(wages: Mapping[date, Wage], days: list[date]) -> str:
    told = [f"{day:%m/%Y}: {display_value(wages[day])}" for day in days if day in wages]
    return "; ".join(told[:MOST_MONTHS]) + ("; …" if len(told) > MOST_MONTHS else "")


def changed_fields(old: Any, new: Any) -> list[str]:
    """The fields of two contents of one envelope that differ; none where one of them is missing."""
    if old is None or new is None or old == new:
        return []
    return [one.name for one in dataclasses.fields(old) if getattr(old, one.name) != getattr(new, one.name)]


def display_value(value: Any) -> str:
    """A value as the preview keeps it; a closed list by its key, which is said in words where it is shown."""
    if value is None or value == ():
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, tuple):
        return display_value(value[-1]) if isinstance(value[-1], Wage) else ", ".join(map(str, value))
    if isinstance(value, Wage):
        return " / ".join(display_value(one) for one in (value.gross, value.net) if one is not None)
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    return str(value)


def _pay_left(present: tuple[Wage, ...], seen: Any, wanted: Any) -> dict[str, str]:
    """The gross and the net pay as they are now, where that is neither what a list said nor what was before."""
    now, *others = (last_wage(one) for one in (present, seen.wages, wanted.wages))
    left = {name: value for name, value in now.items() if any(value != one[name] for one in others)}
    return left or {"monthly_gross": now["monthly_gross"]}


def swapped(now: Part, wanted: Part, seen: Part) -> tuple[Part, dict[str, str]]:
    """Each field in which `wanted` and `seen` differ, back to `wanted` where it still is as `seen`.

    Returns the content with them, and the fields that are otherwise by now with what they are: somebody changed them
    since.
    """
    back: dict[str, Any] = {}
    others: dict[str, str] = {}
    for name in changed_fields(seen, wanted):
        present = getattr(now, name)
        if present == getattr(seen, name):
            back[name] = getattr(wanted, name)
        elif present != getattr(wanted, name):
            paid = name == "wages"
            others |= _pay_left(present, seen, wanted) if paid else {FIELDS.get(name, name): display_value(present)}
    return dataclasses.replace(now, **back), others


def differing(row: RosterRow, context: ImportContext, known: Person | None) -> tuple[str, tuple[Changed, ...]]:
    """The name of the person whom a row is compared with, and what would change; nothing if they are out of reach by
    now."""
    if known is None or known.parts is None or known.parts.identity is None:
        return "", ()
    before = known.parts
    name = known.parts.identity.name
    if _says_the_same(row, context, before):
        return name, ()
    told = changes(before, merged(row, context, before))
    return name, told if before.terms else (NEW_HERE, *told)


def written_of(row: RosterRow, context: ImportContext) -> tuple[Changed, ...]:
    """What is kept of a new person, but for the name that their line shows."""
    nobody = Parts(Identity(), Standing(context.state), Terms())
    both = row.family_name_ar or row.given_name_ar  # then the line shows the name in Latin letters alone
    told = IN_LINE if both else IN_LINE | {"family_name_ar", "given_name_ar"}
    return tuple(one for one in changes(nobody, merged(row, context, nobody)) if one.field not in told)


def _says_the_same(row: RosterRow, context: ImportContext, before: Parts) -> bool:
    """Whether a row says all that is known of somebody, and nothing else: most rows of a list that comes again do."""
    adds = row.card_number or row.joined_on or row.remarks
    return not adds and terms_of(row, context.on) == before.terms and identity_of(row, context) == before.identity


def present(listed: Iterable[tuple[UUID, Terms]]) -> tuple[UUID, Terms]:
    """Of several employments at one workplace the one that runs, else the one begun last."""
    return max(listed, key=lambda one: (one[1].left_on is None, one[1].hired_on or date.min, str(one[0])))
