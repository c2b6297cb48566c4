"""The sites with what is planned at each: opened, filtered and put in order here, for all of it is sealed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from operator import itemgetter
from uuid import UUID

from sqlalchemy import select

from union.accounts.models import Account
from union.cases.opened_once import OpenedOnce
from union.cases.readers import FOLLOW
from union.store.among import as_given, id_of
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.targets.brands import sites_of
from union.targets.models import SiteStage, SiteStanding, Standing
from union.web.damaged import readable
from union.web.locale import language, today
from union.workplaces.models import Market, Site, Workplace

UNTIL_THE_END = date.max
# What is planned at a site, with the stage at which it stands.
STANDINGS: OpenedOnce[tuple[Standing, SiteStage] | None] = OpenedOnce(
    SiteStanding, SiteStanding.standing, lambda one: (one, one.stage), None, (as_given(SiteStanding.workplace_id),)
)
NOTHING = (Standing(), SiteStage.UNKNOWN)  # of a site of which nothing was ever written
# A site, with its names as they are put in order: in Arabic, and in the other languages.
SITES: OpenedOnce[tuple[Site, str, str] | None] = OpenedOnce(
    Workplace, Workplace.site, lambda one: (one, fold(one.called_in("ar")), fold(one.name)), None
)


@dataclass(frozen=True)
class Organiser:
    """Somebody who works cases at some sites, and so may follow them."""

    id: UUID
    name: str
    everywhere: bool
    places: frozenset[UUID]

    def works_at(self, workplace_id: UUID) -> bool:
        return self.everywhere or workplace_id in self.places


@dataclass(frozen=True)
class BoardSite:
    """One site of the board; `owner` is nobody where whoever followed it works there no more."""

    id: UUID
    site: Site
    standing: Standing
    owner: Organiser | None
    stage: SiteStage
    idle: bool  # somebody has to say what comes next, or who does it

    @property
    def order(self) -> tuple[bool, date]:
        """Those without a next act first, then by the day of the next act."""
        return not self.idle, self.standing.next_on or UNTIL_THE_END


@dataclass(frozen=True)
class Wanted:
    """Which sites; empty values let everything through."""

    stage: SiteStage | None = None
    idle: bool = False
    city: str = ""
    market: Market | None = None
    declared: bool | None = None
    owner: UUID | None = None
    brand: UUID | None = None

    def fits(self, one: BoardSite) -> bool:
        return (
            (self.stage is None or one.stage is self.stage)
            and (not self.idle or one.idle)
            and (not self.city or fold(one.site.city) == self.city)
            and (self.market is None or self.market in one.site.markets)
            and (self.declared is None or one.site.declared is self.declared)
            and (self.owner is None or (one.owner is not None and one.owner.id == self.owner))
        )


@dataclass(frozen=True)
class Board:
    """Every site in reach: those without a next act first, then by the day of the next act, then by name."""

    sites: list[BoardSite]
    organisers: dict[UUID, Organiser] = field(default_factory=dict)

    def chosen(self, wanted: Wanted, serving: frozenset[UUID] = frozenset()) -> list[BoardSite]:
        """Those asked for; `serving` are the sites that serve the brand that is asked for."""
        return [one for one in self.sites if wanted.fits(one) and (wanted.brand is None or one.id in serving)]


def organisers(session: ReachSession, only: Collection[UUID] | None = None) -> dict[UUID, Organiser]:
    """Whoever may follow a site today, among the accounts in reach, or among a few of them."""
    on, found = today(), {}
    asked = select(Account).where(~Account.disabled)
    for account in session.scalars(asked if only is None else asked.where(Account.id.in_(only))):
        held = [one for one in account.grants if one.role in FOLLOW and one.term.holds(on)]
        if held:
            places = frozenset(place.workplace_id for one in held for place in one.places)
            everywhere = any(one.everywhere for one in held)
            found[account.id] = Organiser(account.id, account.holder.name, everywhere, places)
    return found


def owner_of(standing: Standing, workplace_id: UUID, known: dict[UUID, Organiser]) -> Organiser | None:
    """Who follows a site, while they work there."""
    owner = None if standing.owner_id is None else known.get(standing.owner_id)
    return owner if owner is not None and owner.works_at(workplace_id) else None


def follower(session: ReachSession, standing: Standing, workplace_id: UUID) -> Organiser | None:
    """As `owner_of`, of one site: nobody else's account is opened."""
    only = [] if standing.owner_id is None else [standing.owner_id]
    return owner_of(standing, workplace_id, organisers(session, only)) if only else None


def board(session: ReachSession) -> Board:
    """As many statements for one site as for two thousand."""
    known = organisers(session)
    standings = {row[2]: kept or _damaged(session, row[0]) for row, kept in STANDINGS.within(session)}
    arabic, sites = language() == "ar", []
    for row, kept in SITES.within(session):
        place_id = _id(row[0])
        site, in_arabic, name = kept or (session.get_one(Workplace, place_id).site, "", "")
        one = _on_board(place_id, site, standings.get(row[0], NOTHING), known)
        sites.append((one.order, in_arabic if arabic else name, one))
    return Board([one for *_order, one in sorted(sites, key=itemgetter(0, 1))], known)


@lru_cache(maxsize=10_000)
def _id(given: str | UUID) -> UUID:
    """The id of a site as the database gives it: made into an object once, not for each page."""
    return UUID(bytes=id_of(given))


def _damaged(session: ReachSession, given: str | UUID) -> tuple[Standing, SiteStage]:
    """A row that does not open is read by itself, so that the page names it."""
    readable([session.get_one(SiteStanding, UUID(bytes=id_of(given)))], "standing")
    return NOTHING


def _on_board(
    place_id: UUID, site: Site, planned: tuple[Standing, SiteStage], known: dict[UUID, Organiser]
) -> BoardSite:
    kept, stage = planned
    owner = owner_of(kept, place_id, known)
    return BoardSite(place_id, site, kept, owner, stage, _idle(stage, kept, owner))


def _idle(stage: SiteStage, kept: Standing, owner: Organiser | None) -> bool:
    """Of a site that nobody knows nothing is asked."""
    return stage is not SiteStage.UNKNOWN and (owner is None or not kept.next_act)


def serving(session: ReachSession, brand: UUID) -> frozenset[UUID]:
    """The sites in reach that serve a brand today."""
    on = today()
    return frozenset(
        one.workplace_id for one in readable(session.scalars(sites_of(brand)), "served") if one.served.on(on)
    )


@dataclass(frozen=True)
class Followed:
    """What the count of a first page needs of a site."""

    owner_id: UUID | None  # where an act is planned: without one, whoever follows it changes nothing


def _followed(kept: Standing) -> Followed | None:
    """None of a site that nobody knows, of which nothing is asked."""
    if kept.stage is SiteStage.UNKNOWN:
        return None
    return Followed(kept.owner_id if kept.next_act else None)


FOLLOWED: OpenedOnce[Followed | None] = OpenedOnce(
    SiteStanding, SiteStanding.standing, _followed, None, (SiteStanding.workplace_id,)
)


def how_many_idle(session: ReachSession) -> int:
    """How many sites in reach have no next act, or nobody who follows them; asked at each first page."""
    asked = [(row.workplace_id, one.owner_id) for row, one in FOLLOWED.within(session) if one is not None]
    owners = {owner for _place, owner in asked if owner is not None}
    known = organisers(session, owners) if owners else {}
    return sum(owner not in known or not known[owner].works_at(place) for place, owner in asked)
