"""Finds the forms of the pages, and fills them as somebody would who means no harm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.browsing import Visitor
from tests.scene import Scene
from tests.test_access import addresses, rules
from union.app import Union

TYPED = {"text", "search", "tel", "email", "number", "date", "url", ""}
PLAUSIBLE = (
    (("_on", "on", "born", "from", "until"), "01/03/2026"),
    (("amount", "gross", "net", "offered", "wage"), "5000,00"),
    (("phone",), "06 61 22 33 44"),
    (("email",), "salma@example.org"),
    (("year",), "2025"),
    (("people", "days", "position"), "12"),
    (("ice",), "001234567000089"),
)


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


def each_kind(names: Iterable[str]) -> list[str]:
    """Of fields that differ by a number alone (the rows of a table), the first and the last: one loop reads them
    all."""
    rows: dict[str, list[str]] = {}
    for name in names:
        rows.setdefault(re.sub(r"\d+", "#", name), []).append(name)
    return [name for alike in rows.values() for name in dict.fromkeys((alike[0], alike[-1]))]


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
    for tag in LexborHTMLParser(answer.text).css("form[method=post]"):
        yield _filled(visitor, page, tag)


def _filled(visitor: Visitor, page: str, form: LexborNode) -> Filled:
    made = Filled(page, form.attributes.get("action") or page, visitor)
    for control in form.css("input[name], textarea[name], select[name]"):
        held = control.attributes
        name, kind = held.get("name") or "", held.get("type") or ""
        if control.tag == "select":
            chosen = control.css_first("option[selected][value]") or _first(control.css("option"))
            made.values.setdefault(name, _value(chosen) if chosen else "")
        elif control.tag == "textarea" or kind in TYPED:
            current = control.text().strip() if control.tag == "textarea" else _value(control)
            made.values[name] = current or plausible(name)
            made.typed.append(name)
        elif kind == "radio":
            if name not in made.values or "checked" in held:
                made.values[name] = _value(control)
        elif kind == "password":
            made.values[name] = "quatre mots qui restent"
            made.secret.append(name)
        elif kind == "hidden" and name != "csrf_token":
            made.values[name] = _value(control)
    return made


def _value(control: LexborNode) -> str:
    return control.attributes.get("value") or ""


def _first(options: list[LexborNode]) -> LexborNode | None:
    return next((one for one in options if _value(one)), options[0] if options else None)


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
                if path in {"/sign-out", "/notes"}:
                    continue
                key = f"{path} {sorted(form.values)}"
                found.setdefault(key, form)
    return list(found.values())


def refused(html: str) -> dict[str, str]:
    """What each field of an answered page that finds fault with it holds, as a browser would send it again."""
    found: dict[str, str] = {}
    for control in LexborHTMLParser(html).css('input[name][aria-invalid="true"], textarea[name][aria-invalid="true"]'):
        name = control.attributes["name"] or ""
        # a browser drops the first line's end of a text area, and so does this parser
        found.setdefault(name, control.text() if control.tag == "textarea" else _value(control))
    return found
