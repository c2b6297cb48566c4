"""Finds the forms of the pages, and fills them as somebody would who means no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from tests.browsing import Visitor
from tests.scene import Scene
from tests.test_access import addresses, rules
from union.app import Union

TYPED = {"text", "search", "tel", "email", "number", "date", "url", ""}
PLAUSIBLE = (
    (("_on", "on", "born", "from", "until"), "01/03/2026"), (("amount", "gross", "net", "offered", "wage"), "5000,00"),
    (("phone",), "06 61 22 33 44"), (("email",), "salma@example.org"), (("year",), "2025"), (("people", "days", "position"), "12"),
    (("ice",), "001234567000089"),
)  # fmt: skip


@dataclass
class Filled:
    """One form of one page: where it is sent, what it holds, which of its fields are typed."""

    page: str
    action: str
    visitor: Visitor
    values: dict[str, str | list[str]] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    secret: list[str] = field(default_factory=list)

    def send(self, changed: dict[str, str]) -> object:
        """Post it with its tokens, changed in these fields."""
        return self.visitor.client.post(
            self.action, data={**self.values, "csrf_token": self.visitor._csrf(), **changed}
        )


def kind_of(name: str) -> str:
    """Which of the hostile values suit a field of this name: dates, numbers, or texts alone."""
    value = plausible(name)
    return "dates" if value == "01/03/2026" else "texts" if value == "Salma Berrada" or "@" in value else "numbers"


def plausible(name: str) -> str:
    """What a person would type into a field of this name."""
    for parts, value in PLAUSIBLE:
        if any(name.endswith(part) or part in name.split("_") for part in parts):
            return value
    return "Salma Berrada"


def forms_of(visitor: Visitor, page: str) -> Iterator[Filled]:
    """The forms of one page that are sent and that somebody can type into or choose in."""
    answer = visitor.client.get(page)
    if answer.status_code != 200 or answer.mimetype != "text/html":
        return
    for tag in BeautifulSoup(answer.text, "html.parser").select("form[method=post]"):
        yield _filled(visitor, page, tag)


def _filled(visitor: Visitor, page: str, form: Tag) -> Filled:
    made = Filled(page, str(form.get("action") or page), visitor)
    for control in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(control["name"]), str(control.get("type", ""))
        if control.name == "select":
            chosen = control.select_one("option[selected][value]") or _first(control.select("option"))
            made.values.setdefault(name, str(chosen.get("value", "")) if chosen else "")
        elif control.name == "textarea" or kind in TYPED:
            current = control.get_text().strip() if control.name == "textarea" else str(control.get("value", ""))
            made.values[name] = current or plausible(name)
            made.typed.append(name)
        elif kind == "radio":
            if name not in made.values or control.has_attr("checked"):
                made.values[name] = str(control.get("value", ""))
        elif kind == "password":
            made.values[name] = "quatre mots qui restent"
            made.secret.append(name)
        elif kind == "hidden" and name != "csrf_token":
            made.values[name] = str(control.get("value", ""))
    return made


def _first(options: list[Tag]) -> Tag | None:
    return next((one for one in options if one.get("value")), options[0] if options else None)


def every_form(app: Union, scene: Scene, people: Mapping[str, Visitor]) -> list[Filled]:
    """Each form once, as the first of these people sees it who does."""
    found: dict[str, Filled] = {}
    for name in ("sal", "olu", "ann", "lex", "ada"):
        for rule in rules(app):
            if "GET" not in (rule.methods or ()):
                continue
            page = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
            for form in forms_of(people[name], page):
                path = urlsplit(form.action).path
                if path in {"/sign-out", "/quick-exit"}:
                    continue
                key = f"{path} {sorted(form.values)}"
                found.setdefault(key, form)
    return list(found.values())


def shown(html: str, name: str) -> str | None:
    """What a field of an answered page holds, as a browser would send it again; None where it finds no fault with it."""
    control = BeautifulSoup(html, "html.parser").select_one(f'input[name="{name}"], textarea[name="{name}"]')
    if control is None or control.get("aria-invalid") != "true":
        return None
    if control.name == "textarea":
        return re.sub(r"\A\r?\n", "", control.get_text())  # a browser drops the first line's end
    return str(control.get("value", ""))
