"""The lawyer's sheet: the court file on paper, in French or in Arabic; what was typed stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from union.cases.letters import articles, filled, money
from union.cases.subjects import Place
from union.languages.figures import day, weekday
from union.languages.saying import in_language
from union.law.sources.sentence import Sentence
from union.papers.court.models import Appeal, Matter
from union.papers.court.reading import clocks
from union.papers.sending import Means
from union.press.content import Paper, Part, left_to_right, name

TITLE = Sentence("The lawyer's sheet – {name}")
EVERYBODY = Sentence("the whole dispute")
FOOT = Sentence(
    "Made on {day}. The periods of appeal are counted by the code of civil procedure of 1974; a new "
    "code was adopted in 2025, whose publication was not found: ask the registry which applies."
)
FACTS: dict[str, Sentence] = {
    "power_by": Sentence("Lawyer", context="letter"),
    "power_on": Sentence("Power of attorney of"),
    "power_kept": Sentence("Where the power of attorney is"),
    "court": Sentence("Court"),
    "number": Sentence("File number"),
    "legal_aid": Sentence("Legal aid asked for"),
    "left_on": Sentence("Last day of employment"),
    "claim_on": Sentence("Written claim of"),
    "claim_means": Sentence("Sent by"),
    "filed_on": Sentence("Action filed on"),
    "dismissal": Sentence("Contests a dismissal"),
}
JUDGMENT: dict[str, Sentence] = {
    "judged_on": Sentence("Judgment of"),
    "judgment_number": Sentence("Number of the judgment"),
    "judgment_words": Sentence("What the court decided"),
    "awarded_amount": Sentence("Amount awarded"),
    "notified_on": Sentence("Judgment notified on"),
    "appeal": Sentence("Appeal"),
    "appeal_on": Sentence("Appeal lodged on"),
    "appeal_number": Sentence("Number of the appeal", context="letter"),
    "execution_on": Sentence("Execution asked for on"),
    "execution_number": Sentence("Number of the execution file"),
    "paid_on": Sentence("Paid on", context="letter"),
    "paid_amount": Sentence("Amount paid"),
}
PARTS: dict[str, Sentence] = {
    "file": Sentence("The file"),
    "hearings": Sentence("Hearings"),
    "judgment": Sentence("Judgment, appeal, enforcement"),
    "dates": Sentence("Dates that run out"),
}
VALUES: dict[object, Sentence] = {
    True: Sentence("yes"),
    False: Sentence("no"),
    Appeal.FILED: Sentence("lodged"),
    Appeal.NONE: Sentence("none: the judgment is accepted"),
    Means.REGISTERED: Sentence("registered letter with acknowledgment"),
    Means.BAILIFF: Sentence("bailiff"),
    Means.SUMMONS: Sentence("action filed in court"),
    Means.RECEIPT: Sentence("handed over against a receipt"),
    Means.OTHER: Sentence("another way"),
}
ROOM = Sentence("room {room}")
STILL = Sentence("to come, or not told")


def sheet(matter: Matter, place: Place, reference: str, language: str, on: date) -> Paper:
    """The file as a paper, made on the day `on`."""
    who = name(matter.about.name) or filled(EVERYBODY, language)
    where = filter(None, (place.employer.legal_name, place.site.called_in(language), place.site.town_in(language)))
    parts = [
        Part(filled(PARTS["file"], language), pairs=_pairs(matter, FACTS, language)),
        Part(filled(PARTS["hearings"], language), points=_hearings(matter, language)),
        Part(filled(PARTS["judgment"], language), pairs=_pairs(matter, JUDGMENT, language)),
        Part(filled(PARTS["dates"], language), points=_dates(matter, language)),
    ]
    return Paper(
        language=language,
        title=filled(TITLE, language, name=who),
        under=" · ".join(map(name, where)),
        parts=tuple(one for one in parts if one.pairs or one.points),
        foot=filled(FOOT, language, day=day(on, language)),
        reference=reference,
    )


def _pairs(matter: Matter, labels: dict[str, Sentence], language: str) -> tuple[tuple[str, str], ...]:
    shown = ((label, getattr(matter, key)) for key, label in labels.items())
    return tuple(
        (filled(label, language), _written(value, language)) for label, value in shown if value not in (None, "")
    )


def _written(value: object, language: str) -> str:
    if isinstance(value, date):
        return filled(Sentence("{day}"), language, day=day(value, language))
    if isinstance(value, Decimal):
        return money(value, language)
    return filled(VALUES[value], language) if not isinstance(value, str) else name(value)


def _hearings(matter: Matter, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            filled(Sentence("{day}"), language, day=weekday(one.on, language)),
            _joined((left_to_right(one.at), _room(one.room, language), name(one.outcome) or filled(STILL, language))),
        )
        for one in matter.hearings
    )


def _room(typed: str, language: str) -> str:
    """A bare number or letter with its word; a room that was typed in words as it was typed."""
    return filled(ROOM, language, room=name(typed)) if 0 < len(typed) <= 3 else name(typed)


def _dates(matter: Matter, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            filled(Sentence("{day}"), language, day=weekday(one.safe_on, language)),
            f"{in_language(one.act, language)} ({articles(one.articles, language)}). "
            f"{in_language(one.because, language)}",
        )
        for one in clocks(matter)
    )


def _joined(texts: Iterable[str]) -> str:
    return " · ".join(filter(None, texts))
