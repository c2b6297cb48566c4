"""What is said of one person who stands on no list of a dispute."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

from tests.cases.papers import words
from tests.layoffs.test_kinds import SARA
from tests.layoffs.test_papers import about
from union.entitlements.papers.sheets import sheet
from union.entitlements.people.clocks import clocks
from union.entitlements.records.contents import Basis, Situation
from union.entitlements.sums.person import computed
from union.law.dates.deadlines import Rule

ON = date(2026, 11, 24)


def test_sixty_days_run_for_a_receipt_of_somebody_who_resigned_under_pressure() -> None:
    """Whether the paper was the resignation or the receipt, neither date is missed (articles 65 and 75)."""
    signed = SARA.signed_on
    assert signed is not None
    by_rule = {one.rule: one for one in clocks(SARA, Situation.RESIGNATIONS, alone=True)}
    assert by_rule[Rule.RECEIPT_DENUNCIATION].legal_on == signed + timedelta(days=60)
    assert by_rule[Rule.ACTION_AFTER_DISMISSAL].start == signed
    assert Rule.RECEIPT_DENUNCIATION not in {one.rule for one in clocks(SARA, Situation.RESIGNATIONS)}


def test_the_sheet_of_one_person_prints_both_dates_and_names_no_list() -> None:
    for language, sixty in (("fr", "60 jours"), ("ar", "60")):
        facts, snapshot = computed(Basis(Situation.RESIGNATIONS), SARA, datetime(2026, 11, 24, 9, tzinfo=UTC))
        alone = dataclasses.replace(about(), kind=Situation.RESIGNATIONS, position=0, facts=facts, snapshot=snapshot)
        text = words(sheet(alone, language, ON)).replace("\u00a0", " ")
        assert sixty in text
        assert "75" in text
        bare = dataclasses.replace(alone, snapshot=dataclasses.replace(snapshot, entitlement={}, minimum=None))
        said = words(sheet(bare, language, ON))
        assert "liste" not in said
        assert "اللائحة" not in said
        listed = words(sheet(dataclasses.replace(bare, position=3), language, ON))
        assert ("liste" if language == "fr" else "اللائحة") in listed
