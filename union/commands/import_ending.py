"""How the command of an import ends: what keeps a list from being written, each with an exit code of its own."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from union.imports.records.models import ImportState
from union.imports.records.outcomes import StoredMessage
from union.tables.columns.asking import DATES, DECIMALS, WAGES, Question

NOT_AGREED = 3  # exit code: the file has problems, and nobody said to import the good rows only
NOT_ANSWERED = 4  # exit code: the file leaves something open that a person has to say
NOT_CONFIRMED = 5  # exit code: the list is unusual, and nobody said why it is right
ASSUMED = {DATES: "the day first (--dates dmy)", WAGES: "pay for a month (--wages monthly)"}
UNSETTLED = {
    DATES: "nothing tells the day from the month, say --dates dmy or --dates mdy.",
    WAGES: "the pay may be for a month, an hour or a year, say --wages monthly, hourly or yearly.",
    DECIMALS: "1,234 can mean two things, say --decimals comma or --decimals point.",
}
UNUSUAL = {
    "many_changed": "many of the people known would change",
    "many_values": "much of what is known would change",
    "headcounts_halved": "headcounts fall to half or less",
    "many_refused": "many of its rows are refused",
    "site_vanishes": "most of the workplace would be gone",
    "wages_halved": "wages fall to half or less",
    "damaged": "files of the register cannot be read",
}


def confirmed(unusual: Sequence[StoredMessage], words: str, *, apply_: bool, yes: bool) -> str:
    """Why an unusual list is right: as said by the option, else as typed; who says yes to everything says that."""
    if not unusual or words or not apply_:
        return words
    if yes:
        return "--yes"
    if not sys.stdin.isatty():
        return ""
    told = ", ".join(UNUSUAL[one.code] for one in unusual)
    return str(click.prompt(f"This list is unusual ({told}). Why is it right?", default="", err=True))


def unconfirmed(plan: ImportState) -> bool:
    """Whether a list is unusual, and nobody said why it is right."""
    return bool(plan.unusual) and not plan.confirmed


def may_be_written(plan: ImportState, unanswered: Sequence[Question], *, apply_: bool, yes: bool) -> bool:
    """Whether nothing but its problems keeps a list from being written."""
    return apply_ and not unconfirmed(plan) and (yes or not unanswered)


def asked_in_words(asked: Sequence[Question]) -> str:
    """What has to be said before anything is written, and by which option."""
    return " ".join(f"Column {one.header}: {UNSETTLED[one.kind]}" for one in asked)


def left_open(asked: Sequence[Question]) -> list[Question]:
    """What a person has to say before anything is written, and has not said."""
    return [one for one in asked if one.needed and not one.answer]


def assumed_in_words(asked: Sequence[Question]) -> str:
    """How what was left open was read, where the caller told us to go on without an answer."""
    return " ".join(f"Column {one.header}: read as {ASSUMED[one.kind]}." for one in asked)


def end(answer: Mapping[str, Any], unanswered: Sequence[Question], plan: ImportState, *, yes: bool) -> None:
    """What is said after a list was to be written; where nothing was, every reason, and the exit code of the first."""
    reasons: dict[int, str] = {}
    if unanswered and not yes:
        reasons[NOT_ANSWERED] = asked_in_words(unanswered)
    if unconfirmed(plan):
        told = ", ".join(UNUSUAL[one.code] for one in plan.unusual)
        reasons[NOT_CONFIRMED] = f"The list is unusual: {told}. Say why this is right with --confirm WORDS."
    if "imported" not in answer and answer["problems"] and not yes:
        reasons[NOT_AGREED] = "Correct the problems, or add --yes to import the good rows only."
    if reasons:
        click.echo(f"Nothing was imported. {' '.join(reasons.values())}", err=True)
        sys.exit(next(iter(reasons)))
    if unanswered:
        click.echo(assumed_in_words(unanswered), err=True)
