"""Two who edit the same row: whoever sends second is told, reads what the other wrote, and loses nothing that was
typed. Every page that is asked for and sent under one address is looked at; a new one begins from an edition of its
row, or says here why it overwrites nothing."""

from __future__ import annotations

from collections.abc import Iterator
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from tests.browsing import Visitor
from tests.conftest import ON_ONE_DATABASE
from tests.faults.filling import Filled, forms_of, kind_of
from tests.scene import Scene
from tests.test_access import addresses, rules
from union.app import Union

# Why a page of a row may be sent without the edition that it began from.
ADDS = "a new row or line; nothing of what stands is touched"
ONCE = "a second one is refused with a sentence"
KEPT = "what stood before stays in the history, and the page says that this takes its place"
TAKES_PLACE = "the newest stands: a station's count by its name, a posted list compared anew; the page shows it"
NOTHING = "computes or hands out, and keeps no answer of another"
FIRST, SECOND = "Première main", "Seconde main"
# Acts with a reason of their own, and no text that both would write: what the other did stands on the page of the row.
ACTS = {
    "correspondence.answer",
    "court.set_aside",
    "dismissals.set_aside",
    "exposure.set_aside",
    "grievances.refuse",
    "grievances.reopen",
    "grievances.wait",
    "receipts.set_aside",
}
WITHOUT = {
    "attachments.ask_destruction": ONCE,
    "attachments.create": ADDS,
    "attachments.create_for": ADDS,
    "bundles.create": ADDS,
    "cases.add_task": ADDS,
    "cases.hand_over_account": ONCE,
    "cases.put_to_the_law": NOTHING,
    "cases.refuse_transfer": ONCE,
    "cases.tie": ONCE,
    "closures.begin": ONCE,
    "closures.take_in": ADDS,
    "collective.begin": ADDS,
    "collective.join": ADDS,
    "correspondence.enter_mail": ADDS,
    "correspondence.begin": ADDS,
    "court.create": ADDS,
    "court.create_for": ADDS,
    "dismissals.create": ADDS,
    "dismissals.create_for": ADDS,
    "dues.pay": ADDS,
    "dues.pay_ticked": ONCE,
    "dues.send_list": ADDS,
    "drives.add_seat": ADDS,
    "drives.add_several": ADDS,
    "drives.add_unit": ADDS,
    "drives.ask_closing": ONCE,
    "drives.begin_trial": ONCE,
    "drives.write_down": ADDS,
    "drives.write_talk": ADDS,
    "meetings.create": ADDS,
    "exposure.create": ADDS,
    "exposure.create_for": ADDS,
    "grievances.add": ADDS,
    "grievances.hand_in_correction": ADDS,
    "grievances.make_ordinary": ONCE,
    "grievances.name": ONCE,
    "grievances.withdraw": ONCE,
    "layoffs.claim": KEPT,
    "layoffs.close": ONCE,
    "layoffs.compare_order": NOTHING,
    "layoffs.group_sent": ADDS,
    "layoffs.name": ONCE,
    "layoffs.reopen": ONCE,
    "layoffs.sent": ADDS,
    "layoffs.take_out": NOTHING,
    "layoffs.upload": KEPT,
    "members.add_wage": ADDS,
    "members.create": ADDS,
    "members.employ": ADDS,
    "members.entrust": ONCE,
    "members.give_consent": KEPT,
    "members.give_mandate": ONCE,
    "members.stand": KEPT,
    "members.take_out": NOTHING,
    "patterns.write_of_member": ADDS,
    "patterns.write_of_site": ADDS,
    "polls.check_list": TAKES_PLACE,
    "polls.count": TAKES_PLACE,
    "polls.create": ADDS,
    "polls.stand": ONCE,
    "receipts.create": ADDS,
    "receipts.create_for": ADDS,
    "referrals.create": ONCE,
    "sections.create": ADDS,
    "sections.tell": NOTHING,
    "trainings.give_to_member": ONCE,
}


def pages(app: Union, scene: Scene, people: dict[str, Visitor]) -> Iterator[tuple[str, Filled]]:
    """The form that is sent to the address of its own page, as the first sees it who does, by its endpoint."""
    sent = {one.rule: one.endpoint for one in rules(app) if "POST" in (one.methods or ()) and one.arguments}
    for rule in rules(app):
        if "GET" not in (rule.methods or ()) or rule.rule not in sent:
            continue
        page = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
        for name in ("sal", "olu", "ann", "lex"):
            own = [one for one in forms_of(people[name], page) if urlsplit(one.action).path == urlsplit(page).path]
            if own:
                yield sent[rule.rule], own[0]
                break


@ON_ONE_DATABASE
def test_the_second_of_two_reads_both_and_loses_nothing(app: Union, scene: Scene, people: dict[str, Visitor]) -> None:
    """The first saves where the page can be saved as it stands; else the second brings an edition that is none."""
    wrong: list[str] = []
    bare, saved = set(), set()
    for endpoint, form in pages(app, scene, people):
        began = dict(form.values)
        if not began.get("version"):  # a paper that is still to be written has none
            bare.add(endpoint)
            continue
        if _saves(form):
            saved.add(endpoint)
        else:
            began["version"] = str((int(str(began["version"])) + 1) % 1_000_000_000)
        wrong += [f"{endpoint}: {one}" for one in _lost(form, began, wrote=endpoint in saved - ACTS)]
    assert bare <= WITHOUT.keys(), f"sent without an edition: {sorted(bare - WITHOUT.keys())}"
    assert WITHOUT.keys() <= {one.endpoint for one in rules(app)}, "no such page"
    assert not wrong, "\n".join(wrong)
    assert len(saved) > 12, saved


def _texts(form: Filled, words: str) -> dict[str, str]:
    return {name: f"{words} {at}" for at, name in enumerate(form.typed) if kind_of(name) == "texts"}


def _saves(form: Filled) -> bool:
    """Whether the page takes its last text, or its first, changed."""
    tries = list(_texts(form, FIRST).items())[::-1]
    return any(
        form.visitor.client.post(form.action, data=_sent(form, {name: text})).status_code == 302
        for name, text in dict.fromkeys((*tries[:1], *tries[-1:]))
    )


def _sent(form: Filled, changed: dict[str, Any]) -> dict[str, Any]:
    return {**form.values, "csrf_token": form.visitor._csrf(), "form_token": token_urlsafe(16), **changed}


def _lost(form: Filled, began: dict[str, Any], *, wrote: bool) -> Iterator[str]:
    """What is wrong with the answer to the second, who changed every text of the page."""
    mine = _texts(form, SECOND)
    answer = form.visitor.client.post(form.action, data=_sent(form, {**began, **mine}))
    if answer.status_code != 409:
        yield f"{answer.status_code} where somebody was overtaken"
        return
    path = urlsplit(form.action).path
    given = {
        name: control.text() if control.tag == "textarea" else control.attributes.get("value")
        for one in LexborHTMLParser(answer.text).css("form[method=post]")
        if urlsplit(one.attributes.get("action") or path).path == path
        for control in one.css("input[name], textarea[name]")
        if (name := control.attributes["name"]) in mine
    }
    for name, text in mine.items():
        if (given.get(name) or "").strip() != text:
            yield f"{name} is not given back: {given.get(name)}"
    if wrote and FIRST not in answer.text:
        yield "what the other wrote is not shown"
    if wrote and SECOND in form.visitor.get(form.page).text:
        yield "the second was kept all the same"
