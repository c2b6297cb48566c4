"""The intake at the gate and the papers by thumb and by keyboard: large enough to hit, in the order in which one
types."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Lived
from tests.browser.test_gate import taken_in
from tests.browser.test_pages import PHONE, opened

SMALL = """() => [...document.querySelectorAll(
    'main button, main .button, main select, main textarea, main input:not([type=hidden])'
)].filter(e => e.offsetParent).map(e => {
    const label = e.matches('[type=checkbox], [type=radio]') && document.querySelector(`label[for="${e.id}"]`);
    return [e.outerHTML.slice(0, 90), Math.round((label || e).getBoundingClientRect().height)];
}).filter(([, height]) => height < 44)"""
MOST_TAPS = 4  # beside typing: two names, the tick, the button


def gate(page: Page) -> None:
    page.goto("/")
    page.click("a[href^='/intake/']")
    page.wait_for_url("**/intake/*", wait_until="load")
    expect(page.locator("#family_name")).to_be_focused()  # no tap is needed to begin


def test_one_person_takes_two_names_a_tick_and_a_button(browser: Browser, lived: Lived) -> None:
    """What is asked of everybody fits into a minute: the rest may stay blank, and is typed by the right keyboard."""
    context, page, seen = opened(browser, lived, "ann", PHONE)
    gate(page)
    before, taps = taken_in(lived), 0
    for field, text in (("#family_name", "Amrani"), ("#given_name", "Rachid")):
        taps += page.evaluate("document.activeElement.id") != field[1:]
        page.click(field)
        page.keyboard.type(text)
    page.click("label[for=agreed]")
    page.click("#main-form button[type=submit]")
    taps += 2
    expect(page.locator("main")).to_contain_text("Amrani Rachid")
    assert taps <= MOST_TAPS
    assert taken_in(lived) == before + 1
    assert page.get_attribute("#phone", "type") == "tel"
    assert page.get_attribute("#pay", "inputmode") == "decimal"
    assert not seen.said
    context.close()


def test_the_gate_by_keyboard_alone(browser: Browser, lived: Lived) -> None:
    context, page, _seen = opened(browser, lived, "ann", PHONE)
    gate(page)
    before, order = taken_in(lived), []
    page.keyboard.type("Sabri")
    while (here := page.evaluate("document.activeElement.id")) != "agreed" and len(order) < 20:
        order.append(here)
        page.keyboard.press("Tab")
        if not order[1:]:
            page.keyboard.type("Laila")
    wanted = ["family_name", "given_name", "phone", "job", "hired_on", "pay"]
    assert [one for one in order if one in wanted] == wanted
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Sabri Laila")
    assert taken_in(lived) == before + 1
    context.close()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_is_tapped_is_large_enough(browser: Browser, lived: Lived, language: str) -> None:
    here = lived.scene.here
    case, person = here["layoffs.case_id"], here["person_id"]
    paths = [
        f"/receipts/{here['receipt_id']}",
        f"/receipts/{here['receipt_id']}/questions",
        f"/receipts/{here['receipt_id']}/rights",
        f"/dismissals/{here['dismissal_id']}",
        f"/dismissals/{here['dismissal_id']}/questions",
        f"/court/{here['file_id']}",
        f"/layoffs/{case}/closure",
        f"/layoffs/{case}/closure/evidence",
        f"/layoffs/{case}/order",
        f"/layoffs/{case}/switches",
        f"/layoffs/{case}/people/{person}/papers",
        f"/layoffs/{case}/people/{person}/job-loss/edit",
        f"/intake/{here['intake_id']}",
    ]
    context, page, _seen = opened(browser, lived, "olu", PHONE)
    page.goto(f"/?lang={language}")
    wrong = []
    for path in paths:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        wrong += [f"{path}: {one}" for one in page.evaluate(SMALL)]
    context.close()
    assert not wrong, "\n".join(wrong)
