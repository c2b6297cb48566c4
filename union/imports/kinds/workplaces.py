"""Workplaces: an employer is found by its ICE, else by its name, and a site by its name; an empty cell changes
nothing."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import select

from union.access import May
from union.imports.kinds import headcounts, places
from union.imports.kinds.kind import Kind, ListContext, Meant, PendingValues, RowInterpreter, Unfit
from union.imports.kinds.places import EMPLOYER, SITE, NewSite
from union.imports.records.outcomes import Changed, ListOf
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.tables.kinds.list_rows import WorkplaceRow
from union.tables.kinds.list_shapes import WORKPLACES
from union.text import longer, without_zeros
from union.workplaces.models import Activity, Employer, Identity, Market, Site, Workplace

IDENTITY = {  # fields of a list by those of the envelope
    "legal_name": "legal_name",
    "group": "group",
    "trade_register": "trade_register",
    "ice": "ice",
    "cnss": "affiliation",
    "seat": "seat",
    "inspectorate": "inspectorate",
    "court": "court",
}
LEGAL_FORMS = frozenset(
    map(fold, ("sa", "sarl", "sarl au", "sarlau", "sas", "sasu", "snc", "scs", "gie", "ش م م", "ش.م.م", "شركة مساهمة"))
)
OF_SITE = {  # as above
    "name_ar": "site_ar",
    "city": "city",
    "address": "address",
    "activities": "activities",
    "markets": "markets",
    "declared": "declared",
}


class Companies(RowInterpreter):
    """The employers and their sites within reach, as the rows so far leave them."""

    def __init__(self, session: ReachSession, _context: ListContext) -> None:
        employers, sites = session.scalars(select(Employer)).all(), session.scalars(select(Workplace)).all()
        self._held = (employers, sites)  # else the session asks again for each headcount
        self.employers = {one.id: one.identity for one in employers}
        self.sites = {one.id: (one.employer_id, one.site) for one in sites}
        self._told: dict[tuple[UUID, str], Any] = {}

    def take(self, row: WorkplaceRow, pending: PendingValues) -> Meant:
        """Enter one row. Raises `Unfit` where it fits two employers, or none, or an earlier row said a third thing."""
        known = self._employer(row)
        told = {name: getattr(row, field) for name, field in IDENTITY.items() if getattr(row, field)}
        if known:
            told = {name: _longer(value, getattr(self.employers[known], name)) for name, value in told.items()}
        if known and _is_short_for(row.legal_name, self.employers[known].legal_name):
            told.pop("legal_name")
        identity = (
            dataclasses.replace(self.employers[known], **told) if known else Identity(**{"legal_name": "", **told})
        )
        if not identity.legal_name:
            raise Unfit("legal_name", "employer_missing")
        employer_id = known or uuid4()
        changes: tuple[Changed, ...] = ()
        if known is None:
            pending.enter(EMPLOYER, employer_id, places.WHOLE, msgspec.json.encode(identity), b"")
        else:
            changes = self._corrected(pending, EMPLOYER, employer_id, self.employers[employer_id], told, IDENTITY)
        if row.site:
            site_id, site, more = self._site(row, employer_id, pending)
            changes = (*changes, *more, *headcounts.count(row, site_id, pending))
            self.sites[site_id] = employer_id, site
        self.employers[employer_id] = identity
        self._told |= {(employer_id, name): value for name, value in told.items()}
        return Meant(", ".join(one for one in (identity.legal_name, row.site) if one), changes)

    def _employer(self, row: WorkplaceRow) -> UUID | None:
        """Whom a row means; None for a new one."""
        by_ice = [one for one, known in self.employers.items() if row.ice and known.ice == row.ice]
        wanted = fold(row.legal_name)
        by_name = [one for one, known in self.employers.items() if wanted and fold(known.legal_name) == wanted]
        if by_ice:
            if by_name and by_name != by_ice:
                raise Unfit("ice", "ice_other")
            return by_ice[0]
        if by_name:
            if row.ice and self.employers[by_name[0]].ice:
                raise Unfit("ice", "ice_other")
            return by_name[0]
        short = [one for one, known in self.employers.items() if _is_short_for(row.legal_name, known.legal_name)]
        if len(short) == 1 and not row.ice:  # "Zellige Contact" is the one Zellige Contact SA that is known
            return short[0]
        if wanted:
            return None
        sites = [employer for employer, site in self.sites.values() if row.site and fold(site.name) == fold(row.site)]
        if len(sites) != 1:
            raise Unfit("site" if row.site else "legal_name", "site_several" if sites else "employer_unknown")
        return sites[0]

    def _site(
        self, row: WorkplaceRow, employer_id: UUID, pending: PendingValues
    ) -> tuple[UUID, Site, tuple[Changed, ...]]:
        told = _told_of_site(row)
        for site_id, (owner, site) in self.sites.items():
            if owner == employer_id and fold(site.name) == fold(row.site):
                changes = self._corrected(pending, SITE, site_id, site, told, OF_SITE)
                self._told |= {(site_id, name): value for name, value in told.items()}
                return site_id, dataclasses.replace(site, **told), changes
        site_id, site = uuid4(), Site(row.site, **told)
        pending.enter(SITE, site_id, places.WHOLE, msgspec.json.encode(NewSite(employer_id, site)), b"")
        return site_id, site, ()

    def _corrected(
        self, pending: PendingValues, book: str, subject: UUID, known: Any, told: dict[str, Any], names: dict[str, str]
    ) -> tuple[Changed, ...]:
        """Enter the fields in which a row says something else. Raises `Unfit` where an earlier row said a third
        thing."""
        changes = []
        for name, value in told.items():
            said = self._told.get((subject, name), value)
            if not (_same(said, value) or _one_number(said, value)):
                raise Unfit(names[name], "contradicts_row", other=places.display_value(said))
            present = getattr(known, name)
            if not _same(present, value):
                before, after = msgspec.json.encode(present), msgspec.json.encode(value)
                pending.enter(book, subject, name, after, before)
                changes.append(Changed(names[name], places.display_value(present), places.display_value(value)))
        return tuple(changes)


def _is_short_for(name: str, known: str) -> bool:
    """Tell whether a name is a known one without its legal form. Two forms of one name are two companies of a group."""
    short, whole = fold(name.replace(".", "")), fold(known.replace(".", ""))
    return bool(short) and whole.startswith(f"{short} ") and whole.removeprefix(f"{short} ") in LEGAL_FORMS


def _told_of_site(row: WorkplaceRow) -> dict[str, Any]:
    told: dict[str, Any] = {
        name: getattr(row, OF_SITE[name]) for name in ("name_ar", "city", "address") if getattr(row, OF_SITE[name])
    }
    if row.activities:
        told["activities"] = tuple(sorted(map(Activity, row.activities.split(",")), key=list(Activity).index))
    if row.markets:
        told["markets"] = tuple(sorted(map(Market, row.markets.split(",")), key=list(Market).index))
    return told if row.declared is None else {**told, "declared": row.declared}


def _one_number(one: Any, other: Any) -> bool:
    """Whether two texts are one number, whatever zeros it begins with."""
    return isinstance(one, str) and isinstance(other, str) and without_zeros(one) == without_zeros(other)


def _longer(told: Any, known: Any) -> Any:
    """What a row says; of two forms of one number the one that kept the zeros in front."""
    return longer(told, known) if _one_number(told, known) else told


def _same(one: Any, other: Any) -> bool:
    """The same words in other capitals correct nothing; of a closed list the order says nothing."""
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return bool(set(one) == set(other)) if isinstance(one, tuple) else bool(one == other)


KIND = Kind(ListOf.WORKPLACES, WORKPLACES, Companies, one_place=False, verb=May.EDIT_WORKPLACE)
