"""The periods that run in a case: how long, from what, counted how, and by which article."""

from dataclasses import dataclass
from enum import StrEnum

from union.law.sources.sentence import Sentence
from union.law.sources.source import Status


class Rule(StrEnum):
    """The periods known, by the act that they bound."""

    ACTION_AFTER_DISMISSAL = "action_after_dismissal"
    RECEIPT_DENUNCIATION = "receipt_denunciation"
    DISCIPLINARY_HEARING = "disciplinary_hearing"
    DECISION_NOTIFICATION = "decision_notification"
    WAGE_CLAIMS = "wage_claims"
    IPE_CLAIM = "ipe_claim"
    APPEAL = "appeal"
    ACCIDENT_REPORT = "accident_report"
    ACCIDENT_DECLARATION = "accident_declaration"
    WORK_CERTIFICATE = "work_certificate"
    DELEGATE_ANSWER = "delegate_answer"
    DELEGATES_NOTE = "delegates_note"
    COLLECTIVE_AUTHORISATION = "collective_authorisation"
    UNION_INFORMATION = "union_information"
    STRIKE_NOTICE = "strike_notice"
    STRIKE_NOTICE_NATIONAL = "strike_notice_national"
    STRIKE_CLAIMS = "strike_claims"
    PREGNANCY_CERTIFICATE = "pregnancy_certificate"
    ELECTORAL_LIST_CLAIM = "electoral_list_claim"
    INSPECTOR_APPROVAL = "inspector_approval"
    SICKNESS_NOTICE = "sickness_notice"
    ACCIDENT_CERTIFICATE = "accident_certificate"
    LAST_WAGES_DISMISSED = "last_wages_dismissed"
    LAST_WAGES_RESIGNED = "last_wages_resigned"
    DATA_CORRECTION = "data_correction"
    BARGAINING_ANSWER = "bargaining_answer"
    PROVINCIAL_BOARD = "provincial_board"
    BOARD_ATTEMPT = "board_attempt"
    NATIONAL_BOARD = "national_board"
    COMMITTEE_REPORT = "committee_report"
    LIST_ANSWER = "list_answer"
    LIST_COURT = "list_court"
    LIST_JUDGMENT = "list_judgment"
    SECOND_ROUND = "second_round"
    POLL_MINUTES = "poll_minutes"
    POLL_CHALLENGE = "poll_challenge"
    CHALLENGE_JUDGMENT = "challenge_judgment"
    PARTIAL_ELECTION = "partial_election"


class Count(StrEnum):
    """How a period is counted."""

    WITHIN = "within"
    """The first day is not counted, the last one is: the shorter reading, which the Code leaves open."""
    FRANCS = "francs"
    """Neither the first day nor the last is counted (CPC 512)."""
    EARLIEST = "earliest"
    """Full days must pass: the act may come on the day after the last of them (organic law 97-15, art 32)."""
    BEFORE = "before"
    """Counted back from a planned date."""


class Unit(StrEnum):
    """What a period is counted in."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Period:
    """A length, how it is counted, whom it binds (us, employer, authority) and whether a letter can meet it."""

    length: int
    unit: Unit
    articles: tuple[str, ...]
    act: Sentence
    bound: str = "us"
    count: Count = Count.WITHIN
    by_letter: bool = False
    status: Status = Status.VERIFIED
    first_day_may_count: bool = False
    """True where the day it runs from was once counted in: the day before the last is safe."""


PERIODS: dict[Rule, Period] = {
    Rule.ACTION_AFTER_DISMISSAL: Period(
        90,
        Unit.DAYS,
        ("ct 65",),
        Sentence("bring the dismissal before the court"),
    ),
    Rule.RECEIPT_DENUNCIATION: Period(
        60,
        Unit.DAYS,
        ("ct 75",),
        Sentence("denounce the receipt for full settlement, naming the rights claimed"),
        by_letter=True,
    ),
    Rule.DISCIPLINARY_HEARING: Period(
        8,
        Unit.DAYS,
        ("ct 62",),
        Sentence("hear the employee"),
        bound="employer",
    ),
    Rule.DECISION_NOTIFICATION: Period(
        48,
        Unit.HOURS,
        ("ct 63",),
        Sentence("notify the decision to the employee"),
        bound="employer",
    ),
    Rule.WAGE_CLAIMS: Period(
        2,
        Unit.YEARS,
        ("ct 395", "doc 381", "doc 382", "doc 383", "doc 386"),
        Sentence("claim the wages, in writing with a certain date or in court"),
        by_letter=True,
    ),
    Rule.IPE_CLAIM: Period(
        60,
        Unit.DAYS,
        ("ipe",),
        Sentence("claim the job-loss allowance from the social security fund"),
        status=Status.VERIFIED_2,
    ),
    Rule.APPEAL: Period(
        30,
        Unit.DAYS,
        ("cpc 19", "cpc 21", "cpc 287", "cpc 512"),
        Sentence("appeal against the judgment"),
        count=Count.FRANCS,
    ),
    Rule.ACCIDENT_REPORT: Period(
        48,
        Unit.HOURS,
        ("at 14",),
        Sentence("tell the employer of the accident"),
    ),
    Rule.ACCIDENT_DECLARATION: Period(
        5,
        Unit.DAYS,
        ("at 15",),
        Sentence("declare the accident to the insurer"),
        bound="employer",
    ),
    Rule.WORK_CERTIFICATE: Period(
        8,
        Unit.DAYS,
        ("ct 72",),
        Sentence("hand over the certificate of employment"),
        bound="employer",
    ),
    Rule.DELEGATE_ANSWER: Period(
        6,
        Unit.DAYS,
        ("ct 461",),
        Sentence("answer the delegates' note in the register"),
        bound="employer",
    ),
    Rule.DELEGATES_NOTE: Period(
        2,
        Unit.DAYS,
        ("ct 461",),
        Sentence("hand in the delegates' written note"),
        count=Count.BEFORE,
    ),
    Rule.COLLECTIVE_AUTHORISATION: Period(
        2,
        Unit.MONTHS,
        ("ct 67",),
        Sentence("decide on authorising the dismissals"),
        bound="authority",
    ),
    Rule.UNION_INFORMATION: Period(
        1,
        Unit.MONTHS,
        ("ct 66",),
        Sentence("inform the staff delegates and union representatives"),
        bound="employer",
        count=Count.BEFORE,
    ),
    Rule.STRIKE_NOTICE: Period(
        5,
        Unit.DAYS,
        ("greve 14", "greve 32"),
        Sentence("start the strike"),
        count=Count.EARLIEST,
    ),
    Rule.STRIKE_NOTICE_NATIONAL: Period(
        7,
        Unit.DAYS,
        ("greve 14", "greve 32"),
        Sentence("start the national strike"),
        count=Count.EARLIEST,
    ),
    Rule.STRIKE_CLAIMS: Period(
        15,
        Unit.DAYS,
        ("greve 13", "greve 32"),
        Sentence("call the strike after the list of claims"),
        count=Count.EARLIEST,
    ),
    Rule.PREGNANCY_CERTIFICATE: Period(
        15,
        Unit.DAYS,
        ("ct 160",),
        Sentence("send the pregnancy certificate by registered letter"),
        by_letter=True,
    ),
    Rule.INSPECTOR_APPROVAL: Period(
        8,
        Unit.DAYS,
        ("ct 459",),
        Sentence("approve or refuse the measure against somebody protected; silence is no approval"),
        bound="authority",
    ),
    Rule.SICKNESS_NOTICE: Period(
        48,
        Unit.HOURS,
        ("ct 271",),
        Sentence("tell the employer of the absence for sickness and justify it"),
    ),
    Rule.ACCIDENT_CERTIFICATE: Period(
        24,
        Unit.HOURS,
        ("at 19",),
        Sentence("hand the employer the initial medical certificate of the accident, in three copies"),
    ),
    Rule.LAST_WAGES_DISMISSED: Period(
        24,
        Unit.HOURS,
        ("ct 365",),
        Sentence("pay the last wages of somebody paid by the hour or the day who was dismissed"),
        bound="employer",
    ),
    Rule.LAST_WAGES_RESIGNED: Period(
        72,
        Unit.HOURS,
        ("ct 365",),
        Sentence("pay the last wages of somebody paid by the hour or the day who left"),
        bound="employer",
    ),
    Rule.DATA_CORRECTION: Period(
        10,
        Unit.DAYS,
        ("donnees 8",),
        Sentence("correct or erase the data"),
        bound="employer",
    ),
    Rule.BARGAINING_ANSWER: Period(
        7,
        Unit.DAYS,
        ("ct 97",),
        Sentence("answer the notice to bargain in writing"),
        bound="employer",
    ),
    Rule.PROVINCIAL_BOARD: Period(
        3,
        Unit.DAYS,
        ("ct 556",),
        Sentence("bring the dispute before the provincial board"),
        bound="authority",
    ),
    Rule.BOARD_ATTEMPT: Period(
        6,
        Unit.DAYS,
        ("ct 560",),
        Sentence("try to settle the dispute before the provincial board"),
        bound="authority",
    ),
    Rule.NATIONAL_BOARD: Period(
        3,
        Unit.DAYS,
        ("ct 563",),
        Sentence("bring the dispute before the national board"),
        bound="authority",
    ),
    Rule.COMMITTEE_REPORT: Period(
        15,
        Unit.DAYS,
        ("ct 341",),
        Sentence("have the safety committee's report on the accident sent to the inspector"),
        bound="employer",
    ),
    Rule.ELECTORAL_LIST_CLAIM: Period(
        8,
        Unit.DAYS,
        ("ct 441",),
        Sentence("claim against the electoral list that was posted"),
        first_day_may_count=True,
    ),
    Rule.LIST_ANSWER: Period(
        10,
        Unit.DAYS,
        ("ct 442",),
        Sentence("answer in the register the claims against the electoral list"),
        bound="employer",
    ),
    Rule.LIST_COURT: Period(
        18,
        Unit.DAYS,
        ("ct 443", "ct 454"),
        Sentence("bring the electoral list before the court, free of charge"),
    ),
    Rule.LIST_JUDGMENT: Period(
        15,
        Unit.DAYS,
        ("ct 443", "ct 454"),
        Sentence("decide on the electoral list"),
        bound="authority",
    ),
    Rule.SECOND_ROUND: Period(
        10,
        Unit.DAYS,
        ("ct 449",),
        Sentence("hold the second round"),
        bound="employer",
    ),
    Rule.POLL_MINUTES: Period(
        24,
        Unit.HOURS,
        ("ct 449",),
        Sentence("hand the minutes of the ballot to the lists and to the inspector"),
        bound="employer",
    ),
    Rule.POLL_CHALLENGE: Period(
        8,
        Unit.DAYS,
        ("ct 453", "ct 454"),
        Sentence("challenge the election before the court"),
    ),
    Rule.CHALLENGE_JUDGMENT: Period(
        15,
        Unit.DAYS,
        ("ct 454",),
        Sentence("decide on the election; only cassation is open then"),
        bound="authority",
    ),
    Rule.PARTIAL_ELECTION: Period(
        3,
        Unit.MONTHS,
        ("ct 451",),
        Sentence("hold the partial election"),
        bound="employer",
    ),
}

_BY_NAME: dict[str, Period] = {rule.value: period for rule, period in PERIODS.items()}


def period_of(code: str) -> Period | None:
    """The period of this name; None for what is counted by no rule of the law: a hearing, a task, a day of ours."""
    return _BY_NAME.get(code)
