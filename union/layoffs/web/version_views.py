"""What changed between two lists of a dispute."""

from __future__ import annotations

from uuid import UUID

from flask import abort
from werkzeug.wrappers import Response

from union.access import May, may
from union.layoffs.lists.versions import Difference, difference, lines, opened
from union.layoffs.records.models import on_the_list
from union.layoffs.web.blueprint import bp, dispute_or_404
from union.record import chain
from union.store.db import session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.pages import page


@bp.get("/layoffs/<id:case_id>/versions")
@may(May.READ_LAYOFF)
def versions(case_id: UUID) -> Response:
    """One list that was replaced against the one that came after it; the last of them where none is asked for."""
    dispute = dispute_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    replaced = dispute.matter.replaced
    numbers = tuple(str(number) for number in range(1, len(replaced) + 1))
    chosen = int(choice("version", numbers, numbers[-1] if numbers else "") or 0)
    found = Difference()
    if chosen:
        try:
            older = opened(current_installation().files, replaced[chosen - 1])
            newer = opened(current_installation().files, replaced[chosen]) if chosen < len(replaced) else None
        except FileNotFoundError:
            abort(404)
        found = difference(older, lines(session().scalars(on_the_list(dispute.id))) if newer is None else newer)
    return page(
        "layoffs/versions.html",
        dispute=dispute,
        replaced=replaced,
        taken=dispute.matter.taken,
        chosen=chosen,
        found=found,
    )
