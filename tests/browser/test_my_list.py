"""A list of people in somebody's hands, on a telephone: what it shows and what not, a talk by taps alone, and nothing
left once the list is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask_babel import force_locale
from playwright.sync_api import Browser, expect
from sqlalchemy import select

from tests.browser.conftest import CHROMIUM, FLAGS, Lived
from tests.browser.test_pages import OWN_ROW, PHONE, WIDER, opened
from tests.browser.test_touch import SMALL
from tests.browsing import Visitor
from tests.cast import new_account
from tests.drives.working import begun, given, people, person, unit
from union.access import Role
from union.drives.talks import DriveTalk, Outcome, Talk
from union.drives.words import STANDS, STANDS_SHORT
from union.web.locale import today
from union.workplaces.models import Workplace

CLOSED = {"fr": "Liste close. Merci.", "ar": "اللائحة مغلقة. شكرا."}
MOST_TAPS = 6


class Hand:
    """A list of two people in the hands of a delegate who holds no other."""

    def __init__(self, lived: Lived, name: str) -> None:
        with lived.app.store.maintaining() as session:
            self.holder = new_account(session, name, Role.DELEGATE, session.get_one(Workplace, lived.cast.here))
        self.olu = Visitor(lived.app, lived.cast.olu)
        self.plan = begun(self.olu, lived.cast, "Vendange")
        team = unit(self.olu, self.plan, "Équipe Zagora B", people="40")
        for number, given_name in enumerate(("Ghita", "Nabil"), 1):
            person(self.olu, self.plan, given_name, 70 + number, team=str(team))
        for card in people(lived.app, self.plan):
            self.olu.post(f"/cards/{card}/answers", {"question": "join", "stand": "4"})
        self.list_id, self.stopped = given(self.olu, self.plan, self.holder), False

    def stop(self) -> None:
        self.olu.post(f"/plan-lists/{self.list_id}/stop")
        self.stopped = True


@pytest.fixture
def hand(lived: Lived, request: pytest.FixtureRequest) -> Iterator[Hand]:
    """Its list is stopped afterwards, and no other test meets it."""
    held = Hand(lived, "h" + "".join(one for one in request.node.name if one.isalpha())[-12:])
    yield held
    if not held.stopped:
        held.stop()


def said(lived: Lived, hand: Hand) -> list[Talk]:
    with lived.app.store.maintaining() as session:
        rows = session.scalars(select(DriveTalk).where(DriveTalk.drive_id == hand.plan)).all()
        return [one.talk for one in rows]


def test_given_names_and_one_number_at_a_time(browser: Browser, lived: Lived, hand: Hand) -> None:
    """In Arabic on a telephone; the bytes of the page hold no site, no employer, no plan and no word of where anybody
    stands."""
    context, page, seen = opened(browser, lived, hand.holder, PHONE)
    answer = page.goto("/my-list?lang=ar")
    assert answer is not None
    names = page.locator("main a.open").all_inner_texts()
    assert sorted(names) == ["Ghita", "Nabil"]
    with lived.app.test_request_context(), force_locale("ar"):
        told = [str(word) for words in (STANDS, STANDS_SHORT) for word in words.values()]
    hidden = ["Anfa", "Atlas", "Rif", "Vendange", "Zagora", "tel:", "0600", "2126", *told]
    assert not [one for one in hidden if one in answer.text()]
    assert page.title() == "السجل"
    assert "no-store" in answer.headers["cache-control"]
    assert not page.evaluate(OWN_ROW)
    rows = page.locator("main li:has(a.open)").evaluate_all("e => e.map(x => x.getBoundingClientRect().height)")
    assert min(rows) >= 44
    page.locator("main a.open").first.click()
    expect(page.locator("h1")).to_have_text(names[0])
    assert not [one for one in hidden if one in page.content()]
    assert not page.evaluate(SMALL)
    assert not page.evaluate(WIDER)
    page.click("main form[action$='/number'] button")
    assert page.locator("main a[href^='tel:']").count() == 1
    assert page.locator("h1").inner_text() == names[0]
    assert names[1] not in page.content()
    page.click("main .acts a")
    assert "tel:" not in page.content(), "a number is shown for one tap"
    assert not seen.said
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_talk_takes_six_taps_and_leads_to_the_next_person(
    browser: Browser, lived: Lived, hand: Hand, script: bool
) -> None:
    context, page, seen = opened(browser, lived, hand.holder, PHONE, script=script)
    page.goto("/my-list?lang=fr")
    first, second = page.locator("main a.open").all_inner_texts()
    taps = [f"main a.open:has-text('{first}')"]
    taps += [
        f"main [name={name}][value={value}] + label"
        for name, value in (("outcome", "yes"), ("where", "cafe"), ("issues", "breaks"), ("soon", "week"))
    ]
    taps += ["#main-form .acts button[type=submit]"]
    for one in taps:
        page.click(one)
    page.wait_for_url("**/my-list/*wrote=*")
    assert len(taps) <= MOST_TAPS
    expect(page.locator("h1")).to_have_text(second)
    (talk,) = said(lived, hand)
    assert (talk.outcome, talk.next_on) == (Outcome.YES, today() + timedelta(days=7))
    page.click("main a[href*='/my-list/words/']")
    expect(page.locator("h1")).to_have_text(first)
    page.click("main [name=outcome][value=thinks] + label")
    page.click("#main-form .acts button[type=submit]")
    page.wait_for_url("**/my-list")
    assert [one.outcome for one in said(lived, hand)] == [Outcome.THINKS]
    assert page.locator("main a.open").all_inner_texts() == [second]
    assert not seen.said
    context.close()


@pytest.mark.parametrize(("language", "from_card"), [("fr", True), ("ar", False)])
def test_a_list_that_is_stopped_shows_nobody_any_more(
    browser: Browser, lived: Lived, hand: Hand, language: str, from_card: bool
) -> None:
    """While it is open on the telephone, or somebody's page of it: the next tap says that it is closed, and Back names
    nobody."""
    keeping = browser.browser_type.launch(
        executable_path=str(CHROMIUM), args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )  # as people have it: a page that was left is kept whole, to be shown again
    _context, page, _seen = opened(keeping, lived, hand.holder, PHONE)
    page.goto(f"/?lang={language}")
    page.goto("/my-list")
    names = page.locator("main a.open").all_inner_texts()
    next_tap = page.locator("main a.open").last
    if from_card:
        page.locator("main a.open").first.click()
        page.click("main [name=outcome][value=thinks] + label")
        next_tap = page.locator("#main-form .acts button[type=submit]")
    hand.stop()
    next_tap.click()
    expect(page.locator("main")).to_contain_text(CLOSED[language])
    assert not said(lived, hand), "what was sent too late is not kept"
    for _step in range(1 + from_card):
        page.evaluate("() => { document.documentElement.dataset.before = ''; history.back(); }")
        page.wait_for_function("!('before' in document.documentElement.dataset)")  # no load follows what was kept
        expect(page.locator("main")).to_contain_text(CLOSED[language])
        assert not [one for one in names if one in page.content()], page.url
    keeping.close()
