"""Facts that come after the report: its reporter adds them, whoever follows the case finds them unread, the report
stays."""

from __future__ import annotations

from datetime import timedelta

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cases.ending import ended
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from union.web.locale import today

SEEN = "Le chef de plateau l'a redit devant deux collègues."


def test_what_is_added_is_unread_for_whoever_follows_the_case(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann))
    olu.post(f"{address}/take")
    ann.post(f"{address}/add", {"on": (today() - timedelta(days=1)).strftime("%d/%m/%Y"), "words": SEEN})
    assert "1 new message" in words(olu, "/grievances?lang=en")
    page = olu.page(f"{address}?lang=en")
    assert SEEN in str(page.select_one("#message"))
    assert "not read yet" not in words(ann, f"{address}?lang=en")
    said = words(ann, f"{address}?lang=en")
    assert "Added on" in said
    assert "Rien n'a été dit." in said, "the report stays as it was"
    assert "new message" not in words(olu, "/grievances?lang=en")


def test_a_day_to_come_and_nothing_at_all_are_refused(cast: Cast, ann: Visitor) -> None:
    address = case_of(report(ann))
    tomorrow = (today() + timedelta(days=1)).strftime("%d/%m/%Y")
    assert SEEN in ann.post(f"{address}/add", {"on": tomorrow, "words": SEEN}, 422).text.replace("&#39;", "'")
    ann.post(f"{address}/add", {"words": "  "}, 422)


def test_only_its_reporter_adds_and_only_while_it_is_open(cast: Cast, ann: Visitor, olu: Visitor, zed: Visitor) -> None:
    address = case_of(report(ann))
    for other in (olu, zed):
        other.get(f"{address}/add", 404)
        other.post(f"{address}/add", {"words": SEEN}, 404)
    olu.post(f"{address}/take")
    ended(olu, address, outcome="won", words="Payé.")
    ann.post(f"{address}/add", {"words": SEEN}, 422)
    assert "Add facts" not in words(ann, f"{address}?lang=en")
