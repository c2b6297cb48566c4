"""The delegates' written note before a meeting, to hand in against a receipt, in French or in Arabic."""

from __future__ import annotations

from datetime import date

from union.cases.letters import FRAME, closed, employer, filled, received, signed_by
from union.cases.subjects import Place
from union.languages.figures import day
from union.law.sources.sentence import Sentence
from union.mandates.models import Met
from union.members.models import MandateKind
from union.press.content import Letter, Part, name

SAID = {
    "subject": Sentence("Subject: written note of the staff delegates, meeting of {day} (articles 460 and 461)"),
    "opening": Sentence(
        "With a view to the meeting of {day} at the site {site}, and two days before it, the staff delegates hand you "
        "this note of what they ask for:"
    ),
    "register": Sentence(
        "They ask that it be copied into the special register, with your answer, within six days (article 461 of the "
        "Labour Code), and that the register be at the disposal of the employees."
    ),
    "by_hand": Sentence("Handed in against a receipt"),
    "from": Sentence("The staff delegates of the site {site}"),
}
CAPACITIES: dict[MandateKind | None, Sentence] = {
    None: Sentence("Capacity: staff delegate"),  # the mandate ended since, or is not on the file any more
    MandateKind.DELEGATE_FULL: Sentence("Capacity: staff delegate, full"),
    MandateKind.DELEGATE_ALTERNATE: Sentence("Capacity: staff delegate, alternate"),
    MandateKind.UNION_REPRESENTATIVE: Sentence("Capacity: union representative"),
}


def of_meeting(
    met: Met, kind: MandateKind | None, who: str, place: Place, reference: str, language: str, on: date, *, draft: bool
) -> Letter:
    """The note of a meeting, dated `on`, signed by the holder of the mandate; it names nobody else by itself."""
    site = name(place.site.called_in(language))
    values = {"day": day(met.on, language), "site": site}
    numbered = tuple((f"{at}.", one) for at, one in enumerate(met.points, 1))
    parts = [
        Part(paragraphs=(filled(SAID["opening"], language, **values),)),
        Part(points=numbered),
        Part(paragraphs=(filled(SAID["register"], language),)),
    ]
    return Letter(
        language=language,
        sender=(filled(SAID["from"], language, site=site),),
        to=employer(place, language),
        day=filled(FRAME["at"], language, city=name(place.site.town_in(language)), day=day(on, language)),
        by=filled(SAID["by_hand"], language),
        subject=filled(SAID["subject"], language, **values),
        parts=closed(parts, filled(FRAME["regards"], language)),
        signature=signed_by(name(who), filled(CAPACITIES[kind], language), language),
        received=received(language),
        annexes=Part(),
        copy="",
        reference=reference,
        draft=filled(FRAME["draft"], language) if draft else "",
    )
