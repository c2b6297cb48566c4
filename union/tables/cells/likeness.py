"""Whether two names can be one person's, across scripts and spellings: محمد, Mohamed, Mhamed; not Hassan and
Hussein."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from union.tables.cells.name_words import heard
from union.tables.cells.names import fold
from union.tables.cells.vowels import agree

SLIP = 0.7  # of the letters in common: one is left out, doubled, swapped or another in a word of five
_ARABIC = re.compile("[\u0621-\u064a]")
_CLOSED_U = re.compile("ou[^aeiouy]+$")  # the long u that Arabic writes: Mahmoud, but not Mounir
_CLOSED_I = re.compile("(?:e[iy]|ai|ay|i)ne?$")  # Hussein, but not Hassan, who is three letters in Arabic
_ENDS_IN_A = ("a", "ah", "ae", "ا", "ه", "ي")  # folded: ة is ه, ى is ي
_WITHOUT_ALEF = (("رحمن", "رحمان"), ("سمعيل", "سماعيل"), ("سحق", "سحاق"), ("هرون", "هارون"), ("سليمن", "سليمان"))


@lru_cache(1 << 15)
def joined(name: str) -> str:
    """What all spellings of a name have in common, whatever the order of its words."""
    return " ".join(sorted(one.sound for one in heard(name)))


@lru_cache(1 << 15)
def whole_name(name: str) -> str:
    """A name without case, accents and the order of its words: what two rows of one person share exactly."""
    return " ".join(sorted(fold(name).split()))


def is_called(given: str, known: Iterable[str], *, part: bool = False) -> bool:
    """Whether a name that was given can be that of somebody known under these names, in any script."""
    return any(whole_name(given) == whole_name(name) or alike(given, name, part=part) for name in known)


def alike(one: str, other: str, *, part: bool = False) -> bool:
    """Whether all words of the shorter name are words of the other, by sound, and none of them is another name.

    One word alone is nobody's whole name, unless `part` says that it is enough.
    """
    mine, theirs = sorted((heard(one), heard(other)), key=len)
    if not mine:
        return False
    left = list(theirs)
    for word in mine:
        found = next((each for each in left if each.sounds_as(word) and _one_name(word.word, each.word)), None)
        if found is None:
            return False
        left.remove(found)
    return part or len(mine) > 1 or len(theirs) == 1


def in_two_scripts(one: str, other: str) -> bool:
    """Whether two names are one name word by word, of which a part stands in Latin and in Arabic letters: Mohamed,
    محمد."""
    scripts = [len(_ARABIC.findall(name)) for name in (one, other)]
    return scripts[0] != scripts[1] and len(heard(one)) == len(heard(other)) and alike(one, other, part=True)


def nearly(one: str, other: str) -> bool:
    """Whether one word of two names is the same and one other is a slip of the fingers away: Khalid Hajji, Khaild
    Hajji."""
    mine, theirs = heard(one), list(heard(other))
    same = [(a, b) for a in mine for b in theirs if a.sounds_as(b) and _one_name(a.word, b.word)]
    if not same:
        return False
    a, b = same[0]
    left = [word for word in mine if word is not a], [word for word in theirs if word is not b]
    return any(SequenceMatcher(None, x.word, y.word).ratio() >= SLIP for x in left[0] for y in left[1])


@lru_cache(1 << 15)
def _one_name(one: str, other: str) -> bool:
    """Two words of the same consonants: what their vowels say against it. Nothing where neither shows any."""
    if one == other:
        return True
    scripts = bool(_ARABIC.search(one)), bool(_ARABIC.search(other))
    if scripts == (False, False):
        return agree(one, other)
    if _in_a(one, other) != _in_a(other, one) and not (_ends_weakly(one) and _ends_weakly(other)):
        return False  # Said and Saida are brother and sister
    if scripts == (True, True):
        return _long(one) == _long(other)
    arabic, latin = (one, other) if scripts[0] else (other, one)
    return _spelt_alike(arabic, latin)


def _in_a(word: str, beside: str) -> bool:
    """Whether a word ends in an a, as most of women do; not where the other says a consonant: فرح is Farah, فقيه
    Fqih."""
    said = (word.endswith("ah") and beside.endswith("ح")) or (word.endswith("aa") and beside.endswith("ع"))
    return word.endswith(_ENDS_IN_A) and not said and not (word.endswith("يه") and beside.endswith("ih"))


def _ends_weakly(word: str) -> bool:
    return word.endswith((*_ENDS_IN_A, "i", "y", "ie", "ye"))


def _long(word: str) -> str:
    """The long vowels that an Arabic word writes, those included that old spellings leave out."""
    for old, new in _WITHOUT_ALEF:
        word = word.replace(old, new)
    return "".join(letter for letter in word[1:-1] if letter in "اوي")


def _spelt_alike(arabic: str, latin: str) -> bool:
    """The long vowels that Arabic writes are heard in the Latin spelling, and the other way round."""
    inner, closed = arabic[1:-1], arabic[-1] not in "اويه"
    if closed and inner.endswith("و") and not re.search("[ouw]a?[^aeiouy]*e?$", latin):
        return False
    if "و" in inner and not re.search("[ouw]", latin):
        return False
    if "ي" in inner and not re.search("[iye]", latin):
        return False
    if _CLOSED_U.search(latin) and "و" not in inner:
        return False
    return not (len(arabic) == 3 and _CLOSED_I.search(latin) and "ي" not in arabic)
