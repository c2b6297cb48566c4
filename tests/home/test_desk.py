"""At a desk each row says whom it is about; counts follow the filters; exports are offered where they are allowed."""

from __future__ import annotations

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from tests.imports.lists import uploaded
from union.web import outgoing

SAMIR = {"about": "another", "about_name": "Samir Kadiri", "about_phone": "0612345678"}


def numbers(visitor: Visitor, address: str) -> list[int]:
    return [int(one.get_text()) for one in visitor.page(address).select(".counts strong")]


def test_rows_and_the_title_of_a_case_say_who_at_a_desk_alone(olu: Visitor, ann: Visitor) -> None:
    case = case_of(report(ann, **SAMIR))
    for address in ("/", "/agenda"):
        named = olu.page(address).select_one(".agenda bdi.about")
        assert named is not None, address
        assert named.get_text() == "Samir Kadiri"
        assert named.find_parent(class_="off-card"), "a list on a telephone names nobody"
        assert "Samir" not in ann.get(address).text
    assert "Samir Kadiri" in olu.page(case).select_one("h1").get_text()
    assert "Samir" not in olu.page(case).select_one("title").get_text()
    assert "Samir" not in ann.page(case).select_one("h1").get_text()


def test_facts_and_telephone_stand_before_what_comes_later(olu: Visitor, ann: Visitor) -> None:
    page = olu.page(case_of(report(ann, **SAMIR))).select_one("main")
    telephone = page.select_one("a[href='tel:+212612345678']")
    assert telephone is not None
    assert telephone.sourceline is not None
    assert telephone.sourceline < page.select_one(".later-steps").sourceline


def test_a_new_case_has_one_main_button(olu: Visitor, ann: Visitor) -> None:
    page = olu.page(case_of(report(ann, **SAMIR)))
    assert [one.get_text(strip=True) for one in page.select("main .button-primary")] == ["Prendre en charge"]


def test_counts_follow_the_filters_and_a_link_takes_them_off(olu: Visitor, ann: Visitor, cast: Cast) -> None:
    report(ann, problem="pay")
    report(ann, problem="contract")
    report(ann, problem="contract", first={"paper": "other_event", "when": "today"})
    everything = numbers(olu, "/grievances")
    assert everything[0] == 3
    for query, wanted in (
        ("problem=contract", 2),
        ("problem=pay", 1),
        ("dates=late&problem=contract", 1),
        ("dates=late", 2),
    ):
        page = olu.page(f"/grievances?{query}")
        assert int(page.select_one(".counts [aria-current] strong").get_text()) == wanted, query
        assert str(wanted) in page.select_one(".result").get_text()
        assert len(page.select("table.rows tbody tr")) == wanted
        assert page.select_one(".result a")["href"] == "/grievances?tab=open"
        assert all(query.split("&")[0] in str(one["href"]) for one in page.select(".counts a")), (
            "a tab keeps the filters"
        )
    assert not olu.page("/grievances").select(".result")


def test_the_counts_of_a_roster_follow_its_filter(olu: Visitor, cast: Cast) -> None:
    address = f"/workplaces/{cast.here}/members"
    assert sum(numbers(olu, address)) == 2
    page = olu.page(f"{address}?mandate=yes")
    assert sum(int(one.get_text()) for one in page.select(".counts strong")) == 0
    assert page.select_one(".result a")["href"] == address


def test_an_export_is_offered_only_where_it_is_allowed(
    olu: Visitor, sal: Visitor, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, out = f"/workplaces/{cast.here}/members", f"/workplaces/{cast.here}/members/export"
    assert olu.page(address).select(f"a[href='{out}']")
    monkeypatch.setattr(outgoing, "ALONE", 1)
    assert not olu.page(address).select(f"a[href='{out}']")
    assert sal.page(address).select(f"a[href='{out}']")


def test_the_main_button_of_an_employers_list_leads_to_its_dispute(olu: Visitor, cast: Cast) -> None:
    text = "Nom;Prénom;Date d'embauche;Indemnité proposée\nEl Idrissi;Salma;01/02/2019;12000\n"
    page = olu.page(uploaded(olu, cast.here, text.encode()) + "/columns")
    assert [str(one["href"]) for one in page.select("main a.button-primary")] == ["/layoffs"]
    assert not page.select("main button.button-primary")
