"""Laws that the chapters obey, whatever the facts."""

from collections import defaultdict
from datetime import date, time, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from union.languages.saying import answer_in_language, in_language
from union.languages.translated import LANGUAGES
from union.law.checking.findings import State
from union.law.dates.calendar import is_working_day
from union.law.dates.deadlines import read_deadline
from union.law.departures import Departure, compute, totals
from union.law.ending import job_search
from union.law.entitlement import entitlement
from union.law.facts import BadFacts, Category, Contract, Facts, Reason
from union.law.pay import arrears, holidays_worked, leave_earned, overtime, seniority_bonus
from union.law.person import Case, people, person
from union.law.procedure.checks import Kind, procedure
from union.law.procedure.collective import collective
from union.law.procedure.collective_plan import CollectivePlan, read_plan
from union.law.procedure.dismissal_check import FIELDS, Dismissal, dismissal_check, read_dismissal
from union.law.procedure.dismissal_order import Ranked, inversions
from union.law.settling.denunciation import denunciation
from union.law.settling.receipts import OF_RECEIPT, Receipt, mere_receipt, receipt, void
from union.law.social import job_loss

HOURS = st.decimals(0, 300, places=2)
PAY = st.decimals(1, 100_000, places=2)
DAYS = st.dates(date(2015, 7, 1), date(2029, 12, 31))
TODAY = date(2026, 6, 30)


@given(HOURS, HOURS, HOURS, HOURS, PAY)
def test_overtime_is_never_below_the_hours_themselves_nor_above_twice(a, b, c, d, rate) -> None:
    found = overtime.overtime(overtime.Hours(day=a, night=b, rest_day=c, rest_night=d), rate, TODAY)
    whole, cent = sum(one.value for one in found), Decimal("0.02")
    rate = max(rate, Decimal("17.92"))  # the minimum wage of that day
    assert (a + b + c + d) * rate * Decimal("1.25") - cent <= whole <= (a + b + c + d) * rate * 2 + cent


@given(st.times(), st.times())
def test_a_shift_is_its_day_and_its_night(start: time, end: time) -> None:
    start, end = start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0)
    by_day, by_night = overtime.by_day_and_night(start, end)
    minutes = (end.hour * 60 + end.minute - start.hour * 60 - start.minute) % 1440 or 1440
    assert round((by_day + by_night) * 60) == minutes
    assert 0 <= by_day <= 15
    assert 0 <= by_night <= 9 or by_night + by_day == 24


@given(DAYS, st.integers(0, 15_000), st.integers(0, 400))
def test_the_bonus_never_falls_with_service(hired: date, days: int, more: int) -> None:
    earlier, later = hired + timedelta(days), hired + timedelta(days + more)
    assert seniority_bonus.percent(hired, earlier) <= seniority_bonus.percent(hired, later) <= 25


@given(DAYS, st.integers(0, 16_000), st.booleans(), st.decimals(0, 40, places=1))
def test_leave_is_never_negative_nor_over_thirty_days_a_year(left, days, minor, taken) -> None:
    found = leave_earned.earned(left - timedelta(days), left, taken=taken, before=[Decimal(0)] * 3, minor=minor)
    assert len(found.lines) <= 3
    assert all(0 <= one.value <= 30 for one in found.lines)
    assert all(one.status == "UNVERIFIED" for one in found.readings)


@given(DAYS, st.integers(0, 100), st.integers(5, 6))
@settings(deadline=None)
def test_hours_off_keep_to_the_day_the_week_and_the_month(first: date, length: int, week: int) -> None:
    last = first + timedelta(length)
    hours = job_search.hours_off(first, last, days_a_week=week).value
    worked = [first + timedelta(n) for n in range(length + 1) if (first + timedelta(n)).weekday() < week]
    weeks = {day - timedelta(day.weekday()) for day in worked}
    assert hours <= min(2 * len(worked), 8 * len(weeks), 30 * (length // 30 + 1))
    if length:
        shorter = job_search.hours_off(first, last - timedelta(1), days_a_week=week).value
        assert 0 <= hours - shorter <= 2


@given(st.lists(st.tuples(DAYS, PAY), max_size=20), DAYS)
def test_what_can_be_claimed_is_part_of_what_is_missing(rows, on) -> None:
    months = [arrears.PaidMonth(first.replace(day=1), paid) for first, paid in rows]
    found = arrears.underpaid(months, on)
    assert arrears.claimable(found) <= sum((one.amount for one in found), Decimal(0))
    for one in found:
        assert one.safe_on <= one.legal_on
        assert is_working_day(one.safe_on)
        assert (one.limitation is arrears.Limitation.PAST) is (one.legal_on < on)
        later = arrears.standing(one.legal_on - timedelta(730), on + timedelta(1000))
        assert later is arrears.Limitation.PAST or one.legal_on >= on + timedelta(1000)


def test_a_fact_before_the_first_version_known_is_refused() -> None:
    for work in (
        lambda: overtime.overtime(overtime.Hours(day=Decimal(1)), Decimal(20), date(2004, 6, 7)),
        lambda: holidays_worked.worked(date(2005, 1, 1), Decimal(3000), announced={date(2005, 1, 1): "a feast"}),
        lambda: arrears.underpaid([arrears.PaidMonth(date(2015, 6, 1), Decimal(100))], TODAY),
        lambda: job_loss.monthly(Decimal(100), date(2014, 11, 30)),
    ):
        refusal, _ = refused(work)
        assert refusal is not None
        assert (
            "2004" in in_language(refusal.sentence, "en")
            or "2005" in in_language(refusal.sentence, "en")
            or "201" in in_language(refusal.sentence, "en")
        )


def test_nothing_known_is_no_defect() -> None:
    assert not [one for one in dismissal_check(Dismissal()) if one.defect]
    assert not [one for one in collective(CollectivePlan(headcount=100)) if one.defect]
    assert not [one for one in receipt(Receipt()) if one.defect]
    assert len(dismissal_check(Dismissal())) == 12


FLAGS = [
    name
    for name in FIELDS
    if Dismissal.__dataclass_fields__.get(name)
    and "bool" in str(Dismissal.__dataclass_fields__[name].type)
    and name != "inspector_silent"  # which contradicts an approval, and is refused beside it
]


@given(st.dictionaries(st.sampled_from(FLAGS), st.booleans()), st.sampled_from(FLAGS))
def test_saying_more_about_one_thing_leaves_the_other_answers_alone(answers, more) -> None:
    before = {one.code: one.state for one in dismissal_check(read_dismissal(answers))}
    after = {one.code: one.state for one in dismissal_check(read_dismissal({**answers, more: True}))}
    moved = [code for code in before if code in after and before[code] is not after[code]]
    assert len(moved) <= 4  # a hearing that was held or refused decides the questions put about it
    assert all(State.UNKNOWN in (before[code], after[code]) or more in answers or "hear" in more for code in moved)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.text(max_size=8),
    st.sampled_from(["2026-05-01", "2003-01-01"]),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.lists(st.dictionaries(st.text(max_size=4), st.none()), max_size=2),
)
NAMES = st.sampled_from(
    [*FIELDS, *CollectivePlan.__dataclass_fields__, *Receipt.__dataclass_fields__, "contracts", "months"]
)


@given(st.sampled_from(Kind), st.dictionaries(NAMES | st.text(max_size=5), SCALARS, max_size=6))
@settings(max_examples=300, deadline=None)
def test_any_facts_get_an_answer_or_a_refusal_by_name(kind: Kind, facts: dict) -> None:
    refusal, answer = refused(lambda: procedure({**facts, "kind": str(kind)}))
    if refusal:
        assert refusal.field
        assert all("{field}" not in in_language(refusal.sentence, one) for one in LANGUAGES)
    else:
        assert answer_in_language(answer.as_text(), "ar") or kind is Kind.PLAN
        assert answer_in_language(answer.as_json(), "fr")["kind"] == str(kind)


def refused(work) -> tuple:
    try:
        return None, work()
    except BadFacts as bad:
        return bad, None


@given(st.text(max_size=12), st.text(max_size=12), st.none() | st.text(max_size=6))
def test_any_period_asked_for_in_text_is_counted_or_refused(rule, start, hour) -> None:
    for name in (rule, "appeal"):
        refusal, _ = refused(lambda: read_deadline(name, start, hour))  # noqa: B023  # called at once
        assert refusal is None or refusal.field in ("RULE", "--from", "--hour")


PERSON = st.builds(
    Ranked,
    key=st.uuids().map(str),
    category=st.sampled_from("ab"),
    establishment=st.sampled_from("xy"),
    hired_on=st.dates(date(2010, 1, 1), date(2012, 1, 1)),
    dismissed=st.booleans(),
    value=st.none() | st.integers(1, 5),
    dependants=st.none() | st.integers(0, 4),
)


@given(st.lists(PERSON, max_size=14), st.randoms())
def test_an_inversion_is_within_one_place_and_for_a_reason(crowd, random) -> None:
    found = inversions(crowd)
    for one in found:
        assert one.dismissed.dismissed
        assert not one.kept.dismissed
        assert (one.dismissed.category, one.dismissed.establishment) == (one.kept.category, one.kept.establishment)
        assert one.better
        assert not set(one.better) & set(one.worse)
        assert len({*one.better, *one.worse, *one.open}) == len(one.better) + len(one.worse) + len(one.open)
        assert all(in_language(one.reason, language) for language in LANGUAGES)
    assert [one.plain for one in found] == sorted((one.plain for one in found), reverse=True)
    assert len({one.dismissed.key for one in found}) == len(found)
    shuffled = list(crowd)
    random.shuffle(shuffled)
    assert inversions(shuffled) == found


@given(st.lists(st.tuples(st.sampled_from(["5000", "-1", "x", "3422.72"]), st.none() | PAY), max_size=12))
@settings(deadline=None)
def test_totals_are_of_the_rows_that_could_be_computed(rows) -> None:
    known = {"hired_on": "2016-07-01", "left_on": "2026-06-30", "category": "employee", "contract": "CDI"}
    listed = [
        Departure(row, str(row), {**known, "reason": "negotiated", "monthly_gross": pay}, offered)
        for row, (pay, offered) in enumerate(rows, 2)
    ]
    found = [compute(one) for one in listed]
    said = totals(found)
    assert said["left_out"] == sum(pay in ("-1", "x") for pay, _ in rows)
    sums = defaultdict(Decimal)
    for one in found:
        if one.owed:
            sums["minimum"] += one.owed.minimum
            sums["shortfall"] += max(one.owed.minimum - (one.departure.offered or 0), 0)
    assert Decimal(str(said["minimum"])) == sums["minimum"]
    assert Decimal(str(said["shortfall"])) == sums["shortfall"]


def test_a_receipt_is_void_by_any_condition_of_article_74() -> None:
    whole = Receipt(
        signed_on=TODAY,
        left_on=TODAY,
        total_stated=True,
        itemised=True,
        sixty_days_stated=True,
        sixty_days_legible=True,
        two_copies_stated=True,
        copy_handed_over=True,
        read_and_approved=True,
        can_read=True,
    )
    assert not void(whole)
    assert not mere_receipt(whole)
    assert len(OF_RECEIPT) == 5
    denounced = {"denounced_on": TODAY + timedelta(60), "denounced_by_registered_letter": True, "rights_named": True}
    values = {name: getattr(whole, name) for name in Receipt.__dataclass_fields__}
    assert mere_receipt(Receipt(**{**values, **denounced}))
    assert not mere_receipt(Receipt(**{**values, **denounced, "denounced_on": TODAY + timedelta(61)}))


def test_a_denunciation_names_every_right() -> None:
    facts = Facts(
        hired_on=date(2020, 7, 1),
        left_on=TODAY,
        category=Category.EMPLOYEE,
        contract=Contract.CDI,
        reason=Reason.ABUSIVE,
        monthly_gross=Decimal(5000),
        leave_days_due=Decimal(10),
    )
    owed = entitlement(facts)
    named = denunciation(owed, Decimal(9000))
    assert [one.code for one in named.rights] == [one.code for one in owed.lines]
    assert named.claimed == owed.total - 9000
    assert denunciation(owed, Decimal(10**6)).claimed == 0
    assert "75" in in_language(named.article, "fr")


def test_one_person_whole() -> None:
    facts = Facts(
        hired_on=date(2020, 7, 1),
        left_on=TODAY,
        notified_on=date(2026, 6, 10),
        category=Category.EMPLOYEE,
        contract=Contract.CDI,
        reason=Reason.ABUSIVE,
        monthly_gross=Decimal(5000),
    )
    letter = read_dismissal({"known_on": "2026-05-01", "heard_on": "2026-05-11", "notified_on": "2026-06-10"})
    found = person(Case(facts, letter, Receipt(signed_on=date(2026, 6, 20), left_on=TODAY)))
    assert {one.code for one in found.defects} == {"heard_in_time", "after_the_end"}
    assert [str(one.rule) for one in found.clocks] == [
        "work_certificate",
        "receipt_denunciation",
        "ipe_claim",
        "action_after_dismissal",
        "wage_claims",
    ]
    assert people([Case(facts)])[0].findings == ()
    assert read_plan({"headcount": 10}).headcount == 10
