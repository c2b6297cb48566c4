"""A delegate's first report, from the sign-in page to the receipt, at eleven at night on a slow line: in under four
minutes and 25 taps. The walk ends when the receipt is on the screen: the report is filed, and whoever likes reads on.

The walk is real: a screen of 360 pixels, a finger, 400 kbit/s and 400 ms. Taps are counted. The time is reckoned, for a
test reads faster than anybody; its parts, in seconds:

- waiting is what the line takes of it, whatever else the machine does meanwhile: 400 ms for each answer of the server
  that leads on, once more for all that a page fetches beside itself, and its bytes at 400 kbit/s;
- reading: every word that is shown, at 200 words a minute in French (silent reading of a practised adult: 240,
  Brysbaert 2019; less for who reads forms) and 140 in Arabic (measured at 138 to 181: Trauzettel-Klosinski and Dietz
  2012, Brysbaert 2019). A line that stood on an earlier page is recognised and not read again; what is folded is not
  read;
- typing: half a second a sign. KLM gives 0.28 to an average typist at a keyboard (Card, Moran, Newell 1983), thumbs
  on a telephone take 0.33 (36 words a minute: Palin and others 2019), and this one is new to it;
- each tap: 1.35 to decide (KLM's M), 1.1 to aim (P), 0.1 to tap (B);
- each screenful that is scrolled over: one swipe, 0.8, aiming left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Request
from sqlalchemy import select

from tests.browser.conftest import Lived
from tests.cast import PASSWORD, new_account
from union.access import Role
from union.accounts.models import Door
from union.grievances.drafts import ReportDraft
from union.workplaces.models import Workplace

MOST_TAPS, MOST_SECONDS = 25, 240
WORDS_A_MINUTE = {"fr": 200, "ar": 140}
A_SIGN, DECIDE, AIM, TAP, SWIPE = 0.5, 1.35, 1.1, 0.1, 0.8
KBIT, LATENCY = 400, 400
TYPED = {
    "fr": ("Mon badge ne marche plus depuis lundi. Le chef n'a rien dit.", "Reprendre mon poste."),
    "ar": ("شارة الدخول لا تعمل منذ يوم الاثنين. المسؤول لم يقل شيئا.", "العودة إلى عملي."),
}
# Every run of text that somebody sees: what is folded, hidden or there for screen readers alone is left out.
SHOWN = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = at => {
    const how = {visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true};
    if (!at.checkVisibility(how)) return false;
    const box = document.createRange(); box.selectNodeContents(at); const size = box.getBoundingClientRect();
    return size.width > 1 && size.height > 1 && !at.closest('.unseen, script, style, select');
  };
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (node.data.trim() && seen(node.parentElement)) found.push(node.data.trim().replace(/\\s+/g, ' '));
  return found;
}"""


@dataclass
class Walk:
    """Somebody at a telephone: their taps, and where their time goes."""

    page: Page
    language: str
    taps: int = 0
    words: int = 0
    signs: int = 0
    waited: float = 0.0
    swipes: float = 0.0
    fetched: list[Request] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    pages: list[tuple[str, int]] = field(default_factory=list)

    def read(self) -> None:
        """What is on the page now and was not on one before."""
        new = [one for one in self.page.evaluate(SHOWN) if one not in self.known]
        self.known |= set(new)
        number = sum(len(re.findall(r"\w[\w'’.-]*", one)) for one in new)
        self.words += number
        self.pages.append((self.page.url.rsplit(":", 1)[1][5:40], number))
        height: float = self.page.evaluate("document.documentElement.scrollHeight / innerHeight - 1")
        self.swipes += max(0.0, height)

    def tap(self, at: Locator) -> None:
        at.tap()  # waits until nothing moves or lies above it, as a finger would
        self.taps += 1

    def type(self, name: str, text: str) -> None:
        at = self.page.locator(f"main [name={name}]")
        self.tap(at)
        at.press_sequentially(text)
        self.signs += len(text)

    def send(self, at: Locator, there: str, *, read: bool = True) -> None:
        """A tap that leads on: to the page or the step on which something is `there`."""
        self.tap(at)
        self.page.locator(there).first.wait_for(state="attached")
        self.page.wait_for_load_state("load")
        self.wait()
        if read:
            self.read()

    def wait(self) -> None:
        """What was fetched since the last tap, by the line alone."""
        fetched = list(self.fetched)
        self.fetched.clear()
        leading = [one for one in fetched if one.is_navigation_request() or one.resource_type == "fetch"]
        sizes = [one.sizes() for one in fetched]
        sent = sum(one["responseBodySize"] + one["responseHeadersSize"] + one["requestBodySize"] for one in sizes)
        turns = len(leading) + (len(fetched) > len(leading))
        self.waited += turns * LATENCY / 1000 + sent * 8 / (KBIT * 1000)

    @property
    def seconds(self) -> float:
        reading = self.words * 60 / WORDS_A_MINUTE[self.language]
        return self.waited + reading + self.signs * A_SIGN + self.taps * (DECIDE + AIM + TAP) + self.swipes * SWIPE

    def told(self) -> str:
        reading = self.words * 60 / WORDS_A_MINUTE[self.language]
        return (
            f"{self.language}: {self.taps} taps, {self.seconds:.0f} s: waiting {self.waited:.0f}, "
            f"reading {reading:.0f} ({self.words} words), typing {self.signs * A_SIGN:.0f} ({self.signs} signs), taps "
            f"{self.taps * (DECIDE + AIM + TAP):.0f}, swipes {self.swipes * SWIPE:.0f}; {self.pages}"
        )


def slowed(page: Page) -> None:
    """The line of a telephone at the edge of a town."""
    line: Any = page.context.new_cdp_session(page)
    rate = KBIT * 1000 / 8
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY, "downloadThroughput": rate, "uploadThroughput": rate},
    )


def chosen(page: Page, name: str, value: str) -> Locator:
    """What is tapped to choose one of several: the words beside the button, or the tile."""
    return page.locator(
        f"main label:has([name={name}][value={value}]), main [name={name}][value={value}] + label"
    ).first


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_first_report_takes_under_four_minutes_and_25_taps(browser: Browser, lived: Lived, language: str) -> None:
    name = {"fr": "nour", "ar": "nora"}[language]
    with lived.app.store.maintaining() as session:
        new_account(session, name, Role.DELEGATE, session.get_one(Workplace, lived.cast.here))
    context = browser.new_context(
        base_url=lived.address,
        viewport={"width": 360, "height": 640},
        has_touch=True,
        is_mobile=True,
        locale={"fr": "fr-MA", "ar": "ar-MA"}[language],
    )
    page = context.new_page()
    slowed(page)
    walk = Walk(page, language)
    page.on("requestfinished", lambda one: walk.fetched.append(one))  # a bound method of a list is none to Playwright
    page.goto("/")
    walk.wait()
    if language != "fr":  # a page of which only the switch is understood
        walk.known = set(page.evaluate(SHOWN))
        walk.send(page.locator(f"[lang={language}]:visible").first, f"html[lang={language}]")
    else:
        walk.read()
    facts, demand = TYPED[language]
    walk.type("login", name)
    walk.type("password", PASSWORD)
    walk.send(page.locator("main .acts button[type=submit]"), "a[href='/grievances/new']")
    walk.send(page.locator("a[href='/grievances/new']:visible").first, "[name=paper]")
    walk.tap(chosen(page, "paper", "badge_stopped"))
    walk.tap(chosen(page, "when", "today"))
    walk.send(page.locator("main .step-acts button[name=go][value='2']"), "main [name=at][value='2']")
    walk.tap(chosen(page, "problem", "discipline"))
    walk.send(page.locator("main .step-acts button[name=go][value='3']"), "main [name=at][value='3']")
    walk.tap(chosen(page, "about", "oneself"))
    walk.type("facts", facts)
    walk.send(page.locator("main .step-acts button[name=go][value='4']"), "main [name=at][value='4']")
    walk.type("demand", demand)
    walk.send(page.locator("main .step-acts button[type=submit]").first, "main .receipt", read=False)
    assert re.search(r"/grievances/[0-9a-f-]{36}/receipt$", page.url), page.locator("main").inner_text()
    context.close()
    with lived.app.store.maintaining() as session:
        for left in [*session.scalars(select(ReportDraft)), *session.scalars(select(Door))]:
            session.delete(left)
    print(walk.told())
    assert walk.taps <= MOST_TAPS, walk.told()
    assert walk.seconds <= MOST_SECONDS, walk.told()
