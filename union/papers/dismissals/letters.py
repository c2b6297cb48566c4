"""The letters against a dismissal, to the employer and to the labour inspector, in French and in Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from union.cases.letters import FRAME, To, dotted, filled, found, of_person
from union.cases.subjects import Place
from union.law.sources.sentence import Sentence
from union.law.terms.kinds import Mandate
from union.papers.dismissals.models import Decision, LetterKind
from union.papers.dismissals.reading import clock, findings
from union.press.content import Letter, Part, name

EMPLOYER = {"object": "object", "body": "body", "ask": "ask"}
INSPECTOR = {"object": "claim", "body": "claim_body", "ask": "claim_ask"}
SAID: dict[str, Sentence] = {
    "reserve": FRAME["reserve"],
    "object": Sentence("Subject: challenge to the dismissal notified on {notified}"),
    "claim": Sentence("Subject: complaint against a dismissal and request for conciliation (article 532)"),
    "claim_body": Sentence(
        "The management of {employer}, site {site}, notified me on {notified} of a decision to dismiss "
        "taken on {decided}. I contest it and bring this complaint to you."
    ),
    "claim_ask": Sentence(
        "I ask you, within eight days of receiving this letter, to call the employer to an attempt at "
        "conciliation and to draw up its record (article 532), to establish these breaches and to tell "
        "me whether a copy of the decision was sent to you (article 64)."
    ),
    "mandate": Sentence(
        "I have or had the protection of a mandate: the decision needed your approval (articles 457 to "
        "459). I ask you to tell me whether it was asked for."
    ),
    "body": Sentence("On {notified} I received your decision to dismiss me, taken on {decided}. I contest it."),
    "ask": Sentence(
        "I ask you, within eight days of receiving this letter, to go back on this decision, and to hand "
        "me the copy of the record of the hearing and of the documents on which it rests (articles 62 "
        "and 64). Failing that, I shall ask the court for reinstatement or damages (article 41), with "
        "all that is owed to me at the end of the contract."
    ),
    "annex": Sentence("Copy of the decision to dismiss notified on {notified}"),
    "court_later": Sentence(
        "This letter does not replace the action before the court, which I keep the right to bring."
    ),
    "court": Sentence(
        "This letter does not replace the action before the court, which I keep the right to bring "
        "within ninety days (article 65)."
    ),
}


def against(
    kind: LetterKind, decision: Decision, place: Place, reference: str, language: str, on: date, *, draft: bool
) -> Letter:
    """A letter dated `on`: each defect with its articles and consequence; nothing that is not known or not settled."""
    to_inspector = kind is LetterKind.INSPECTOR
    values = {
        "notified": dotted(decision.notified_on, language),
        "decided": dotted(decision.decided_on, language),
        "employer": name(place.employer.legal_name),
        "site": name(place.site.called_in(language)),
    }
    keys = INSPECTOR if to_inspector else EMPLOYER
    parts = [Part(paragraphs=(filled(SAID[keys["body"]], language, **values),))]
    parts += found(filled(FRAME["not_kept"], language), findings(decision), language)
    parts.append(Part(paragraphs=tuple(filled(SAID[key], language) for key in _last(keys, decision, on))))
    return of_person(
        decision.about,
        place,
        language,
        on,
        filled(SAID[keys["object"]], language, **values),
        parts,
        reference=reference,
        draft=draft,
        annexes=(filled(SAID["annex"], language, **values),),
        to=To.INSPECTOR if to_inspector else To.EMPLOYER,
    )


def _last(keys: dict[str, str], decision: Decision, on: date) -> Iterator[str]:
    """What is asked, and what the letter does not replace; no period is named that is over, or that cannot be
    opposed."""
    if keys is INSPECTOR and decision.mandate is not Mandate.NONE:
        yield "mandate"
    running = clock(decision)
    named = running is not None and on <= running.legal_on and not _not_opposable(decision)
    yield from (keys["ask"], "court" if named else "court_later", "reserve")


def _not_opposable(decision: Decision) -> bool:
    """Whether the letter itself says that the ninety days cannot be held against its sender."""
    return any(one.claimed and one.check.consequence == "not_opposable" for one in findings(decision))
