"""The order of dismissals (article 71): who left before somebody with less right to stay, what is not known, and
nothing kept."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, opened, taken
from union.app import Union
from union.entitlements.records.facts import Facts
from union.languages.saying import in_language
from union.layoffs.procedure.order import Compared, compare, paragraph, prefilled
from union.members.models import Category
from union.store.db import Model

ON = date(2026, 11, 24)
LISTED = [Facts("Alami", "Sara", hired_on=date(2015, 1, 5)), Facts("Chef", "Omar", category=Category.EXECUTIVE)]


def compared(*lines: str) -> Compared:
    return compare("\n".join(lines), LISTED, Category.EMPLOYEE, "en", ON)


def test_the_older_hand_who_left_before_a_newcomer_is_found_with_the_reason() -> None:
    found = compared("Sara Alami ; 05/01/2015 ; 14 ; 2 ;", "Bennis Karim ; 01/02/2022 ; 12 ; 0 ; non")
    assert (found.people, found.dismissed, found.kept, found.troubles) == (2, 1, 1, [])
    (one,) = found.found
    assert (one.dismissed.key, one.kept.key) == ("Sara Alami", "Bennis Karim")
    assert one.plain
    assert one.open == ()
    assert "seniority, professional value, family charges" in in_language(one.reason, "en")


def test_what_is_not_known_is_said_and_never_decides() -> None:
    (one,) = compared("Alami Sara;05/01/2015;;;oui", "Bennis Karim;01/02/2022;;3;non").found
    assert [str(criterion) for criterion in one.better] == ["seniority"]
    assert [str(criterion) for criterion in one.open] == ["value", "family"]
    found = compared("Alami Sara;05/01/2015;;;oui", "Bennis Karim;01/02/2022;;3;non")
    assert (found.unknown_value, found.unknown_family) == (2, 1)
    assert "To be checked" in in_language(one.reason, "en")


def test_the_text_gives_no_weight_where_the_criteria_differ() -> None:
    (one,) = compared("Alami Sara;05/01/2015;10;0;", "Bennis Karim;01/02/2022;18;4;non").found
    assert not one.plain
    assert [str(criterion) for criterion in one.worse] == ["value", "family"]
    assert compared("Alami Sara;05/01/2022;10;0;", "Bennis Karim;01/02/2015;18;4;non").found == []


def test_a_paragraph_has_the_same_names_days_and_article_in_each_language() -> None:
    (one,) = compared("Alami Sara;05/01/2015;14;2;", "Bennis Karim;01/02/2022;12;0;").found
    said = paragraph(one)
    for spoken, day in (
        (in_language(said, "fr"), "5 janvier 2015"),
        (in_language(said, "ar"), "يناير"),
        (in_language(said, "en"), "5 January 2015"),
    ):
        assert "Alami Sara" in spoken
        assert "Bennis Karim" in spoken
        assert day in spoken
        assert "71" in spoken
        assert "2022" in spoken


@pytest.mark.parametrize(
    "line",
    [
        "Bennis;32/13/2022;;;",
        "Bennis;;;;",
        ";01/02/2022;;;",
        "Bennis;01/02/2022;;;peut-être",
        "Bennis;01/02/2022;douze;;",
        "Bennis;01/02/2022;-3;;",
        "Bennis;01/02/2022;;;;;",
        "Bennis;01/02/2090;;;",
        "Alami Sara;05/01/2015;;;",
    ],
)
def test_a_line_that_cannot_be_compared_is_named_and_left_out(line: str) -> None:
    found = compared("Sara Alami;05/01/2015;14;2;", line, "", "Tazi Nour;01/02/2023;12;0;non")
    assert [one.line for one in found.troubles] == [2]
    assert str(found.troubles[0].why)
    assert found.people == 2
    assert len(found.found) == 1


def test_arabic_digits_and_names_and_tabs_are_read() -> None:
    found = compared("سارة العلمي\t٠٥/٠١/٢٠١٥\t١٤\t٢\tنعم", "كريم بنيس\t٠١/٠٢/٢٠٢٢\t١٢\t٠\tلا")
    assert found.troubles == []
    assert len(found.found) == 1


def test_the_form_begins_with_the_category_of_the_employers_list() -> None:
    assert prefilled(LISTED, Category.EMPLOYEE) == "Alami Sara ; 05/01/2015 ; ; ; oui\n"
    assert prefilled(LISTED, Category.EXECUTIVE) == "Chef Omar ;  ; ; ; oui\n"


def test_the_page_compares_and_keeps_nothing(app: Union, cast: Cast, olu: Visitor, ann: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast, kind="collective")
    taken(olu, address, csv("7;Alami;Sara;Employé;05/01/2015;31/12/2026;5000,00;0;;10000,00;"))
    assert f'href="{address}/order"' in olu.get(address).text
    page = olu.page(f"{address}/order")
    shown = page.select_one("textarea")
    assert shown is not None
    assert "Alami Sara ; 05/01/2015" in shown.text
    before = _digest(app)
    typed = {"category": "employee", "people": shown.text + "Bennis Karim ; 01/02/2022 ; 12 ; 0 ; non\n"}
    answer = olu.post(f"{address}/order?lang=en", typed, 200)
    assert "Bennis Karim" in answer.text
    assert "to be checked" in answer.text
    assert "checked in the text" in answer.text
    assert _digest(app) == before
    assert "Bennis" not in olu.get(f"{address}/order").text
    olu.post(f"{address}/order", typed | {"people": " "}, 422)
    ann.get(f"{address}/order", 404)


def test_an_order_is_asked_where_the_articles_ask_for_one(cast: Cast, olu: Visitor) -> None:
    for kind, there in (("closure", True), ("cdd_series", False), ("transfer", False)):
        address = opened(olu, cast, kind=kind)
        assert (f'href="{address}/order"' in olu.get(address).text) == there


def _digest(app: Union) -> dict[str, int]:
    with Session(app.store.engine) as session:
        tables = Model.metadata.tables.keys() - {"record_entry", "record_head", "door"}
        return {table: session.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one() for table in tables}
