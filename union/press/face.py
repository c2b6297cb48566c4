"""The Arabic face of the papers, made of the packaged one in set-up: a glyph for each letter, so that a text can be
copied.

The packaged face draws «في» or «بر» with one glyph for two letters, and readers of PDF take such a pair out of it the
wrong way round. The pairs go. Lam with alef, which no Arabic does without, looks as it did, but is made of two glyphs,
each with its part of the width. The licence of the face asks that what was changed bears another name.
"""

from __future__ import annotations

import copy
import hashlib
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.otlLib.builder import ChainContextSubstBuilder, ChainContextualRule, SingleSubstBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

HERE = Path(__file__).resolve().parent
PACKAGE = "fontpkg_ibm_plex_sans_arabic"
FAMILY = "Papers Arabic"  # as `look.typ` calls it
WEIGHTS = ("Regular", "Medium", "Bold")
_LAMS = (0xFEDF, 0xFEE0)  # at the beginning and in the middle of a word
_ALEFS = (0xFE8E, 0xFE82, 0xFE84, 0xFE88, 0xFB51)  # bare, with madda, hamza above and below, and wasla
_LEAVES_OUT_MARKS = 9  # right to left, and marks between two letters do not part them
_WIDEST_GAP = 80  # thousandths of the type's size; some readers see a space from a hundred on
_FAMILY_NAMES, _FULL_NAME, _POSTSCRIPT_NAME = (1, 16), 4, 6


@dataclass(frozen=True)
class Pair:
    """Lam and an alef after it: the glyph that drew both, and how much of its width, at the left, is the alef's."""

    lam: str
    alef: str
    drawn: str
    left: int

    @property
    def right_half(self) -> str:
        """The glyph that stands for the lam and draws both."""
        return f"{self.drawn}.lam"

    @property
    def left_half(self) -> str:
        """The glyph that stands for the alef: its place alone, for the other one draws it."""
        return f"{self.drawn}.alef"


def folder() -> Path:
    """Where the faces lie; they are made where nobody has made them of this package yet."""
    made_of = Path(__file__).read_bytes() + version(PACKAGE.replace("_", "-")).encode()
    there = HERE / "faces" / hashlib.sha256(made_of).hexdigest()[:16]
    if not there.exists():
        there.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=there.parent) as half_done:
            ready = Path(half_done) / "ready"
            ready.mkdir()
            for weight in WEIGHTS:
                _make(weight, ready)
            if not there.exists():  # another process was as quick
                ready.rename(there)
    return there


def _make(weight: str, into: Path) -> None:
    font = TTFont(str(files(PACKAGE) / "files" / f"IBMPlexSansArabic-{weight}.ttf"))
    lookup = _ligatures(font)
    pairs = _pairs(font, lookup)
    _add_halves(font, pairs)
    _substitute(font, lookup, pairs)
    _place_marks(font, pairs)
    _keep_distances(font, pairs)
    _narrow_gaps(font)
    _rename(font, weight)
    font.save(into / f"PapersArabic-{weight}.ttf")


def _ligatures(font: TTFont) -> int:
    """The lookup of the pairs that the face insists on."""
    features = font["GSUB"].table.FeatureList.FeatureRecord
    (found,) = {at for one in features if one.FeatureTag == "rlig" for at in one.Feature.LookupListIndex}
    return int(found)


def _pairs(font: TTFont, lookup: int) -> list[Pair]:
    """Each lam with each alef, by the glyph that draws them."""
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    drawn = {
        (lam, *one.Component): one.LigGlyph
        for table in font["GSUB"].table.LookupList.Lookup[lookup].SubTable
        for lam, all_of_it in table.ligatures.items()
        for one in all_of_it
    }
    asked = [(glyphs[lam], glyphs[alef]) for lam in _LAMS for alef in _ALEFS]
    return [Pair(lam, alef, drawn[lam, alef], widths[drawn[lam, alef]][0] // 2) for lam, alef in asked]


def _add_halves(font: TTFont, pairs: list[Pair]) -> None:
    """Both glyphs of each pair: the right one draws what was drawn, which begins as far to its left as the other is
    wide."""
    drawings, widths, classes = font["glyf"], font["hmtx"], font["GDEF"].table.GlyphClassDef.classDefs
    order = list(font.getGlyphOrder())
    for pair in pairs:
        width, begins = widths[pair.drawn]
        pen = TTGlyphPen(drawings)
        pen.addComponent(pair.drawn, (1, 0, 0, 1, -pair.left, 0))
        drawings.glyphs[pair.right_half] = pen.glyph()
        widths[pair.right_half] = (width - pair.left, begins - pair.left)
        drawings.glyphs[pair.left_half] = TTGlyphPen(None).glyph()
        widths[pair.left_half] = (pair.left, 0)
        order += [pair.right_half, pair.left_half]
        classes |= dict.fromkeys((pair.right_half, pair.left_half), classes[pair.drawn])
    font.setGlyphOrder(order)
    drawings.setGlyphOrder(order)


def _substitute(font: TTFont, lookup: int, pairs: list[Pair]) -> None:
    """In the place of all pairs: a lam before an alef, and the alef behind it, each become their half."""
    found = font["GSUB"].table.LookupList
    chain = ChainContextSubstBuilder(font, None)
    chain.lookupflag = _LEAVES_OUT_MARKS
    for pair in pairs:
        halves = [{pair.lam: pair.right_half}, {pair.alef: pair.left_half}]
        chain.rules.append(
            ChainContextualRule([], [[pair.lam], [pair.alef]], [], [[_one(font, half)] for half in halves])
        )
    found.Lookup[lookup] = chain.build()
    found.LookupCount = len(found.Lookup)


def _one(font: TTFont, mapping: dict[str, str]) -> SingleSubstBuilder:
    """A lookup for one glyph, at the end of all: it is called by a rule alone."""
    found = font["GSUB"].table.LookupList.Lookup
    one = SingleSubstBuilder(font, None)
    one.mapping, one.lookupflag, one.lookup_index = mapping, _LEAVES_OUT_MARKS, len(found)
    found.append(one.build())
    return one


def _place_marks(font: TTFont, pairs: list[Pair]) -> None:
    """A vowel sign stands over its half where it stood over the pair."""
    for table in _positions(font, "MarkLigPos"):
        attached = dict(zip(table.LigatureCoverage.glyphs, table.LigatureArray.LigatureAttach, strict=True))
        for pair in pairs:
            lam, alef = attached[pair.drawn].ComponentRecord
            for glyph, anchors, by in ((pair.right_half, lam, -pair.left), (pair.left_half, alef, 0)):
                table.LigatureCoverage.glyphs.append(glyph)
                table.LigatureArray.LigatureAttach.append(_moved(anchors, by))
        table.LigatureArray.LigatureCount = len(table.LigatureArray.LigatureAttach)


def _moved(anchors: Any, by: int) -> Any:
    """The anchors of one letter as those of a glyph of its own."""
    alone = copy.deepcopy(anchors)
    for anchor in filter(None, alone.LigatureAnchor):
        anchor.XCoordinate += by
    attach = otTables.LigatureAttach()
    attach.ComponentRecord, attach.ComponentCount = [alone], 1
    return attach


def _keep_distances(font: TTFont, pairs: list[Pair]) -> None:
    """What follows a pair stands as far from it as before; nothing in this face depends on what a pair follows."""
    for table in _positions(font, "PairPos"):
        for pair in pairs:
            if table.Format == 2 and pair.drawn in table.Coverage.glyphs:
                table.Coverage.glyphs.append(pair.left_half)
                table.ClassDef1.classDefs[pair.left_half] = table.ClassDef1.classDefs.get(pair.drawn, 0)


def _narrow_gaps(font: TTFont) -> None:
    """Letters of a word stand less far apart than what readers take for a space: «طريقة» was read as two words."""
    for table in _positions(font, "PairPos"):
        if table.Format == 1:
            moves = [pair.Value1 for after in table.PairSet for pair in after.PairValueRecord]
        else:
            moves = [pair.Value1 for first in table.Class1Record for pair in first.Class2Record]
        for move in filter(None, moves):
            for which in ("XAdvance", "XPlacement"):
                if getattr(move, which, 0) > _WIDEST_GAP:
                    setattr(move, which, _WIDEST_GAP)


def _positions(font: TTFont, kind: str) -> list[Any]:
    lookups = font["GPOS"].table.LookupList.Lookup
    return [table for lookup in lookups for table in lookup.SubTable if type(table).__name__ == kind]


def _rename(font: TTFont, weight: str) -> None:
    for one in font["name"].names:
        if one.nameID in _FAMILY_NAMES:
            one.string = FAMILY
        elif one.nameID == _FULL_NAME:
            one.string = f"{FAMILY} {weight}"
        elif one.nameID == _POSTSCRIPT_NAME:
            one.string = f"{FAMILY.replace(' ', '')}-{weight}"


if __name__ == "__main__":
    folder()
