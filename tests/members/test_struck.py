"""What was written on a wrong day is struck out, once, and the history says what it was."""

from __future__ import annotations

import pytest
from bs4 import Tag

from tests.browsing import Visitor
from tests.cast import Cast


def button(visitor: Visitor, address: str, ending: str) -> tuple[str, dict[str, str]]:
    """The first button whose form leads there, and what it sends."""
    form = visitor.page(address).select_one(f"form.act[action$='{ending}']")
    assert isinstance(form, Tag)
    sent = {str(one["name"]): str(one["value"]) for one in form.select("input[name]")}
    return str(form["action"]), {
        name: value for name, value in sent.items() if name not in {"csrf_token", "form_token"}
    }


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_a_wage_of_a_wrong_day_is_struck_out(cast: Cast, olu: Visitor, language: str) -> None:
    olu.get(f"/account?lang={language}")
    page = f"/employments/{cast.mina_employment}/wages"
    olu.post(page, {"from_on": "2025-01-01", "gross": "5000.50", "net": ""})
    olu.post(page, {"from_on": "2024-01-01", "gross": "4000", "net": "3400"})
    action, sent = button(olu, page, "/strike")
    olu.post(action, sent)
    shown = olu.page(f"/members/{cast.mina}")
    assert "5000.50" not in str(shown.select_one("section.employment"))
    history = shown.select_one("ol.history")
    assert history is not None
    assert "2025" in history.get_text()
    assert "000" in history.get_text()
    assert "|" not in history.get_text()
    assert "4000" in olu.get(page).text.replace("\u00a0", "").replace(",", "").replace(".00", "")
    again = olu.post(action, sent, 422)  # another person struck it meanwhile
    assert "main" in again.text
    assert olu.page(page).select("form.act[action$='/strike']") != []


def test_nothing_else_is_struck_out(cast: Cast, olu: Visitor, zed: Visitor) -> None:
    page = f"/employments/{cast.mina_employment}/wages"
    olu.post(page, {"from_on": "2025-01-01", "gross": "5000"})
    for wrong in (
        {"from_on": "2025-01-02", "gross": "5000"},
        {"from_on": "2025-01-01", "gross": "5001"},
        {},
        {"gross": "x"},
    ):
        olu.post(f"{page}/strike", wrong, 422)
    zed.post(f"{page}/strike", {"from_on": "2025-01-01", "gross": "5000"}, 404)
    assert len(olu.page(page).select("form.act[action$='/strike']")) == 1


def test_a_headcount_of_a_wrong_day_is_struck_out(cast: Cast, sal: Visitor, olu: Visitor, ann: Visitor) -> None:
    sal.get("/account?lang=en")
    page = f"/workplaces/{cast.here}"
    sal.post(f"{page}/headcounts", {"on": "01/02/2025", "people": "200", "source": "Délégués | CNSS"})
    sal.post(f"{page}/headcounts", {"on": "01/02/2026", "people": "20", "source": "une faute"})
    action, sent = button(sal, page, "/strike")
    assert sent["people"] == "20"
    ann.post(action, sent, 404)
    sal.post(action, sent)
    shown = sal.page(page)
    assert len(shown.select("form.act[action$='/strike']")) == 1
    struck = shown.select_one("#headcounts s")
    assert struck is not None
    assert "une faute" in struck.get_text()
    assert "1 Feb 2026" in struck.get_text()
    assert "une faute" in olu.get(page).text  # they count the people of their own sites too
    sal.post(action, sent, 422)
    action, sent = button(sal, page, "/strike")
    sal.post(action, sent)
    struck = sal.page(page).select_one("#headcounts details")
    assert "Délégués | CNSS" in struck.get_text()  # type: ignore[union-attr]  # it is there
    assert "no headcount known" in sal.get(page).text
