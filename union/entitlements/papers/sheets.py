"""One person's calculation as a paper: facts, lines, articles, dates and assumptions, in French or Arabic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from union.cases.subjects import Place
from union.entitlements.papers.cautions import cautions
from union.entitlements.papers.words import (
    ASSUMED,
    FACTS,
    FIGURES,
    HEADS,
    SITUATIONS,
    VALUES,
    articles,
    filled,
    letter_sentence,
    money,
    written,
)
from union.entitlements.people.clocks import clocks
from union.entitlements.records.contents import Situation, Snapshot
from union.entitlements.records.facts import Facts
from union.entitlements.sums import snapshot_extras
from union.entitlements.sums.snapshot import Calculation, reopened
from union.languages.figures import day, month, number, weekday
from union.languages.saying import in_language
from union.languages.translated import translated
from union.law.figures import Unit
from union.law.result import Line
from union.law.sentences import wording
from union.law.sources.sentence import COMMA, SEMICOLON, Sentence
from union.law.sources.source import Status
from union.press import content
from union.press.content import Part, left_to_right
from union.web.locale import CASABLANCA
from union.workplaces.models import Identity, Site

THEIRS = Sentence("for the employer to do")


@dataclass(frozen=True)
class About:
    """What a paper is about: the person, with their line where they stand on a list, and the employer."""

    code: str
    kind: Situation
    employer: str
    seat: str
    site: Site
    position: int
    facts: Facts
    snapshot: Snapshot
    inspectorate: str = ""
    trade_register: str = ""
    ice: str = ""

    @property
    def place(self) -> Place:
        """Where it is, as the head of a letter needs it."""
        return Place(
            Identity(
                legal_name=self.employer,
                trade_register=self.trade_register,
                ice=self.ice,
                seat=self.seat,
                inspectorate=self.inspectorate,
            ),
            self.site,
        )

    @property
    def reference(self) -> str:
        return self.code if self.alone else f"{self.code} · {self.position}"

    @property
    def alone(self) -> bool:
        """Whether the person stands on no list."""
        return not self.position


def sheet(about: About, language: str, on: date) -> content.Paper:
    """The calculation of one person; `on` is the day of printing, from which what has passed is told."""
    facts, calculation = about.facts, reopened(about.snapshot.entitlement)
    where = [about.employer, about.site.called_in(language), about.site.town_in(language)]
    kind = VALUES[about.kind.value] if about.position else SITUATIONS[about.kind]
    under = [*map(content.name, filter(None, where)), filled(kind, language)]
    if about.position:
        under.append(letter_sentence("number", language, number=str(about.position)))
    parts = [Part(letter_sentence("facts", language), pairs=_facts(facts, language))]
    if calculation is None:
        parts.append(Part(paragraphs=(letter_sentence("uncomputed", language, facts=_lacking(about, language)),)))
    else:
        parts += _sums(about, calculation, language)
    parts += cautions(facts, about.kind, language)
    parts.append(Part(letter_sentence("dates", language), points=_dates(about, language, on)))
    if calculation is not None:
        parts.append(Part(letter_sentence("assumed", language), points=_assumed(facts, calculation, language)))
    made = about.snapshot.at.astimezone(CASABLANCA).date()
    rates = calculation.rates_on if calculation else made
    return content.Paper(
        language=language,
        title=letter_sentence("owed_to", language, name=content.name(facts.name)),
        under=" · ".join(under),
        parts=tuple(part for part in parts if part.points or part.lines or part.pairs or part.paragraphs),
        foot=letter_sentence("foot", language, day=day(made, language), rates=day(rates, language)),
        reference=about.reference,
    )


def _facts(facts: Facts, language: str) -> tuple[tuple[str, str], ...]:
    shown = [(name, getattr(facts, name)) for name in FACTS]
    return tuple(
        (filled(FACTS[name], language), written(value, name, language))
        for name, value in shown
        if value not in (None, "", ()) and not (name == "mandate" and value == "none")
    )


def _lacking(about: About, language: str) -> str:
    """The facts that no sum can be made without; where a cell of a list is wrong, that the list is to be checked."""
    named = [one.column for one in about.facts.trouble if one.blocks and not one.from_list and one.column in FACTS]
    comma = translated(COMMA, language)
    return comma.join(filled(FACTS[name], language) for name in named) or letter_sentence(
        "lacks_alone" if about.alone else "lacks", language
    )


def heads(language: str) -> tuple[str, ...]:
    """The heads of a table of sums."""
    return tuple(letter_sentence(key, language) for key in ("what", "how", "article", "amount"))


def lines(found: Iterable[Line], language: str) -> tuple[content.SumLine, ...]:
    """Lines of the law for a table of sums, with formula and working."""
    return tuple(
        content.SumLine(
            filled(HEADS[line.code], language),
            _how(line, language),
            in_language(line.working(), language),
            articles(line.articles, language),
            money(line.amount, language),
        )
        for line in found
    )


def _how(line: Line, language: str) -> str:
    """The formula, and behind it the decision or the reading that the line stands on where the text alone is not
    enough."""
    formula = sourced(line.formula, line.case, language)
    return f"{formula}. {in_language(line.reading, language)}" if line.reading else formula


def sourced(formula: Sentence, case: str, language: str) -> str:
    """A formula with the decision or the tool behind it, where there is one."""
    return (
        f"{in_language(formula, language)} ({in_language(wording.case(case), language)})"
        if case
        else in_language(formula, language)
    )


def _sums(about: About, calculation: Calculation, language: str) -> list[Part]:
    snapshot, offered = about.snapshot, about.facts.offered
    assert snapshot.minimum is not None
    if about.kind is Situation.EMPLOYED:
        return _of_who_works(about, calculation, language)
    compared = about.kind is Situation.NEGOTIATED  # no article sets what a negotiated exit pays
    totals = [
        (letter_sentence("minimum_compared" if compared else "minimum", language), money(snapshot.minimum, language))
    ]
    if offered is not None and snapshot.shortfall is not None:
        totals += [(letter_sentence("offered", language), money(offered, language))]
        totals += [(letter_sentence("short", language), money(snapshot.shortfall, language))]
    top = heads(language)
    at_risk = [line for line in calculation.alternatives if str(line.code) == "ipe"]
    return [
        Part(
            letter_sentence("lines", language),
            heads=top,
            lines=lines(calculation.compared, language),
            totals=tuple(totals),
        ),
        Part(letter_sentence("besides", language), heads=top, lines=lines(calculation.besides, language)),
        _of_the_months(snapshot, language),
        Part(letter_sentence("judge", language), heads=top, lines=lines(calculation.scenarios, language)),
        Part(letter_sentence("allowance", language), points=tuple(_at_risk(line, language) for line in at_risk)),
        Part(letter_sentence("not_due", language), points=_reasons(calculation, language)),
    ]


def _of_who_works(about: About, calculation: Calculation, language: str) -> list[Part]:
    """Of a contract that goes on: what is owed of the months and days worked, and why an ending owes nothing yet."""
    top = heads(language)
    return [
        Part(letter_sentence("besides", language), heads=top, lines=lines(calculation.besides, language)),
        _of_the_months(about.snapshot, language),
        Part(letter_sentence("not_due", language), points=_reasons(calculation, language)),
    ]


def _of_the_months(snapshot: Snapshot, language: str) -> Part:
    """What payslips, hours and leave show, and what of it can still be claimed."""
    claimable = snapshot.claimable
    totals = () if claimable is None else ((letter_sentence("claimable", language), money(claimable, language)),)
    found = _shown(snapshot, language)
    return Part(letter_sentence("shown", language), heads=heads(language), lines=found, totals=totals)


def _reasons(calculation: Calculation, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            filled(HEADS[one.code], language),
            f"{in_language(one.why, language)} {articles(wording.why_not(one.reason)[1], language)}".strip(),
        )
        for one in calculation.not_due
    )


def _shown(snapshot: Snapshot, language: str) -> tuple[content.SumLine, ...]:
    """What payslips and leave show; a reading that nothing settles says so."""
    unsettled = letter_sentence("unsettled", language)
    return tuple(
        figure_line(one, language, unsettled if one.figure.status is Status.UNVERIFIED else "")
        for one in snapshot_extras.reopened(snapshot.beside)
    )


def figure_line(one: snapshot_extras.FigureWithClaim, language: str, standing: str) -> content.SumLine:
    """One figure for a table of sums; a claim says its month. `standing` is what its rule stands on, written out."""
    figure = one.figure
    what = filled(FIGURES[figure.code], language)
    if one.claim:
        by_day = figure.code in snapshot_extras.HOLIDAYS
        when = day(figure.on, language) if by_day else month(figure.on, language)
        what = f"{what} – {filled(Sentence('{month}'), language, month=when)}"
    formula = [sourced(figure.formula, figure.method.case, language)]
    if one.smig_part:
        formula.append(letter_sentence("smig_part", language, amount=money(one.smig_part, language)))
    amount = (
        money(figure.value, language) if figure.unit is Unit.DIRHAMS else left_to_right(number(figure.value, language))
    )
    return content.SumLine(
        what,
        ". ".join(filter(None, (translated(SEMICOLON, language).join(formula), standing))),
        in_language(figure.working(), language),
        articles(figure.method.articles, language),
        amount,
    )


def _at_risk(line: Line, language: str) -> tuple[str, str]:
    words = in_language(line.reading, language) if line.reading else filled(HEADS[line.code], language)
    source = f" ({in_language(wording.case(line.case), language)})" if line.case else ""
    return money(line.amount, language), f"{words} {articles(line.articles, language)}{source}"


def _dates(about: About, language: str, on: date) -> tuple[tuple[str, str], ...]:
    found = []
    for one in clocks(about.facts, about.kind, alone=about.alone):
        act = in_language(one.act, language)
        words = [
            f"{act} – {filled(THEIRS, language)}" if one.bound == "employer" else act,
            in_language(one.because, language),
        ]
        if one.safe_on < on and one.remains is not None:
            words.append(in_language(one.remains, language))
        safe = filled(Sentence("{day}"), language, day=weekday(one.safe_on, language))
        found.append((safe, f"{' – '.join(words[:1])} ({articles(one.articles, language)}). {' '.join(words[1:])}"))
    return tuple(found)


def _assumed(facts: Facts, calculation: Calculation, language: str) -> tuple[tuple[str, str], ...]:
    presumed = {"contract"} if any(one.code == "cdd_presumed" for one in calculation.assumptions) else set()
    own = [filled(ASSUMED[name], language) for name in facts.assumed if name in ASSUMED and name not in presumed]
    return tuple(
        ("", words) for words in [*own, *(in_language(one.sentence, language) for one in calculation.assumptions)]
    )
