"""In Arabic, Arabic names come first and sort the list; sites and cities are read in Arabic where they are known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from union.workplaces.cities import in_arabic


def named(sal: Visitor, member: object, given: str, family: str) -> None:
    """Write down the Arabic name of a member."""
    page = sal.page(f"/members/{member}/edit")
    form = page.select_one("#main-form")
    sent = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[name]")}
    sent |= {str(one["name"]): one.text.strip() for one in form.select("textarea[name]")}
    sent |= {"given_name_ar": given, "family_name_ar": family}
    sal.post(
        f"/members/{member}/edit",
        {key: value for key, value in sent.items() if key not in {"csrf_token", "form_token"}},
    )


def test_arabic_names_come_first_and_sort_the_roster(olu: Visitor, cast: Cast) -> None:
    named(olu, cast.mina, "وفاء", "الفاسي")
    named(olu, cast.omar, "أيوب", "الفاسي")
    rows = [
        one.get_text(" ", strip=True) for one in olu.page(f"/workplaces/{cast.here}/members?lang=ar").select(".first")
    ]
    assert [row.split()[0] for row in rows] == ["أيوب", "وفاء"]
    assert "Omar" in rows[0], "the Latin name stays beside it"
    rows = [
        one.get_text(" ", strip=True) for one in olu.page(f"/workplaces/{cast.here}/members?lang=fr").select(".first")
    ]
    assert [row.split()[0] for row in rows] == ["Mina", "Omar"]
    rows = [
        one.get_text(" ", strip=True)
        for one in olu.page(f"/workplaces/{cast.here}/members?lang=ar&sort=-name").select(".first")
    ]
    assert [row.split()[0] for row in rows] == ["وفاء", "أيوب"]
    named(olu, cast.omar, "ياسين", "الفاسي")
    rows = [
        one.get_text(" ", strip=True) for one in olu.page(f"/workplaces/{cast.here}/members?lang=ar").select(".first")
    ]
    assert [row.split()[0] for row in rows] == ["وفاء", "ياسين"], "the kept order goes with its roster"
    heading = olu.page(f"/members/{cast.mina}?lang=ar").select_one("h1").get_text(" ", strip=True)
    assert heading.startswith("وفاء")


def test_a_case_names_a_member_in_the_script_of_who_reads(olu: Visitor, ann: Visitor, cast: Cast) -> None:
    case = case_of(report(ann, about="entrusted", member=str(cast.mina)))
    named(olu, cast.mina, "وفاء", "الفاسي")
    for path in (case, "/grievances", "/agenda", "/"):
        assert "وفاء" in olu.page(f"{path}?lang=ar").select_one("main").get_text(" "), path
        assert "وفاء" not in olu.page(f"{path}?lang=fr").select_one("main").get_text(" "), path
        assert "وفاء" not in ann.page(f"{path}?lang=ar").select_one("main").get_text(" "), path


def test_a_site_has_an_arabic_name_and_a_known_city_too(sal: Visitor, cast: Cast) -> None:
    page = sal.page(f"/workplaces/{cast.here}/edit")
    version = str(page.select_one("input[name=version]")["value"])
    sent = {"name": "Anfa", "name_ar": "أنفا", "city": "Casablanca", "version": version}
    sal.post(f"/workplaces/{cast.here}/edit", sent)
    shown = sal.page(f"/workplaces/{cast.here}?lang=ar").get_text(" ")
    assert "أنفا" in shown
    assert "الدار البيضاء" in shown
    listed = sal.page("/workplaces?lang=ar").get_text(" ")
    assert "أنفا" in listed
    assert "أنفا" not in sal.get("/workplaces?lang=fr").text
    assert sal.page(f"/workplaces/{cast.here}/edit").select_one("input[name=name_ar]")["value"] == "أنفا"


@pytest.mark.parametrize(("typed", "shown"), [("CASABLANCA", "الدار البيضاء"), ("Fes", "فاس"), ("Tinghir", "Tinghir")])
def test_a_city_is_read_in_arabic_where_it_is_known(typed: str, shown: str) -> None:
    assert in_arabic(typed) == shown


WORDS = re.compile(
    r"(?<!\w)[وبلف]?(?:ال|لل)?(?:أجندة|أجندات|مفكرة|مقر الشغل|مقر العمل|مكان العمل|مواقع)(?!\w)|جدول الآجال"
)


@pytest.mark.parametrize("path", sorted(Path("translations/ar").glob("*.po")), ids=lambda path: path.stem)
def test_one_word_for_a_site_and_one_for_the_agenda(path: Path) -> None:
    said = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("msgstr")]
    assert not [line for line in said if WORDS.search(line)]
