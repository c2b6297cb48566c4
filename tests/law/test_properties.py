"""Laws that every entitlement obeys, whatever the facts."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from union.languages.saying import answer_in_language, in_language
from union.law.differing.spread import spread
from union.law.ending.damages import damages
from union.law.ending.severance import hours
from union.law.entitlement import Entitlement, entitlement, many
from union.law.facts import Category, Contract, Facts, Mandate, OwnNotice, Reason
from union.law.result import OWED, Code, Line
from union.law.sources.articles import ARTICLES, TEXTS, cite
from union.law.sources.source import Status
from union.law.terms.rates import smig
from union.law.terms.seniority import add_months, service, span
from union.law.terms.suspension import Cause, Suspension

PAY = st.decimals(min_value=1, max_value=200_000, places=2)
OPEN_REASONS = [reason for reason in Reason if reason is not Reason.END_OF_TERM]


@st.composite
def departures(draw: st.DrawFn) -> Facts:
    left = draw(st.dates(date(2015, 7, 1), date(2030, 12, 31)))
    hired = left - timedelta(days=draw(st.integers(0, 40 * 365)))
    contract = draw(st.sampled_from(Contract))
    gross = draw(PAY)
    fixed = contract is Contract.CDD
    notified = draw(st.none() | st.dates(hired, date(2030, 12, 31)))
    away = draw(st.none() | st.tuples(st.integers(-40, 120), st.integers(0, 120))) if notified and not fixed else None
    reason = draw(st.sampled_from(list(Reason) if fixed else OPEN_REASONS))
    more = 0 if reason is Reason.END_OF_TERM else draw(st.integers(-90, 800))
    term = max(hired, min(left + timedelta(days=more), date(2030, 12, 31)))
    return Facts(
        hired_on=hired,
        left_on=left,
        category=draw(st.sampled_from(Category)),
        contract=contract,
        reason=reason,
        monthly_gross=gross,
        monthly_net=draw(st.none() | st.decimals(min_value=1, max_value=gross, places=2)),
        notified_on=notified,
        term_on=term if fixed else None,
        mandate=draw(st.sampled_from(Mandate)),
        leave_days_due=draw(st.none() | st.decimals(min_value=0, max_value=90, places=1)),
        unpaid_days=draw(st.none() | st.just(Decimal(1))),
        mean_gross=draw(st.none() | PAY),
        on_trial=draw(st.none() | st.booleans()),
        agreed_notice_months=None if fixed else draw(st.none() | st.integers(0, 7)),
        notice_suspended=(away_from(notified, *away),) if notified and away else None,
        born_on=min(left - timedelta(days=draw(st.integers(57 * 365, 63 * 365))), hired - timedelta(days=1)),
        pension=draw(st.booleans()),
    )


def away_from(notified: date, after: int, days: int) -> Suspension:
    first = notified + timedelta(days=after)
    return Suspension(Cause.WORK_INCAPACITY, first, first + timedelta(days=days))


def owed(answer: Entitlement, code: Code) -> Decimal:
    line = answer.line(code)
    return line.amount if line else Decimal(0)


@given(departures())
@settings(max_examples=150, deadline=None)
def test_each_code_stands_once_with_its_article_and_its_words(facts: Facts) -> None:
    answer = entitlement(facts)
    assert sorted([*(line.code for line in answer.lines), *(item.code for item in answer.not_due)]) == sorted(OWED)
    for line in answer.lines:
        assert (line.status is Status.UNVERIFIED) <= bool(line.alternative)
        assert bool(line.case) is (line.status is Status.VERIFIED_2)
        assert line.scenario is (line.code is Code.DAMAGES)
    for language in ("fr", "ar", "en"):
        shown = answer_in_language(answer.as_json(), language)
        for line in [*shown["lines"], *shown["alternatives"]]:
            assert all(line[key] for key in ("code", "amount", "formula", "working", "article", "status"))
            assert (
                Decimal(line["amount"]) == Decimal(line["amount"]).quantize(Decimal("0.01")) > 0
                or min(facts.monthly_gross, facts.monthly_net or facts.monthly_gross)
                < 1000  # one day of it may round to nothing
                or (line["code"] == "leave" and answer.notice_debt)  # a notice that is owed may take all of it
            )
        assert all(line["versions"] for line in [*shown["lines"], *shown["alternatives"]])
        assert all(item["why"] and item["article"] for item in shown["not_due"])
        assert all(item["sentence"] for item in shown["assumptions"])
        assert "{" not in str([[line[key] for key in ("formula", "working", "article")] for line in shown["lines"]])


@given(departures())
@settings(max_examples=80, deadline=None)
def test_totals_are_sums_of_rounded_lines(facts: Facts) -> None:
    answer = entitlement(facts)
    assert answer.total == sum(line.amount for line in answer.lines if not line.scenario)
    assert answer.minimum <= answer.total <= answer.scenario_total
    assert many([facts, facts]) == [answer, answer]


@given(departures(), PAY)
@settings(max_examples=80, deadline=None)
def test_more_pay_never_owes_less(facts: Facts, more: Decimal) -> None:
    facts = replace(facts, monthly_net=None, own_notice=OwnNotice.SERVED)  # a notice that is owed grows with the pay
    richer = replace(facts, monthly_gross=facts.monthly_gross + more)
    for code in OWED:
        assert owed(entitlement(richer), code) >= owed(entitlement(facts), code)


@given(departures(), st.integers(1, 3000))
@settings(max_examples=80, deadline=None)
def test_more_seniority_never_owes_less(facts: Facts, days: int) -> None:
    if facts.contract is Contract.CDD:
        facts = replace(facts, on_trial=None)  # past its trial a fixed term owes its wages in place of a notice
    facts = replace(facts, own_notice=OwnNotice.SERVED)  # a notice that is owed grows with seniority
    older = replace(facts, hired_on=facts.hired_on - timedelta(days=days)) if facts.hired_on.year > 1975 else facts
    for code in OWED:
        assert owed(entitlement(older), code) >= owed(entitlement(facts), code)


@given(departures())
@settings(max_examples=80, deadline=None)
def test_a_mandate_doubles_severance_and_nothing_else(facts: Facts) -> None:
    plain, doubled = (entitlement(replace(facts, mandate=each)) for each in (Mandate.NONE, Mandate.IN_OFFICE))
    for code in OWED:
        before, after = owed(plain, code), owed(doubled, code)
        # Doubled before rounding: at most one centime from twice the rounded sum.
        assert abs(after - 2 * before) <= Decimal("0.01") if code is Code.SEVERANCE else after == before


@given(st.integers(0, 60))
def test_tiers_add_up(years: int) -> None:
    each = [96 if y <= 5 else 144 if y <= 10 else 192 if y <= 15 else 240 for y in range(1, years + 1)]
    assert hours(years) == sum(each)


@given(st.integers(0, 60 * 365), PAY)
@settings(deadline=None)
def test_damages_never_pass_thirty_six_months(days: int, pay: Decimal) -> None:
    left = date(2026, 6, 30)
    facts = Facts(
        hired_on=left - timedelta(days=days),
        left_on=left,
        category=Category.EMPLOYEE,
        contract=Contract.CDI,
        reason=Reason.ABUSIVE,
        monthly_gross=pay,
    )
    line = damages(facts, service(facts.hired_on, left))
    assert isinstance(line, Line)
    paid = max(pay, smig(left).monthly)
    assert paid * Decimal("1.5") <= line.amount <= paid * 36


@given(departures())
@settings(max_examples=80, deadline=None)
def test_the_pro_rata_reading_is_never_above_the_line(facts: Facts) -> None:
    answer = entitlement(facts)
    for other in answer.alternatives:
        if other.alternative == "pro_rata":
            assert other.status is Status.UNVERIFIED
            assert other.amount <= owed(answer, other.code)


@given(st.dates(date(1950, 1, 1), date(2030, 1, 1)), st.integers(0, 20_000))
def test_a_span_is_its_months_and_then_its_days(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    months, rest = span(start, end)
    assert add_months(start, months) + timedelta(days=rest) == end
    assert add_months(start, months + 1) > end
    assert 0 <= rest <= 30


def test_every_article_has_its_subject_in_three_languages() -> None:
    for key, article in ARTICLES.items():
        assert article.text in TEXTS
        assert in_language(article.subject, "fr")
        assert in_language(article.subject, "en")
        assert any("\u0600" <= letter <= "\u06ff" for letter in in_language(article.subject, "ar")), key
        assert article.number in in_language(cite((key,)), "fr")


def test_the_law_loads_the_standard_library_only() -> None:
    code = (
        "import sys, pkgutil, importlib, union.law as law\n"
        "for found in pkgutil.walk_packages(law.__path__, 'union.law.'): importlib.import_module(found.name)\n"
        "third = {n.split('.')[0] for n in sys.modules} - set(sys.stdlib_module_names) - {'union'}\n"
        "print(sorted(n for n in third if n in ('flask', 'sqlalchemy', 'click', 'werkzeug', 'babel', 'jinja2')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_minimum_wage_is_made_up_before_the_first_one_known() -> None:
    assert smig(date(2015, 7, 1)).hourly == Decimal("13.46")
    with pytest.raises(LookupError):
        smig(date(2015, 6, 30))


def test_wrong_tables_that_circulate_are_not_ours() -> None:
    def line(code: Code, **facts: object) -> Decimal:
        known = {"category": Category.EMPLOYEE, "contract": Contract.CDI, "reason": Reason.ABUSIVE}
        left = {"left_on": date(2026, 6, 30), "monthly_gross": Decimal(5000)}
        return owed(entitlement(Facts(**{**known, **left, **facts})), code)

    six_years = date(2020, 7, 1)
    # 192 hours a month instead of 191
    assert line(Code.SEVERANCE, hired_on=six_years) != Decimal("16250.00")
    # half a month a year
    assert line(Code.SEVERANCE, hired_on=six_years) != Decimal("15000.00")
    # notice of 1 month under a year, 2 months from 2 to 9 years, 3 months beyond 9
    assert line(Code.NOTICE, hired_on=date(2026, 1, 1)) != Decimal("5000.00")
    assert line(Code.NOTICE, hired_on=date(2023, 7, 1)) != Decimal("10000.00")
    assert line(Code.NOTICE, hired_on=date(2010, 7, 1)) != Decimal("15000.00")
    # damages capped at 24 months
    assert line(Code.DAMAGES, hired_on=date(1999, 1, 1)) == Decimal("180000.00")


@given(departures())
@settings(max_examples=80, deadline=None)
def test_force_majeure_and_death_owe_no_more_than_leave_and_wages(facts: Facts) -> None:
    for reason in (Reason.FORCE_MAJEURE, Reason.DEATH):
        answer = entitlement(replace(facts, reason=reason))
        assert {line.code for line in answer.lines} <= {Code.LEAVE, Code.WAGES_DUE}
        heirs = {text for line in answer.lines for text in line.articles} & {"ct 257", "ct 382"}
        assert bool(heirs) is (reason is Reason.DEATH and bool(answer.lines))


@given(departures())
@settings(max_examples=80, deadline=None)
def test_a_force_majeure_that_is_not_proved_may_be_asked_as_the_dismissal_that_it_is(facts: Facts) -> None:
    dismissed = entitlement(replace(facts, reason=Reason.ABUSIVE))
    answer = entitlement(replace(facts, reason=Reason.FORCE_MAJEURE))
    asked = {line.code: line for line in answer.alternatives if line.alternative.split("+")[0] == "majeure_unproved"}
    owed_then = {line.code: line.amount for line in dismissed.lines if line.code not in (Code.LEAVE, Code.WAGES_DUE)}
    assert {code: line.amount for code, line in asked.items()} == owed_then
    assert all(line.status is Status.UNVERIFIED and not line.scenario for line in asked.values())
    ends = spread(replace(facts, reason=Reason.FORCE_MAJEURE))
    assert ends.low <= answer.minimum <= ends.high
    assert ends.high >= dismissed.minimum
