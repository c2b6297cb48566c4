"""What another list wrote between the look and the writing is not written twice, and the result says so."""

from __future__ import annotations

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import begun, brought_in, count, made, previewed, uploaded, work_off
from union.app import Union


def test_two_lists_that_overlap_add_up(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    before = count(app.store)
    first, second = uploaded(olu, cast.here, made(6)), uploaded(sal, cast.here, made(6, first=4))
    for visitor, address in ((olu, first), (sal, second)):
        previewed(visitor, address)
        begun(visitor, address)
    work_off(app)
    assert count(app.store) == before + 9
    page = sal.page(f"{second}?lang=en")
    assert "3 rows had nothing to write any more" in page.get_text()
    told = {
        item.select_one("span").get_text(strip=True): item.select_one("strong").get_text()
        for item in page.select("ul.numbers li")
    }
    assert (told["rows"], told["people imported"], told["known: left as they are"]) == ("6", "3", "3")
    assert "had nothing to write" not in olu.page(f"{first}?lang=en").get_text()


def test_pay_that_stays_is_told_without_what_nobody_changed(app: Union, cast: Cast, olu: Visitor) -> None:
    head = "Matricule;Nom;Prénom;Salaire brut mensuel\n"
    brought_in(app, olu, cast.here, (head + "71;Tazi;Omar;5000\n").encode())
    address = brought_in(app, olu, cast.here, (head + "71;Tazi;Omar;5500\n").encode())
    brought_in(app, olu, cast.here, (head + "71;Tazi;Omar;6000\n").encode())
    told = olu.page(f"{address}/undo?lang=en").select_one("table").get_text(" ", strip=True)
    assert "Gross monthly wage: \u20686000,00\u2069" in told
    assert "Net" not in told
