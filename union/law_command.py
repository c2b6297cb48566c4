"""The `union law` commands: what the law owes, asked from the command line by people and by other programs."""

import json
import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NoReturn

import click

from union.law.entitlement import entitlement as owed
from union.law.facts import BadFacts, read_facts, twice
from union.law.source import LANGUAGES, Words

LARGEST = 1_000_000  # bytes; facts are a few hundred

UNREADABLE = Words(
    "FILE ne peut pas être lu : donnez un fichier JSON lisible, ou - pour l'entrée standard.",
    "تعذرت قراءة FILE: أدخل ملف JSON مقروءا، أو - للإدخال القياسي.",
    "FILE cannot be read: give a readable JSON file, or - for standard input.",
)
NOT_JSON = Words(
    "FILE n'est pas du JSON valable : donnez un objet avec hired_on, left_on et les autres données.",
    "FILE ليس JSON صالحا: أدخل كائنا يتضمن hired_on وleft_on وباقي المعطيات.",
    "FILE is not valid JSON: give one object with hired_on, left_on and the other facts.",
)


@click.group()
def law() -> None:
    """What the Moroccan Labour Code owes."""


@law.command()
@click.argument("file")
@click.option("--language", type=click.Choice(LANGUAGES), default="fr", show_default=True)
def entitlement(file: str, language: str) -> None:
    """Print as JSON what the facts in FILE (JSON, - for standard input) entitle to."""
    try:
        given = _parse(_bytes(file, language), language)
        answer = owed(read_facts(given)).as_json(language)
    except BadFacts as refused:
        _refuse(refused.sentence, language)
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2).encode())


def _refuse(sentence: Words, language: str) -> NoReturn:
    click.echo(sentence.say(language).encode(), err=True)
    sys.exit(1)


def _bytes(file: str, language: str) -> bytes:
    """At most one byte more than the largest input, so that a huge one is refused without being read."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST + 1)
    except (OSError, ValueError):
        _refuse(UNREADABLE, language)


def _parse(raw: bytes, language: str) -> dict[str, object]:
    """One JSON object with numbers as decimals; a repeated key is refused by its name."""
    try:
        if len(raw) > LARGEST:
            raise ValueError("too large")
        given = json.loads(
            raw.decode("utf-8-sig"),
            parse_float=_decimal,
            parse_int=_decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_once,
        )
    except BadFacts:
        raise
    except (ValueError, RecursionError):
        _refuse(NOT_JSON, language)
    if not isinstance(given, dict):
        _refuse(NOT_JSON, language)
    return given


def _decimal(digits: str) -> Decimal:
    """The number as written; one that a decimal cannot hold is left to the field's own check, as not a number."""
    try:
        return Decimal(digits)
    except InvalidOperation:
        return Decimal("NaN")


def _no_constant(name: str) -> Decimal:
    """NaN and the infinities reach the field's own check, which refuses them by the field's name."""
    return Decimal(name)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    seen: dict[str, object] = {}
    for key, value in pairs:
        if key in seen:
            raise twice(key)
        seen[key] = value
    return seen
