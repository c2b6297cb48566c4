"""The answers of the law to a paper, question by question, in the reader's language: state, article, consequence,
status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from babel.lists import format_list
from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.languages.saying import in_both, in_language
from union.law.checking.consequences import CONSEQUENCES
from union.law.checking.findings import ANSWERS as ANSWERED
from union.law.checking.findings import STATES, Check, Finding, State
from union.law.dates.deadlines import Deadline
from union.law.sources.articles import ARTICLES, cite
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status
from union.law.strictly.tables import Statement
from union.web.forms.chosen import Tiles
from union.web.locale import language, today

STATUSES = {
    Status.VERIFIED: _l("checked in the text"),
    Status.VERIFIED_2: _l("by a decision or another secondary source"),
    Status.UNVERIFIED: _l("not settled by our sources"),
}


DATED = frozenset({State.DONE, State.LATE})  # a day beside any other answer would be read as one


class Answer(Enum):
    """What somebody says of a question; not known is no answer at all."""

    YES = "yes"
    NO = "no"


ANSWERS = {Answer.YES: _l("Yes"), Answer.NO: _l("No")}


@dataclass(frozen=True)
class Asked:
    """One question of a checklist, as the page shows it."""

    code: str
    state: str
    state_word: str
    question: str
    article: str
    subject: str
    status: Any
    done_on: date | None
    latest: date | None
    paper: str
    defect: bool
    warning: bool
    fault: str
    follows: str
    follows_article: str
    follows_status: Any
    source: str
    letter: dict[str, str] | None  # None where nothing of it is for the employer
    explained: str = ""  # how the answer follows, where nothing is wrong; a fault says it itself


@dataclass(frozen=True)
class Clock:
    """One period that runs, in the words of the page; `remains` are the arguments once it has passed."""

    what: str
    by: date
    legal_on: date
    post_by: date | None
    article: str
    subject: str
    because: str
    reserve: str
    remains: str
    status: Any


def asked(found: Iterable[Finding], papers: Mapping[str, str] | None = None, *, steps: bool = True) -> list[Asked]:
    """The questions that the law puts on these facts; `papers` say by the code of a question what proves the answer.

    `steps` are done or not; conditions are answered by yes or no.
    """
    words_of = STATES if steps else ANSWERED
    return [_asked(one, words_of, (papers or {}).get(one.code, "")) for one in found if one.state != "not_asked"]


def not_asked(found: Iterable[Finding], reasons: Mapping[str, Any]) -> list[tuple[str, Any, str]]:
    """The questions that the law does not put on these facts, each with the reason and its articles: none is left
    out unsaid."""
    return [
        (in_language(one.question, language()), reasons[one.code], cited(one.check.articles))
        for one in found
        if one.state is State.NOT_ASKED
    ]


def _asked(one: Finding, words_of: Mapping[State, Sentence], paper: str) -> Asked:
    said, follows = language(), CONSEQUENCES[one.check.consequence].head
    return Asked(
        one.code,
        one.state.value,
        in_language(words_of[one.state], said),
        in_language(one.question, said),
        cited(one.check.articles),
        about(one.check.articles),
        STATUSES[one.status],
        one.done_on if one.state in DATED else None,
        one.latest,
        paper,
        one.defect,
        one.warning,
        in_language(one.fault, said),
        in_language(one.consequence, said),
        cited(follows.articles),
        STATUSES[follows.status],
        in_language(one.case, said) if one.case else "",
        in_both(one.letter) if one.claimed else None,
        in_language(one.explained, said) if one.explained and one.state is State.DONE else "",
    )


def clock(one: Deadline) -> Clock:
    """A period in words."""
    said, act = language(), in_language(one.act, language())
    passed = one.legal_on < today()
    return Clock(
        act[:1].upper() + act[1:],
        one.safe_on,
        one.legal_on,
        None if passed else one.post_by,
        cited(one.articles),
        about(one.articles),
        in_language(one.because, said),
        in_language(one.reserve, said) if one.reserve else "",
        in_language(one.remains, said) if passed and one.remains else "",
        STATUSES[one.status],
    )


def notes(found: Iterable[Statement]) -> list[dict[str, Any]]:
    """What is to be said beside the questions, with its articles and how well it was checked."""
    return [
        {
            "said": in_language(one.sentence, language()),
            "article": cited(one.head.articles),
            "status": STATUSES[one.head.status],
        }
        for one in found
    ]


def cited(keys: tuple[str, ...]) -> str:
    """The articles, short: "art. 52, 53" of the Labour Code, and other texts by their name."""
    code = [ARTICLES[key].number for key in keys if ARTICLES[key].text == "ct"]
    others = tuple(key for key in keys if ARTICLES[key].text != "ct")
    numbers = format_list(code, locale=language())
    parts = [ngettext("art. %(numbers)s", "arts %(numbers)s", len(code), numbers=numbers)] if code else []
    return str(_("; ")).join([*parts, *([in_language(cite(others), language())] if others else [])])


def about(keys: tuple[str, ...]) -> str:
    """What the articles are about."""
    return " · ".join(
        f"{ARTICLES[key].number} {in_language(ARTICLES[key].subject, language())}".strip() for key in keys
    )


def question(check: Check) -> Tiles:
    """The field of one question of the law: yes, no, or not known, side by side, in the law's own words."""
    return Tiles(spoken(check.question), Answer, ANSWERS, empty=_l("Not known"))


def spoken(said: Sentence) -> LazyString:
    """Sentence of the law as a label: in the language of whoever reads it."""
    return LazyString(lambda: in_language(said, language()))


def given(value: bool | None) -> Answer | None:
    """A kept answer as the form shows it."""
    return None if value is None else Answer.YES if value else Answer.NO


def as_bool(answer: Answer | None) -> bool | None:
    """Yes, no, or nothing said."""
    return None if answer is None else answer is Answer.YES
