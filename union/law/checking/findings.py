"""What a check of a paper or a procedure finds: done, not done, late or not known, and what follows from a defect."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from union.law.checking.consequences import ADVICE, CONSEQUENCES, OURS
from union.law.sentences.paragraphs import UNSETTLED, listed, referred
from union.law.sentences.wording import case as decision
from union.law.sentences.wording import with_decision
from union.law.sources.articles import cite
from union.law.sources.sentence import InBoth, Sentence, joined
from union.law.sources.source import Status
from union.law.strictly.tables import Statement, blocks
from union.law.texts import texts_of


class State(StrEnum):
    """What is known of one step."""

    DONE = "done"
    NOT_DONE = "not_done"
    LATE = "late"
    UNKNOWN = "not_known"
    NOT_ASKED = "not_asked"
    """The law does not ask it on these facts."""


STATES = {
    State.DONE: Sentence("done", context="step"),
    State.NOT_DONE: Sentence("not done", context="step"),
    State.LATE: Sentence("late", context="step"),
    State.UNKNOWN: Sentence("not known"),
    State.NOT_ASKED: Sentence("not asked", context="step"),
}
ANSWERS = STATES | {State.DONE: Sentence("yes"), State.NOT_DONE: Sentence("no")}
"""The same of conditions, which are met or not and that nobody has to do."""
DEFECTS = frozenset({State.NOT_DONE, State.LATE})


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to a paper or a procedure, the sentence where the answer is no, and what follows."""

    key: str
    question: Sentence
    fault: Sentence
    articles: tuple[str, ...]
    status: Status
    case: str
    consequence: str


def checks(text: str) -> dict[str, Check]:
    """A table of checks: `key ; articles ; status case ; consequence`, the question and the fault."""
    found = {}
    for head, lines in blocks(text):
        if head.more not in CONSEQUENCES:
            raise ValueError(f"{head.key}: no consequence {head.more!r}")
        question, fault = map(Sentence, lines)
        found[head.key] = Check(head.key, question, fault, head.articles, head.status, head.case, head.more)
    return found


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one check; `latest` is the last day allowed and `done_on` the day it was done, where known.

    `explained` says how the answer follows from the facts, where that takes a sentence.
    """

    check: Check
    state: State
    latest: date | None = None
    done_on: date | None = None
    explained: Sentence | None = None
    unsettled: bool = False
    """True where the answer itself rests on a reading that nothing settles, whatever the rule."""

    @property
    def status(self) -> Status:
        """How well what it says was checked."""
        return Status.UNVERIFIED if self.unsettled else self.check.status

    @property
    def code(self) -> str:
        """The check's key."""
        return self.check.key

    @property
    def defect(self) -> bool:
        """True where a step that the law asks was missed or came late, by a rule that was checked."""
        return self.state in DEFECTS and self.status is not Status.UNVERIFIED

    @property
    def warning(self) -> bool:
        """True where the defect rests on a reading that nothing settles."""
        return self.state in DEFECTS and self.status is Status.UNVERIFIED

    @property
    def claimed(self) -> bool:
        """Whether a letter may hold the defect against the employer: the defect is theirs, and its consequence is
        settled."""
        settled = CONSEQUENCES[self.check.consequence].head.status is not Status.UNVERIFIED
        return self.defect and settled and self.check.consequence not in OURS

    @property
    def question(self) -> Sentence:
        """The question."""
        return self.check.question

    @property
    def fault(self) -> Sentence:
        """The sentence of a defect, with its dates where they are known."""
        said = self.check.fault
        if self.explained and self.unsettled:
            return self.explained
        if self.explained:
            return joined(said, self.explained)
        if self.state is State.LATE and self.latest and self.done_on:
            return joined(said, _DATES.filled(done=self.done_on, latest=self.latest))
        return said

    @property
    def consequence(self) -> Sentence:
        """What follows from the defect, and what our side has to know or to do: never for a letter."""
        return joined(*(one.sentence for one in self._follows))

    @property
    def _follows(self) -> list[Statement]:
        return [table[self.check.consequence] for table in (CONSEQUENCES, ADVICE) if self.check.consequence in table]

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles, those of the consequence after those of the step."""
        return tuple(dict.fromkeys((*self.check.articles, *CONSEQUENCES[self.check.consequence].head.articles)))

    @property
    def article(self) -> Sentence:
        """The articles of the step."""
        return cite(self.check.articles)

    @property
    def cases(self) -> tuple[str, ...]:
        """The keys of the decisions behind the step and behind what follows, each once."""
        found = (self.check.case, *(one.head.case for one in self._follows))
        return tuple(dict.fromkeys(key for key in found if key))

    @property
    def case(self) -> Sentence | None:
        """The decisions behind the step and behind what follows, where there are any."""
        return listed(*(decision(key) for key in self.cases)) if self.cases else None

    @property
    def letter(self) -> Sentence:
        """A paragraph that stands alone: the fault and what follows, each with its articles and its decision.

        What nothing settles says so first.
        """
        said = self._paragraph(self.article)
        return joined(UNSETTLED, said) if self.warning else said

    @property
    def point(self) -> Sentence:
        """The same of a defect, in a letter that names the Labour Code above it."""
        return self._paragraph(cite(self.check.articles, code=False))

    def _paragraph(self, article: Sentence) -> Sentence:
        own, consequence = self.check.case, CONSEQUENCES[self.check.consequence]
        theirs = consequence.head
        follows = cite(theirs.articles, code=False) if "ct" in texts_of(self.check.articles) else cite(theirs.articles)
        first = with_decision(article, own)
        then = with_decision(follows, theirs.case if theirs.case != own else "")
        return joined(referred(self.fault, first), referred(consequence.sentence, then))

    def as_json(self) -> dict[str, object]:
        """Plain values and sentences for JSON: a defect also carries its consequence and, where it is not our own
        act, the letter's paragraph."""
        shown: dict[str, object] = {
            "code": self.code,
            "question": self.question,
            "state": str(self.state),
            "article": self.article,
            "status": str(self.status),
        }
        if self.explained:
            shown["explained"] = self.explained
        shown |= {name: day.isoformat() for name, day in (("latest", self.latest), ("done_on", self.done_on)) if day}
        return shown | (self._defect_json() if self.state in DEFECTS else {})

    def _defect_json(self) -> dict[str, object]:
        follows = CONSEQUENCES[self.check.consequence]
        more: dict[str, object] = {
            "fault": self.fault,
            "consequence": self.consequence,
            "consequence_article": follows.article,
            "consequence_status": str(follows.head.status),
        }
        if self.claimed or self.warning:
            more["letter"] = InBoth(self.letter)
        found = self.case
        return more | ({"case": found} if found else {})


_DATES = Sentence("Done on {done}; the last day was {latest}.")


def state_of_answer(answer: bool | None) -> State:
    """Yes is done, no is not done, nothing said is not known."""
    return State.UNKNOWN if answer is None else State.DONE if answer else State.NOT_DONE


def done_by(check: Check, done_on: date | None, latest: date | None, happened: bool | None = None) -> Finding:
    """Whether something was done by its last day: a date alone says that it was done."""
    if happened is False and done_on is None:
        return Finding(check, State.NOT_DONE, latest)
    if done_on is None or latest is None:
        return Finding(check, State.UNKNOWN, latest, done_on)
    return Finding(check, State.DONE if done_on <= latest else State.LATE, latest, done_on)
