"""The paths: each kind is declared whole, walked to its end, counted by the engine, and never takes back what was
done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union.languages.saying import in_language
from union.law.dates.deadlines import deadline
from union.law.next_steps import Step, next_act
from union.law.paths.declared import ACTS, DECLARED, KINDS, OURS, CountedFrom, Opens, PathStep, Who, read
from union.law.paths.told import Harm, Known, Paper, Problem

DAY, FILED = date(2026, 5, 18), date(2026, 5, 20)
AGREED = Known(agreed=True)
FILES = {
    one.name.removesuffix(".toml"): one.read_text("utf-8")
    for one in resources.files("union.law.paths").iterdir()
    if one.name.endswith(".toml")
}
EVERY: list[tuple[str, PathStep]] = [(path.name, step) for path in DECLARED.paths for step in path.steps]

# Of each kind one of its steps, with an article that must be cited and the day that the engine counts, where it counts
# one: from rules F to O of the law's sheets, each date counted on the calendar.
EXAMPLES = [
    ("discipline", "dismissal_letter", {}, "go_to_court", "ct 65", date(2026, 8, 16)),
    ("discipline", "sanction", {}, "contest_sanction", "ct 37", date(2028, 5, 17)),
    ("pay", "none", {}, "wage_claim", "ct 395", date(2028, 5, 17)),
    ("pay", "none", {"wage_claim": date(2026, 6, 1)}, "wage_court", "doc 383", date(2028, 5, 31)),
    ("pace", "none", {"hours_evidence": DAY}, "hours_counted", "ct 201", None),
    ("holidays", "none", {"leave_and_holidays": DAY}, "foreign_calendar", "ct 224", None),
    ("contract", "none", {}, "refuse_change", "ct 345", None),
    ("transfer", "none", {}, "transfer", "ct 37", None),
    ("sickness", "none", {}, "tell_sickness", "ct 271", date(2026, 5, 20)),
    ("accident", "none", {}, "tell_accident", "at 14", date(2026, 5, 20)),
    ("accident", "none", {"safety_duty": DAY}, "committee_report", "ct 341", date(2026, 6, 2)),
    ("strain", "none", {"call_person": DAY}, "events_listed", "at 3", None),
    ("harassment", "none", {}, "harassment_letter", "ct 24", None),
    ("discrimination", "none", {"compare_treatment": DAY}, "equal_pay", "ct 346", None),
    ("maternity", "none", {}, "pregnancy", "ct 160", date(2026, 6, 2)),
    ("obstruction", "none", {}, "date_obstruction", "ct 397", None),
    ("mandate", "none", {"inspector_approval": DAY, "mandate_referral": date(2026, 6, 8)}, "inspector_decides",
     "ct 459", date(2026, 6, 16)),
    ("surveillance", "none", {"surveillance": DAY, "data_correction": date(2026, 6, 1)}, "data_corrected", "donnees 8",
     date(2026, 6, 11)),
    ("pay", "receipt", {}, "denounce_receipt", "ct 75", date(2026, 7, 17)),
    ("contract", "resignation_asked", {}, "do_not_resign", "ct 34", None),
    ("social_security", "none", {"compare_cnss": DAY}, "fund_asked", "ipe", None),
    ("night_transport", "none", {"night_transport": DAY}, "transport_asked", "ct 172", None),
    ("collective", "none", {"claims_listed": DAY, "bargaining_asked": date(2026, 5, 4)}, "bargaining_answer", "ct 97",
     date(2026, 5, 11)),
]  # fmt: skip


def walk(problem: Problem, done: Mapping[str, date], on: date, paper: Paper = Paper.NONE) -> list[Step]:
    return next_act(problem, paper, DAY, FILED, known=AGREED, done=done, on=on)


@pytest.mark.parametrize(("problem", "paper", "done", "code", "article", "legal_on"), EXAMPLES)
def test_each_kind_has_its_step_its_article_and_its_day(
    problem: str, paper: str, done: dict[str, date], code: str, article: str, legal_on: date | None
) -> None:
    found = {one.code: one for one in next_act(problem, paper, DAY, FILED, known=AGREED, done=done, on=FILED)}
    step = found[code]
    assert article in step.articles
    assert (step.by.legal_on if step.by else None) == legal_on


def test_every_kind_of_the_list_has_an_example_and_a_name_in_three_languages() -> None:
    assert {one[0] for one in EXAMPLES} | {"health"} == set(Problem)
    for kind in KINDS.values():
        assert len({in_language(kind.name, language) for language in ("fr", "ar", "en")}) >= 2
        assert in_language(kind.name, "ar") != kind.name.text


@pytest.mark.parametrize(("path", "step"), EVERY)
def test_a_date_is_the_engines_or_our_own_and_never_both(path: str, step: PathStep) -> None:
    """Where the sources do not settle a period there is no certain date: what others owe then has a day of ours."""
    assert not (step.period and step.follow_up), path
    if ACTS[step.code].who not in OURS:
        assert step.period or step.follow_up, f"{path}: nobody would ask again about {step.code}"
    if step.follow_up:
        assert ACTS[step.code].who not in OURS, f"{path}: {step.code} is ours and has no term"


@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize("paper", Paper)
def test_each_kind_is_walked_to_its_end(problem: Problem, paper: Paper) -> None:
    """Each day the first open step is done: every step is reached once, by the engine's own dates, and it ends."""
    done: dict[str, date] = {}
    on = DAY
    for _turn in range(60):
        left = [one for one in walk(problem, done, on, paper) if one.code not in done]
        if not left:
            break
        for one in left:
            if one.by is not None:
                assert one.by == deadline(one.by.rule, one.by.start, one.by.hour)
                assert one.by.start in {DAY, *done.values()}
            assert in_language(one.what, "fr")
            assert in_language(one.article, "ar")
        done[left[0].code] = on
        on += timedelta(days=1)
    else:
        pytest.fail("the path has no end")


@given(st.sampled_from(Problem), st.sampled_from(Paper), st.sampled_from([None, *Harm]), st.data())
def test_doing_steps_in_any_order_never_takes_back_one_that_stood(
    problem: Problem, paper: Paper, harm: Harm | None, data: st.DataObject
) -> None:
    known = Known(harm=harm, agreed=True)
    done: dict[str, date] = {}
    on, stood = DAY, set[str]()
    for _turn in range(12):
        found = next_act(problem, paper, DAY, FILED, known=known, done=done, on=on)
        codes = {one.code for one in found}
        silent = {one.code for _path, one in EVERY if one.opens is Opens.NOTHING}
        assert stood - silent <= codes, "what opened stays, but for what was for an answer that came after all"
        stood |= codes
        left = sorted(codes - set(done))
        if not left:
            break
        done[data.draw(st.sampled_from(left))] = on
        on += timedelta(days=data.draw(st.integers(0, 20)))


def test_what_follows_if_nothing_comes_opens_once_its_day_has_passed() -> None:
    """A claim of 1 June asks for eight days: until the 9th we wait, from the 10th the inspector's turn is there."""
    done = {"wage_claim": date(2026, 6, 1)}
    waits = {one.code: one for one in walk(Problem.PAY, done, date(2026, 6, 9))}
    assert waits["wage_answer"].follow_up_on == date(2026, 6, 9)
    assert waits["wage_answer"].by is None, "no period of the law runs for an answer"
    assert "wage_inspector" not in waits
    assert "wage_inspector" in {one.code for one in walk(Problem.PAY, done, date(2026, 6, 10))}
    assert "wage_inspector" in {
        one.code for one in walk(Problem.PAY, {**done, "wage_answer": date(2026, 6, 3)}, date(2026, 6, 4))
    }


def test_silence_of_the_inspector_is_no_approval() -> None:
    """Referred on Monday 8 June: no decision on 17 June, so the measure was not approved (459; 25/06/2019 n° 952)."""
    done = {"inspector_approval": DAY, "mandate_referral": date(2026, 6, 8)}
    assert "mandate_contest" not in {one.code for one in walk(Problem.MANDATE, done, date(2026, 6, 16))}
    assert "mandate_contest" in {one.code for one in walk(Problem.MANDATE, done, date(2026, 6, 17))}


def test_harassment_and_strain_of_old_reports_read_as_the_kinds_of_today() -> None:
    for harm, problem in ((Harm.HARASSMENT, "harassment"), (Harm.ACCIDENT, "accident"), (Harm.WEAR, "strain")):
        for agreed in (None, False, True):
            before = next_act("health", "none", DAY, FILED, known=Known(harm=harm, agreed=agreed))
            assert before == next_act(problem, "none", DAY, FILED, known=Known(harm=harm, agreed=agreed))


def test_no_code_that_a_case_may_hold_has_gone() -> None:
    """The codes of the first edition are kept in sealed reports and timelines: each still says what it said."""
    assert set(FIRST_EDITION) <= set(ACTS)


FIRST_EDITION = [
    "go_to_court",
    "read_letter",
    "stay_available",
    "date_the_stop",
    "date_the_pay",
    "establish_end",
    "ask_in_writing",
    "claim_certificate",
    "claim_ipe",
    "choose_assistant",
    "hearing_in_time",
    "watch_notification",
    "contest_sanction",
    "denounce_receipt",
    "do_not_resign",
    "court_if_resigned",
    "read_paper",
    "inspector_approval",
    "individual_claim",
    "ask_agreement",
    "written_note",
    "register_answer",
    "wage_claim",
    "hours_evidence",
    "ask_what_happened",
    "ask_about_accident",
    "see_doctor_at_once",
    "tell_accident",
    "call_person",
    "harassment_diary",
    "see_doctor",
    "occupational_doctor",
    "harassment_letter",
    "harassment_paths",
    "check_declaration",
    "safety_duty",
    "leave_and_holidays",
    "compare_treatment",
    "record_obstruction",
    "compare_cnss",
    "read_contract",
    "pregnancy",
    "night_transport",
    "surveillance",
    "transfer",
]


def test_nothing_reaches_the_employer_before_the_person_agreed() -> None:
    """Of the kinds that hurt: no letter, no declaration, no committee, whatever was done before."""
    everything = dict.fromkeys(ACTS, DAY)
    for problem in ("accident", "harassment", "strain", "health"):
        for agreed in (None, False):
            found = next_act(problem, "none", DAY, FILED, known=Known(agreed=agreed), done=everything, on=FILED)
            speaks = {"tell_accident", "check_declaration", "safety_duty", "harassment_letter", "first_certificate"}
            assert not speaks & {one.code for one in found}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('place = 1\nwhen = [{ paper = ["letter"] }]', "paper is never letter"),
        ('place = 1\nwhen = [{ colour = ["red"] }]', "colour is no fact"),
        ('place = 1\nwhen = []\nedition = 2', "edition, which nothing reads"),
        ('place = 1\nwhen = []\n[[step]]\ncode = "nobody"', "nobody is worded nowhere"),
        ('place = 1\nwhen = []\n[[step]]\ncode = "go_to_court"\nwhat = "x"\nwho = "legal"\narticles = []', "elsewhere"),
        ('place = 1\nwhen = []\n[[step]]\ncode = "go_to_court"\nperiod = "ninety_days"', "ninety_days"),
        ('place = 1\nwhen = []\n[[step]]\ncode = "go_to_court"\nperiod = "appeal"\nfollow_up = 3', "no term of ours"),
        ('place = 1\nwhen = []\n[[step]]\ncode = "go_to_court"\nfollow_up = 3', "name it"),
        ('place = 1\nwhen = []\n[[step]]\ncode = "go_to_court"\nopens = "nothing"', "names none"),
        ('place = 1\nwhen = []\n[[step]]\ncode = "x"\nwhat = "x"\nwho = "me"\narticles = []', "me"),
        ('place = 1\nwhen = []\n[[step]]\ncode = "x"\nwhat = "x"\nwho = "legal"\narticles = ["ct 9999"]', "ct 9999"),
    ],
)  # fmt: skip
def test_a_wrong_word_in_a_declaration_is_refused_at_once(wrong: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read({**FILES, "zz": wrong})


def test_a_path_that_changes_words_opens_what_follows_all_the_same() -> None:
    """What was done is known by its code: another wording, or another place, takes nothing from it."""
    changed = {**FILES, "wages": FILES["wages"].replace("Gather payslips", "Collect payslips")}
    declared = read(changed)
    done = {"wage_claim": date(2026, 6, 1)}
    found = next_act("pay", "none", DAY, FILED, known=AGREED, done=done, on=FILED, declared=declared)
    assert "wage_answer" in {one.code for one in found}


def test_who_acts_is_one_of_us_or_the_other_side() -> None:
    assert {act.who for act in ACTS.values()} >= {Who.DELEGATE, Who.ORGANISER, Who.LEGAL, Who.EMPLOYER, Who.INSPECTOR}
    assert all(one.counted_from is not CountedFrom.AFTER or one.after for _path, one in EVERY)
