"""Global search: by name in either script, by number, by code, by site; within reach and posted."""

from __future__ import annotations

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.home.filling import case, members
from union.app import Union

PHONE = "+212600000123"


def _found(visitor: Visitor, query: str) -> str:
    main = visitor.post("/search?lang=en", {"query": query}, 200).text
    return main[main.index("<main") :]


@pytest.mark.parametrize("query", ["bennani0", "خديجة", "Khadîja", "06 00 00 01 23", "M0000"])
def test_people_are_found_however_they_are_written(app: Union, cast: Cast, olu: Visitor, query: str) -> None:
    members(app, cast.here, 1, phone=PHONE)
    assert "Bennani0" in _found(olu, query)


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


def test_a_site_by_its_name(cast: Cast, olu: Visitor) -> None:
    assert f"/workplaces/{cast.here}" in _found(olu, "anfa")


def test_many_are_said_to_be_more(app: Union, cast: Cast, olu: Visitor) -> None:
    members(app, cast.here, 25)
    assert "first twenty" in _found(olu, "khadija")


def test_an_empty_search_says_what_to_write(olu: Visitor, ann: Visitor) -> None:
    olu.post("/search", {"query": "  "}, 422)
    olu.get("/search?lang=ar")
    ann.get("/search", 403)
