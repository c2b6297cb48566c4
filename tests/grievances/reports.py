"""How a test reports a problem: the four steps, as a browser would send them."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

from tests.browsing import Visitor

FIRST = {"paper": "dismissal_letter", "when": "another", "event_on": "03/08/2026"}

HARASSMENT = {"harm": "harassment", "agreed": "not_asked"}


def fields(page: BeautifulSoup) -> dict[str, Any]:
    """What a browser would send of the form on a page: hidden values, what is ticked, what is typed."""
    form = page.select_one("#main-form") or page.select_one("main form")
    assert form is not None
    sent: dict[str, Any] = {}
    for tag in form.select("input, textarea, select"):
        name, kind = str(tag.get("name")), tag.get("type")
        if kind in {"radio", "checkbox"} and not tag.has_attr("checked"):
            continue
        if tag.name == "select":
            chosen = tag.select_one("option[selected]")
            value = str(chosen["value"]) if chosen else ""
        else:
            value = tag.text if tag.name == "textarea" else str(tag.get("value", ""))
        if kind == "checkbox" and name in sent:
            sent[name] = [*([sent[name]] if isinstance(sent[name], str) else sent[name]), value]
        else:
            sent[name] = value
    return {name: value for name, value in sent.items() if name != "csrf_token"}


def forward(visitor: Visitor, page: BeautifulSoup, go: int, status: int = 200, **typed: Any) -> BeautifulSoup:
    """Fill in the page that is shown and press the button that leads to step `go`."""
    sent = {**fields(page), **typed, "go": str(go)}
    return BeautifulSoup(visitor.post("/grievances/new", sent, status).text, "html.parser")


def report(visitor: Visitor, *, first: dict[str, str] | None = None, problem: str = "pay", **said: Any) -> str:
    """File a report and return the address of its receipt."""
    page = forward(visitor, visitor.page("/grievances/new"), 2, **(first or FIRST))
    page = forward(visitor, page, 3, problem=problem)
    asked = HARASSMENT if problem == "health" else {}
    page = forward(visitor, page, 4, **{"about": "oneself", "facts": "Rien n'a été dit.", **asked, **said})
    sent = {**fields(page), "demand": "Le paiement du mois d'août."}
    return str(visitor.post("/grievances", sent).location)


def case_of(receipt: str) -> str:
    """The address of the case, from that of its receipt."""
    return receipt.removesuffix("/receipt")


def opened(visitor: Visitor, case: str, why: str = "Elle a appelé ce matin.") -> None:
    """Open a case of health, as whoever it names does: with a reason."""
    visitor.post(f"/cases/{case.rsplit('/', 1)[1]}/opening", {"why": why})
