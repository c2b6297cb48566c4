"""An organiser proposes a site; the secretariat adds it, finds it among the known ones, or refuses it with words."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from union.app import Union
from union.proposed_sites.models import SiteProposal
from union.record.chain import RecordEntry
from union.web.locale import today
from union.workplaces.models import Employer, Site, Workplace

TYPED = {
    "name": "Technopark",
    "city": "Tanger",
    "employer_name": "Détroit Appels SARL",
    "people": "320",
    "source": "délégués",
    "note": "Ouvert en octobre.",
}


def proposal_ids(app: Union) -> set[UUID]:
    with app.store.maintaining() as session:
        return set(session.scalars(select(SiteProposal.id)))


def proposed(app: Union, olu: Visitor, **changes: str) -> str:
    """The page of the proposal that this very request made: a table says nothing of which came last."""
    before = proposal_ids(app)
    olu.post("/workplaces/propose", TYPED | changes)
    (made,) = proposal_ids(app) - before
    return f"/workplaces/proposals/{made}"


@dataclass(frozen=True)
class Known:
    """A site as it stands."""

    id: UUID
    site: Site
    employer: str


def sites(app: Union, name: str) -> list[Known]:
    with app.store.maintaining() as session:
        found = [one for one in session.scalars(select(Workplace)) if one.site.name == name]
        return [Known(one.id, one.site, one.employer.identity.legal_name) for one in found]


def test_a_proposed_site_is_added_with_its_employer_and_its_organiser(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor
) -> None:
    for visitor in (olu, sal):
        visitor.get("/account?lang=en")
    assert "/workplaces/propose" in olu.get("/workplaces").text
    place = proposed(app, olu)
    assert "1 proposed site waits" in words(sal, "/")
    assert "Détroit Appels SARL" in words(sal, place)
    olu.post(f"{place}/accept", {"grants": "y"}, 404)
    sal.post(f"{place}/accept", {"grants": "y"})
    (site,) = sites(app, "Technopark")
    assert (site.site.city, site.site.headcount.people) == ("Tanger", 320)  # type: ignore[union-attr]  # it has one
    assert site.employer == "Détroit Appels SARL"
    olu.get(f"/workplaces/{site.id}")  # works there from today
    assert "accepted" in words(olu, "/workplaces/proposals")
    sal.post(f"{place}/accept", {"grants": "y"}, 422)
    assert len(sites(app, "Technopark")) == 1
    with app.store.reading(cast.reach("sal")) as session:
        noted = [one.event for one in session.scalars(select(RecordEntry)) if one.event.kind == "site_proposal"]
    assert {(one.by, one.note) for one in noted} >= {(cast.olu, ""), (cast.sal, "accepted")}


def test_a_known_site_is_found_and_a_wrong_one_refused_with_words(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor
) -> None:
    for visitor in (olu, sal):
        visitor.get("/account?lang=en")
    before = len(sites(app, "Agdal"))
    place = proposed(app, olu, name="Agdal 2")
    sal.post(f"{place}/merge", {"workplace": ""}, 422)
    sal.post(f"{place}/merge", {"workplace": str(cast.there), "merge_grants": "y"})
    assert len(sites(app, "Agdal")) == before
    olu.get(f"/workplaces/{cast.there}")
    assert "known already" in words(olu, place)
    with app.store.maintaining() as session:
        for one in session.scalars(select(SiteProposal)).all():
            session.delete(one)
    place = proposed(app, olu)
    sal.post(f"{place}/refuse", {"words": ""}, 422)
    sal.post(f"{place}/refuse", {"words": "Ce centre a fermé en septembre."})
    assert "Ce centre a fermé en septembre." in words(olu, place)
    assert not sites(app, "Technopark")


def test_a_proposal_tells_nothing_of_what_is_known(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """The employer of there lies out of the organiser's reach: naming it is answered like naming anybody."""
    for name in ("Rif Services", "Personne SA"):
        place = proposed(app, olu, employer_name=name)
        assert "Rif Services" not in words(olu, "/workplaces/propose")
        assert name in words(olu, place)
    with app.store.maintaining() as session:
        known = next(one for one in session.scalars(select(Employer)) if one.identity.legal_name == "Rif Services").id
    olu.post("/workplaces/propose", TYPED | {"employer": str(known), "employer_name": ""}, 422)
    olu.post("/workplaces/propose", TYPED | {"employer_name": ""}, 422)
    with app.store.maintaining() as session:
        rif = next(one for one in session.scalars(select(SiteProposal)) if one.asked.employer == "Rif Services").id
    sal.post(f"/workplaces/proposals/{rif}/accept", {"employer": ""}, 422)  # it is known: chosen, not made again
    sal.post(f"/workplaces/proposals/{rif}/accept", {"employer": str(known)})
    (site,) = sites(app, "Technopark")
    olu.get(f"/workplaces/{site.id}", 404)  # without the role it is not theirs


def test_who_proposes_and_who_reads(
    app: Union, cast: Cast, olu: Visitor, ann: Visitor, lex: Visitor, sal: Visitor
) -> None:
    place = proposed(app, olu)
    for visitor in (ann, lex):
        visitor.get("/workplaces/propose", 403)
        visitor.get(place, 404)
    with app.store.maintaining() as session:
        row = session.scalars(select(SiteProposal)).one()
        row.account_id = cast.zed
    olu.get(place, 404)  # a colleague's is not one's own
    assert "Technopark" not in words(olu, "/workplaces/proposals")
    sal.get(place)


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_headcounts_of_ones_own_sites(app: Union, cast: Cast, olu: Visitor, ann: Visitor, language: str) -> None:
    place = f"/workplaces/{cast.here}"
    count = {"on": today().isoformat(), "people": "412", "source": "délégués"}
    assert olu.page(f"{place}?lang={language}").select_one(f"form[action='{place}/headcounts']") is not None
    olu.post(f"{place}/headcounts", count)
    (site,) = sites(app, "Anfa")
    assert site.site.headcount is not None
    assert site.site.headcount.people == 412
    olu.post(f"/workplaces/{cast.there}/headcounts", count, 404)
    ann.post(f"{place}/headcounts", count, 404)
    olu.get(f"{place}/edit", 404)
    olu.post(f"{place}/headcounts/strike", {"on": today().isoformat(), "people": "412", "source": "délégués"})
    (site,) = sites(app, "Anfa")
    assert site.site.headcount is None


def test_a_refusal_that_comes_second_gives_its_words_back(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    place = proposed(app, olu)
    sal.post(f"{place}/accept", {"grants": "y"})
    assert "Une longue explication." in sal.post(f"{place}/refuse", {"words": "Une longue explication."}, 422).text
