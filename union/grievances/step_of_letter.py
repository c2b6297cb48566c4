"""The step of a grievance's path that is done once its letter went: asked beside the sending, and marked with its
day."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast
from uuid import UUID

from union.cases.models import Case, CaseKind, Stage
from union.correspondence.offers import StepOfLetter
from union.grievances import actions
from union.grievances.models import Grievance, Proof
from union.grievances.step_words import act_words
from union.grievances.steps import still_open
from union.papers.sending import Means
from union.store.reach import ReachSession

OF_PAPERS = {"receipts": "receipt", "dismissals": "dismissal"}  # what a path calls the letters of a paper
PROOFS = {Means.REGISTERED: Proof.REGISTERED, Means.RECEIPT: Proof.RECEIPT}


def step_of(case: Case, made_from: str) -> StepOfLetter | None:
    """The first step that nobody has done yet and that this letter belongs to; none of a closed case."""
    if case.kind is not CaseKind.GRIEVANCE or case.stage is Stage.CLOSED:
        return None
    letters = {made_from.rpartition(".")[2], OF_PAPERS.get(made_from.partition(".")[0], "")} - {""}
    grievance = cast(Grievance, case)
    step = next((one for one in still_open(grievance.account) if one.ours and one.letter in letters), None)
    if step is None:
        return None
    return StepOfLetter(act_words(step.code), partial(_mark, grievance, step.code, step.proof))


def _mark(
    case: Grievance, code: str, proof: bool, session: ReachSession, by: UUID, on: date, means: Means, number: str
) -> None:
    shown = PROOFS.get(means, Proof.OTHER) if proof else None
    actions.do_step(session, by, case, code, on=on, proof=shown, proof_words=number if proof else "")
