"""The figures of a dispute: by category and seniority with a chart, the worst offers, and whom an offer would harm."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases.law_words import MANDATES
from union.entitlements.people.clocks import paper_flags
from union.entitlements.people.fact_words import CATEGORIES
from union.entitlements.records.contents import Situation
from union.entitlements.switches import readings
from union.entitlements.web.presentation import cited, figure
from union.entitlements.words import SUPPOSED
from union.languages.saying import in_language
from union.law.facts import Mandate
from union.law.sentences import wording
from union.layoffs.records.models import on_the_list
from union.layoffs.sums import figures as counted
from union.layoffs.sums import overview
from union.layoffs.web.blueprint import bp, dispute_or_404, place_of
from union.layoffs.words import BANDS, KINDS
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import language
from union.web.pages import page

RISK = {Situation.RESIGNATIONS: "ipe_resigned", Situation.TRANSFER: "ipe_resigned"}


@bp.get("/layoffs/<id:case_id>/figures")
@may(May.READ_LAYOFF)
def figures(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    kind = dispute.matter.kind
    people = overview.opened(session().scalars(on_the_list(dispute.id)))
    entries = people.entries
    return page(
        "layoffs/figures.html",
        dispute=dispute,
        place=place_of(dispute),
        entries=entries,
        totals=people.totals,
        left_out=[one for one in entries if not one.computed],
        places=people.left_out,
        categories=counted.by_category(entries),
        bands=counted.by_band(entries),
        names=CATEGORIES | BANDS,
        worst=counted.worst(entries),
        share=counted.share,
        figure=figure,
        signing_away=[one for one in entries if one.signing_away],
        mandates={one.value: words for one, words in MANDATES.items() if one is not Mandate.NONE},
        disguised=_disguised(entries, kind),
        waiting=dispute.matter.waiting if asking().may(May.WORK_LAYOFF) else set(),
        motives_unknown=counted.motives_unknown(entries, kind),
        early=[(one, [_flag(flag) for flag in paper_flags(one.facts, kind)]) for one in entries if one.signed_early],
        risk=risk(kind),
        kinds=KINDS,
        supposed=SUPPOSED.get(kind),
        switches=readings.switches(dispute.matter.switches),
    )


def _flag(flag: Any) -> tuple[str, str]:
    return in_language(flag.sentence, language()), cited(flag.articles)


def _disguised(
    entries: list[overview.Entry], kind: Situation
) -> list[tuple[counted.Disguised, list[tuple[str, str, bool]]]]:
    """Each with the sentences of its grounds, their articles, and whether only a judge can say."""
    return [
        (
            one,
            [
                (in_language(ground.fault, language()), cited(ground.check.articles), ground.warning)
                for ground in one.grounds
            ],
        )
        for one in counted.disguised(entries, kind)
    ]


def risk(kind: Situation) -> tuple[str, str]:
    """Why an agreed exit may forfeit the allowance, and who says so."""
    said = language()
    return in_language(wording.reading(RISK.get(kind, "ipe_at_risk")), said), in_language(wording.case("fund"), said)
