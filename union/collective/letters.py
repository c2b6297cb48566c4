"""The letters of a collective grievance: the notice to bargain, and the referral to the labour inspector. Each names
only those who allow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from union.cases.letters import FRAME, To, addressee, at, closed, filled, numbered, received, signed_by
from union.cases.subjects import Place
from union.collective.models import Consent
from union.grievances.models import Report
from union.languages.figures import day
from union.law.sources.sentence import Sentence
from union.press.content import Letter, Part, name

FEW = 5  # so many unnamed ones at least: of fewer, whoever knows the site could say who they are


@dataclass(frozen=True)
class Said:
    """A letter: its subject, what is asked of whoever reads it, to whom it goes; and whether a notice to bargain went
    before it."""

    subject: Sentence
    asked: Sentence
    to: To = To.EMPLOYER
    after_notice: bool = False


# By the code of the letter. The two of a dispute are one act, on the same facts.
SAID: dict[str, Said] = {
    "collective_dispute": Said(
        Sentence("Subject: notice to bargain on a collective claim (articles 96 and 97)"),
        Sentence(
            "You are asked to bargain on this claim, and to make your position known in writing within seven days of "
            "receiving this letter (article 97 of the Labour Code)."
        ),
    ),
    "dispute_notice": Said(
        Sentence("Subject: notice of a collective dispute (articles 549 to 553)"),
        Sentence(
            "No agreement was found with you. This dispute is referred to the labour inspector by a letter of this "
            "day, on the same points: conciliation is attempted at once before them (articles 551 to 553 of the Labour "
            "Code). An agreement stays possible at any time: you are asked to make your position known in writing."
        ),
        after_notice=True,
    ),
    "conciliation": Said(
        Sentence("Subject: referral of a collective dispute, request for conciliation (articles 549 to 555)"),
        Sentence(
            "No agreement was found with the employer. You are asked to begin conciliation at once (article 553 of "
            "the Labour Code) and to draw up its record (article 555)."
        ),
        To.INSPECTOR,
        after_notice=True,
    ),
}
NOTICE = Sentence("The notice to bargain was received by the employer on {day} (articles 96 and 97).")
NOTICE_STEP = "bargaining_asked"
OPEN_DAY = Sentence("[day]")
CLAIM = Sentence("The employees of {employer}, at the site {site}, put this claim forward together: {subject}")
DEMAND = Sentence("What they ask for: {demand}")
NAMED = Sentence("Those who ask for it in their own name")
OF_ALL = Sentence("Employees who join this claim: {number}.")
CAPACITY = Sentence("Capacity: ………………………………")
SENDER = Sentence("For the employees of the site {site}")
BY_HAND = FRAME["against_receipt"]


def number_told(allowed: int, everybody: int) -> int | None:
    """How many join, as a letter may say it: only beside names, and never so that a few unnamed ones are counted
    out."""
    rest = everybody - allowed
    return everybody if allowed and (rest == 0 or rest >= FEW) else None


def of_claim(
    code: str,
    said: Report,
    allowed: Sequence[Consent],
    everybody: int,
    place: Place,
    reference: str,
    language: str,
    on: date,
    *,
    draft: bool,
) -> Letter:
    """A letter dated `on`. `allowed` are those who let the employer read their names, `everybody` the number of all who
    joined."""
    letter = SAID[code]
    site, names = name(place.site.called_in(language)), tuple(("", _one(one)) for one in allowed)
    number = number_told(len(allowed), everybody)
    parts = [
        Part(paragraphs=(filled(FRAME["greeting"], language),)),
        Part(
            paragraphs=(
                filled(
                    CLAIM, language, site=site, subject=name(said.subject), employer=name(place.employer.legal_name)
                ),
                filled(DEMAND, language, demand=name(said.demand)),
                *((_notice(said, language),) if letter.after_notice else ()),
            )
        ),
    ]
    if names:
        told = (filled(OF_ALL, language, number=str(number)),) if number is not None else ()
        parts.append(Part(filled(NAMED, language), told, points=names))
    parts.append(Part(paragraphs=(filled(letter.asked, language),)))
    return Letter(
        language=language,
        sender=(filled(SENDER, language, site=site), filled(FRAME["address"], language)),
        to=addressee(letter.to, place, language),
        day=at(place, language, on),
        by=filled(BY_HAND, language),
        subject=filled(letter.subject, language),
        parts=closed(parts, filled(FRAME["regards"], language)),
        signature=signed_by("", filled(CAPACITY, language), language),
        received=received(language),
        annexes=numbered((), language),
        copy="",
        reference=reference,
        draft=filled(FRAME["draft"], language) if draft else "",
    )


def _notice(said: Report, language: str) -> str:
    """The day on which the employer received the notice, as the step was done; else a place to fill in."""
    on = next((one.on for one in said.done if one.code == NOTICE_STEP), None)
    return filled(NOTICE, language, day=filled(OPEN_DAY, language) if on is None else day(on, language))


def _one(consent: Consent) -> str:
    return " · ".join(filter(None, (name(consent.name), consent.number)))
