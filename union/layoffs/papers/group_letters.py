"""The letters of the union about a whole list: to the provincial labour delegate, and to the employer; without a
name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from union.cases.letters import To, found, of_union
from union.cases.subjects import Place
from union.entitlements.papers.words import goes_about
from union.languages.translated import counted
from union.law.checking.findings import Finding
from union.layoffs.papers.letter_words import dotted, say
from union.layoffs.procedure.steps import OUTSIDE_66
from union.layoffs.records.acts import LetterKind
from union.layoffs.records.contents import Matter
from union.press.content import Letter, Part, name


@dataclass(frozen=True)
class Group:
    """What a letter of the group is about: no person stands in it."""

    code: str
    matter: Matter
    place: Place
    people: int
    findings: Sequence[Finding] = ()


def ready(kind: LetterKind, group: Group) -> bool:
    """Whether the letter has something to say: one of defects to the employer is not signed before one is known."""
    return kind is not LetterKind.DEFECTS or any(one.claimed for one in group.findings)


def group_letter(kind: LetterKind, group: Group, language: str, on: date, *, draft: bool) -> Letter:
    """A letter of the union about the whole list: to the provincial labour delegate, or to the employer.

    One that is not `ready` is a draft whatever was asked: it tells our own side what is missing.
    """
    draft = draft or not ready(kind, group)
    to_delegate = kind is LetterKind.DELEGATE
    values = {
        "employer": name(group.place.employer.legal_name),
        "site": name(group.place.site.called_in(language)),
        "kind": goes_about(group.matter.kind, language),
        "people": _people(group.people, language),
    }
    paragraphs = [say("delegate_body" if to_delegate else "defects_body", language, **values)]
    if group.matter.announced_on:
        paragraphs.append(say("announced", language, day=dotted(group.matter.announced_on, language)))
    return of_union(
        group.place,
        language,
        on,
        say(_subject(group) if to_delegate else "defects", language, **values),
        [Part(paragraphs=tuple(paragraphs)), *_findings(kind, group, language)],
        reference=group.code,
        draft=draft,
        to=To.DELEGATE if to_delegate else To.EMPLOYER,
    )


def _subject(group: Group) -> str:
    return "delegate_other" if group.matter.kind in OUTSIDE_66 else "delegate"


def _findings(kind: LetterKind, group: Group, language: str) -> list[Part]:
    defects = [one for one in group.findings if one.claimed]
    if kind is LetterKind.DEFECTS:
        if not defects:
            return [Part(paragraphs=(say("defects_none", language),))]
        return [*found("", defects, language), Part(paragraphs=(say("defects_ask", language),))]
    outside = group.matter.kind in OUTSIDE_66
    wanted = ("ask_record_other", "ask_meet") if outside else ("ask_file", "ask_remind", "ask_record", "ask_meet")
    asks = tuple(("", say(key, language)) for key in wanted)
    return [
        *found(say("delegate_findings", language), defects, language),
        Part(say("delegate_ask", language), points=asks),
    ]


def _people(count: int, language: str) -> str:
    """A number of people as either language counts them."""
    return counted("{number} person", "{number} people", count, language)
