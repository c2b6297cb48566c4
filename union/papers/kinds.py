"""Every kind of paper that a case may keep: what is named here has its pages, its panel, its words and its dates."""

from __future__ import annotations

from union.papers.court.kind import KIND as COURT
from union.papers.declaration import Kind
from union.papers.dismissals.kind import KIND as DISMISSALS
from union.papers.exposure.kind import KIND as EXPOSURE
from union.papers.jobloss.kind import KIND as JOB_LOSS
from union.papers.receipts.kind import KIND as RECEIPTS

KINDS: tuple[Kind, ...] = (COURT, DISMISSALS, RECEIPTS, EXPOSURE, JOB_LOSS)  # as their panels stand beside a case
