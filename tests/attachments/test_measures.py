"""How much there is, is a fact: the same for whoever asks, before the first piece is taken; files in their order."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from tests.attachments import desk
from tests.attachments.samples import photograph
from tests.attachments.test_scanner import EICAR, clamd  # noqa: F401  # a fixture
from tests.attachments.test_uploads import begun
from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import report
from union.app import Union
from union.attachments import quotas
from union.attachments.models import Attachment
from union.attachments.views import ON_A_PANEL
from union.vault.envelope import Envelope


def test_a_case_is_full_for_a_delegate_who_does_not_see_what_fills_it(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = desk.case_here(ann)
    desk.send(olu, case, shown="strategy")
    monkeypatch.setattr(quotas, "OF_A_CASE", 1)
    for visitor in (ann, olu):
        begun(visitor, case, 1000, 413)
        assert "Ce dossier est plein" in desk.send(visitor, case, photograph(size=(90, 90)), 413).text


def test_the_installation_is_full_before_a_piece_is_taken(app: Union, cast: Cast, ann: Visitor) -> None:
    case = desk.case_here(ann)
    app.settings = dataclasses.replace(app.settings, files_gb=0)
    answer = ann.post(f"/cases/{case}/attachments/uploads", {"mark": "x|1|1", "size": "1000"}, 413)
    assert answer.mimetype == "text/plain"
    assert "Le serveur ne prend plus" in answer.text
    desk.send(ann, case, status=413)
    assert not desk.rows(app, cast)


def test_a_day_is_full_before_a_piece_is_taken(ann: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "A_DAY", 0)
    begun(ann, desk.case_here(ann), 1000, 429)


def test_files_of_one_day_stand_in_the_order_in_which_they_came(app: Union, cast: Cast, ann: Visitor) -> None:
    case = desk.case_here(ann)
    places = [desk.send(ann, case, photograph(size=(60 + n, 50))).location for n in range(8)]
    shown = [one["href"] for one in ann.page(f"/cases/{case}/attachments").select(".thumbs li > a")]
    assert shown == places[::-1]
    on_the_case = [one["href"] for one in ann.page(f"/grievances/{case}").select(".thumbs li > a")]
    assert on_the_case == places[: -ON_A_PANEL - 1 : -1]


def test_the_page_of_a_case_opens_the_files_that_it_shows(
    app: Union, cast: Cast, ann: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = desk.case_here(ann)
    for n in range(9):
        desk.send(ann, case, photograph(size=(60 + n, 50)))
    opened: list[str] = []
    real = Envelope.open

    def watched(self: Envelope[Any], *given: Any) -> Any:
        if self is Attachment.held:
            opened.append("held")
        return real(self, *given)

    monkeypatch.setattr(Envelope, "open", watched)
    ann.get(f"/grievances/{case}")
    assert 0 < len(opened) <= ON_A_PANEL


def test_a_virus_in_a_file_of_strategy_is_told_to_who_would_have_known_of_it(
    ann: Visitor,
    olu: Visitor,
    clamd: object,  # noqa: F811  # the fixture
) -> None:
    case, said = desk.case_here(ann), "Un fichier contenant un virus a été refusé"
    desk.send(olu, case, EICAR, 422, name="note.txt", shown="strategy")
    assert said in olu.get(f"/grievances/{case}").text
    assert said not in ann.get(f"/grievances/{case}").text


def test_the_receipt_of_a_report_leads_to_the_camera(ann: Visitor) -> None:
    place = report(ann)
    (link,) = [one["href"] for one in ann.page(place).select("main a") if "attachments/new" in one["href"]]
    assert 'name="photo"' in ann.get(str(link)).text


def test_files_of_before_that_said_desk_are_strategy() -> None:
    from union.attachments.models import Shown

    assert Shown("desk") is Shown.STRATEGY
