"""What an action raises when the rule says no."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """The rule says no: the field, and the sentence for the person (lazily translated)."""

    def __init__(self, field: str, sentence: Any) -> None:
        super().__init__(field)
        self.field, self.sentence = field, sentence
