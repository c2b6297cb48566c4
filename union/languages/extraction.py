"""Finds the sentences of the code for `pybabel extract`: those of gettext's functions, and each `Sentence`."""

import ast
import re
import tomllib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO, cast

from babel.messages.extract import extract_python

TABLES = {"checks": 2, "sentences": 1, "methods": 1}
"""The functions that read a table of the law, and how many sentences each of its blocks has."""
Found = tuple[int, str | None, Any, list[str]]


def sentences(
    file: BinaryIO, keywords: dict[str, Any], comment_tags: list[str], options: dict[str, Any]
) -> Iterator[Found]:
    """Every message of a Python file, as Babel's extractors give them."""
    code = file.read()
    yield from cast(Iterator[Found], extract_python(BytesIO(code), keywords, comment_tags, cast(Any, options)))
    for node in ast.walk(ast.parse(code)):
        called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if isinstance(node, ast.Call) and called == "Sentence":
            yield from _sentence(node)
        elif isinstance(node, ast.Call) and called in TABLES and node.args:
            yield from ((node.lineno, "gettext", line, []) for line in _of_table(_text(node.args[0]), TABLES[called]))


def declared(
    file: BinaryIO, keywords: dict[str, Any], comment_tags: list[str], options: dict[str, Any]
) -> Iterator[Found]:
    """The names and the steps in the declaration of a kind of grievance."""
    given = tomllib.loads(file.read().decode())
    said = [one["name"] for one in given.get("problem", {}).values()]
    said += [one["what"] for one in given.get("step", ()) if "what" in one]
    yield from ((1, "gettext", each, []) for each in said)


def _of_table(text: str, lines: int) -> Iterator[str]:
    """The sentences of a table of the law: of each block so many lines after its head."""
    for block in text.strip().split("\n\n"):
        yield from (line.strip() for line in block.strip().splitlines()[1 : 1 + lines])


def _sentence(node: ast.Call) -> Iterator[Found]:
    """A `Sentence` written out; one whose text is a value, or places and signs alone, is nothing to translate."""
    given = {one.arg: one.value for one in node.keywords}
    text, context = (_text(one) for one in (node.args[0] if node.args else None, given.get("context")))
    if context or has_words(text):
        yield (node.lineno, "pgettext", (context, text), []) if context else (node.lineno, "gettext", text, [])


def has_words(text: str) -> bool:
    """Whether anything is left of a sentence without its places: "{name} ({day})" says nothing by itself."""
    return any(letter.isalpha() for letter in re.sub(r"{\w+}", "", text))


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
