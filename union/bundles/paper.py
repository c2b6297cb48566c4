"""The file of a case as a paper, and the slip that goes beside it: what they say, in the language of the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from union.bundles.models import Asked, Bundle, Exhibit, Made
from union.bundles.verify import grouped
from union.bundles.words import PRINTED
from union.cases.letters import filled
from union.languages.figures import day, number
from union.press import content
from union.press.content import CaseFile, Paper, Part, left_to_right
from union.press.typesetting import MARKS, pdf
from union.web.locale import CASABLANCA


class Delivered(Protocol):
    """An exhibit as it is delivered."""

    @property
    def exhibit(self) -> Exhibit: ...
    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...
    @property
    def as_sent(self) -> str: ...
    @property
    def pages(self) -> int: ...


def as_paper(asked: Asked, case: str, ready: Iterable[Delivered]) -> bytes:
    """Our pages: an empty one with its stamp for each page of an exhibit."""
    language = asked.language

    def words(key: str, **values: str) -> str:
        return filled(PRINTED[key], language, **values)

    return pdf(
        CaseFile(
            language=language,
            title=asked.title,
            under=asked.under,
            cover=asked.cover,
            pages_label=words("pages"),
            told=(words("told"), words("photograph"), words("check")),
            contents=words("contents"),
            chronology=MARKS.sub("", words("chronology")),
            heads=tuple(words(one) for one in ("day", "what", "article", "exhibits")),
            happenings=asked.happenings,
            sections=tuple(_plainly_headed(one) for one in asked.sections),
            listed=MARKS.sub("", words("list")),
            exhibits=tuple(_exhibit(one, words) for one in ready),
            foot=words("foot", day=day(asked.at.astimezone(CASABLANCA).date(), language)),
            reference=case,
        )
    )


def slip(row: Bundle, made: Made, case: str) -> Paper:
    """The page that is handed over beside the file: its digest, and how it is checked."""
    language = row.asked.language

    def words(key: str, **values: str) -> str:
        return filled(PRINTED[key], language, **values)

    on = day(made.at.astimezone(CASABLANCA).date(), language)
    pairs = (
        (words("case"), left_to_right(case)),
        (words("file"), left_to_right(row.code)),
        (words("made_on"), on),
        (words("pages"), number(made.pages)),
    )
    points = tuple(("", words(key)) for key in ("step_unpack", "step_run", "step_ask"))
    return Paper(
        language=language,
        title=words("slip"),
        under=row.asked.under,
        parts=(
            Part(pairs=pairs),
            Part(words("digest"), (left_to_right(grouped(made.digest)),)),
            Part(words("how"), points=points),
            Part(words("proves"), (words("proof"), words("no_proof"))),
        ),
        foot=words("foot", day=on),
        reference=case,
    )


def _plainly_headed(one: Paper) -> Paper:
    """A heading stands in the list of a viewer too, which shows marks of direction as signs."""
    return Paper(one.language, MARKS.sub("", one.title), one.under, one.parts, one.foot, one.reference)


def _exhibit(one: Delivered, words: Any) -> content.Exhibit:
    told = one.exhibit
    if not one.name:
        where = words("lost")
    elif one.pages:
        where = words("within", pages=number(one.pages), name=left_to_right(one.name))
    else:
        where = words("beside", name=left_to_right(one.name))
    size = ((words("size"), words("bytes", size=left_to_right(number(one.size)))),) if one.name else ()
    found = (("fingerprint", one.sha256), ("as_sent", "" if one.as_sent == one.sha256 else one.as_sent))
    stamps = (words("page", page=str(at), of=str(one.pages)) for at in range(1, one.pages + 1))
    return content.Exhibit(
        MARKS.sub("", told.label),
        MARKS.sub("", told.title),
        (*told.pairs, *size, (words("delivered"), where)),
        tuple((words(key), value) for key, value in found if value),
        tuple(stamps),
    )
