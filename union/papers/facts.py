"""The form of a paper's facts, and how the fields of such forms are laid out: the shape follows from the class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any, Self

from wtforms import Field

from union.cases.findings_view import Answer, as_bool, given
from union.cases.hours import Hour
from union.web.forms.chosen import Choice, Several, Tiles
from union.web.forms.doubtful_day import Sure
from union.web.forms.form import Form
from union.web.forms.typed import Amount, Day, Prose

SHAPES: tuple[tuple[type[Field], str], ...] = (
    (Day, "day"),
    (Amount, "money"),
    (Hour, "hour"),
    (Prose, "prose"),
    (Tiles, "tiles"),
    (Several, "boxes"),
    (Choice, "choice"),
)


class FactsForm(Form):
    """The facts of a paper: each field has the name of a fact of the envelope."""

    wide: tuple[str, ...] = ()  # fields over the whole column
    left_to_right: tuple[str, ...] = ()  # numbers and codes

    @classmethod
    def of(cls, content: Any) -> Self:
        """The form with the facts that are kept."""
        kept: dict[str, Any] = {one.name: getattr(content, one.name) for one in fields(content)}
        kept |= {name: given(value) for name, value in kept.items() if isinstance(value, bool)}
        kept |= {name: [one.value for one in value] for name, value in kept.items() if _of_a_list(value)}
        return cls(**kept)

    def facts(self, holds: type[Any]) -> dict[str, Any]:
        """What was typed, by the names of the envelope's dataclass; a fact that nobody gave is as that has it."""
        default = {one.name: one.default for one in fields(holds)}
        return {field.name: _fact(field, default[field.name]) for field in self if field.name in default}


def _of_a_list(value: Any) -> bool:
    """Whether a fact is several of a closed list, which a form has by their values; rows of a paper are none."""
    return isinstance(value, tuple) and all(isinstance(one, Enum) for one in value)


def _fact(field: Any, default: Any) -> Any:
    if isinstance(field, Several):
        return tuple(field.members)
    if getattr(field, "kind", None) is Answer:
        return as_bool(field.data)
    return default if field.data is None else field.data


@dataclass(frozen=True)
class LaidOut:
    """A field as a page of a paper shows it."""

    field: Any
    shape: str
    optional: bool
    wide: bool
    left_to_right: bool
    year_asked: bool  # the day that may be a slip of the year is asked about under it


def laid_out(form: Form) -> Iterator[LaidOut]:
    """The fields of a form in their order."""
    asked = getattr(form, "starts", ())[:1]
    for field in form:
        if isinstance(field, Sure):
            continue
        shape = next((shape for kind, shape in SHAPES if isinstance(field, kind)), "line")
        yield LaidOut(
            field,
            "choice" if field.type == "SelectField" else shape,
            not field.flags.required,
            field.name in getattr(form, "wide", ()),
            field.name in getattr(form, "left_to_right", ()),
            bool(field.name in asked and getattr(form, "in_doubt", None)),
        )
