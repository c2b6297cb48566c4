"""The steps of a path in words: as they are called today, and as they were on the day on which somebody did them."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from flask_babel import gettext as _

from union.grievances.models import Done, Proof
from union.grievances.words import PROOFS
from union.languages.saying import in_language
from union.languages.translated import LANGUAGES
from union.law.paths.declared import ACTS
from union.web.locale import language


@dataclass(frozen=True)
class ToldStep:
    """A step in a line of the timeline: its code, its words of that day, and how it can be shown."""

    code: str
    said: dict[str, str]
    proof: Proof | None = None
    proof_words: str = ""


def words_of_today(code: str) -> dict[str, str]:
    """What a step is called today, in each language: kept with what was done."""
    return {one: in_language(ACTS[code].what, one) for one in LANGUAGES} if code in ACTS else {}


def act_words(code: str) -> str:
    """A step by its code, as it is called today, in the reader's language; nothing for one that there is no more."""
    return in_language(ACTS[code].what, language()) if code in ACTS else ""


def done_words(done: Done) -> str:
    """What was done, in the words of that day."""
    return done.said.get(language()) or act_words(done.code)


def proof_line(proof: Proof | None, words: str) -> str:
    """How it can be shown that a step was done; nothing where nobody said."""
    told = [str(PROOFS[proof]) if proof else "", words]
    return _("Proof: %(what)s", what=" · ".join(filter(None, told))) if any(told) else ""


def kept(done: Done) -> str:
    """A step as a line of the timeline keeps it."""
    told = ToldStep(done.code, dict(done.said), done.proof, done.proof_words)
    return msgspec.json.encode(told).decode()


def told(words: str) -> ToldStep:
    """A step out of a line of the timeline; of lines from before, their code alone was kept."""
    if not words.startswith("{"):
        return ToldStep(words, {})
    return msgspec.json.decode(words, type=ToldStep)


def body(words: str) -> str:
    """What a line of the timeline says of a step, in the reader's language."""
    one = told(words)
    lines = [one.said.get(language()) or act_words(one.code), proof_line(one.proof, one.proof_words)]
    return "\n".join(filter(None, lines))
