"""What the union writes with a filing: to the local authority, to the labour delegate, to the employer; in French or in
Arabic. The one to the employer alone names the officers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from union.cases.letters import DOTS, FRAME, To, dotted, filled, numbered, of_union
from union.cases.subjects import Place
from union.languages.figures import day
from union.law.sections.filing import Step
from union.law.sources.sentence import Sentence
from union.press.content import Letter, Part, left_to_right, name
from union.sections.models import Filed, Office, Told, Way, Why

LETTERS = frozenset({Step.FILE, Step.REGISTERED, Step.DELEGATE, Step.EMPLOYER})
TO = {Step.EMPLOYER: To.EMPLOYER, Step.DELEGATE: To.DELEGATE}
SUBJECTS: dict[tuple[Step, bool], Sentence] = {
    (Step.FILE, True): Sentence("Subject: filing of the statutes and of the list of officers (articles 414 and 415)"),
    (Step.FILE, False): Sentence("Subject: filing of a change of the statutes or of the officers (article 418)"),
    (Step.REGISTERED, True): Sentence("Subject: filing by registered letter after a refused receipt (article 414)"),
    (Step.REGISTERED, False): Sentence(
        "Subject: filing of a change by registered letter after a refused receipt (articles 414 and 418)"
    ),
    (Step.DELEGATE, True): Sentence("Subject: fifth copy of the statutes and of the list of officers (article 414)"),
    (Step.DELEGATE, False): Sentence("Subject: fifth copy of a change of the statutes or of the officers"),
    (Step.EMPLOYER, True): Sentence("Subject: union bureau at your establishment"),
    (Step.EMPLOYER, False): Sentence("Subject: change in the union bureau at your establishment"),
}
SAID: dict[tuple[Step, bool], tuple[Sentence, ...]] = {
    (Step.FILE, True): (
        Sentence(
            "We file with you, in four copies, the statutes of our section at the establishment {site}, adopted on "
            "{adopted}, and the complete list of the persons in charge of its administration."
        ),
        Sentence(
            "We ask you for the receipt that is due immediately, or for a copy with your stamp. The filing bears no "
            "stamp duty. A fifth copy goes to the provincial labour delegate."
        ),
    ),
    (Step.FILE, False): (
        Sentence(
            "Since {since}, {change} of our section at the establishment {site}. We file it with you in four copies, "
            "under the same conditions as the first time (article 418)."
        ),
        Sentence(
            "We ask you for the receipt that is due immediately, or for a copy with your stamp. The filing bears no "
            "stamp duty. A fifth copy goes to the provincial labour delegate."
        ),
    ),
    (Step.REGISTERED, True): (
        Sentence(
            "On {refused} we presented the statutes and the list of officers of our section at the establishment "
            "{site} at your office; the receipt was refused. We file them by this registered letter, with which they "
            "are enclosed in four copies."
        ),
        Sentence(
            "The postal receipt is our proof of the filing. We ask you for the receipt in writing, and reserve the "
            "right to go to court."
        ),
    ),
    (Step.REGISTERED, False): (
        Sentence(
            "On {refused} we presented at your office a change that concerns our section at the establishment {site}; "
            "the receipt was refused. We file it by this registered letter, with which it is enclosed in four copies."
        ),
        Sentence(
            "The postal receipt is our proof of the filing. We ask you for the receipt in writing, and reserve the "
            "right to go to court."
        ),
    ),
    (Step.DELEGATE, True): (
        Sentence(
            "We send you the fifth copy of the statutes of our section at the establishment {site} and of the list of "
            "its officers. The four others were filed with the local authority on {filed}."
        ),
    ),
    (Step.DELEGATE, False): (
        Sentence(
            "Since {since}, {change} of our section at the establishment {site}. We send you the fifth copy of what we "
            "filed of it with the local authority on {filed}."
        ),
    ),
    (Step.EMPLOYER, True): (
        Sentence(
            "The statutes of our section at the establishment {site} and the list of its officers were filed with the "
            "local authority on {filed} ({proof}). Its bureau is made up of:"
        ),
    ),
    (Step.EMPLOYER, False): (
        Sentence(
            "A change in the bureau of our section at the establishment {site} was filed with the local authority on "
            "{filed} ({proof}). Its bureau is now made up of:"
        ),
    ),
}
TO_EMPLOYER = Sentence(
    "We remind you that no measure may be taken against anyone for belonging to a union or for working in it, and that "
    "hindering the right to a union is punished by a fine of 25,000 to 30,000 DH (articles 397 and 428)."
)
CHANGES: dict[Why, Sentence] = {
    Why.OFFICERS: Sentence("the list of officers has changed"),
    Why.STATUTES: Sentence("the statutes have changed"),
}
WAYS: dict[Way, Sentence] = {
    Way.RECEIPT: Sentence("receipt No. {number}"),
    Way.STAMPED: Sentence("stamped copy"),
    Way.REGISTERED: Sentence("registered letter No. {number}"),
}
OFFICES: dict[Office, Sentence] = {
    Office.SECRETARY: Sentence("General secretary"),
    Office.DEPUTY_SECRETARY: Sentence("Deputy general secretary"),
    Office.TREASURER: Sentence("Treasurer"),
    Office.DEPUTY_TREASURER: Sentence("Deputy treasurer"),
    Office.ASSESSOR: Sentence("Assessor of the bureau"),
}
ENCLOSED = (Sentence("Statutes"), Sentence("List of officers"), Sentence("Minutes of the assembly"))


def of_step(step: Step, told: Told, filed: Filed, place: Place, language: str, on: date, *, draft: bool) -> Letter:
    """The letter of a step that has one. Raises `KeyError` for another one."""
    key = (step, filed.why is Why.FOUNDING)
    to = TO.get(step, To.AUTHORITY)
    values = _values(told, filed, place, language)
    words = tuple(filled(one, language, **values) for one in SAID[key])
    parts = [Part(paragraphs=words)]
    if to is To.EMPLOYER:
        officers = tuple((filled(OFFICES[one.office], language), name(one.name)) for one in told.serving)
        parts = [Part(paragraphs=words, points=officers), Part(paragraphs=(filled(TO_EMPLOYER, language),))]
    made = of_union(
        place,
        language,
        on,
        filled(SUBJECTS[key], language),
        parts,
        reference=left_to_right(f"{on:%Y-%m}"),
        draft=draft,
        to=to,
    )
    if to is To.EMPLOYER:
        return made
    by = FRAME["registered" if step is Step.REGISTERED else "against_receipt"]
    enclosed = numbered([filled(one, language) for one in ENCLOSED], language)
    return replace(made, by=filled(by, language), annexes=enclosed, copy="")


def _values(told: Told, filed: Filed, place: Place, language: str) -> dict[str, str]:
    proof = filed.proof
    way = WAYS[proof.way] if proof and proof.way else None
    return {
        "site": name(place.site.called_in(language)),
        "adopted": dotted(told.statutes.adopted_on if told.statutes else None, language),
        "since": dotted(filed.since, language),
        "change": filled(CHANGES[filed.why], language) if filed.why in CHANGES else "",
        "refused": dotted(filed.refused_on, language),
        "filed": day(proof.on, language) if proof else DOTS,
        "proof": filled(way, language, number=name(proof.proof) or DOTS) if proof and way else DOTS,
    }
