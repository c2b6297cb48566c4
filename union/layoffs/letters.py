"""The letters of one person: filled from the facts, with a line of dots where nothing is known."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Protocol

from union.law.deadlines import Rule, deadline
from union.law.source import day as day_in_words
from union.layoffs.keeping import reopened
from union.layoffs.letter_words import DOTS, dotted, say
from union.layoffs.models import Facts
from union.layoffs.paper_words import HEADS, articles, filled, goes_about, money
from union.layoffs.paper_words import said as on_paper
from union.layoffs.sheets import About, heads
from union.papers import content
from union.papers.content import Letter, Part, name


class Addressed(Protocol):
    """Whoever's list it is, as the head of a letter needs it."""

    @property
    def employer(self) -> str: ...
    @property
    def seat(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def city(self) -> str: ...


class LetterKind(Enum):
    """The papers beside the calculation sheet; the first three are of one person, the others of the group."""

    DENUNCIATION = "denunciation"
    INSPECTOR = "inspector"
    CERTIFICATE = "certificate"
    DELEGATE = "delegate"
    DEFECTS = "defects"


OF_A_PERSON = (LetterKind.DENUNCIATION, LetterKind.INSPECTOR, LetterKind.CERTIFICATE)
OF_THE_GROUP = (LetterKind.DELEGATE, LetterKind.DEFECTS)


def possible(kind: LetterKind, facts: Facts) -> bool:
    """Whether the letter has its ground: no denunciation of what was not signed."""
    if kind is LetterKind.DENUNCIATION:
        return facts.signed_on is not None
    return kind in OF_A_PERSON


def letter(kind: LetterKind, about: About, language: str, on: date, *, draft: bool) -> Letter:
    """A letter of one person in French or Arabic, dated `on`. A draft says that it is one."""
    facts = about.facts
    lines = {
        LetterKind.DENUNCIATION: _denunciation,
        LetterKind.INSPECTOR: _inspector,
        LetterKind.CERTIFICATE: _certificate,
    }[kind](about, language)
    subject, parts = lines[0], lines[1:]
    sender = [name(facts.name), say("address", language)]
    if facts.employee_number:
        sender.insert(1, say("number", language, number=facts.employee_number))
    inspector = kind is LetterKind.INSPECTOR
    to = [say("to_inspector", language, where=name(about.inspectorate))] if inspector else employer(about, language)
    return Letter(
        language=language,
        sender=tuple(sender),
        to=tuple(to),
        day=say("at", language, city=name(about.city) or DOTS, day=day_in_words(on, language)),
        by=say("against_receipt" if inspector else "registered", language),
        subject=_plain(subject),
        parts=(Part(paragraphs=(say("greeting", language),)), *map(_part, parts), Part(paragraphs=(say("regards", language),))),
        signature=say("signature", language),
        reference=about.reference,
        draft=on_paper("draft", language) if draft else "",
    )  # fmt: skip


def _plain(subject: str | Part) -> str:
    assert isinstance(subject, str)
    return subject


def _part(part: str | Part) -> Part:
    return part if isinstance(part, Part) else Part(paragraphs=(part,))


def employer(about: Addressed, language: str) -> list[str]:
    """The addressee's lines: the employer by his legal name, at his seat, else at the site."""
    lines = [say("to_employer", language, employer=name(about.employer))]
    return [*lines, name(about.seat) or name(", ".join(filter(None, (about.site, about.city))))]


def _claimed(about: About, language: str) -> list[Part]:
    """What the law owes, by heads; the sums are those of the calculation sheet."""
    calculation, snapshot = reopened(about.snapshot.entitlement), about.snapshot
    if calculation is None or snapshot.minimum is None:
        return []
    rows = tuple(
        content.Line(filled(HEADS[line.code], language), "", "", articles(line.articles, language), money(line.amount, language))
        for line in (*calculation.compared, *calculation.besides)
    )  # fmt: skip
    owed = snapshot.minimum + (snapshot.wages or 0)
    totals = ((filled(("Total", "المجموع"), language), money(owed, language)),)
    return [Part(say("claimed", language), heads=heads(language), lines=rows, totals=totals)]


def _denunciation(about: About, language: str) -> list[str | Part]:
    facts = about.facts
    signed = dotted(facts.signed_on, language)
    early = facts.signed_on is not None and facts.left_on is not None and facts.signed_on < facts.left_on
    return [
        say("denounce", language, signed=signed),
        say("denounce_body", language, signed=signed),
        *([say("denounce_early", language, left=dotted(facts.left_on, language))] if early else []),
        *_claimed(about, language),
        say("denounce_effect", language),
        say("reserve", language),
    ]


def _inspector(about: About, language: str) -> list[str | Part]:
    facts, snapshot = about.facts, about.snapshot
    said: list[str | Part] = [
        say("inspector", language),
        say(
            "inspector_body", language, employer=name(about.employer), site=name(about.site),
            hired=dotted(facts.hired_on, language), left=dotted(facts.left_on, language),
            kind=goes_about(about.kind, language),
        ),
    ]  # fmt: skip
    if snapshot.minimum is not None and snapshot.shortfall and facts.offered is not None:
        sums = {"offered": facts.offered, "minimum": snapshot.minimum, "short": snapshot.shortfall}
        said.append(say("inspector_offer", language, **{key: money(one, language) for key, one in sums.items()}))
    elif snapshot.minimum is not None:
        said.append(say("inspector_no_offer", language, minimum=money(snapshot.minimum, language)))
    said += _claimed(about, language)
    if facts.mandate == "in_office":
        said.append(say("inspector_mandate", language))
    return [*said, say("inspector_ask", language), say("reserve", language)]


def _certificate(about: About, language: str) -> list[str | Part]:
    facts = about.facts
    latest = deadline(Rule.WORK_CERTIFICATE, facts.left_on).legal_on if facts.left_on else None
    days = {"hired": dotted(facts.hired_on, language), "left": dotted(facts.left_on, language)}
    return [
        say("certificate", language),
        say("certificate_body", language, latest=dotted(latest, language), **days),
        say("certificate_what", language, **days),
        say("certificate_effect", language),
        say("reserve", language),
    ]
