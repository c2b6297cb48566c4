"""Every rule the engine knows, by chapter, with its articles and status, and what each chapter does not cover yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from union.law.checking.findings import Check
from union.law.dates.periods import PERIODS
from union.law.ending import agency, insertion, job_search, requalification, resignation, transfer
from union.law.figures import Method
from union.law.pay import arrears, holidays_worked, leave_earned, overtime, reduced_hours, seniority_bonus
from union.law.pay import history as pay_history
from union.law.procedure import collective_table, discipline, dismissal_table, work_certificate
from union.law.settling import conciliation, receipts
from union.law.social import declared_days, job_loss
from union.law.sources.source import Status


@dataclass(frozen=True, slots=True)
class Known:
    """One rule: its key, its articles, how well it was checked, and the key of the decision behind it."""

    key: str
    articles: tuple[str, ...]
    status: Status = Status.VERIFIED
    case: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its rules, and in plain words what it leaves to a person."""

    title: str
    rules: tuple[Known, ...]
    missing: tuple[str, ...] = ()


def _of(*tables: Mapping[str, Method] | Mapping[str, Check]) -> tuple[Known, ...]:
    found: Iterable[Method | Check] = (one for table in tables for one in table.values())
    return tuple(Known(one.key, one.articles, one.status, one.case) for one in found)


_ENDING = (
    Known("notice", ("ct 13", "ct 14", "ct 43", "ct 44", "ct 45", "ct 51", "ct 243", "preavis 1")),
    Known("severance", ("ct 11", "ct 52", "ct 53", "ct 54", "ct 55", "ct 56", "ct 58"), Status.VERIFIED_2, "divisor"),
    Known("damages", ("ct 41", "ct 59", "ct 70")),
    Known("leave", ("ct 238", "ct 249", "ct 251", "ct 254")),
    Known("notice_debt", ("ct 34", "ct 43", "ct 51", "ct 158", "ct 255")),
    Known("minimum_wage_floor", ("ct 356", "ct 360"), Status.UNVERIFIED),
    Known("wages_due", ("ct 363", "ct 365"), Status.VERIFIED_2, "day_26"),
    Known("remaining_term", ("ct 33",)),
)
_BESIDE = (
    Known("death", ("ct 257", "ct 382", "ct 52")),
    Known("retirement", ("ct 59", "ct 60", "ct 526")),
    Known("force_majeure", ("ct 33", "ct 43", "doc 268", "doc 269")),
)
_PROTECTION = (
    Known("protection", ("ct 457", "ct 458", "ct 472")),
    Known("serious_absence", ("ct 39",)),
)

CHAPTERS: tuple[Chapter, ...] = (
    Chapter(
        "Ending a contract",
        _ENDING,
        (
            "the two days of notice in the trial of those not paid by the month (13) are not counted: pay is "
            "told by the month",
        ),
    ),
    Chapter(
        "Hours off to look for work",
        _of(job_search.METHODS),
        ("whether 30 hours also cap the case beyond 10 km is open",),
    ),
    Chapter("Death, retirement, force majeure", _BESIDE, ("whether severance stays due is open: said, never summed",)),
    Chapter(
        "Fixed term held open-ended",
        (*_of(requalification.CHECKS), Known("requalification_service", ("ct 16",), Status.UNVERIFIED)),
        ("no text gives the gap that breaks a chain: thirty days is a parameter",),
    ),
    Chapter(
        "Agency work and training placements",
        _of(agency.CHECKS, insertion.CHECKS),
        (
            "what the termination of a training placement owes is in no text read: recognised, never summed",
            "whether the user undertaking becomes the employer is open",
        ),
    ),
    Chapter("Resignation", _of(resignation.CHECKS)),
    Chapter(
        "Transfer of the undertaking",
        _of(transfer.CHECKS),
        ("what a collective agreement asks before a transfer, and the works council's opinion, are not asked",),
    ),
    Chapter(
        "Overtime", _of(overtime.METHODS), ("permanent exceptions of hours (190, 192) are in no rule that was read",)
    ),
    Chapter(
        "Seniority bonus",
        (*_of(seniority_bonus.METHODS), Known("seniority_counted_from", ("ct 351",))),
    ),
    Chapter(
        "Leave earned and not taken",
        _of(leave_earned.METHODS),
        ("absences that do not count as work for leave (237, 239) are not taken off",),
    ),
    Chapter(
        "Holidays worked",
        (*_of(holidays_worked.METHODS), Known("holiday_recovery", ("ct 227",))),
        (
            "religious feasts only once a person has entered them",
            "pay by the piece on a holiday (220) is in no rule that was read",
        ),
    ),
    Chapter(
        "Pay over time",
        (*_of(pay_history.METHODS, arrears.METHODS), Known("effective_work", ("ct 54",))),
        (
            "payslips are monthly: twelve months stand for 52 weeks",
            "in a file, months with commissions are left out of the seniority bonus (354 asks for the net of "
            "three months)",
            "no decision read settles whether unjustified absence is taken off effective work (54): it is, and "
            "the other reading stands beside",
        ),
    ),
    Chapter(
        "Discipline and dismissal",
        (*_of(dismissal_table.CHECKS, discipline.CHECKS), *_PROTECTION),
        (
            "whether the list of serious faults (39) is closed is open",
            "the year of the ladder is read as twelve months",
        ),
    ),
    Chapter(
        "Collective or economic dismissal",
        (Known("plan_applies", ("ct 66",)), *_of(collective_table.CHECKS)),
        ("article 71 gives its criteria no weight: no ranking is computed, comparisons are shown",),
    ),
    Chapter(
        "Staff delegates",
        (Known("delegate_hours", ("ct 456",)), Known("monthly_meeting", ("ct 460",))),
        ("whether the time of the monthly meeting counts among the fifteen hours stands in no text read",),
    ),
    Chapter(
        "Elections of staff delegates",
        (
            Known("delegate_seats", ("ct 430", "ct 431", "ct 433")),
            Known("college_split", ("ct 434", "ct 435"), Status.UNVERIFIED),
            Known("election_calendar", ("ct 440", "ct 441", "ct 444", "ct 449", "ct 451")),
            Known("list_seats", ("ct 448", "ct 450")),
            Known("enterprise_share", ("ct 425",)),
            Known("national_share", ("ct 425",)),
            Known("national_missing", ("ct 425",)),
            Known("union_representatives", ("ct 470", "ct 472")),
        ),
        (
            "whether a tranche of 500 that has begun gives a seat is open: both numbers are shown",
            "the days of the order for the next round are not known: those of 2021 stand in their place, to be "
            "confirmed",
            "whether full delegates alone or alternates too count for the 35 % is open: both are shown where they "
            "differ",
            "which elected people of the public sector count for the 6 %, and whether alternates do, is open: the "
            "figures are taken as their source counts them",
            "what proves the independence and the capacity to contract stands in no text read",
            "a list with fewer candidates than seats is in no rule that was read",
        ),
    ),
    Chapter(
        "Union sections",
        (
            Known("section_deposit", ("ct 414", "ct 415")),
            Known("section_change", ("ct 414", "ct 415", "ct 418"), Status.UNVERIFIED),
            Known("section_term", ("ct 418",), Status.UNVERIFIED),
        ),
        (
            "no number of days was read for the filing of a section or of a change: it is filed at once",
            "that a registered letter proves the deposit on the day of its posting is a reading",
            "the term of the officers stands in the statutes of each section: it is asked, never assumed",
            "the list of convictions of article 416 is not written out: each officer is asked",
        ),
    ),
    Chapter("Reduced hours", _of(reduced_hours.CHECKS, reduced_hours.METHODS)),
    Chapter(
        "Receipts and conciliation",
        (
            *_of(receipts.CHECKS, conciliation.CHECKS),
            Known("earlier_contracts", ("ct 75", "ct 76"), Status.VERIFIED_2, "receipt_seniority"),
            Known("action_filed", ("ct 75",), Status.UNVERIFIED),
            Known("conciliation_final", ("ct 41", "ct 532"), Status.VERIFIED_2, "final_conciliation"),
        ),
    ),
    Chapter(
        "Job-loss allowance and declared days",
        _of(job_loss.CHECKS, job_loss.METHODS, declared_days.CHECKS, declared_days.METHODS),
        ("a reform of the conditions was not found adopted: to be checked with the fund",),
    ),
    Chapter("Certificate of work", _of(work_certificate.CHECKS)),
    Chapter(
        "Periods",
        tuple(Known(str(rule), period.articles, period.status) for rule, period in PERIODS.items()),
        (
            "whether the courts count article 65 in full days is open: the shorter reading is used",
            "the new code of civil procedure was not found published: the periods are those of 1974",
            "48 hours are counted by the clock that people read: the hour that it gains or loses around Ramadan "
            "is not taken off",
        ),
    ),
)
