"""What a person is told beside the sums: their protection, a fixed term that may be open-ended, what is wrong with a
signed paper."""

from __future__ import annotations

from union.entitlements.papers.words import articles, letter_sentence
from union.entitlements.people.clocks import paper_flags
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts
from union.entitlements.sums.requalified import grounds
from union.languages.saying import in_language
from union.law.ending.protection import Protected
from union.law.facts import Mandate
from union.press.content import Part

PROTECTING = {
    Mandate.IN_OFFICE: ("ct 457", "ct 58"),
    Mandate.FORMER: ("ct 458",),
    Mandate.CANDIDATE: ("ct 457", "ct 458"),
}


def cautions(facts: Facts, kind: Situation, language: str) -> list[Part]:
    """A mandate that protects, a fixed term that may be none, a paper that was signed; each only where it is so."""
    found, mandate = [], Mandate(facts.mandate)
    if mandate is not Mandate.NONE:
        standing = Protected(mandate, None, facts.mandate_until, PROTECTING[mandate])
        words = f"{in_language(standing.sentence, language)} {articles(standing.articles, language)}"
        found.append(Part(letter_sentence("protection", language), paragraphs=(words,)))
    flags = tuple(
        f"{in_language(one.sentence, language)} {articles(one.articles, language)}" for one in paper_flags(facts, kind)
    )
    disguised = tuple(
        (
            "",
            f"{in_language(one.fault, language)} {articles(one.articles, language)}"
            f"{'. ' + letter_sentence('unsettled', language) if one.warning else ''}",
        )
        for one in grounds(facts, kind)
    )
    return [
        *found,
        Part(letter_sentence("disguised", language), points=disguised),
        Part(letter_sentence("signed", language), paragraphs=flags),
    ]
