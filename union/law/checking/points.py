"""The claimed defects of a paper or a procedure as the points of one letter, which names the Labour Code above them."""

from collections.abc import Iterable

from union.law.checking.findings import Finding
from union.law.sentences.paragraphs import referred
from union.law.sentences.wording import with_decision
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence


def points(findings: Iterable[Finding]) -> list[Sentence]:
    """Each defect with its articles and decision; what follows from several is said once, after the last of them."""
    claimed = [one for one in findings if one.claimed]
    last = {one.check.consequence: at for at, one in enumerate(claimed)}
    return [one.point if last[one.check.consequence] == at else _bare(one) for at, one in enumerate(claimed)]


def _bare(one: Finding) -> Sentence:
    own, article = one.check.case, cite(one.check.articles, code=False)
    return referred(one.fault, with_decision(article, own))
