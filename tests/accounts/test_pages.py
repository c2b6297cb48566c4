"""Accounts from the secretariat's desk: a role given once, an end that is said, a history that people can read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.browsing import Visitor, inspect
from tests.cast import Cast
from union.accounts.words import browser
from union.app import Union
from union.web.locale import today


def role(cast: Cast, **more: str) -> dict[str, str]:
    return {"role": "organiser", "workplaces": str(cast.there), "from_on": today().isoformat(), **more}


def test_a_role_is_given_once(sal: Visitor, cast: Cast) -> None:
    sal.get("/account?lang=en")
    sal.post(f"/accounts/{cast.ann}/grants", role(cast))
    assert "The role is given." in sal.get(f"/accounts/{cast.ann}").text
    again = sal.post(f"/accounts/{cast.ann}/grants", role(cast), 422)
    assert "same role there in these days already" in again.text
    shorter = role(cast, until_on=(today() + timedelta(days=9)).isoformat())
    sal.post(f"/accounts/{cast.ann}/grants", shorter, 422)
    sal.post(f"/accounts/{cast.ann}/grants", role(cast, workplaces=str(cast.here)))


def test_another_language_at_the_door_keeps_the_name_and_no_password(app: Union) -> None:
    """People who cannot read the page type before they find the switch; nothing was tried, and nothing is counted."""
    stranger = Visitor(app, None)
    page = stranger.page("/sign-in")
    switch = page.select_one("nav.languages button[name=lang][value=ar]")
    assert switch is not None
    assert page.select_one(f"form#{switch['form']} input[name=login]") is not None
    sent = {"csrf_token": stranger._csrf(), "login": "olu", "password": "quatre mots pour olu", "lang": "ar"}
    for more in ({}, {"mistakes": "1"}):
        again = stranger.client.post("/sign-in", data=sent | more)
        inspect(again.text)
        assert (again.status_code, 'dir="rtl"' in again.text, "quatre mots" in again.text) == (200, True, False)
        assert 'value="olu"' in again.text
        assert "data-error-summary" not in again.text


def test_no_role_is_chosen_beforehand(sal: Visitor, cast: Cast) -> None:
    chosen = sal.page(f"/accounts/{cast.ann}").select("select[name=role] option")
    assert chosen[0]["value"] == ""
    assert not [one for one in chosen[1:] if one.has_attr("selected")]
    sal.post(f"/accounts/{cast.ann}/grants", role(cast, role=""), 422)


def test_a_role_that_begins_later_can_be_ended(sal: Visitor, cast: Cast) -> None:
    sal.post(f"/accounts/{cast.ann}/grants", role(cast, from_on=(today() + timedelta(days=30)).isoformat()))
    page = sal.page(f"/accounts/{cast.ann}?lang=en")
    sal.post(f"/accounts/{cast.ann}/closing", {"nobody": "y"})  # whom she looks after
    ends = [str(form["action"]) for form in page.select("form[action$='/end']") if "/grants/" in str(form["action"])]
    assert len(ends) == 2  # the one in force, and the one to come
    for end in ends:
        sal.post(end)
        sal.post(end, status=422)
    assert "not in force" in sal.get(f"/accounts/{cast.ann}").text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("account created", "role given: Organiser", "account closed", "account opened again")),
        ("fr", ("compte créé", "rôle donné : ", "compte fermé", "compte rouvert")),
        ("ar", ("إنشاء الحساب", "إسناد صفة", "إغلاق الحساب", "فتح الحساب من جديد")),
    ],
)
def test_what_happened_is_told_in_words(sal: Visitor, language: str, words: tuple[str, ...]) -> None:
    made = sal.post("/accounts/new", {"name": "Nour", "login": "nour", "password": "quatre figues sur le mur"})
    where = str(made.headers["Location"])
    sal.post(f"{where}/grants", {"role": "organiser", "everywhere": "y", "from_on": today().isoformat()})
    sal.post(f"{where}/disable")
    sal.post(f"{where}/enable")
    history = sal.page(f"{where}?lang={language}").select_one("aside, .aside")
    assert history is not None
    for one in words:
        assert one in history.get_text().replace("\xa0", " ")


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "Chrome · Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge · Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari · iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox · Linux"),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_a_browser_has_the_name_that_people_know(agent: str, named: str) -> None:
    assert browser(agent) == named
