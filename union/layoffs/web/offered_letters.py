"""The letters that a dispute offers: those of the whole list, which name nobody on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from flask_babel import lazy_gettext as _l

from union.cases.models import Case, CaseKind
from union.correspondence.offers import Offer
from union.layoffs.papers.group_letters import group_letter, ready
from union.layoffs.papers.letters import OF_THE_GROUP
from union.layoffs.papers.sending import GROUP
from union.layoffs.records.models import Layoff
from union.layoffs.web.blueprint import group_of
from union.layoffs.words import PAPERS

NOTHING_TO_SAY = _l("No breach is known yet: complete the procedure first.")


def offered(case: Case) -> Iterator[Offer]:
    """The letters of the union about the whole list."""
    if case.kind is not CaseKind.LAYOFF:
        return
    group = group_of(cast(Layoff, case))
    for kind in OF_THE_GROUP:
        make = partial(group_letter, kind, group, draft=False)
        yield Offer(f"{GROUP}.{kind.value}", PAPERS[kind], make, "" if ready(kind, group) else NOTHING_TO_SAY)
