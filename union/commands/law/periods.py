"""`union law deadline` and `union law rates`: when a period ends, and what the minimum wage was."""

from datetime import date

import click

from union.commands.law.saying import json_option, language_option, listed, print_json, say, stop
from union.languages.saying import answer_in_language, in_language
from union.law.dates.calendar import ANNOUNCED, EXPECTED, fixed_holidays
from union.law.dates.deadlines import Rule, read_deadline
from union.law.dates.periods import PERIODS
from union.law.facts import BadFacts
from union.law.procedure.checks import deadline_json
from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given
from union.law.terms.rates import SMIG, smig
from union.law.texts import VERSIONS, version


@click.command()
@click.argument("rule", required=False)
@click.option("--from", "start", metavar="DATE", help="The day it runs from, YYYY-MM-DD.")
@click.option(
    "--hour", metavar="HH:MM", help="The hour, for the periods of 48 hours; any other says that it plays no part."
)
@click.option("--holiday", "announced", multiple=True, metavar="DATE", help="A religious holiday, once announced.")
@click.option("--expected", multiple=True, metavar="DATE", help="A religious holiday expected and not announced yet.")
@json_option
@language_option
def deadline(
    rule: str | None,
    start: str | None,
    hour: str | None,
    announced: tuple[str, ...],
    expected: tuple[str, ...],
    as_json: bool,
    language: str,
) -> None:
    """Say when the period RULE ends; without RULE, list the periods known.

    A religious holiday is never computed: a person enters it. An expected one is avoided and never relied on.
    """
    if rule is None and (start, hour, announced, expected) == (None, None, (), ()):
        listed({str(each): in_language(PERIODS[each].act, language) for each in Rule}, as_json)
        return
    try:
        entered = {**_days("--expected", expected, EXPECTED), **_days("--holiday", announced, ANNOUNCED)}
        found = read_deadline(rule or "", start, hour, entered)
    except BadFacts as refused:
        stop(in_language(refused.sentence, language))
    shown = answer_in_language(deadline_json(found), language)
    listed(shown if as_json else {name: value for name, value in shown.items() if name != "versions"}, as_json)


def _days(option: str, days: tuple[str, ...], name: str) -> dict[date, str]:
    return {Given({option: day}, (option,)).needed_act(option): name for day in days}


@click.command()
@click.option("--on", metavar="DATE", help="The day, YYYY-MM-DD; without it, every rate known.")
@json_option
@language_option
def rates(on: str | None, as_json: bool, language: str) -> None:
    """Print the minimum wage (SMIG) in force on a day, by the hour and for 191 hours.

    With --on, also the version of each text in force that day and the year's fixed paid holidays.
    """
    try:
        day = Given({"--on": on}, ("--on",)).act("--on")
        if day and day < SMIG[0].since:
            raise refuse("--on", "before_rates", since=SMIG[0].since)
    except BadFacts as refused:
        stop(in_language(refused.sentence, language))
    shown = [one.as_json() for one in ([smig(day)] if day else SMIG)]
    if day is None:
        print_json(shown) if as_json else say(*("  ".join(row.values()) for row in shown))
        return
    found = (version(text, day) for text in VERSIONS)
    texts = answer_in_language([one.as_json() for one in found if one], language)
    days = [
        {"on": on.isoformat(), "name": in_language(name, language)} for on, name in fixed_holidays(day.year).items()
    ]
    if as_json:
        print_json({**shown[0], "versions": texts, "holidays": days})
        return
    say("  ".join(shown[0].values()), *(f"{one['text']}  {one['since']}" for one in texts))
    say(*(f"{one['on']}  {one['name']}" for one in days))
