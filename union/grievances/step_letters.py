"""The letters that a step of the law asks for, to the employer or the labour inspector, in French and in Arabic: in the
person's name and with their agreement, or in the union's and with nobody's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from union.cases.letters import FRAME, dotted, filled, of_person, of_union
from union.cases.subjects import About, Place
from union.entitlements.papers.claim_annex import of_claim
from union.entitlements.records.contents import Snapshot
from union.grievances.letter_words import SAID
from union.grievances.models import Agreed, Paper, Report
from union.languages.translated import translated
from union.law.dates.deadlines import Rule, deadline
from union.law.sources.sentence import COMMA, Sentence
from union.press.content import Letter, Part, left_to_right, name

PAY_STOPPED = Sentence(
    "My pay, due on {day} at the site {site}, was not paid to me, and no written decision was handed "
    "to me. I have not left my work and stay available to you to go on with it."
)
ANNEXED = Sentence("At the site {site} the sums of the annexed statement are still owed to me, month by month.")
STATEMENT = Sentence("Statement of the sums claimed, month by month")
IN_TIME = Sentence(
    "On {notified} you notified me of my dismissal. I send you the certificate of my pregnancy, within the fifteen "
    "days of article 160."
)
OPEN_DAY, OPEN_HOUR, OPEN_ADDRESS = Sentence("[day]"), Sentence("[hour]"), Sentence("[address, floor, entrance]")
HEARD_FOR = Sentence(
    "For this sanction the Code asks for a hearing (articles 37 and 62): I ask you for the copy of its record within "
    "the same time."
)


@dataclass(frozen=True)
class Matter:
    """What the letters of one case are made of. `sums` is what its person is owed, where it was worked out;
    `claimed_on` the day of a claim that went before."""

    said: Report
    about: About
    place: Place
    reference: str
    sums: Snapshot | None = None
    claimed_on: date | None = None


def may_be_written(code: str, said: Report) -> bool:
    """Whether there is such a letter, and it may be made: one that bears the person's name waits for their yes."""
    return code in SAID and (SAID[code].union or said.agreed is Agreed.YES)


def of_step(code: str, matter: Matter, language: str, on: date, *, draft: bool) -> Letter:
    """The letter of one step, dated `on`; what is not known stays open."""
    said = SAID[code]
    claimed = of_claim(matter.sums, language, on, matter.claimed_on) if code == "wage_claim" and matter.sums else None
    values = _values(matter, language)
    parts = _parts(code, matter, values, language, on, annexed=claimed is not None)
    subject = filled(said.subject, language, **values)
    if said.union:
        return of_union(matter.place, language, on, subject, parts, reference=matter.reference, draft=draft, to=said.to)
    return of_person(
        matter.about,
        matter.place,
        language,
        on,
        subject,
        parts,
        reference=matter.reference,
        draft=draft,
        to=said.to,
        annexes=[filled(one, language) for one in (*said.annexes, *((STATEMENT,) if claimed else ()))],
        enclosed=(claimed,) if claimed else (),
    )


def _parts(code: str, matter: Matter, values: dict[str, str], language: str, on: date, *, annexed: bool) -> list[Part]:
    """What is told with its points, then what is asked."""
    said = SAID[code]
    words, points, asked = (
        tuple(filled(one, language, **values) for one in sentences)
        for sentences in (_told(code, matter, on, annexed=annexed), said.points, _asked(code, matter))
    )
    last = asked if said.union else (*asked, filled(FRAME["reserve"], language))
    if points:
        return [Part(paragraphs=words, points=tuple(("", one) for one in points)), Part(paragraphs=last)]
    return [Part(paragraphs=(*words, *last))]


def _told(code: str, matter: Matter, on: date, *, annexed: bool) -> tuple[Sentence, ...]:
    """What is told, as the facts of this case have it."""
    said, report = SAID[code], matter.said
    if code == "ask_in_writing" and report.paper is Paper.PAY_STOPPED:
        return (PAY_STOPPED,)
    if annexed:
        return (ANNEXED,)
    if code == "pregnancy_certificate" and report.paper is Paper.DISMISSAL_LETTER:
        within = on <= deadline(Rule.PREGNANCY_CERTIFICATE, report.event_on).legal_on
        return (IN_TIME, *said.told[1:]) if within else said.told
    return said.told


def _asked(code: str, matter: Matter) -> tuple[Sentence, ...]:
    said, measure = SAID[code], matter.said.measure
    heard = code == "contest_sanction" and measure is not None and measure.is_heard
    return (*said.asked, HEARD_FOR) if heard else said.asked


def _values(matter: Matter, language: str) -> dict[str, str]:
    """What fills the places of every letter; nothing of a report whose person has not agreed."""
    report, place = matter.said, matter.place
    open_day, open_hour = filled(OPEN_DAY, language), filled(OPEN_HOUR, language)
    agreed = report.agreed is Agreed.YES
    day = dotted(report.event_on, language) if agreed else open_day
    hour = left_to_right(report.event_at) if agreed and report.event_at else open_hour
    return {
        "day": day,
        "hour": hour,
        "when": translated(COMMA, language).join((day, hour)),
        "asked_on": day if report.paper is Paper.OTHER_PAPER else open_day,
        "notified": day if report.paper is Paper.DISMISSAL_LETTER else open_day,
        "site": name(place.site.called_in(language)),
        "address": name(place.site.address) or filled(OPEN_ADDRESS, language),
        "employer": name(place.employer.legal_name),
    }
