"""Lists as they really come, through the page and through the command: the same counts, and the right ones."""

from __future__ import annotations

import json
import secrets

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports import ugly
from tests.imports.lists import previewed, sent
from tests.imports.test_command_settles import Run, run

__all__ = ["run"]
COUNTS = ("new", "updated", "unchanged", "to_decide", "skipped", "twice", "refused")
ON_THE_PAGE = {
    "new people": "new",
    "known: something changes": "updated",
    "known: nothing changes": "unchanged",
    "to decide": "to_decide",
    "left out by hand": "skipped",
    "twice in the file": "twice",
    "cannot be read": "refused",
    "problem": "problems",
    "problems": "problems",
    "not in the list: perhaps left": "missing",
}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # no database reads a file
def test_page_and_command_say_the_same_of_every_list(cast: Cast, olu: Visitor, run: Run) -> None:
    wrong = [told for one in ugly.every() for told in _wrong(one, cast, olu, run)]
    assert not wrong, "\n".join(wrong)


def _wrong(one: ugly.Ugly, cast: Cast, olu: Visitor, run: Run) -> list[str]:
    form = {"workplace": str(cast.here), "file": sent(one.data, one.file)}
    answer = olu.client.post(
        "/imports/new?lang=en",
        data={**form, "csrf_token": olu._csrf(), "form_token": secrets.token_urlsafe(16)},
    )
    said = run("members", one.data, "--json", name=one.file)
    if one.refused:
        right = answer.status_code in {400, 413, 415, 422} and (said.code, said.err.count("\n")) == (1, 1)
        return [] if right else [f"{one.name}: page {answer.status_code}, command {said}"]
    if answer.status_code != 302 or said.code:
        return [f"{one.name}: page {answer.status_code}, command {said}"]
    found = json.loads(said.out)
    address = answer.location.removesuffix("/columns")
    previewed(olu, address)
    shown = {ON_THE_PAGE[label]: value for label, value in _numbers(olu, address).items()}
    counted = {name: found[name] for name in COUNTS} | {"problems": len(found["problems"])}
    wrong = (
        [f"{one.name}: page {shown}, command {counted}"]
        if any(shown.get(name, 0) != counted[name] for name in counted)
        else []
    )
    out = found["twice"] + found["refused"]
    if one.new >= 0 and (found["new"], out) != (one.new, one.out):
        wrong.append(
            f"{one.name}: {found['new']} new, {out} out: {found['problems'][:3]} {found['questions']} "
            f"{found['ignored']}"
        )
    return wrong


def _numbers(olu: Visitor, address: str) -> dict[str, int]:
    page = olu.page(f"{address}/preview?lang=en")
    return {one.span.get_text(): int(one.strong.get_text().replace(",", "")) for one in page.select("ul.numbers li")}
