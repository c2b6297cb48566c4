"""A list typed into cells, in a real browser: pasted cells spread, Enter goes down, and what stands there is read."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.conftest import Lived
from tests.browser.test_pages import DESK, opened

PASTE = (
    "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
    " document.activeElement.dispatchEvent("
    "new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }"
)
PEOPLE = "".join(f"Nom{'abcdefghijkl'[at]}\tOmar\t06612345{at:02d}\r\n" for at in range(12))


def test_cells_are_pasted_and_rows_added_as_they_are_needed(browser: Browser, lived: Lived) -> None:
    context, page, seen = opened(browser, lived, "olu", DESK)
    page.goto("/imports/typed?lang=fr")
    page.select_option("[name=workplace]", index=1)
    page.focus("[name=cell_0_family_name]")
    page.evaluate(PASTE, PEOPLE)
    assert page.input_value("[name=cell_11_phone]") == "0661234511"
    page.focus("[name=cell_11_family_name]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Nom 13"
    page.keyboard.type("Dernier")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "cell_11_family_name"
    page.click("main button:has-text('Lire la liste')")
    page.wait_for_url("**/columns")
    assert "10 autres valeurs" in page.inner_text("main")
    assert seen.said == []
    context.close()


def test_what_does_not_fit_is_said(browser: Browser, lived: Lived) -> None:
    context, page, _seen = opened(browser, lived, "olu", DESK)
    page.goto("/imports/typed?lang=fr")
    page.focus("[name=cell_0_family_name]")
    page.evaluate(PASTE, PEOPLE * 9)
    assert page.locator("tbody tr").count() == 100
    assert page.is_visible("[data-grid-full]")
    context.close()
