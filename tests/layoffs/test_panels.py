"""What other modules hang on a dispute's pages: links among the acts and panels, where their place is and nowhere
else."""

from __future__ import annotations

import pytest
from jinja2 import ChoiceLoader, DictLoader

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, opened, rows, taken
from union.app import Union
from union.cases import panels as case_panels
from union.cases.models import Case
from union.cases.panels import Panel
from union.cases.subjects import Subject
from union.layoffs.web import panels

ALAMI = "7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;02/11/2026"


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panels, "LINKS", [])
    monkeypatch.setattr(case_panels, "PANELS", [])


def test_a_link_stands_where_it_was_put(app: Union, cast: Cast, olu: Visitor, empty: None) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(ALAMI))
    person = f"{address}/people/{rows(app, cast, address)[0].id}"
    panels.LINKS.append(panels.Link("layoffs.steps", "Extra act", "scale"))
    panels.LINKS.append(panels.Link("layoffs.print_person", "Extra paper", "print", on_person=True))
    panels.LINKS.append(panels.Link("layoffs.steps", "Never", "scale", lambda dispute, row: False))
    page = olu.page(address)
    assert [one["href"] for one in page.select(".panel a") if "Extra act" in one.text] == [f"{address}/procedure"]
    assert "Extra paper" not in page.text
    assert "Never" not in page.text
    page = olu.page(person)
    assert [one["href"] for one in page.select("aside a") if "Extra paper" in one.text] == [f"{person}/print"]
    assert "Extra act" not in page.text


def test_a_panel_stands_where_it_has_something_to_say(
    app: Union, cast: Cast, olu: Visitor, empty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(ALAMI))
    person = f"{address}/people/{rows(app, cast, address)[0].id}"

    def panel(case: Case, subject: Subject) -> Panel | None:
        return (
            None
            if subject.person_id is None
            else Panel("Beside", "file", "layoffs/sheets_progress_test.html", {"n": 3})
        )

    loader = app.jinja_env.loader
    assert loader is not None
    own = DictLoader({"layoffs/sheets_progress_test.html": "<p>three is {{ panel.values['n'] }}</p>"})
    monkeypatch.setattr(app.jinja_env, "loader", ChoiceLoader([own, loader]))
    case_panels.PANELS.append(panel)
    assert "three is 3" in olu.get(person).text
    assert "three is" not in olu.get(address).text


def test_the_way_to_the_law_is_not_printed(app: Union, cast: Cast, olu: Visitor) -> None:
    address = opened(olu, cast)
    links = olu.page(address).select(f'a[href^="/cases{address.removeprefix("/layoffs")}/law"]')
    assert links
    assert all(one.find_parent(class_="never-printed") for one in links)
