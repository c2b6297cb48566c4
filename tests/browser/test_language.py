"""The language switch of every page with a form: what was typed is shown again in the other language, and nothing is
done."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.browser.conftest import ID, Lived
from tests.browser.test_pages import PHONE, opened
from tests.browsing import Visitor
from tests.imports.lists import digest

TYPED = "Quarante-deux"
WRITTEN = "input[type=text]:not([readonly]), textarea"


def _sent(form: LexborNode) -> dict[str, Any]:
    """What a browser sends of a form, its first free field typed into."""
    sent: dict[str, Any] = {}
    for one in form.css("input, textarea, select"):
        name, kind = str(one.attributes.get("name")), one.attributes.get("type")
        if kind == "file" or (kind in {"radio", "checkbox"} and "checked" not in one.attributes):
            continue
        if one.tag == "select":
            options = one.css("option[selected]") or one.css("option")
            value = str(options[0].attributes.get("value", "")) if options else ""
        else:
            value = one.text() if one.tag == "textarea" else str(one.attributes.get("value") or "")
        sent[name] = [*sent.get(name, []), value]
    free = form.css_first(WRITTEN)
    if free is not None:
        sent[str(free.attributes["name"])] = [TYPED]
    return sent


def test_every_form_is_kept_and_nothing_is_done(lived: Lived, maps: dict[str, list[str]]) -> None:
    wrong: list[str] = []
    shapes: set[str] = set()
    for name in ("ann", "olu", "sal"):
        visitor = Visitor(lived.app, getattr(lived.cast, name))
        pages = {path: visitor.client.get(path, follow_redirects=True).text for path in maps[name]}
        before = digest(lived.app.store)  # after the pages were opened: opening marks what waited there as seen
        for path, text in pages.items():
            if (shape := ID.sub("<id>", path)) in shapes:
                continue
            page = LexborHTMLParser(text)
            button = page.css_first("nav.languages button[name=lang][value=ar]")
            if button is None:
                continue
            form = page.css_first(f"#{button.attributes['form']}")
            typed = _sent(form)
            shapes.add(shape)
            answer = visitor.client.post(form.attributes.get("action") or path, data={**typed, "lang": "ar"})
            again = LexborHTMLParser(answer.text)
            if answer.status_code == 302 and not form.css_first(WRITTEN):
                continue
            kept = again.css_first(f"#{button.attributes['form']}")
            if kept is None or again.css_first("html").attributes["dir"] != "rtl":
                wrong.append(f"{name} {path}: {answer.status_code}")
            elif TYPED in str(typed) and TYPED not in str(_values(kept)):
                wrong.append(f"{name} {path}: lost")
        if digest(lived.app.store) != before:
            wrong.append(f"{name}: something was written")
    assert len(shapes) > 40
    assert not wrong, "\n".join(wrong)


def test_a_password_is_not_sent_with_the_language(browser: Browser, lived: Lived) -> None:
    context, page, seen = opened(browser, lived, None, PHONE)
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.post_data or ""))
    page.goto("/sign-in?lang=fr")
    page.fill("[name=login]", TYPED)
    page.fill("[name=password]", "quatre mots")
    page.click("nav.languages [lang=ar]")
    page.wait_for_selector("html[dir=rtl]")
    assert (page.input_value("[name=login]"), page.input_value("[name=password]")) == (TYPED, "")
    assert any(TYPED in one for one in sent)
    assert not any("password" in one for one in sent)
    assert seen.said == []
    context.close()


def _values(form: LexborNode) -> list[str]:
    return [one.attributes.get("value") or one.text() for one in form.css("input, textarea")]
