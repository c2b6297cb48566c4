"""The letters of one person: filled from the facts, with a line of dots where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from union.cases import subjects
from union.cases.letters import FRAME, To, of_person
from union.cases.letters import found as found_of
from union.entitlements.papers.sheets import About, heads
from union.entitlements.papers.words import HEADS, articles, filled, goes_about, money
from union.entitlements.records.contents import Situation
from union.entitlements.sums.grounds import SUPPOSED
from union.entitlements.sums.requalified import fixed_term, grounds
from union.entitlements.sums.snapshot import Calculation, reopened
from union.languages.saying import in_language
from union.languages.translated import translated
from union.law.checking.findings import Finding
from union.law.dates.deadlines import Rule, deadline
from union.law.sentences.wording import reading
from union.law.sources.sentence import COMMA, Sentence
from union.layoffs.papers.letter_words import dotted, say
from union.layoffs.records.acts import LetterKind
from union.press import content
from union.press.content import Letter, Part, name

OF_A_PERSON = (LetterKind.INSPECTOR, LetterKind.CERTIFICATE)
OF_THE_GROUP = (LetterKind.DELEGATE, LetterKind.DEFECTS)


def letter(
    kind: LetterKind, about: About, language: str, on: date, *, draft: bool, found: Iterable[Finding] = ()
) -> Letter:
    """A letter of one person in French or Arabic, dated `on`. A draft says that it is one.

    `found`: what was found of the procedure, of which the inspector is told what can be claimed.
    """
    to_inspector = kind is LetterKind.INSPECTOR
    subject, *parts = _inspector(about, language, found) if to_inspector else _certificate(about, language)
    assert isinstance(subject, str)
    facts = about.facts
    return of_person(
        subjects.About(facts.name, facts.employee_number, hired_on=facts.hired_on),
        about.place,
        language,
        on,
        subject,
        map(_part, parts),
        reference=about.reference,
        draft=draft,
        annexes=_annexes(about, kind, language),
        to=To.INSPECTOR if to_inspector else To.EMPLOYER,
    )


def _annexes(about: About, kind: LetterKind, language: str) -> list[str]:
    counted = kind is LetterKind.INSPECTOR and about.snapshot.minimum is not None
    keys = ("annex_sheet", "annex_payslip") if counted else ("annex_payslip",)
    return [say(key, language) for key in keys]


def _part(part: str | Part) -> Part:
    return part if isinstance(part, Part) else Part(paragraphs=(part,))


def _claimed(about: About, language: str) -> list[Part]:
    """What the law owes, by heads; the sums are those of the calculation sheet."""
    calculation, snapshot = reopened(about.snapshot.entitlement), about.snapshot
    if calculation is None or snapshot.minimum is None:
        return []
    rows = tuple(
        content.SumLine(
            filled(HEADS[line.code], language), "", "", articles(line.articles, language), money(line.amount, language)
        )
        for line in (*calculation.compared, *calculation.besides)
    )
    compared = about.kind is Situation.NEGOTIATED
    owed = snapshot.minimum + (snapshot.wages or 0)
    totals = ((filled(Sentence("Total"), language), money(owed, language)),)
    return [
        Part(
            say("claimed_compared" if compared else "claimed", language),
            heads=heads(language),
            lines=rows,
            totals=totals,
        ),
        *_readings(calculation, language),
    ]


def _readings(calculation: Calculation, language: str) -> list[Part]:
    """What lines stand on where nothing settles it: it is said once, with the heads that it moves."""
    held: dict[str, list[str]] = {}
    for line in calculation.compared:
        if line.reading and line.alternative not in SUPPOSED.values():  # what all suppose stands above the table
            held.setdefault(in_language(line.reading, language), []).append(filled(HEADS[line.code], language))
    comma = translated(COMMA, language)
    return [Part(points=tuple((comma.join(heads_of), reading) for reading, heads_of in held.items()))] if held else []


def _inspector(about: About, language: str, found: Iterable[Finding]) -> list[str | Part]:
    facts, snapshot = about.facts, about.snapshot
    said: list[str | Part] = [
        say("inspector", language),
        say(
            "inspector_body",
            language,
            employer=name(about.employer),
            site=name(about.site.called_in(language)),
            hired=dotted(facts.hired_on, language),
            left=dotted(facts.left_on, language),
            kind=goes_about(about.kind, language),
        ),
    ]
    supposed = SUPPOSED.get(about.kind)
    if supposed:
        said.append(in_language(reading(supposed), language))
    if snapshot.minimum is not None:
        sums = {"minimum": snapshot.minimum}
        if snapshot.shortfall and facts.offered is not None:
            sums |= {"offered": facts.offered, "short": snapshot.shortfall}
        key = f"inspector{'' if len(sums) > 1 else '_no'}_offer{_standing(about)}"
        said.append(say(key, language, **{name: money(one, language) for name, one in sums.items()}))
    said += _claimed(about, language)
    wrong = found_of(say("not_kept", language), found, language)
    said += wrong
    if facts.mandate == "in_office":
        said.append(say("inspector_mandate", language))
    asks = ("inspector_see", "inspector_ask") if wrong else ("inspector_ask",)
    return [*said, *(say(key, language) for key in asks), _reserve(about, language)]


def _standing(about: About) -> str:
    """On what the sum stands: a negotiated exit has no minimum of its own, what a dismissal would give is a
    comparison."""
    return "_compared" if about.kind is Situation.NEGOTIATED else "_if" if about.kind in SUPPOSED else ""


def _reserve(about: About, language: str) -> str:
    """What the sender keeps: damages by article 41 are of an open-ended contract alone (a fixed term has article
    33)."""
    fixed = fixed_term(about.facts, about.kind) and not grounds(about.facts, about.kind)
    return filled(FRAME["reserve"], language) if fixed else say("reserve", language)


def _certificate(about: About, language: str) -> list[str | Part]:
    facts = about.facts
    latest = deadline(Rule.WORK_CERTIFICATE, facts.left_on).legal_on if facts.left_on else None
    days = {"hired": dotted(facts.hired_on, language), "left": dotted(facts.left_on, language)}
    return [
        say("certificate", language),
        say("certificate_body", language, latest=dotted(latest, language), **days),
        say("certificate_what", language, **days),
        say("certificate_effect", language),
        _reserve(about, language),
    ]
