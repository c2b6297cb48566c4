"""Global search: by name in either script, by number, by code, by site; within reach and posted."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.home.filling import case, members
from tests.layoffs import desk
from union.app import Union
from union.grievances.models import Grievance
from union.jobs import housekeeping
from union.jobs.worker import JobContext
from union.members.models import Employment
from union.record.chain import RecordEntry
from union.web.searches import Asked, KeptSearch

PHONE = "+212600000123"


def _found(visitor: Visitor, query: str) -> str:
    visitor.get("/search?lang=en")
    main = visitor.search("/search", query).text
    return main[main.index("<main") :]


@pytest.mark.parametrize("query", ["bennani0", "خديجة", "خـديـجـة", "خَدِيجَة", "Khadîja", "06 00 00 01 23", "M0000"])
def test_people_are_found_however_they_are_written(app: Union, cast: Cast, olu: Visitor, query: str) -> None:
    members(app, cast.here, 1, phone=PHONE)
    assert "Bennani0" in _found(olu, query)


WILD = (
    *("' OR 1=1--", "%", "%enn%", "_", "_______", "\\", "*", "(", "[a-z]", "."),
    *("'; DROP TABLE member;--", '" OR ""="'),
)


@pytest.mark.parametrize("query", WILD)
def test_signs_of_another_language_find_what_bears_them_and_nothing_else(
    app: Union, cast: Cast, olu: Visitor, query: str
) -> None:
    """Of a hundred people none is found by a sign that would stand for any; whoever bears it is found alone."""
    members(app, cast.here, 3, phone=PHONE)
    for path in RESULTS:
        olu.get(f"{path}?lang=en")
        found = olu.search(path, query).text
        assert "Bennani" not in found[found.index("<main") :]


def test_one_letter_is_searched_too(app: Union, cast: Cast, olu: Visitor) -> None:
    members(app, cast.here, 1, phone=PHONE)
    for path in RESULTS:
        answer = olu.post(path, {"query": "b"})
        assert "Bennani0" in olu.get(answer.location).text


def test_a_search_of_ten_thousand_signs_is_refused(olu: Visitor) -> None:
    for path in RESULTS:
        olu.post(path, {"query": "b" * 10_000}, 422)


def test_nothing_beyond_the_reach(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    members(app, cast.there, 1, phone=PHONE)
    case(app, "R-2ZZZZZ", cast.there, cast.zed)
    for query in ("bennani0", "0600000123", "M0000", "R-2ZZZZZ", "Agdal"):
        nothing = _found(olu, query)
        assert "Nothing found" in nothing
        assert "Nothing found" not in _found(sal, query)


@pytest.mark.parametrize("query", ["R-2ZZZZZ", "r2zzzzz", "r-2zz"])
def test_a_case_by_its_code(app: Union, cast: Cast, olu: Visitor, query: str) -> None:
    case(app, "R-2ZZZZZ", cast.here, cast.ann)
    assert "R-2ZZZZZ" in _found(olu, query)


def test_a_confidential_case_is_not_found_by_its_code(app: Union, cast: Cast, sal: Visitor) -> None:
    case(app, "R-2ZZZZZ", cast.here, cast.ann, confidential=True)
    assert "Nothing found" in _found(sal, "R-2ZZZZZ")


def test_the_record_counts_the_people_of_lists_too(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    desk.basis_confirmed(app)
    address = desk.opened(olu, cast)
    desk.taken(olu, address)
    person = desk.rows(app, cast, address)[0].facts.name
    shown = BeautifulSoup(_found(olu, person), "html.parser").select("table tbody tr, .agenda > li")
    assert shown
    with app.store.reading(cast.reach("sal")) as session:
        listed = [one.event.note for one in session.scalars(select(RecordEntry)) if one.event.kind == "search"]
    assert listed[-1] == str(len(shown))


def test_a_site_by_its_name(cast: Cast, olu: Visitor) -> None:
    assert f"/workplaces/{cast.here}" in _found(olu, "anfa")


def test_many_are_said_to_be_more(app: Union, cast: Cast, olu: Visitor) -> None:
    members(app, cast.here, 25)
    assert "first twenty" in _found(olu, "khadija")


def test_an_empty_search_says_what_to_write(olu: Visitor, ann: Visitor) -> None:
    olu.post("/search", {"query": "  "}, 422)
    olu.get("/search?lang=ar")
    ann.get("/search", 403)


RESULTS = ("/search", "/members/search")


@pytest.mark.parametrize("path", RESULTS)
def test_results_are_a_page_of_their_own_that_only_their_session_opens(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, path: str
) -> None:
    """Back and reload ask for it again; another session of the same person does not, and nobody else."""
    results = olu.post(path, {"query": "Mina"}).headers["Location"]
    assert "Mina" not in results
    again = Visitor(app, cast.olu)
    assert olu.get(results).text.count("Mina") > 1
    assert olu.get(results).text.count("Mina") > 1
    sal.get("/?lang=en")
    missing = results.replace(urlsplit(results).query[-36:], str(uuid4()))
    for visitor in (again, sal):
        foreign, nobodys = visitor.get(results, 302), visitor.get(missing, 302)
        assert foreign.headers["Location"] == nobodys.headers["Location"] == path
        assert foreign.data.replace(results.encode(), b"") == nobodys.data.replace(missing.encode(), b"")
    assert "Write again what you are looking for" in sal.get(path).text
    olu.get(f"{path}?asked=Mina", 422)


def test_searches_go_when_their_sessions_have_ended(app: Union, cast: Cast, olu: Visitor) -> None:
    kept = olu.post("/search", {"query": "Mina"}).headers["Location"][-36:]
    with app.store.maintaining() as session:
        before = datetime.now(UTC).date() - timedelta(days=2)
        session.add(KeptSearch(account_id=cast.olu, door_id=uuid4(), asked=Asked("Omar", before)))
    housekeeping.forget(JobContext(app.store, lambda account: None, app.files))
    with app.store.maintaining() as session:
        assert [str(row.id) for row in session.scalars(select(KeptSearch))] == [kept]


def _about(app: Union, name: str, phone: str = "", **where: object) -> str:
    """A case about somebody who is tied to no member."""
    code = str(where.pop("code", "R-2ABBBB"))
    at, by = where.pop("at"), where.pop("by")
    made = case(app, code, at, by, **where)  # type: ignore[arg-type]  # as `case` takes them
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, made)
        row.account = dataclasses.replace(row.account, about_name=name, about_phone=phone)
    return code


@pytest.mark.parametrize("query", ["zineb", "زينب", "Zeyneb CHRAIBI", "0661000005", "+212 661-000005", "٠٦٦١٠٠٠٠٠٥"])
def test_a_case_by_whom_it_is_about_linked_or_not(app: Union, cast: Cast, olu: Visitor, query: str) -> None:
    code = _about(app, "Zineb Chraïbi", "+212661000005", at=cast.here, by=cast.ann)
    assert code in _found(olu, query)


def test_a_name_that_was_corrected_is_found_and_the_old_one_no_more(app: Union, cast: Cast, olu: Visitor) -> None:
    code = _about(app, "Zineb Chraïbi", at=cast.here, by=cast.ann)
    assert code in _found(olu, "zineb")
    with app.store.maintaining() as session:
        row = session.scalars(select(Grievance)).one()
        row.account = dataclasses.replace(row.account, about_name="Karima Tazi")
    assert code not in _found(olu, "zineb")
    assert code in _found(olu, "karima")


@pytest.mark.parametrize("query", ["khadija bennani0", "M0000", "0600000123"])
def test_the_cases_of_a_member_are_found_with_the_member(app: Union, cast: Cast, olu: Visitor, query: str) -> None:
    (member,) = members(app, cast.here, 1, phone=PHONE)
    with app.store.maintaining() as session:
        work = session.query(Employment).filter_by(member_id=member).one().id
    case(app, "R-2LINKD", cast.here, cast.ann, member=member, employment=work)
    assert "R-2LINKD" in _found(olu, query)


def test_no_case_out_of_reach_by_name(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    _about(app, "Zineb Chraïbi", "+212661000005", at=cast.there, by=cast.zed)
    _about(app, "Zineb Chraïbi", at=cast.here, by=cast.ann, code="R-2HIDDN", confidential=True)
    assert "R-2ABBBB" in _found(sal, "zineb")
    assert "R-2HIDDN" not in _found(sal, "zineb")
    for query in ("zineb", "0661000005"):
        assert "Nothing found" in _found(olu, query)


@pytest.mark.parametrize("query", ["nadia alami", "نادية العلمي", "M-1"])
def test_people_of_a_disputes_list(app: Union, cast: Cast, olu: Visitor, zed: Visitor, query: str) -> None:
    desk.basis_confirmed(app)
    address = desk.opened(olu, cast)
    desk.taken(olu, address, desk.csv("M-1;ALAMI;Nadia;Employé;01/02/2015;31/12/2026;6000,00;10;non;20000,00;"))
    person = desk.rows(app, cast, address)[0].id
    assert f"{address}/people/{person}" in _found(olu, query)
    other = Visitor(app, cast.zed)
    other.get("/search", 403)


def test_what_is_not_in_reach_any_more_is_not_found(app: Union, cast: Cast, olu: Visitor) -> None:
    """What is kept in memory is nobody's to see: the reach is asked at each search."""
    code = _about(app, "Zineb Chraïbi", at=cast.here, by=cast.ann)
    assert code in _found(olu, "zineb")
    with app.store.maintaining() as session:
        row = session.scalars(select(Grievance)).one()
        row.confidential = True
    assert "Nothing found" in _found(olu, "zineb")
