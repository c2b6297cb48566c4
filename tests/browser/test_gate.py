"""At the gate of a closed site, by telephone: the network goes and comes back, and nobody is lost or written twice."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect
from sqlalchemy import func, select

from tests.browser.conftest import Lived
from tests.browser.test_pages import PHONE, opened
from union.closures.models import TakenIn


def taken_in(lived: Lived) -> int:
    with lived.app.store.reading(lived.cast.reach("ann")) as session:
        return session.scalar(select(func.count(TakenIn.id))) or 0


def test_a_network_that_goes_loses_nobody(browser: Browser, lived: Lived) -> None:
    context, page, _seen = opened(browser, lived, "ann", PHONE)
    page.goto("/")
    page.click("a[href^='/intake/']")  # from the delegate's first page
    before = taken_in(lived)
    page.fill("#family_name", "Slaoui")
    page.fill("#given_name", "Hind")
    page.fill("#phone", "0612345678")
    page.fill("#pay", "5200")
    page.check("#agreed")
    context.set_offline(True)
    page.click("#main-form button[type=submit]")
    expect(page.locator("[data-network-notice]")).to_be_visible()
    assert page.input_value("#family_name") == "Slaoui"
    page.click("#main-form button[type=submit]")  # an impatient second tap
    assert taken_in(lived) == before
    context.set_offline(False)
    expect(page.locator("main")).to_contain_text("Slaoui Hind", timeout=20_000)
    assert page.input_value("#family_name") == ""  # the next form, blank, with the first field under the thumb
    assert page.evaluate("document.activeElement.id") == "family_name"
    assert taken_in(lived) == before + 1
    assert not re.search("5200", page.content())
    context.close()
