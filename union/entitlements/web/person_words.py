"""One person's calculation, dates and warnings in words, for the page and for the paper."""

from __future__ import annotations

from typing import Any

from union.cases.law_words import MANDATES
from union.entitlements.papers.cautions import PROTECTING
from union.entitlements.people.clocks import clocks, paper_flags, signs_a_mandate_away
from union.entitlements.people.fact_words import ASSUMED, trouble, words_of
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts
from union.entitlements.sums.requalified import grounds
from union.entitlements.sums.snapshot import Calculation
from union.entitlements.switches import readings
from union.entitlements.web import presentation
from union.entitlements.words import SUPPOSED, measure_of
from union.languages.saying import in_language
from union.law.ending.protection import Protected
from union.law.facts import Mandate
from union.web.locale import language, today


def person_in_words(
    facts: Facts, calculation: Calculation | None, kind: Situation, *, alone: bool = False
) -> dict[str, Any]:
    """One person's calculation, dates and warnings in words, for the page and for the paper; `alone` where the person
    stands on no list of a dispute."""
    mandate = Mandate(facts.mandate)
    standing = Protected(mandate, None, facts.mandate_until, PROTECTING.get(mandate, ()))
    return {
        "facts": facts,
        "kind": kind,
        "measure": measure_of(kind),
        "calculation": calculation,
        "lines": presentation.lines(calculation.compared) if calculation else [],
        "besides": presentation.lines(calculation.besides) if calculation else [],
        "scenarios": presentation.lines(calculation.scenarios) if calculation else [],
        "reasons": presentation.reasons(calculation.not_due) if calculation else [],
        "alternatives": presentation.lines(calculation.alternatives) if calculation else [],
        "assumptions": _assumptions(facts, calculation),
        "steps": [presentation.step(one, on=today()) for one in clocks(facts, kind, alone=alone)],
        "flags": [
            (in_language(one.sentence, language()), presentation.cited(one.articles))
            for one in paper_flags(facts, kind)
        ],
        "disguised": [
            (in_language(one.fault, language()), presentation.cited(one.articles), one.warning)
            for one in grounds(facts, kind)
        ],
        "standing": standing if mandate is not Mandate.NONE else None,
        "standing_said": in_language(standing.sentence, language()),
        "standing_article": presentation.cited(standing.articles),
        "signing_away": signs_a_mandate_away(facts),
        "troubles": [(one, trouble(one)) for one in facts.trouble],
        "words": {
            **words_of("cdd_motive", facts.cdd_motive),
            **words_of("away_cause", facts.away_cause),
            **words_of("own_notice", facts.own_notice),
            "mandate": MANDATES[mandate],
        },
        "ends": readings.ends(calculation),
        "supposed": SUPPOSED.get(kind),
    }


def _assumptions(facts: Facts, calculation: Calculation | None) -> list[Any]:
    if calculation is None:
        return []
    presumed = {"contract"} if any(one.code == "cdd_presumed" for one in calculation.assumptions) else set()
    assumed: list[Any] = [ASSUMED[name] for name in facts.assumed if name not in presumed]
    return assumed + [in_language(one.sentence, language()) for one in calculation.assumptions]
