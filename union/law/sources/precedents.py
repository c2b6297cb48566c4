"""The decisions that the law engine rests on, each with the name its court had, its chamber, date, number and file."""

from dataclasses import dataclass
from datetime import date

from union.law.sources.sentence import Sentence

RENAMED = date(2011, 10, 25)
"""The law 58-11, by which the Cour suprême (المجلس الأعلى) became the Cour de cassation (محكمة النقض)."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """A decision of the social chamber; its number is empty where none was found."""

    on: date
    number: str
    file: str

    def cited(self) -> Sentence:
        """The decision as it is named."""
        court, day = _SUPREME if self.on < RENAMED else _CASSATION, f"{self.on:%d/%m/%Y}"
        if not self.number:
            return _UNNUMBERED.filled(court=court, day=day, file=self.file)
        return _NUMBERED.filled(court=court, day=day, number=self.number, file=self.file)


_SUPREME = Sentence("Cour suprême, social")
_CASSATION = Sentence("Cour de cassation, social")
_NUMBERED = Sentence("{court}, {day} n° {number}, file {file}")
_UNNUMBERED = Sentence("{court}, {day}, file {file}, number not found")

PRECEDENTS = {
    "wages": Precedent(date(2019, 4, 23), "597/1", "632-5-1-2017"),
    "burden_of_order": Precedent(date(2009, 5, 20), "600", "940/5/1/2008"),
    "conciliation": Precedent(date(2009, 5, 6), "521", "833/5/1/2008"),
    "ninety_days": Precedent(date(2006, 11, 15), "", "968/5/1/2006"),
    "fixed_term": Precedent(date(2018, 10, 16), "1/936", "2016/1/5/1743"),
    "form": Precedent(date(2016, 11, 8), "2427", "1695/5/1/2015"),
    "silence": Precedent(date(2019, 6, 25), "952", "2019/1/5/443"),
    "late_notice": Precedent(date(2016, 9, 21), "2033", "1132/5/1/2015"),
    "late_notice_before": Precedent(date(2011, 12, 8), "1772", "838/2010/1/5"),
}
