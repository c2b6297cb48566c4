"""The conditions and papers of a claim as they stand for one person, and the checklist in French or Arabic."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from union.cases.letters import articles, filled, money
from union.jobloss.models import Got, Paper, Told
from union.jobloss.words import GOT, ON_PAPER, PAPERS, SAID
from union.law.dates.deadlines import Deadline
from union.law.figures import Figure
from union.law.pay.rates import FIRST_KNOWN
from union.law.procedure.findings import Finding
from union.law.sentences import wording
from union.law.social import job_loss
from union.law.social.job_loss import JobLoss
from union.law.sources.source import Status, day, number, weekday
from union.layoffs.papers.sheets import About
from union.layoffs.papers.words import FACTS, written
from union.layoffs.papers.words import letter_sentence as on_paper
from union.layoffs.records.models import Facts, LayoffKind
from union.members.models import Contract
from union.press import content
from union.press.content import Part, SumLine, left_to_right

BY_KIND = {
    LayoffKind.COLLECTIVE: True,
    LayoffKind.CLOSURE: True,
    LayoffKind.SERIES: True,
    LayoffKind.RESIGNATIONS: False,
}
"""Whether the loss is involuntary as the employer puts it; an agreed exit is left to whoever reads the paper."""


def facts_of(facts: Facts, kind: LayoffKind, told: Told) -> JobLoss:
    """The law's facts of a claim; where nobody answered, the kind of the dispute says whether the loss is involuntary."""
    answers = told.answers
    record = answers.get("inspector_record")
    held = told.papers.get(Paper.RECORD.value) is Got.HELD
    return JobLoss(
        lost_on=facts.left_on,
        claimed_on=told.claimed_on,
        involuntary=answers.get("involuntary", BY_KIND.get(kind)),
        days_36_months=told.days_36_months,
        days_12_months=told.days_12_months,
        fit=answers.get("fit"),
        registered=answers.get("registered"),
        pension=None if (free := answers.get("no_pension")) is None else not free,
        inspector_record=True if held else record,
    )


def monthly(facts: Facts, kind: LayoffKind) -> Figure | None:
    """The allowance of a month on the gross pay that is known; None for a fixed term, and where pay or day is missing."""
    if facts.left_on is None or facts.monthly_gross is None or fixed(facts, kind) or facts.left_on < FIRST_KNOWN:
        return None
    return job_loss.monthly(facts.monthly_gross, facts.left_on)


def fixed(facts: Facts, kind: LayoffKind) -> bool:
    """Whether the contract is counted as fixed-term."""
    presumed = kind is LayoffKind.CDD_SERIES and facts.contract is Contract.UNKNOWN
    return facts.contract is Contract.CDD or presumed


def checklist(about: About, told: Told, language: str, on: date) -> content.Paper:
    """The checklist of one person, as of the day `on`."""
    facts, claim = about.facts, facts_of(about.facts, about.kind, told)
    parts = [
        Part(on_paper("facts", language), pairs=_facts(facts, language)),
        _clock(job_loss.clock(claim), told, language, on),
        _conditions(job_loss.conditions(claim), about.kind, told, language),
        *_amount(facts, about.kind, language),
        Part(_said("papers", language), points=_papers(told, language)),
    ]
    where = filter(None, (about.employer, about.site.called_in(language), about.site.town_in(language)))
    return content.Paper(
        language=language,
        title=_said("title", language, name=content.name(facts.name)),
        under=" · ".join([*map(content.name, where), left_to_right(about.reference)]),
        parts=tuple(parts),
        foot=_said("foot", language, day=day(on, language)),
        reference=about.reference,
    )


def _said(key: str, language: str, **values: str) -> str:
    return filled(SAID[key], language, **values)


def _facts(facts: Facts, language: str) -> tuple[tuple[str, str], ...]:
    shown = [(key, getattr(facts, key)) for key in ("employee_number", "hired_on", "left_on")]
    return tuple((filled(FACTS[key], language), written(value, key, language)) for key, value in shown if value)


def _clock(clock: Deadline | None, told: Told, language: str, on: date) -> Part:
    if clock is None:
        return Part(_said("clock", language), paragraphs=(_said("no_clock", language),))
    words = [clock.act.say(language)[:1].upper() + clock.act.say(language)[1:] + "."]
    words += [_said("legal", language, day=weekday(clock.legal_on, language)), clock.because.say(language)]
    if told.claimed_on is not None:
        words.append(_said("claimed", language, day=day(told.claimed_on, language)))
    elif clock.legal_on < on and clock.remains is not None:
        words.append(clock.remains.say(language))
    safe = filled(("{day}",) * 2, language, day=weekday(clock.safe_on, language))
    return Part(_said("clock", language), points=((safe, " ".join(words)),))


def _conditions(found: Iterable[Finding], kind: LayoffKind, told: Told, language: str) -> Part:
    lines = tuple(
        SumLine(
            one.question.say(language), _known(one, kind, told, language), "", articles(one.check.articles, language),
            ON_PAPER[one.state].say(language),
        )
        for one in found
    )  # fmt: skip
    heads = tuple(_said(key, language) for key in ("condition", "known", "article", "state"))
    source = _said("source", language, source=wording.case("fund").say(language))
    return Part(_said("conditions", language), paragraphs=(source,), heads=heads, lines=lines)


def _known(one: Finding, kind: LayoffKind, told: Told, language: str) -> str:
    """What the answer stands on, in few words."""
    counted = {"days_in_36_months": told.days_36_months, "days_in_12_months": told.days_12_months}
    days = counted.get(one.code)
    if days is not None:
        return _said("days", language, days=number(days, language))
    if one.code == "involuntary" and one.code not in told.answers and kind in BY_KIND:
        return _said("by_kind", language)
    return one.fault.say(language) if one.defect else ""


def _amount(facts: Facts, kind: LayoffKind, language: str) -> list[Part]:
    if fixed(facts, kind):
        return [Part(_said("amount", language), paragraphs=(_said("fixed", language),))]
    figure = monthly(facts, kind)
    if figure is None:
        return []
    how = _said("month_how", language, formula=figure.formula.say(language))
    where = articles(figure.method.articles, language)
    line = SumLine(_said("month", language), how, figure.working(language), where, money(figure.value, language))
    heads = tuple(_said(key, language) for key in ("what", "how", "article", "sum"))
    return [Part(_said("amount", language), heads=heads, lines=(line,))]


def _papers(told: Told, language: str) -> tuple[tuple[str, str], ...]:
    found = []
    for paper, (words, status) in PAPERS.items():
        got = told.papers.get(paper.value, Got.MISSING)
        sentence = words.say(language)
        if status is Status.UNVERIFIED:
            sentence = f"{sentence} ({_said('unsure', language)})"
        found.append((GOT[got].say(language), sentence))
    return tuple(found)
