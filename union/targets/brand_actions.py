"""Every way in which brands change, and which sites serve them. Who acts comes first; nothing here commits."""

from __future__ import annotations

from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.targets.brands import Brand, BrandSite, Served, Told, brands
from union.web.damaged import readable

BRAND, SERVED = "brand", "brand_site"  # in the record


def create(session: ReachSession, by: UUID, told: Told) -> Brand:
    """A new brand. Raises `Refused` where one of this name is known."""
    _refuse_known(session, told)
    brand = Brand(told=told, version=1)
    session.add(brand)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, BRAND, brand.id)
    return brand


def correct(session: ReachSession, by: UUID, brand: Brand, told: Told) -> None:
    """What is known of it from now on. Raises `Refused` as `create` does."""
    _refuse_known(session, told, but=brand.id)
    brand.told = told
    chain.note(session, by, chain.Act.CHANGED, BRAND, brand.id)


def serve(session: ReachSession, by: UUID, brand: Brand, workplace_id: UUID, served: Served) -> BrandSite:
    """A site serves a brand. Raises `Refused` for days that end before they begin."""
    _refuse_days(served)
    row = BrandSite(brand_id=brand.id, workplace_id=workplace_id, served=served, version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, SERVED, row.id)
    return row


def change(session: ReachSession, by: UUID, row: BrandSite, served: Served) -> None:
    """Since when, until when, for which market. Raises `Refused` as `serve` does."""
    _refuse_days(served)
    row.served = served
    chain.note(session, by, chain.Act.CHANGED, SERVED, row.id)


def strike(session: ReachSession, by: UUID, row: BrandSite) -> None:
    """It was written by mistake: the site never served the brand."""
    chain.note(session, by, chain.Act.REMOVED, SERVED, row.id)
    session.delete(row)


def _refuse_days(served: Served) -> None:
    if served.from_on is not None and served.until_on is not None and served.until_on < served.from_on:
        raise Refused("until_on", _l("This day lies before the first one: look at both."))


def _refuse_known(session: ReachSession, told: Told, but: UUID | None = None) -> None:
    """Names are sealed: every brand is opened; a federation knows dozens."""
    one_at_a_time(session, b"brands--")  # two who write the same name at once
    for other in readable(session.scalars(brands()), "told"):
        if other.id != but and fold(other.told.name) == fold(told.name):
            raise Refused("name", _l("A brand of this name is known already: open it in the list."))
