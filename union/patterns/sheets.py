"""What leaves of a pattern, a line of time or a comparison, in French and in Arabic: figures and codes, and a name
only where its bearer allowed it or the employer knows already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from babel.lists import format_list

from union.cases.letters import articles, filled
from union.cases.subjects import Place
from union.grievances.hanging import SAID_ALLEGED, SAID_LABELS, SAID_MEASURES
from union.languages.figures import day, month, number
from union.languages.saying import in_language
from union.law.sources.sentence import Sentence
from union.patterns.comparing import Compared
from union.patterns.counting import LEAST, Line, Rate
from union.patterns.line_of_time import Line as LineOfTime
from union.patterns.line_of_time import Point
from union.patterns.told import Told
from union.patterns.words import ON_PAPER, on_paper
from union.press.content import Paper, Part, left_to_right, name

SAID: dict[str, Sentence] = {
    "annex": Sentence("Annex for the labour inspector: cases that have something in common"),
    "exhibit": Sentence("Exhibit: union events and measures on one line of time"),
    "lesser": Sentence("Exhibit: lesser sanctions for the same fault"),
    "what": Sentence("What they have in common"),
    "the_same": Sentence("The same {thread}: {label}."),
    "a_supervisor": Sentence("The same supervisor, whose name is given to the inspector by word of mouth."),
    "how_many": Sentence("{cases} cases of {people} people between {first} and {last}."),
    "by_month": Sentence("By month"),
    "a_month": Sentence("{month}", context="month of a table"),
    "beside": Sentence("Beside the rest of the site"),
    "rate": Sentence(
        "The rest of the site: {rest} cases of {heads} people at work in 365 days, which is {rate} in a hundred people "
        "and year. As many cases as here would be those of a group of {group} people at that rate."
    ),
    "no_rate": Sentence("No rate of the rest of the site is told: too few cases, or no headcount known."),
    "honest": Sentence(
        "Only cases that reached the union are counted, here and there. The figures show a difference; they do not "
        "prove its cause."
    ),
    "cases": Sentence("The cases"),
    "foot": Sentence("Made on {day} by the union. Each code stands for a case whose papers the union keeps."),
    "read": Sentence("How to read it"),
    "line": Sentence("The line of time"),
    "days_after": Sentence("{days} days after the union event before it"),
    "knew": Sentence("the employer knew of that event before"),
    "known_since": Sentence("known to the employer since {day}"),
    "somebody": Sentence("Person {sign}"),
    "everybody": Sentence("The whole site"),
    "base": Sentence("What is usual at the site"),
    "before": Sentence(
        "Measures in the 365 days before the first union event that a measure followed, in a hundred people and year"
    ),
    "active": Sentence("Since then, people with union events"),
    "others": Sentence("Since then, everybody else"),
    "hidden": Sentence("not told: fewer than five people"),
    "of_rate": Sentence("{rate} ({number} of {people} people in {days} days)"),
    "law": Sentence("The law"),
    "freedom": Sentence(
        "No measure may rest on union membership or activity: an attack on union freedom and any discrimination for "
        "it in conduct, sanctions or dismissal are banned ({nine}), and no ground of sanction ({thirty_six})."
    ),
    "fine": Sentence(
        "The Code fines it: 15,000 to 30,000 dirhams for discrimination ({twelve}), 25,000 to 30,000 for obstructing "
        "union rights ({obstruct}); both are doubled on recidivism."
    ),
    "judge": Sentence(
        "That a measure follows an event does not prove that it was taken because of it: the judge weighs the days, "
        "what the employer knew, and the reason that it gives."
    ),
    "names": Sentence(
        "Only union events stand here that the employer knows of, or whose bearer agreed to be named with them."
    ),
    "compared": Sentence(
        "For the same fault ({fault}), at the same employer, {people} other people received a lesser measure than "
        "{measure}: {list}."
    ),
    "one_of": Sentence("{measure}: {number}", context="measures"),
    "to_ask": Sentence(
        "The union asks that the files of these sanctions be produced, and why this case was treated otherwise. Only "
        "cases that reached the union are counted."
    ),
}
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def said(key: str, language: str, **values: str) -> str:
    """One of these sentences with its values."""
    return filled(SAID[key], language, **values)


def may_leave(line: Line, ticked: Sequence[Told]) -> bool:
    """Whether a paper may be made of these: five people at least, and no confidential case."""
    return len({one.person for one in ticked}) >= LEAST and not any(one.confidential for one in ticked)


def annex(
    line: Line, ticked: Sequence[Told], names: Mapping[UUID, str], place: Place, language: str, on: date
) -> Paper:
    """The ticked cases of a pattern. `names` by the ids of cases: empty unless each person allowed theirs."""
    days = sorted(one.said.on for one in ticked)
    people = {one.person for one in ticked}
    counted = said(
        "how_many",
        language,
        cases=number(len(ticked), language),
        people=number(len(people), language),
        first=day(days[0], language),
        last=day(days[-1], language),
    )
    parts = [
        Part(said("what", language), (_common(line, language), counted)),
        Part(said("by_month", language), pairs=_months(ticked, language)),
        Part(said("beside", language), (_rest(line, ticked, language), said("honest", language))),
        Part(said("cases", language), points=tuple(_case(one, names.get(one.id, ""), language) for one in ticked)),
    ]
    return _paper("annex", parts, place, language, on)


def _common(line: Line, language: str) -> str:
    label = on_paper(line.thread, line.spellings[0], language)
    if not label:
        return said("a_supervisor", language)
    thread = in_language(SAID_LABELS[line.thread.value], language)
    return said("the_same", language, thread=thread, label=name(label))


def _months(ticked: Iterable[Told], language: str) -> tuple[tuple[str, str], ...]:
    tally: dict[date, int] = {}
    for one in sorted(ticked, key=lambda each: each.said.on):
        first = one.said.on.replace(day=1)
        tally[first] = tally.get(first, 0) + 1
    return tuple(
        (said("a_month", language, month=month(one, language)), number(n, language)) for one, n in tally.items()
    )


def _rest(line: Line, ticked: Sequence[Told], language: str) -> str:
    if line.rest is None:
        return said("no_rate", language)
    return said(
        "rate",
        language,
        rest=number(line.rest.number, language),
        heads=number(line.rest.people, language),
        rate=number(line.rest.per_hundred, language),
        group=number(-(-len(ticked) * line.rest.people // line.rest.number), language),
    )


def _case(one: Told, called: str, language: str) -> tuple[str, str]:
    who = f"{left_to_right(one.code)} · {name(called)}" if called else left_to_right(one.code)
    return who, filled(Sentence("{day}"), language, day=day(one.said.on, language))


def exhibit(line: LineOfTime, names: Mapping[UUID, str], place: Place, language: str, on: date) -> Paper:
    """The line of time of one person or of a site. `names` of everybody on it, as far as they open."""
    members = dict.fromkeys(one.member for one in line.points if one.member is not None and one.member not in names)
    signs = {member: _sign(at) for at, member in enumerate(members)}
    parts = [
        Part(said("read", language), (said("names", language), said("judge", language))),
        Part(said("line", language), points=tuple(_point(one, names, signs, language) for one in line.points)),
        Part(said("base", language), points=_rates(line, language)),
        Part(said("law", language), law(language)),
    ]
    return _paper("exhibit", [one for one in parts if one != Part(one.heading)], place, language, on)


def law(language: str) -> tuple[str, ...]:
    """The articles on union freedom, as the sources read them."""
    cited = {"nine": ("ct 9",), "thirty_six": ("ct 36",)}
    fines = {"twelve": ("ct 12",), "obstruct": ("ct 428",)}
    return (
        said("freedom", language, **{key: articles(keys, language) for key, keys in cited.items()}),
        said("fine", language, **{key: articles(keys, language) for key, keys in fines.items()}),
    )


def _sign(at: int) -> str:
    return SIGNS[at % len(SIGNS)] + (str(at // len(SIGNS)) if at >= len(SIGNS) else "")


def _point(one: Point, names: Mapping[UUID, str], signs: Mapping[UUID, str], language: str) -> tuple[str, str]:
    if one.member is None:
        who = said("everybody", language)
    elif one.member in names:
        who = name(names[one.member])
    else:
        who = said("somebody", language, sign=left_to_right(signs[one.member]))
    told = [who, in_language(ON_PAPER[one.what], language)]
    if one.of_union and one.known_on is not None:
        told.append(said("known_since", language, day=day(one.known_on, language)))
    if one.since is not None:
        told.append(said("days_after", language, days=number(one.since, language)))
    if one.since_known:
        told.append(said("knew", language))
    return filled(Sentence("{day}"), language, day=day(one.on, language)), " · ".join(told)


def _rates(line: LineOfTime, language: str) -> tuple[tuple[str, str], ...]:
    if line.before is None:
        return ()
    shown = (("before", line.before), ("active", line.active), ("others", line.others))
    return tuple((said(key, language), _rate(rate, language)) for key, rate in shown)


def _rate(rate: Rate | None, language: str) -> str:
    if rate is None:
        return said("hidden", language)
    values = {"number": rate.number, "people": rate.people, "days": rate.days}
    figures = {key: number(value, language) for key, value in values.items()}
    return said("of_rate", language, rate=number(Decimal(rate.per_hundred), language), **figures)


def comparison(found: Compared, place: Place, language: str, on: date) -> Paper:
    """How many were sanctioned less, and how: no code and no name."""
    return _paper("lesser", [Part(paragraphs=sentences(found, language))], place, language, on)


def sentences(found: Compared, language: str) -> tuple[str, str]:
    """The lines for a letter or an exhibit. Only of a comparison that has its fault and its measure."""
    assert found.alleged is not None
    assert found.measure is not None
    each = [
        said("one_of", language, measure=in_language(SAID_MEASURES[one], language), number=number(count, language))
        for one, count in found.by_measure
    ]
    return (
        said(
            "compared",
            language,
            fault=in_language(SAID_ALLEGED[found.alleged], language),
            people=number(found.people, language),
            measure=in_language(SAID_MEASURES[found.measure], language),
            list=format_list(each, locale=language),
        ),
        said("to_ask", language),
    )


def _paper(title: str, parts: Sequence[Part], place: Place, language: str, on: date) -> Paper:
    where = filter(None, (place.employer.legal_name, place.site.called_in(language), place.site.town_in(language)))
    return Paper(
        language=language,
        title=said(title, language),
        under=" · ".join(map(name, where)),
        parts=tuple(parts),
        foot=said("foot", language, day=day(on, language)),
        reference="",
    )
