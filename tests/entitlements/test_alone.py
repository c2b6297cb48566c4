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
from union.entitlements.records.facts import Facts
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


def test_each_of_the_last_ends_has_its_own_clocks() -> None:
    """Two years run for the heirs; who has a whole pension contests nothing; what may be a dismissal is kept open."""
    wages, receipt = Rule.WAGE_CLAIMS, Rule.RECEIPT_DENUNCIATION
    of_a_dismissal = {Rule.ACTION_AFTER_DISMISSAL, Rule.IPE_CLAIM}
    sixty = dataclasses.replace(SARA, born_on=date(1966, 3, 10))

    def rules(kind: Situation, facts: Facts) -> set[Rule]:
        return {one.rule for one in clocks(facts, kind, alone=True)}

    assert rules(Situation.DIED, SARA) == {wages, receipt}
    assert rules(Situation.FORCE_MAJEURE, SARA) >= of_a_dismissal
    whole, reduced, none = (dataclasses.replace(sixty, cnss_days=days) for days in (3240, 2000, 100))
    assert not of_a_dismissal & rules(Situation.RETIRED, whole)
    assert of_a_dismissal & rules(Situation.RETIRED, reduced) == {Rule.ACTION_AFTER_DISMISSAL}
    assert rules(Situation.RETIRED, none) >= of_a_dismissal


def test_the_sheet_of_a_force_majeure_says_who_proves_it_and_of_a_death_whose_the_sums_are() -> None:
    said = {
        ("fr", Situation.FORCE_MAJEURE): ("force majeure", "Contrat rompu par force majeure"),
        ("ar", Situation.FORCE_MAJEURE): ("القوة القاهرة", "انتهاء العقد بقوة قاهرة"),
        ("fr", Situation.DIED): ("ayants droit (article 257)", "Décès"),
        ("ar", Situation.DIED): ("ذوي الحقوق", "وفاة"),
        ("fr", Situation.RETIRED): ("Né(e) le", "Mise à la retraite"),
        ("ar", Situation.RETIRED): ("تاريخ الازدياد", "إحالة على التقاعد"),
    }
    person = dataclasses.replace(SARA, born_on=date(1966, 3, 10), cnss_days=3240)
    for (language, kind), parts in said.items():
        told = person if kind is Situation.RETIRED else SARA
        facts, snapshot = computed(Basis(kind), told, datetime(2026, 11, 24, 9, tzinfo=UTC))
        alone = dataclasses.replace(about(), kind=kind, position=0, facts=facts, snapshot=snapshot)
        text = words(sheet(alone, language, ON)).replace("\u00a0", " ")
        assert all(part in text for part in parts), (language, kind)
