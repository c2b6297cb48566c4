"""What is said when facts are missing, unknown or impossible: one sentence that names the field and says what to do."""

from union.law.sentences.circumstances import REFUSED
from union.law.sentences.refused import SENTENCES as FIRST
from union.law.sources.sentence import Sentence

SENTENCES = FIRST | REFUSED


class BadFacts(ValueError):
    """Facts that cannot be counted with: `field` is the one to correct, `sentence` says how."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(sentence.text)
        self.field = field
        self.sentence = sentence


def refuse(field: str, why: str, **values: object) -> BadFacts:
    """The refusal to raise for `field`; `why` is a key of the table above."""
    return BadFacts(field, SENTENCES[why].filled(field=field, **values))
