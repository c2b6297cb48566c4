"""The labour inspector's approval of a measure against somebody protected: silence is none (arts 457 to 459, 472)."""

from union.law.checking.findings import Check, Finding, State, state_of_answer
from union.law.sentences.refusals import refuse
from union.law.sources.sentence import Sentence
from union.law.terms.kinds import Mandate

_SILENT = Sentence(
    "The inspector was asked and has not answered: silence is no approval (Cour de cassation, "
    "social, 25/06/2019 n° 952, file 2019/1/5/443)."
)


def approval(check: Check, mandate: Mandate, approved: bool | None, silent: bool | None) -> Finding:
    """Whether the inspector approved; not asked without a mandate, and not done where no answer came."""
    if mandate is Mandate.NONE:
        return Finding(check, State.NOT_ASKED)
    if approved is None and silent:
        return Finding(check, State.NOT_DONE, explained=_SILENT)
    return Finding(check, state_of_answer(approved))


def consistent(approved: bool | None, silent: bool | None) -> None:
    """Raises `BadFacts` where an inspector who gave no answer is said to have approved."""
    if approved and silent:
        raise refuse("inspector_silent", "contradiction", other="inspector_approved")
