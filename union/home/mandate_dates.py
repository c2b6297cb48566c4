"""What falls due of one's mandate, as lines of an agenda."""

from __future__ import annotations

from flask import url_for

from union.cases import date_words
from union.cases.clocks import Clock
from union.cases.dates import Dated
from union.home.acts import Act
from union.languages.saying import in_language
from union.law.dates.periods import PERIODS, Rule
from union.law.sources.articles import cite
from union.mandates import due
from union.store.reach import ReachSession
from union.web.locale import language, today


def acts(session: ReachSession) -> list[Act]:
    """The open dates of one's meetings, the soonest first."""
    return [_act(one) for one in due.open_dates(due.mine(session), today())]


def _act(one: due.Due) -> Act:
    said = Dated(one.rule)
    clock = Clock.OURS if one.ours else Clock.CLAIM if one.on < today() else Clock.THEIRS
    what = date_words.what(said)
    if one.rule in set(Rule):
        period = PERIODS[Rule(one.rule)]
        what = date_words.by_whom(in_language(period.act, language()), period.bound)
    articles = date_words.articles(said)
    return Act(
        what,
        one.on,
        "",
        url_for("mandates.meeting", meeting_id=one.meeting_id),
        "",
        in_language(cite(articles), language()),
        clock=clock.value,
    )
