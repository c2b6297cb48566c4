"""The questions of a page on which dates are decided, as fields: each date with what happens, why, and to which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, TypeVar, cast

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import HiddenField

from union.cases.closing import UNDECIDED, Question
from union.cases.closing_answers import Answer, Fate
from union.cases.closing_words import AFTERWARDS, FATES, article, days, what
from union.web.forms.chosen import Choice
from union.web.forms.form import Form
from union.web.forms.typed import Day, Prose

_FIELD = re.compile(r"(?:fate|why|to)_[0-9a-f]{12}", re.ASCII)

Kind = TypeVar("Kind", bound="DatesForm")


class DatesForm(Form):
    """A form that asks what happens with dates; `asked_of` makes one for those that run now."""

    questions: ClassVar[list[Question]] = []
    every: ClassVar[bool] = True  # whether each has to be decided

    asked = HiddenField()

    def accepts(self, version: int | None = None) -> bool:
        """As of every form; and where other dates run now than were asked about, both are shown, with what was
        typed."""
        sent = request.form.get("asked", "")
        if not self.only_shown and sent != _tokens(self.questions):
            mine, theirs = sent.split(), [f"{what(one)} {days(one)}" for one in self.questions]
            before = ngettext("%(num)s date", "%(num)s dates", len(mine))
            self.overtaken = True
            self.conflict = [(str(_("Dates that still run")), before, str(_(", ")).join(theirs) or "–")]
            self.asked.data = _tokens(self.questions)
            return False
        return super().accepts(version) and self._is_decided()

    def _is_decided(self) -> bool:
        for one in self.questions:
            if self.every and self[f"fate_{one.token}"].data is None:
                self[f"fate_{one.token}"].errors = [UNDECIDED]
        return not self.errors

    def answers(self) -> list[Answer]:
        """What was decided."""
        return [_answer(self, one) for one in self.questions if self[f"fate_{one.token}"].data is not None]

    def shown(self) -> Iterator[dict[str, Any]]:
        """Each question with its words and its fields."""
        for one in self.questions:
            named = {name: self[f"{name}_{one.token}"] for name in ("fate", "why", "to")}
            yield {"question": one, "what": what(one), "article": article(one), **named}


def asked_of(kind: type[Kind], found: Iterable[Question], *, afterwards: bool = False) -> type[Kind]:
    """The form with a question for each of these dates. Fields of dates that went meanwhile are let in, to be told."""
    asked = list(found)
    fields: dict[str, Any] = {"questions": asked, "every": not afterwards}
    for one in asked:
        fields |= _fields(one.token, afterwards)
    if request.method == "POST" and request.form.get("asked", "") != _tokens(asked):
        gone = {name.partition("_")[2] for name in request.form if _FIELD.fullmatch(name)}
        for token in gone - {one.token for one in asked}:
            fields |= _fields(token, afterwards)
    return cast(type[Kind], type(kind.__name__, (kind,), fields))


def fresh(kind: type[Kind], found: Iterable[Question], *, afterwards: bool = False) -> Kind:
    """Such a form for this request: it carries which dates it asks about."""
    asked = list(found)
    return asked_of(kind, asked, afterwards=afterwards)(asked=_tokens(asked))


def _fields(token: str, afterwards: bool) -> dict[str, Any]:
    empty = _l("Leave it as it is") if afterwards else _l("Choose")
    return {
        f"fate_{token}": Choice(_l("What happens with it"), Fate, AFTERWARDS if afterwards else FATES, empty=empty),
        f"why_{token}": Prose(_l("Why"), most=1000),
        f"to_{token}": Day(_l("To which day")),
    }


def _tokens(asked: Iterable[Question]) -> str:
    return " ".join(sorted(one.token for one in asked))


def _answer(form: DatesForm, one: Question) -> Answer:
    fate, to = form[f"fate_{one.token}"].data, form[f"to_{one.token}"].data
    why = form[f"why_{one.token}"].data or ""
    return Answer(one.rule, one.days, fate, one.hour, why, to if fate is Fate.MOVED else None)
