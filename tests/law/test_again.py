"""The text of the Code worked out a second time, in exact fractions, by other means than the engine's, on any facts.

Days are taken up to the 27th, where every way of counting months agrees.
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.law.test_properties import departures
from union.languages.saying import answer_in_language
from union.law.dossier import read_dossier
from union.law.entitlement import entitlement
from union.law.facts import BadFacts, Facts, read_facts
from union.law.result import Code

MINIMUM = [
    (date(2015, 7, 1), "13.46"),
    (date(2019, 7, 1), "14.13"),
    (date(2020, 7, 1), "14.81"),
    (date(2022, 9, 1), "15.55"),
    (date(2023, 9, 1), "16.29"),
    (date(2025, 1, 1), "17.10"),
    (date(2026, 1, 1), "17.92"),
]
BREAKS = ("abusive", "economic_authorised", "economic_unauthorised", "negotiated")


def rounded(exact: Fraction) -> str:
    return str((Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return start.replace(year=year, month=month + 1)


def parts(start: date, end: date) -> tuple[int, int]:
    """Months, one by one, and the days left, from `start` to the day before `end`."""
    months = 0
    while later(start, months + 1) <= end:
        months += 1
    return months, (end - later(start, months)).days


def years_hours(years: int) -> int:
    return sum(96 if year <= 5 else 144 if year <= 10 else 192 if year <= 15 else 240 for year in range(1, years + 1))


def notice(told: dict, months: int, days: int, net: Fraction) -> Fraction:
    executive = told["category"] == "executive"
    left, notified = told["left_on"], told["notified_on"]
    if months < 12 and not executive:
        gone = (left - notified).days if notified else 0
        return max(Fraction(0), min(Fraction(8), Fraction(8 - gone))) * net / 26
    owed = (1 if months < 12 else 2 if (months, days) <= (60, 0) else 3) - (0 if executive else 1)
    if notified is None or notified >= left:
        return owed * net
    whole, rest = parts(left + timedelta(days=1), later(notified + timedelta(days=1), owed))
    return (whole + Fraction(rest, 30)) * net if whole >= 0 and rest >= 0 else Fraction(0)


def owed(told: dict) -> dict[str, str]:
    """Dirhams by head: arts 33, 41, 43 and the decree, 52 to 58, 251, 363."""
    end = told["left_on"] + timedelta(days=1)
    months, days = parts(told["hired_on"], end)
    started = months // 12 + (1 if months % 12 or days else 0)
    floor = Fraction([rate for since, rate in MINIMUM if since <= told["left_on"]][-1])
    gross = max(Fraction(told["monthly_gross"]), floor * 191)  # below it the agreement is void (art 360)
    net = Fraction(told["monthly_net"]) if told["monthly_net"] else gross
    found: dict[str, Fraction] = {
        "leave": Fraction(told["leave_days_due"] or 0) * gross / 26,
        "wages_due": Fraction(told["unpaid_days"] or 0) * gross / 26,
    }
    if told["contract"] == "CDI" and told["reason"] in BREAKS:
        found["notice"] = notice(told, months, days, net)
        if months >= 6:
            twice = 2 if told["mandate"] == "in_office" else 1
            found["severance"] = years_hours(started) * max(gross / 191, floor) * twice
        if told["reason"] != "economic_authorised":
            found["damages"] = min(Fraction(3, 2) * started, Fraction(36)) * net
    if told["contract"] == "CDD" and told["reason"] in BREAKS and told["term_on"] > told["left_on"]:
        whole, rest = parts(end, told["term_on"] + timedelta(days=1))
        found["remaining_term"] = (whole + Fraction(rest, 30)) * gross
    shown = {head: rounded(exact) for head, exact in found.items() if exact > 0}
    if told["contract"] == "CDI" and told["reason"] == "resignation" and told["notified_on"] and "leave" in shown:
        pay = Fraction(
            told["monthly_net"] or told["monthly_gross"]
        )  # what the employee owes is never on more than told
        debt = Decimal(rounded(notice(told, months, days, pay)))
        shown["leave"] = str(max(Decimal(shown["leave"]) - debt, Decimal("0.00")))
    return shown


DAYS = st.builds(date, st.integers(1990, 2030), st.integers(1, 12), st.integers(2, 26))
MONEY = st.integers(100_000, 3_000_000).map(lambda cents: f"{cents // 100}.{cents % 100:02}")


@st.composite
def told_facts(draw: st.DrawFn) -> dict:
    left = draw(DAYS.filter(lambda day: day >= date(2015, 7, 1)))
    hired = later(left, -draw(st.integers(0, 12 * 24))) + timedelta(days=draw(st.integers(-1, 1)))
    hired = min(hired, left)
    contract = draw(st.sampled_from(("CDI", "CDI", "CDD")))
    gross = draw(MONEY)
    notified = draw(st.none() | st.integers(-3, 4).map(lambda months: later(left, -months)))
    return {
        "hired_on": hired,
        "left_on": left,
        "category": draw(st.sampled_from(("employee", "executive"))),
        "contract": contract,
        "reason": draw(st.sampled_from((*BREAKS, "resignation", "serious_misconduct"))),
        "monthly_gross": gross,
        "monthly_net": draw(st.none() | st.just(f"{Decimal(gross) * Decimal('0.8'):.2f}")),
        "notified_on": None if notified and not hired <= notified <= date(2030, 12, 31) else notified,
        "term_on": min(later(left, draw(st.integers(0, 30))), date(2030, 12, 26)) if contract == "CDD" else None,
        "mandate": draw(st.sampled_from(("none", "in_office", "former", "candidate"))),
        "leave_days_due": draw(st.none() | st.sampled_from(("0", "0.5", "13", "45.5"))),
        "unpaid_days": draw(st.none() | st.sampled_from(("0", "1"))),
    }


@given(told_facts())
@settings(max_examples=400, deadline=None)
def test_any_departure_comes_to_the_same_by_the_text(told: dict) -> None:
    answer = entitlement(read_facts(told))
    assert {str(line.code): str(line.amount) for line in answer.lines} == owed(told)


@given(departures())
@settings(max_examples=150, deadline=None)
def test_net_is_never_above_gross(facts: Facts) -> None:
    answer = entitlement(facts)
    for other in answer.alternatives:
        line = answer.line(other.code)
        if other.alternative == "on_net":
            assert line is not None
            assert other.amount <= line.amount
        if other.alternative == "on_gross":
            assert line is not None
            assert other.amount >= line.amount
    for line in answer.lines:
        assert (line.pay == "net") <= (line.code in (Code.NOTICE, Code.DAMAGES) or facts.monthly_gross is None)


NASTY = st.sampled_from(
    [
        *(None, True, 1, -1, 0, "", "x", "٥٠٠٠", "1e9", "NaN", Decimal("NaN"), Decimal("Infinity"), "9" * 400),
        *("2026-02-30", "2026-06-30", "2020-07-01", "5000", [], {}, [{}], ["x"], {"taken": "-1"}),
        [{"first": "2026-05-01"}],
    ]
)
FIELDS = st.sampled_from(
    (*Facts.__dataclass_fields__, "months", "leave", "overtime", "holidays", "absences", "announced", "job_search", "x")
)


@given(st.dictionaries(FIELDS, NASTY, max_size=4))
@example({"monthly_hours": Decimal("NaN")})
@settings(max_examples=300, deadline=None)
def test_any_file_gets_an_answer_or_a_refusal_by_name(told: dict) -> None:
    whole = {"category": "employee", "contract": "CDI", "reason": "abusive", "monthly_gross": "5000"}
    whole |= {"hired_on": "2020-07-01", "left_on": "2026-06-30", "notified_on": "2026-06-10"}
    try:
        shown = answer_in_language(read_dossier({**whole, **told}).as_json(), "ar")
    except BadFacts:
        return
    assert "NaN" not in str(shown)
