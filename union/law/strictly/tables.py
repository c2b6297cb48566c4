"""Reads the tables in which chapters keep their rules: blocks of lines, each with a header and its sentences in
English."""

from collections.abc import Iterator
from dataclasses import dataclass

from union.law.sources.articles import ARTICLES, cite
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of a block: `key ; articles, by comma ; status and its case ; anything else`."""

    key: str
    articles: tuple[str, ...]
    status: Status
    case: str
    more: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with the articles that say so."""

    head: Head
    sentence: Sentence

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.head.articles)


def blocks(text: str) -> Iterator[tuple[Head, list[str]]]:
    """Each block of a table; ValueError for one whose header or articles are wrong."""
    for block in text.strip().split("\n\n"):
        first, *lines = (line.strip() for line in block.strip().splitlines())
        yield _head(first), lines


def _head(line: str) -> Head:
    parts = [part.strip() for part in line.split(" ; ")]
    key, articles, status = parts[:3]
    keys = tuple(each.strip() for each in articles.split(","))
    unknown = [each for each in keys if each not in ARTICLES]
    if unknown:
        raise ValueError(f"{key}: {unknown} is not in the list of articles")
    mark, _, case = status.partition(" ")
    return Head(key, keys, Status(mark), case, parts[3] if len(parts) > 3 else "")


def sentences(text: str) -> dict[str, Statement]:
    """A table of blocks with one line each, the sentence."""
    found = {}
    for head, lines in blocks(text):
        (said,) = lines
        found[head.key] = Statement(head, Sentence(said))
    return found
