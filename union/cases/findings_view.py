"""The answers of the law to a paper, question by question, in the reader's language: state, article, consequence, status."""

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

from union.law.dates.deadlines import Deadline
from union.law.procedure.consequences import CONSEQUENCES
from union.law.procedure.findings import ANSWERS as ANSWERED
from union.law.procedure.findings import STATES, Check, Finding, State
from union.law.sources.articles import ARTICLES, cite
from union.law.sources.source import Status, Words, words
from union.law.strictly.tables import Sentence
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
    letter: Words | None  # None where nothing of it is for the employer
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
    """The questions that the law does not put on these facts, each with the reason and its articles: none is left out unsaid."""
    return [
        (one.question.say(language()), reasons[one.code], cited(one.check.articles))
        for one in found
        if one.state is State.NOT_ASKED
    ]


def _asked(one: Finding, words_of: Mapping[State, Words], paper: str) -> Asked:
    said, follows = language(), CONSEQUENCES[one.check.consequence].head
    return Asked(
        one.code, one.state.value, words_of[one.state].say(said), one.question.say(said), cited(one.check.articles),
        about(one.check.articles), STATUSES[one.status], one.done_on if one.state in DATED else None, one.latest, paper, one.defect, one.warning,
        one.fault.say(said), one.consequence.say(said), cited(follows.articles), STATUSES[follows.status],
        one.case.say(said) if one.case else "", one.letter if one.claimed else None,
        one.explained.say(said) if one.explained and one.state is State.DONE else "",
    )  # fmt: skip


def clock(one: Deadline) -> Clock:
    """A period in words."""
    said, act = language(), one.act.say(language())
    passed = one.legal_on < today()
    return Clock(
        act[:1].upper() + act[1:], one.safe_on, one.legal_on, None if passed else one.post_by, cited(one.articles),
        about(one.articles), one.because.say(said), one.reserve.say(said) if one.reserve else "",
        one.remains.say(said) if passed and one.remains else "", STATUSES[one.status],
    )  # fmt: skip


def notes(found: Iterable[Sentence]) -> list[dict[str, Any]]:
    """What is to be said beside the questions, with its articles and how well it was checked."""
    return [
        {"said": one.say().say(language()), "article": cited(one.head.articles), "status": STATUSES[one.head.status]}
        for one in found
    ]


def cited(keys: tuple[str, ...]) -> str:
    """The articles, short: "art. 52, 53" of the Labour Code, and other texts by their name."""
    code = [ARTICLES[key].number for key in keys if ARTICLES[key].text == "ct"]
    others = tuple(key for key in keys if ARTICLES[key].text != "ct")
    numbers = format_list(code, locale=language())
    parts = [ngettext("art. %(numbers)s", "arts %(numbers)s", len(code), numbers=numbers)] if code else []
    return str(_("; ")).join([*parts, *([cite(others).say(language())] if others else [])])


def about(keys: tuple[str, ...]) -> str:
    """What the articles are about."""
    return " · ".join(f"{ARTICLES[key].number} {ARTICLES[key].subject.say(language())}".strip() for key in keys)


def question(check: Check) -> Tiles:
    """The field of one question of the law: yes, no, or not known, side by side, in the law's own words."""
    return Tiles(spoken(words(*check.question)), Answer, ANSWERS, empty=_l("Not known"))


def spoken(said: Words) -> LazyString:
    """Words of the law as a label: in the language of whoever reads it."""
    return LazyString(lambda: said.say(language()))


def given(value: bool | None) -> Answer | None:
    """A kept answer as the form shows it."""
    return None if value is None else Answer.YES if value else Answer.NO


def as_bool(answer: Answer | None) -> bool | None:
    """Yes, no, or nothing said."""
    return None if answer is None else answer is Answer.YES
