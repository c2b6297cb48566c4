"""The denunciation of a signed paper in French and in Arabic, from the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from union.cases.letters import FRAME, articles, dotted, filled, found, money, of_person
from union.cases.subjects import Place
from union.law.dates.deadlines import Rule, deadline
from union.law.sources.sentence import Sentence
from union.papers.receipts.models import PaperKind, Right, Signed
from union.papers.receipts.reading import defects
from union.press.content import Letter, Part, SumLine

RIGHTS: dict[Right, tuple[Sentence, tuple[str, ...]]] = {
    Right.NOTICE: (Sentence("Pay in lieu of notice"), ("ct 43", "ct 51")),
    Right.SEVERANCE: (Sentence("Statutory severance pay"), ("ct 52", "ct 53")),
    Right.DAMAGES: (
        Sentence("Damages, if the judge holds the dismissal abusive"),
        ("ct 41",),
    ),
    Right.LEAVE: (Sentence("Leave not taken"), ("ct 251", "ct 254")),
    Right.WAGES_DUE: (Sentence("Wages due"), ("ct 363", "ct 365")),
    Right.SENIORITY_BONUS: (Sentence("Seniority bonus"), ("ct 350",)),
    Right.OVERTIME: (Sentence("Overtime"), ("ct 196", "ct 201")),
    Right.HOLIDAYS: (Sentence("Holidays worked"), ("ct 224", "ct 226")),
    Right.REMAINING_TERM: (
        Sentence("Wages to the end of the CDD"),
        ("ct 33",),
    ),
    Right.CERTIFICATE: (Sentence("Certificate of work"), ("ct 72",)),
}
KINDS: dict[PaperKind, Sentence] = {
    PaperKind.RECEIPT: Sentence("receipt for full settlement"),
    PaperKind.AGREEMENT: Sentence("exit agreement"),
    PaperKind.CONCILIATION: Sentence("record of conciliation"),
}
OBJECT = Sentence("Subject: denunciation of the document “{kind}” signed on {signed}")
OBJECT_EARLY = Sentence(
    "Subject: challenge to the document “{kind}” signed on {signed}, before the end of the contract"
)
SAID: dict[str, Sentence] = {
    "body_early": Sentence(
        "On {signed}, before the end of my contract ({left}), I signed a document presented as “{kind}”. "
        "I contest it: nobody waives their rights in advance, and it is no more than a receipt for the "
        "sums that stand in it (articles 41, second paragraph, 73, second paragraph, and 76 of the "
        "Labour Code). As a precaution only, I also denounce it within the sixty days of article 75, "
        "naming the rights that I claim."
    ),
    "body_early_later": Sentence(
        "On {signed}, before the end of my contract ({left}), I signed a document presented as “{kind}”. "
        "I contest it: nobody waives their rights in advance, and it is no more than a receipt for the "
        "sums that stand in it (articles 41, second paragraph, 73, second paragraph, and 76 of the "
        "Labour Code). As a precaution, I name the rights that I claim."
    ),
    "court_too": Sentence(
        "An action filed in court within that time, naming these rights, is a denunciation too (article 75)."
    ),
    "annex": Sentence("Copy of the document “{kind}” signed on {signed}"),
    "body": Sentence(
        "On {signed} I signed a document presented as “{kind}”. I hereby denounce it, within the sixty "
        "days of article 75 of the Labour Code, naming the rights that I claim."
    ),
    "body_later": Sentence(
        "On {signed} I signed a document presented as “{kind}”. I hereby denounce it, naming the rights "
        "that I claim: it is no waiver (articles 73 and 74 of the Labour Code)."
    ),
    "defects": Sentence("What the document did not respect"),
    "rights": Sentence("The rights claimed"),
    "what": Sentence("Right"),
    "article": Sentence("Article"),
    "amount": Sentence("Amount"),
    "open": Sentence("to be put into figures"),
    "total": Sentence("Total of the rights put into figures"),
    "received": Sentence("Sum written on the document"),
    "effect": Sentence(
        "Any waiver of a payment due is void (article 73); once denounced, the document is no more than "
        "a receipt for the sums that stand in it (article 76). I ask you to pay what is still owed "
        "within eight days of receiving this letter; failing that, I shall turn to the labour "
        "inspectorate and to the court."
    ),
}


def denunciation(paper: Signed, place: Place, reference: str, language: str, on: date, *, draft: bool) -> Letter:
    """The letter, dated `on`; what it says against the paper stands on the law's findings, never on what is not
    known."""
    values = {
        "kind": filled(KINDS[paper.kind], language),
        "signed": dotted(paper.signed_on, language),
        "left": dotted(paper.left_on, language),
    }
    early = paper.signed_on is not None and paper.left_on is not None and paper.signed_on < paper.left_on
    within = paper.signed_on is not None and on <= deadline(Rule.RECEIPT_DENUNCIATION, paper.signed_on).legal_on
    body = SAID[
        f"body{'_early' if early else ''}{'' if within else '_later'}"
    ]  # nothing is said to be in time that is not
    parts = [Part(paragraphs=(filled(body, language, **values),))]
    parts += found(filled(SAID["defects"], language), defects(paper), language)
    ends = ("effect", "court_too") if within else ("effect",)
    last = (*(filled(SAID[key], language) for key in ends), filled(FRAME["reserve"], language))
    parts += [*_rights(paper, language), Part(paragraphs=last)]
    subject = filled(OBJECT_EARLY if early else OBJECT, language, **values)
    return of_person(
        paper.about,
        place,
        language,
        on,
        subject,
        parts,
        reference=reference,
        draft=draft,
        annexes=(filled(SAID["annex"], language, **values),),
    )


def _rights(paper: Signed, language: str) -> Iterator[Part]:
    if not paper.claims:
        return
    lines = tuple(
        SumLine(
            filled(RIGHTS[one.right][0], language),
            "",
            "",
            articles(RIGHTS[one.right][1], language),
            filled(SAID["open"], language) if one.amount is None else money(one.amount, language),
        )
        for one in paper.claims
    )
    heads = tuple(filled(SAID[key], language) for key in ("what", "article", "amount"))
    yield Part(
        filled(SAID["rights"], language),
        heads=(heads[0], "", heads[1], heads[2]),
        lines=lines,
        totals=_totals(paper, language),
    )


def _totals(paper: Signed, language: str) -> tuple[tuple[str, str], ...]:
    summed = sum((one.amount for one in paper.claims if one.amount is not None), Decimal("0.00"))
    written = paper.amount
    if written is not None and summed <= written:  # beside it the claim would look paid: what is open counts nowhere
        return ()
    given = [("total", summed)] if summed else []
    given += [("received", written)] if written is not None else []
    return tuple((filled(SAID[key], language), money(value, language)) for key, value in given)
