"""The letter that asks the employer for medical follow-up, in French and in Arabic: no diagnosis, no content."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel.lists import format_list

from union.cases.letters import FRAME, dotted, filled, of_person
from union.cases.subjects import Place
from union.law.sources.sentence import Sentence
from union.papers.exposure.models import Exposed
from union.papers.exposure.words import IN_A_LETTER
from union.press.content import Letter, Part

SAID: dict[str, Sentence] = {
    "object": Sentence("Subject: request for medical follow-up (articles 24 and 320 of the Labour Code)"),
    "since": Sentence("Since {since}, my work has exposed me to content of these kinds: {kinds}."),
    "kinds": Sentence("My work exposes me to content of these kinds: {kinds}."),
    "exposed": Sentence("My work exposes me to content that is hard on one's health."),
    "hours": Sentence("I am before it {hours} hours a day, {days} days a week."),
    "event": Sentence("On {day} an event happened at work that I shall describe to the doctor."),
    "no_breaks": Sentence("No paid break away from this content is given."),
    "no_support": Sentence("Nobody with whom I could speak of it on paid time is offered."),
    "ask": Sentence(
        "I ask you to have me see the occupational doctor within eight days, on paid time, and to let me have in "
        "writing what you decide on the change of post or of hours that the doctor may propose, with your reasons "
        "where you refuse it (article 320)."
    ),
    "secret": Sentence(
        "What I tell the doctor is under medical secrecy; the confidentiality that I owe to the clients is kept by "
        "this letter, which describes nothing of what I have seen."
    ),
}


def follow_up(exposed: Exposed, place: Place, reference: str, language: str, on: date, *, draft: bool) -> Letter:
    """The letter, dated `on`: what is not known is left out, and nothing is said of the person's health."""
    last = (filled(SAID["ask"], language), filled(SAID["secret"], language), filled(FRAME["reserve"], language))
    parts = [Part(paragraphs=tuple(_facts(exposed, language))), Part(paragraphs=last)]
    subject = filled(SAID["object"], language)
    return of_person(exposed.about, place, language, on, subject, parts, reference=reference, draft=draft)


def _facts(exposed: Exposed, language: str) -> Iterator[str]:
    kinds = format_list([filled(IN_A_LETTER[one], language) for one in exposed.seen], locale=language)
    if not kinds:
        yield filled(SAID["exposed"], language)
    elif exposed.since_on is None:
        yield filled(SAID["kinds"], language, kinds=kinds)
    else:
        yield filled(SAID["since"], language, since=dotted(exposed.since_on, language), kinds=kinds)
    if exposed.hours_a_day and exposed.days_a_week:
        yield filled(SAID["hours"], language, hours=str(exposed.hours_a_day), days=str(exposed.days_a_week))
    if exposed.event_on is not None:
        yield filled(SAID["event"], language, day=dotted(exposed.event_on, language))
    if exposed.breaks is False:
        yield filled(SAID["no_breaks"], language)
    if exposed.support is False:
        yield filled(SAID["no_support"], language)
