"""Fields that are chosen: one or several of a closed list, or of the rows that the view offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, SelectMultipleField
from wtforms.fields.choices import Choice as Option  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget, RadioInput

NOT_OFFERED = _l("Choose one of the list.")


class OneOf(SelectField):
    """One of what is offered; what is not, because it was offered earlier or never, is refused in our words."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(NOT_OFFERED) from None


class Choice(OneOf):
    """One of a closed list; `data` is the enum's member."""

    shape = "SelectField"
    data: Any

    def __init__(
        self,
        label: Any,
        kind: type[Enum],
        words: dict[Any, Any],
        validators: Any = None,
        *,
        empty: Any = None,
        **options: Any,
    ) -> None:
        self.kind = kind
        self.offered: list[SelectChoice] = []
        super().__init__(label, validators, choices=[], coerce=self._member, validate_choice=False, **options)
        self.type = type(self).shape  # templates ask by the plain kind
        self.offer(words, empty=empty)

    def offer(self, words: dict[Any, Any], empty: Any = None) -> None:
        """The members to choose from, with their words."""
        self.offered = [] if empty is None else [SelectChoice("", empty)]
        self.offered += [SelectChoice(member.value, word) for member, word in words.items()]

    def _member(self, value: Any) -> Any:
        if value is None or value == "" or isinstance(value, self.kind):
            return value or None
        return self.kind(value)

    def _key(self) -> str:
        return self.data.value if isinstance(self.data, Enum) else ""

    def iter_choices(self) -> Iterator[Option]:
        for one in self.offered:
            yield Option(one.value, one.label, one.value == self._key(), {})

    def pre_validate(self, form: Any) -> None:
        if self._key() not in {one.value for one in self.offered} | {""}:
            raise ValidationError(NOT_OFFERED)


class Tiles(Choice):
    """One of a closed list, as buttons or large tiles."""

    shape = "RadioField"
    widget = ListWidget(prefix_label=False)
    option_widget = RadioInput()


class Boxes(SelectMultipleField):
    """Boxes to tick, any of what is offered."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any = None, validators: Any = None, **options: Any) -> None:
        super().__init__(label, validators, choices=[], validate_choice=False, **options)
        self.type = "SelectMultipleField"  # templates ask by the plain kind
        self.offered: list[SelectChoice] = []

    def iter_choices(self) -> Iterator[Option]:
        for one in self.offered:
            yield Option(one.value, one.label, one.value in (self.data or []), {})

    def pre_validate(self, form: Any) -> None:
        if set(self.data or []) - {one.value for one in self.offered}:
            raise ValidationError(NOT_OFFERED)


class Several(Boxes):
    """Any of a closed list; `members` are the enum's."""

    def __init__(
        self, label: Any, kind: type[Enum], words: dict[Any, Any], validators: Any = None, **options: Any
    ) -> None:
        super().__init__(label, validators, **options)
        self.kind = kind
        self.offered = [SelectChoice(member.value, word) for member, word in words.items()]

    @property
    def members(self) -> list[Any]:
        return [self.kind(value) for value in self.data or []]


class Pick(OneOf):
    """One of the rows offered: `offer` them in the view; `data` is the row's id or None."""

    data: Any

    def __init__(self, label: Any = None, validators: Any = None, **options: Any) -> None:
        super().__init__(label, validators, choices=[], coerce=_id_or_none, validate_choice=False, **options)
        self.type = "SelectField"
        self.offered: list[SelectChoice] = []

    def offer(self, rows: Iterable[tuple[UUID, str]], empty: Any = None) -> None:
        """The rows to choose from, with their names."""
        self.offered = [] if empty is None else [SelectChoice("", empty)]
        self.offered += [SelectChoice(str(row_id), name) for row_id, name in rows]

    @property
    def nothing(self) -> bool:
        """Whether there is no row to choose from."""
        return not any(one.value for one in self.offered)

    def iter_choices(self) -> Iterator[Option]:
        for one in self.offered:
            yield Option(one.value, one.label, one.value == str(self.data or ""), {})

    def pre_validate(self, form: Any) -> None:
        if str(self.data or "") not in {one.value for one in self.offered} | {""}:
            raise ValidationError(NOT_OFFERED)


class SeveralRows(Boxes):
    """Any of the rows offered; `ids` are their ids."""

    def offer(self, rows: Iterable[tuple[UUID, str]]) -> None:
        """The rows to choose from, with their names."""
        self.offered = [SelectChoice(str(row_id), name) for row_id, name in rows]

    @property
    def ids(self) -> list[UUID]:
        return [UUID(value) for value in self.data or []]


def _id_or_none(value: Any) -> UUID | None:
    """Raises `ValueError`."""
    if value is None or value == "" or isinstance(value, UUID):
        return value or None
    return UUID(str(value))
