"""The conditions and papers of a claim as they stand for one person, and the checklist in French or Arabic."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from union.cases.letters import articles, filled, money
from union.cases.subjects import Place, Subject
from union.languages.figures import day, number, weekday
from union.languages.saying import in_language
from union.law.checking.findings import Finding
from union.law.dates.deadlines import Deadline
from union.law.figures import Figure
from union.law.sentences import wording
from union.law.social import job_loss
from union.law.social.job_loss import JobLoss
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status
from union.law.terms.rates import FIRST_KNOWN
from union.papers.jobloss.models import Got, Paper, Told
from union.papers.jobloss.words import FACTS, GOT, ON_PAPER, PAPERS, SAID
from union.press import content
from union.press.content import Part, SumLine, left_to_right


def facts_of(subject: Subject, told: Told) -> JobLoss:
    """The law's facts of a claim; where nobody answered, the case says whether the loss is involuntary."""
    answers = told.answers
    record = answers.get("inspector_record")
    held = told.papers.get(Paper.RECORD.value) is Got.HELD
    return JobLoss(
        lost_on=subject.left_on,
        claimed_on=told.claimed_on,
        involuntary=answers.get("involuntary", subject.involuntary),
        days_36_months=told.days_36_months,
        days_12_months=told.days_12_months,
        fit=answers.get("fit"),
        registered=answers.get("registered"),
        pension=None if (free := answers.get("no_pension")) is None else not free,
        inspector_record=True if held else record,
    )


def monthly(subject: Subject) -> Figure | None:
    """The allowance of a month on the known gross pay; None for a fixed term, and where pay or last day is missing."""
    gross, left_on = subject.monthly_gross, subject.left_on
    if left_on is None or gross is None or subject.fixed_term or left_on < FIRST_KNOWN:
        return None
    return job_loss.monthly(gross, left_on)


def checklist(subject: Subject, place: Place, reference: str, told: Told, language: str, on: date) -> content.Paper:
    """The checklist of one person, as of the day `on`."""
    claim, about, site = facts_of(subject, told), subject.about, place.site
    parts = [
        Part(_said("facts", language), pairs=_facts(subject, language)),
        _clock(job_loss.clock(claim), told, language, on),
        _conditions(job_loss.conditions(claim), subject, told, language),
        *_amount(subject, language),
        Part(_said("papers", language), points=_papers(told, language)),
    ]
    where = filter(None, (place.employer.legal_name, site.called_in(language), site.town_in(language)))
    return content.Paper(
        language=language,
        title=_said("title", language, name=content.name(about.name)),
        under=" · ".join([*map(content.name, where), left_to_right(reference)]),
        parts=tuple(parts),
        foot=_said("foot", language, day=day(on, language)),
        reference=reference,
    )


def _said(key: str, language: str, **values: str) -> str:
    return filled(SAID[key], language, **values)


def _facts(subject: Subject, language: str) -> tuple[tuple[str, str], ...]:
    days = (("hired_on", subject.hired_on), ("left_on", subject.left_on))
    found = [("employee_number", left_to_right(subject.about.number))]
    found += [(key, filled(Sentence("{day}"), language, day=day(value, language))) for key, value in days if value]
    return tuple((filled(FACTS[key], language), written) for key, written in found if written)


def _clock(clock: Deadline | None, told: Told, language: str, on: date) -> Part:
    if clock is None:
        return Part(_said("clock", language), paragraphs=(_said("no_clock", language),))
    words = [in_language(clock.act, language)[:1].upper() + in_language(clock.act, language)[1:] + "."]
    words += [_said("legal", language, day=weekday(clock.legal_on, language)), in_language(clock.because, language)]
    if told.claimed_on is not None:
        words.append(_said("claimed", language, day=day(told.claimed_on, language)))
    elif clock.legal_on < on and clock.remains is not None:
        words.append(in_language(clock.remains, language))
    safe = filled(Sentence("{day}"), language, day=weekday(clock.safe_on, language))
    return Part(_said("clock", language), points=((safe, " ".join(words)),))


def _conditions(found: Iterable[Finding], subject: Subject, told: Told, language: str) -> Part:
    lines = tuple(
        SumLine(
            what=in_language(one.question, language),
            how=_known(one, subject, told, language),
            working="",
            article=articles(one.check.articles, language),
            amount=in_language(ON_PAPER[one.state], language),
        )
        for one in found
    )
    heads = tuple(_said(key, language) for key in ("condition", "known", "article", "state"))
    source = _said("source", language, source=in_language(wording.case("fund"), language))
    return Part(_said("conditions", language), paragraphs=(source,), heads=heads, lines=lines)


def _known(one: Finding, subject: Subject, told: Told, language: str) -> str:
    """What the answer stands on, in few words."""
    counted = {"days_in_36_months": told.days_36_months, "days_in_12_months": told.days_12_months}
    days = counted.get(one.code)
    if days is not None:
        return _said("days", language, days=number(days, language))
    if one.code == "involuntary" and one.code not in told.answers and subject.involuntary is not None:
        return _said("by_kind", language)
    return in_language(one.fault, language) if one.defect else ""


def _amount(subject: Subject, language: str) -> list[Part]:
    if subject.fixed_term:
        return [Part(_said("amount", language), paragraphs=(_said("fixed", language),))]
    figure = monthly(subject)
    if figure is None:
        return []
    how = _said("month_how", language, formula=in_language(figure.formula, language))
    where = articles(figure.method.articles, language)
    line = SumLine(
        _said("month", language), how, in_language(figure.working(), language), where, money(figure.value, language)
    )
    heads = tuple(_said(key, language) for key in ("what", "how", "article", "sum"))
    return [Part(_said("amount", language), heads=heads, lines=(line,))]


def _papers(told: Told, language: str) -> tuple[tuple[str, str], ...]:
    found = []
    for paper, (words, status) in PAPERS.items():
        got = told.papers.get(paper.value, Got.MISSING)
        sentence = in_language(words, language)
        if status is Status.UNVERIFIED:
            sentence = f"{sentence} ({_said('unsure', language)})"
        found.append((in_language(GOT[got], language), sentence))
    return tuple(found)
