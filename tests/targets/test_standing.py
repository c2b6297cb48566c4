"""Where a site stands, as its organiser and the secretariat write and read it, and nobody else."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.record.chain import RecordEntry
from union.targets.models import SiteStage, SiteStanding, Standing
from union.web.locale import today
from union.workplaces.models import Workplace

TOMORROW = (today() + timedelta(days=1)).strftime("%d/%m/%Y")
PROOF = "Récépissé 12/2026 du 3 novembre"


def words(html: str) -> str:
    """What a page says."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def standing(app: Union, place: UUID) -> Standing:
    with app.store.maintaining() as session:
        row = session.scalar(select(SiteStanding).where(SiteStanding.workplace_id == place))
        return Standing() if row is None else row.standing


def move(visitor: Visitor, place: UUID, stage: str, version: int, status: int = 302, **typed: str) -> str:
    """A stage written down; the page that answers, in words."""
    sent = {"stage": stage, "on": "01/11/2026", "proof": PROOF, "version": str(version), **typed}
    return words(visitor.post(f"/sites/{place}/stage?lang=en", sent, status).text)


def plan(visitor: Visitor, place: UUID, version: int, status: int = 302, **typed: str) -> str:
    by = (today() + timedelta(days=9)).strftime("%d/%m/%Y")
    sent = {"owner": "", "next_act": "Compter les plateaux", "next_on": by, "version": str(version), **typed}
    return words(visitor.post(f"/sites/{place}/next?lang=en", sent, status).text)


def test_a_stage_is_kept_with_its_proof_and_falls_back(app: Union, cast: Cast, olu: Visitor) -> None:
    move(olu, cast.here, "section", 0)
    move(olu, cast.here, "committee", 1, on="05/11/2026", proof="Deux des trois sont partis")
    kept = standing(app, cast.here)
    assert kept.stage is SiteStage.COMMITTEE
    assert [one.stage for one in kept.history] == [SiteStage.COMMITTEE, SiteStage.SECTION]
    assert {(one.by, one.by_name) for one in kept.reached} == {(cast.olu, "Olu")}
    shown = words(olu.get(f"/sites/{cast.here}?lang=en").text)
    assert "Committee" in shown
    assert PROOF in shown
    assert "written down by Olu" in shown


def test_what_was_reached_later_counts_in_whatever_order_it_is_written(app: Union, cast: Cast, olu: Visitor) -> None:
    move(olu, cast.here, "elected", 0, on="05/11/2026")
    move(olu, cast.here, "contacted", 1, on="01/09/2026")
    assert standing(app, cast.here).stage is SiteStage.ELECTED


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"proof": ""}, "without a proof a site stays where it was"),
        ({"on": TOMORROW}, "This day is still to come"),
        ({"stage": "won"}, "Choose one of the list"),
        ({"stage": ""}, "Fill this in"),
        ({"proof": "x" * 301}, "This is too long"),
    ],
)
def test_a_stage_without_its_proof_is_refused_and_nothing_is_kept(
    app: Union, cast: Cast, olu: Visitor, typed: dict[str, str], said: str
) -> None:
    rest = {name: value for name, value in typed.items() if name != "stage"}
    assert said in move(olu, cast.here, typed.get("stage", "section"), 0, 422, **rest)
    assert standing(app, cast.here) == Standing()


def test_a_site_of_which_nothing_is_known_any_more_needs_no_proof(app: Union, cast: Cast, olu: Visitor) -> None:
    move(olu, cast.here, "heard_of", 0)
    move(olu, cast.here, "unknown", 1, on="03/11/2026", proof="")
    assert standing(app, cast.here).stage is SiteStage.UNKNOWN


def test_an_act_has_a_day_to_come_and_an_owner_who_works_there(app: Union, cast: Cast, olu: Visitor) -> None:
    assert "an act without a day is forgotten" in plan(olu, cast.here, 0, 422, next_on="")
    assert "Write what is to be done" in plan(olu, cast.here, 0, 422, next_act="")
    assert "This day is past" in plan(olu, cast.here, 0, 422, next_on="01/11/2020")
    for nobody in (cast.ann, cast.zed, cast.sal):
        assert "Choose one of the list" in plan(olu, cast.here, 0, 422, owner=str(nobody))
    assert standing(app, cast.here) == Standing()
    plan(olu, cast.here, 0, owner=str(cast.olu))
    assert standing(app, cast.here).owner_id == cast.olu


def test_a_day_that_went_by_does_not_stop_who_changes_the_owner(app: Union, cast: Cast, olu: Visitor) -> None:
    with app.store.maintaining() as session:
        late = Standing(next_act="Appeler", next_on=date(2026, 1, 5))
        session.add(SiteStanding(workplace_id=cast.here, standing=late, version=1))
    plan(olu, cast.here, 1, owner=str(cast.olu), next_act="Appeler", next_on="05/01/2026")
    assert standing(app, cast.here).owner_id == cast.olu


def test_what_is_known_of_the_place_is_one_entry_a_line(app: Union, cast: Cast, olu: Visitor) -> None:
    typed = {
        "floors": "- Plateau 1\n\nPlateau 2\nPlateau 1",
        "shifts": "Nuit",
        "transport": "Ligne 7",
        "spoken": ["french", "spanish"],
        "other_unions": "UNT",
        "declared_proof": "Liste CNSS",
        "declared_on": "01/11/2026",
    }
    olu.post(f"/sites/{cast.here}/place", {**typed, "version": "0"})
    kept = standing(app, cast.here)
    assert kept.floors == ("Plateau 1", "Plateau 2")
    shown = words(olu.get(f"/sites/{cast.here}?lang=fr").text)
    for one in ("Plateau 2", "Nuit", "Ligne 7", "espagnol", "UNT", "Liste CNSS"):
        assert one in shown
    long = {**typed, "floors": "\n".join(str(one) for one in range(41)), "version": "1"}
    assert "At most 40 lines" in words(olu.post(f"/sites/{cast.here}/place?lang=en", long, 422).text)
    assert "This day is still to come" in words(
        olu.post(f"/sites/{cast.here}/place?lang=en", {**typed, "declared_on": TOMORROW, "version": "1"}, 422).text
    )
    assert standing(app, cast.here) == kept


def test_of_two_who_write_the_second_sees_both(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """Also where there was no row yet: the form of both began from nothing."""
    plan(olu, cast.here, 0, next_act="Compter")
    said = plan(sal, cast.here, 0, 409, next_act="Appeler la CNSS")
    assert "Compter" in said
    assert "Appeler la CNSS" in said
    assert standing(app, cast.here).next_act == "Compter"
    assert "Somebody changed this before you" in move(sal, cast.here, "section", 0, 409)
    assert standing(app, cast.here).stage is SiteStage.UNKNOWN


def test_nobody_else_learns_of_it(app: Union, cast: Cast, olu: Visitor) -> None:
    move(olu, cast.here, "section", 0)
    missing = "/sites/00000000-0000-4000-8000-000000000000"
    for name in ("ann", "zed", "lex", "ada"):
        other = Visitor(app, getattr(cast, name))
        assert other.get(f"/sites/{cast.here}", 404).data == other.get(missing, 404).data
        other.get("/sites/board", 403)
        with app.store.reading(cast.reach(name)) as session:
            assert session.scalars(select(SiteStanding)).all() == []
    assert olu.get(f"/sites/{cast.there}", 404).data == olu.get(missing, 404).data
    olu.post(f"/sites/{cast.there}/stage", {"stage": "section", "on": "01/11/2026", "proof": "x", "version": "0"}, 404)


def test_the_record_and_the_addresses_say_no_stage(app: Union, cast: Cast, olu: Visitor) -> None:
    move(olu, cast.here, "committee", 0)
    plan(olu, cast.here, 1)
    with app.store.maintaining() as session:
        notes = [one.event.note for one in session.scalars(select(RecordEntry)) if one.event.kind == "site_standing"]
    assert notes == ["", ""]
    board = olu.page("/sites/board")
    for one in board.select("a[href]"):
        assert "committee" not in str(one["href"])


def test_the_board_puts_those_without_follow_up_first_and_counts_them(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor
) -> None:
    move(sal, cast.here, "section", 0)
    move(sal, cast.there, "contacted", 0)
    plan(sal, cast.here, 1, owner=str(cast.olu))
    shown = sal.page("/sites/board?lang=en")
    assert [one.get_text(" ", strip=True) for one in shown.select(".board-column h2")] == [
        "Without follow-up 1",
        "Union section 1",
    ]
    first = shown.select_one(".board-column")
    assert first is not None
    assert "Agdal" in first.text
    assert "1 site without a next act" in words(sal.get("/?lang=en").text)
    assert "Agdal" not in words(olu.get("/sites/board").text)
    assert "without a next act" not in words(olu.get("/?lang=en").text)
    only = words(sal.get("/sites/board?next=none&lang=en").text)
    assert "Agdal" in only
    assert "Anfa" not in only
    assert "Anfa" in words(sal.get("/sites/board?level=5").text)


def test_who_works_there_no_more_follows_it_no_more(app: Union, cast: Cast, sal: Visitor) -> None:
    move(sal, cast.there, "section", 0)
    with app.store.maintaining() as session:
        row = session.scalars(select(SiteStanding)).one()
        row.standing = dataclasses.replace(row.standing, owner_id=cast.olu, next_act="Appeler", next_on=today())
    assert "1 site without a next act" in words(sal.get("/?lang=en").text)
    assert "Nobody follows it" in words(sal.get("/sites/board?lang=en").text)


def test_the_filters_of_the_board(app: Union, cast: Cast, sal: Visitor) -> None:
    with app.store.maintaining() as session:
        place = session.get_one(Workplace, cast.there)
        place.site = dataclasses.replace(place.site, city="Fès", declared=False)
    move(sal, cast.here, "section", 0)
    plan(sal, cast.here, 1, owner=str(cast.olu))
    for asked, found in (
        ("city=fes", ["Agdal"]),
        ("declared=no", ["Agdal"]),
        (f"owner={cast.olu}", ["Anfa"]),
        ("market=french", []),
    ):
        text = words(sal.get(f"/sites/board?{asked}").text)
        assert [one for one in ("Anfa", "Agdal") if one in text] == found, asked
    for wrong in ("city=nowhere", "level=9", "level=section", f"owner={cast.zed}", "market=x", "next=x"):
        sal.get(f"/sites/board?{wrong}", 422)
    sal.get("/sites/board?level=1&level=2", 400)


def test_the_page_of_the_workplace_leads_there(cast: Cast, olu: Visitor) -> None:
    move(olu, cast.here, "mapped", 0)
    assert olu.page(f"/workplaces/{cast.here}").select_one(f"a[href='/sites/{cast.here}']")
    assert "Mapped" in words(olu.get(f"/workplaces/{cast.here}?lang=en").text)
