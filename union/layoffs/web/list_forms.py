"""The forms of a list: which of two values of a fact stands, and whether a line and a member are the same person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field

from union.entitlements.people.fact_words import NAMES
from union.layoffs.lists.carrying import Contested
from union.layoffs.records.contents import Namesake
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.form import Form, needed


class Stands(Enum):
    """Whose value of a fact stands on the newer list."""

    OURS = "ours"
    THEIRS = "theirs"


STANDS = {Stands.OURS: _l("What we corrected"), Stands.THEIRS: _l("What the new list says")}


@dataclass(frozen=True)
class ContestedLine:
    """One contested fact with its field."""

    one: Contested
    label: Any
    field: Field


class TakeForm(Form):
    """A button, and one choice for each contested fact."""

    def shown(self, contested: Sequence[Contested]) -> list[ContestedLine]:
        """The contested facts, each with its field."""
        return [ContestedLine(one, NAMES[one.fact], self[one.key]) for one in contested]

    @property
    def answers(self) -> dict[str, bool]:
        """By the key of the contested fact, whether ours stands; only of a form that was accepted."""
        return {field.name: field.data is Stands.OURS for field in self if field.name.startswith("stands_")}


class Whether(Enum):
    """Whether a line and a member are the same person."""

    SAME = "same"
    DIFFERENT = "different"


WHETHER = {Whether.SAME: _l("The same person"), Whether.DIFFERENT: _l("Somebody else")}


def pair_name(one: Namesake) -> str:
    """The name of a pair's control."""
    return f"pair_{one.line_id.hex}_{one.member_id.hex}"


def identifying(pairs: Iterable[tuple[Namesake, str]], *, beside: bool = False) -> Form:
    """One choice for each line and member (with the name on the list), as it was said before."""
    fields: dict[str, Any] = {}
    said: dict[str, Any] = {}
    for one, name in pairs:
        fields[pair_name(one)] = Choice(name, Whether, WHETHER, empty=_l("Not decided yet"))
        said[pair_name(one)] = {True: Whether.SAME, False: Whether.DIFFERENT, None: None}[one.same]
    made: type[Form] = type("IdentifyForm", (Form,), fields)
    return made(beside=beside, **said)


def taking(contested: Sequence[Contested], *, beside: bool = False) -> TakeForm:
    """The form for these facts; a fact that came to be contested meanwhile is asked for."""
    fields = {
        one.key: Tiles(_l("Which stands?"), Stands, STANDS, [needed(_l("Choose which of the two stands."))])
        for one in contested
    }
    made: type[TakeForm] = type("TakeForm", (TakeForm,), fields)
    return made(beside=beside)
