"""Whom a complete list does not name is proposed as left: ticked by a person, written down with a day, and no other."""

from __future__ import annotations

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, brought_in, digest, made, previewed, uploaded
from union.app import Union


def absent(visitor: Visitor, address: str) -> tuple[dict[str, str], dict[str, str]]:
    """The form of those whom a complete list does not name, and who may be ticked, by name."""
    page = visitor.page(f"{address}/preview?show=missing&lang=en")
    form = next(form for form in page.select("main form") if "/left" in form["action"])
    boxes = form.select("input[type=checkbox]")
    assert not form.select("input[checked]")  # nobody has left before somebody says so
    named = {form.select_one(f"label[for={box['id']}]").get_text(strip=True): box["value"] for box in boxes}
    return {"version": form.select_one("[name=version]")["value"]}, named


def test_who_has_left_is_ticked_and_the_others_stay(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(6))
    address = uploaded(olu, cast.here, made(4))
    previewed(olu, address, complete="y")
    form, named = absent(olu, address)
    first, second = sorted(one for one in named if one.startswith("Prénom"))
    before = digest(app.store)
    olu.post(f"{address}/left", {**form, "on": "31/10/2026"}, 422)  # nobody is ticked
    olu.post(f"{address}/left", {**form, "who": [named[first], named[second]], "on": "01/01/1990"}, 422)
    olu.post(f"{address}/left", {**form, "who": "00000000-0000-0000-0000-000000000000", "on": "31/10/2026"}, 422)
    assert digest(app.store) == before
    answer = olu.post(f"{address}/left", {**form, "who": [named[first]], "on": "31/10/2026"})
    assert "show=missing" in answer.location
    last_days = {member.identity.name: work.terms.left_on for member, work in at(app.store, cast.here)}
    assert str(last_days[first]) == "2026-10-31"
    assert last_days[second] is None
    page = olu.page(f"{address}/preview?show=missing&lang=en").get_text(" ", strip=True)
    assert "left on 31 Oct 2026" in page
    assert first not in absent(olu, address)[1]
    olu.post(f"{address}/left", {**form, "who": [named[first]], "on": "30/11/2026"}, 422)  # has left already


def test_an_overtaken_departure_is_told(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(6))
    address = uploaded(olu, cast.here, made(4))
    previewed(olu, address, complete="y")
    form, named = absent(olu, address)
    previewed(olu, address, complete="y")
    olu.post(f"{address}/left", {**form, "who": list(named.values())[:1], "on": "31/10/2026"}, 409)
