"""What the law says of a signed paper: its conditions one by one, what it is worth, its clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from union.cases.dates import Dated, counted
from union.law.checking.consequences import CONSEQUENCES
from union.law.checking.findings import Finding
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.ending.resignation import CHECKS as RESIGNING
from union.law.ending.resignation import Resignation, resignation
from union.law.settling.conciliation import CHECKS as THREE
from union.law.settling.conciliation import Conciliation, conciliation, is_final
from union.law.settling.receipts import CHECKS as CONDITIONS
from union.law.settling.receipts import DENOUNCED, is_denounced, receipt, void
from union.law.settling.receipts import Receipt as Facts
from union.law.settling.settlement import Flag
from union.law.sources.sentence import Sentence
from union.papers.receipts.models import PaperKind, Signed
from union.papers.sending import Means

# The law's questions that a person answers, by the part of the form. The others follow from the dates.
OF_RECEIPT = (
    "total_itemised",
    "sixty_days_legible",
    "two_copies",
    "read_and_approved",
    "illiterate_countersigned",
    "no_waiver",
)
SIGNATURES = ("employee_signed", "employer_signed", "inspector_signed", "paid_at_signature", "after_dismissal")
FREELY = ("under_threat", "employers_misconduct")
RESIGNED = ("legalised", "dictated", "undated", "in_series")  # of a resignation signed with it, or asked for
CAN_READ = "can_read"
QUESTIONS = {
    **{key: CONDITIONS[key] for key in OF_RECEIPT},
    **{key: THREE[key] for key in SIGNATURES},
    **{key: RESIGNING[key] for key in (*FREELY, *RESIGNED)},
}


@dataclass(frozen=True)
class Worth:
    """What the paper is worth as far as is known: the sentence, its articles, and how it weighs on the person."""

    sentence: Sentence
    articles: tuple[str, ...]
    kind: str  # done: it can be attacked; late: it binds


def parts(kind: PaperKind) -> dict[str, tuple[str, ...]]:
    """The parts of the checklist that a paper of that kind is put to, with the questions that a person answers."""
    found: dict[str, tuple[str, ...]] = {} if kind is PaperKind.CONCILIATION else {"conditions": OF_RECEIPT}
    if kind is not PaperKind.RECEIPT:
        found["signatures"] = SIGNATURES
    return found | {"freely": FREELY, "resigned": RESIGNED}


def conditions(paper: Signed) -> Facts:
    """The paper as a receipt (arts 73 to 76); one answer covers the two facts of a question."""
    said = paper.answers.get
    total, sixty, copies = said("total_itemised"), said("sixty_days_legible"), said("two_copies")
    waived, sent = said("no_waiver"), paper.sent
    means = sent.means if sent else None
    return Facts(
        signed_on=paper.signed_on,
        left_on=paper.left_on,
        paid_on=paper.paid_on,
        total_stated=total,
        itemised=total,
        sixty_days_stated=sixty,
        sixty_days_legible=sixty,
        two_copies_stated=copies,
        copy_handed_over=copies,
        read_and_approved=said("read_and_approved"),
        can_read=said(CAN_READ),
        countersigned_by_inspector=said("illiterate_countersigned"),
        waiver=None if waived is None else not waived,
        denounced_on=sent.on if sent else None,
        denounced_by_registered_letter=means is Means.REGISTERED if sent else None,
        denounced_by_summons=means is Means.SUMMONS if sent else None,
        rights_named=bool(paper.claims) if sent else None,
    )


def signatures(paper: Signed) -> Conciliation:
    """The paper as a conciliation before the inspector (arts 41, 532)."""
    said = paper.answers.get
    employee, employer = said("employee_signed"), said("employer_signed")
    return Conciliation(
        employee_signed=employee,
        employee_legalised=employee,
        employer_signed=employer,
        employer_legalised=employer,
        inspector_countersigned=said("inspector_signed"),
        paid_at_signature=said("paid_at_signature"),
        dismissed_before=said("after_dismissal"),
    )


def pressed(paper: Signed) -> Resignation:
    """The signs of a forced signature, and of a resignation signed with it."""

    def sign(key: str) -> bool | None:
        answer = paper.answers.get(key)
        return None if answer is None else not answer

    return Resignation(
        signed_on=paper.signed_on,
        legalised=paper.answers.get("legalised"),
        employers_form=sign("dictated"),
        undated=sign("undated"),
        pressure=sign("under_threat"),
        in_series=sign("in_series"),
        employers_misconduct=sign("employers_misconduct"),
    )


def findings(paper: Signed) -> dict[str, list[Finding]]:
    """Every question by the part of the checklist, in the law's order; the denunciation where one was sent."""
    asked, forced = receipt(conditions(paper)), {one.code: one for one in resignation(pressed(paper))}
    found: dict[str, list[Finding]] = {}
    for part in parts(paper.kind):
        if part == "conditions":
            found[part] = [one for one in asked if one.code not in DENOUNCED]
        elif part == "signatures":
            found[part] = conciliation(signatures(paper))
        else:
            found[part] = [forced[key] for key in (FREELY if part == "freely" else RESIGNED)]
    sent = [one for one in asked if one.code in DENOUNCED]
    return found | ({"denounced": sent} if sent else {})


def defects(paper: Signed) -> list[Finding]:
    """What a denunciation may say against the paper: what is settled, and nothing of the denunciation itself."""
    found = findings(paper)
    return [one for part in found if part != "denounced" for one in found[part] if one.defect]


def final(paper: Signed) -> bool | None:
    """Whether the three signatures of a conciliation make it final; a plain receipt never is."""
    return False if paper.kind is PaperKind.RECEIPT else is_final(signatures(paper))


def worth(paper: Signed) -> Worth | None:
    """What can be said of the paper as a whole; None where it is not known yet."""
    if final(paper):
        flag = Flag("final")
        return Worth(flag.sentence, flag.articles, "late")
    if denounced(paper):
        return Worth(_MERE, ("ct 76",), "done")
    if paper.kind is not PaperKind.CONCILIATION and void(conditions(paper)):
        return _follows("receipt_void")
    if paper.kind is not PaperKind.RECEIPT and final(paper) is False:
        return _follows("not_final")
    return None


_MERE = Sentence("Denounced as the law asks: the paper now proves only the sums received.")


def _follows(key: str) -> Worth:
    return Worth(CONSEQUENCES[key].sentence, CONSEQUENCES[key].head.articles, "done")


def denounced(paper: Signed) -> bool:
    """Whether a denunciation went that meets what article 75 asks."""
    return is_denounced(findings(paper).get("denounced", []))


def clock(paper: Signed) -> Deadline | None:
    """The sixty days from the signature; none while it is not dated, nor for a conciliation that is final.

    They are counted where the paper is no valid receipt too: nobody should wait for the judge to say so.
    """
    if paper.signed_on is None or final(paper) or paper.set_aside:
        return None
    return deadline(Rule.RECEIPT_DENUNCIATION, paper.signed_on)


def dated(paper: Signed) -> list[tuple[date | None, Dated]]:
    """The date of the case: it runs until a denunciation went that holds."""
    found = clock(paper)
    if found is None:
        return []
    safe, what = counted(found, paper.about.key)
    if denounced(paper) and paper.sent is not None:
        return [(None, Dated(what.rule, what.start, what.legal_on, key=what.key, met_on=paper.sent.on))]
    return [(safe, what)]
