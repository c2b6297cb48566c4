"""Reads facts as JSON strictly: one object, numbers as decimals, no key twice, not too large."""

import json
from decimal import Decimal, InvalidOperation

from union.law.sentences.refusals import BadFacts, refuse
from union.law.strictly.strict import twice

LARGEST = 1_000_000  # bytes; facts are a few hundred


def parse(raw: bytes) -> dict[str, object]:
    """One JSON object; `BadFacts` naming FILE for anything else, or the key that stands twice."""
    try:
        if len(raw) > LARGEST:
            raise ValueError("too large")
        given = json.loads(
            raw.decode("utf-8-sig"),
            parse_float=_decimal,
            parse_int=_decimal,
            parse_constant=Decimal,  # NaN and the infinities reach the field's own check, which names it
            object_pairs_hook=_once,
        )
    except BadFacts:
        raise
    except (ValueError, RecursionError):
        raise refuse("FILE", "not_json") from None
    if not isinstance(given, dict):
        raise refuse("FILE", "not_json")
    return given


def _decimal(digits: str) -> Decimal:
    """The number as written; one that a decimal cannot hold is left to the field's own check, as not a number."""
    try:
        return Decimal(digits)
    except InvalidOperation:
        return Decimal("NaN")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    seen: dict[str, object] = {}
    for key, value in pairs:
        if key in seen:
            raise twice(key)
        seen[key] = value
    return seen
