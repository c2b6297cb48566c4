"""The claims against a posted list as a sheet for the register, in French or in Arabic: it names electors, no union."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from union.cases.letters import filled
from union.cases.subjects import Place
from union.languages.figures import day
from union.law.sources.sentence import Sentence
from union.press.content import Paper, Part, name

SAID = {
    "title": Sentence("Claims against the electoral list"),
    "under": Sentence("Establishment {site}, {day}"),
    "asked": Sentence(
        "To be entered in the register of claims (article 441 of the Labour Code). The electors below ask to be "
        "entered on the list, or that their name be corrected:"
    ),
    "enter": Sentence("{name}: to be entered on the list"),
    "correct": Sentence("{name}: to be corrected, the list has “{listed}”"),
    "signs": Sentence("Signature of each elector: ……………………"),
    "foot": Sentence("Each elector may enter a claim alone. The answer is due in the register (article 442)."),
}


def claims(missing: Iterable[str], spelled: Iterable[tuple[str, str]], place: Place, language: str, on: date) -> Paper:
    """The sheet of those who were ticked: who is missing, and whose name is spelt otherwise."""
    lines = [filled(SAID["enter"], language, name=name(one)) for one in missing]
    lines += [filled(SAID["correct"], language, name=name(one), listed=name(listed)) for one, listed in spelled]
    site = name(place.site.called_in(language))
    return Paper(
        language=language,
        title=filled(SAID["title"], language),
        under=filled(SAID["under"], language, site=site, day=day(on, language)),
        parts=(
            Part(paragraphs=(filled(SAID["asked"], language),)),
            Part(points=tuple(("", one) for one in lines)),
            Part(paragraphs=(filled(SAID["signs"], language),)),
        ),
        foot=filled(SAID["foot"], language),
        reference=f"{on:%Y-%m}",
    )
