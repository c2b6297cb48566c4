"""What the tests of one person's sums share: the questions filled in as a person types them, from facts of the law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from bs4 import BeautifulSoup

from tests.browsing import Visitor

PERSON = {
    "kind": "dismissed",
    "hired_on": "01/02/2015",
    "left_on": "30/11/2026",
    "category": "employee",
    "contract": "cdi",
    "monthly_gross": "6000",
    "mandate": "none",
    "family_name": "El Fassi",
    "given_name": "Mina",
}
SITUATIONS: dict[str, dict[str, str]] = {
    "abusive": {"kind": "dismissed"},
    "economic_authorised": {"kind": "collective", "requested": "yes", "authorised": "yes"},
    "economic_unauthorised": {"kind": "collective"},
    "negotiated": {"kind": "negotiated"},
    "resignation": {"kind": "resigned"},
    "end_of_term": {"kind": "cdd_series"},
    "employed": {"kind": "employed"},
    "retirement": {"kind": "retired"},
    "death": {"kind": "died"},
    "force_majeure": {"kind": "force_majeure"},
}
"""The answer on the page for each reason of the law."""
AMOUNTS = (
    "monthly_gross",
    "monthly_net",
    "mean_gross",
    "leave_days_due",
    "unpaid_days",
    "agreed_severance",
    "monthly_hours",
)
COUNTS = ("agreed_notice_months", "unjustified_days", "cnss_days")
DAYS = ("hired_on", "left_on", "notified_on", "term_on", "born_on")


def case_path(case_id: UUID | str) -> str:
    return f"/cases/{case_id}/owed"


def form_of(page: BeautifulSoup) -> dict[str, str]:
    """What a page's form would send, untouched."""
    form = page.select_one("form#main-form")
    assert form is not None
    sent: dict[str, str] = {}
    for control in form.select("input, select, textarea"):
        name, kind = str(control.get("name", "")), control.get("type")
        if not name or name in {"csrf_token", "form_token"}:
            continue
        if kind in {"radio", "checkbox"}:
            if control.has_attr("checked"):
                sent[name] = str(control["value"])
        elif control.name == "select":
            chosen = control.select_one("option[selected]") or control.select_one("option")
            sent[name] = str(chosen["value"]) if chosen else ""
        else:
            sent[name] = str(control.get("value", "")) if control.name == "input" else control.text
    return sent


def asked(desk: Visitor, case_id: UUID | str) -> dict[str, str]:
    """The questions of a case as they stand."""
    return form_of(desk.page(f"{case_path(case_id)}/facts"))


def worked_out(desk: Visitor, case_id: UUID | str, status: int = 302, **typed: str) -> Any:
    """Fill the questions in and send them."""
    return desk.post(f"{case_path(case_id)}/facts", asked(desk, case_id) | PERSON | typed, status)


def typed_of(facts: Mapping[str, Any], months: list[date] | None = None) -> dict[str, str]:
    """Facts of the law as a person types them on the page; `months` are those of its grid."""
    typed = {"hired_on": "", "left_on": "", **SITUATIONS[facts["reason"]]}
    typed |= {name: _day(facts[name]) for name in DAYS if facts.get(name)}
    typed |= {name: str(facts[name]).replace(".", ",") for name in (*AMOUNTS, *COUNTS) if facts.get(name)}
    typed["category"] = facts["category"]
    typed["contract"] = facts["contract"].lower()
    typed["mandate"] = "in_office" if facts.get("protected") else facts.get("mandate", "none")
    if facts["reason"] == "employed":
        typed["left_on"] = ""
    if "pension" in facts:
        typed["pension"] = "yes" if facts["pension"] else "no"
    for month in facts.get("months", ()):
        typed |= _month(month, (months or []).index(date.fromisoformat(month["first"])))
    for extra in facts.get("overtime", ()):
        at = (months or []).index(date.fromisoformat(extra["month"]))
        typed |= {f"m{at}_{name}": str(hours) for name, hours in extra.items() if name != "month"}
    if facts.get("holidays"):
        typed["holidays"] = ", ".join(_day(one["on"]) for one in facts["holidays"])
    if facts.get("leave"):
        typed["leave_taken"] = str(facts["leave"]["taken"])
    return typed


def _month(month: Mapping[str, Any], at: int) -> dict[str, str]:
    names = {"base": "base", "performance": "bonus", "commission": "commission", "seniority": "seniority"}
    typed = {f"m{at}_{names[one['kind']]}": str(one["amount"]) for one in month["elements"]}
    if "agreed" in month:
        typed[f"m{at}_agreed"] = str(month["agreed"])
    if "unpaid" in month:
        typed[f"m{at}_absence"] = month["unpaid"]
    return typed


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}"
