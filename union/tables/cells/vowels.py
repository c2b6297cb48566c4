"""What two Latin spellings of the same consonants say by their vowels: Samir is not Samar, Mouhammad is Mohamed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from union.tables.cells.names import hard

LIKE = 0.85  # of the letters in common, where an h is written in one of two words only
_SPELLINGS = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("o", "u"), ("w", "u"), ("y", "i"))  # in order
_BEFORE_A_VOWEL = (("u(?=[aei])", "w"), ("i(?=[aeu])", "y"))  # said as consonants: Redouane, Zakaria
_FRENCH_U = re.compile("(?<=q)u(?=[aei])|(?<=g)u(?=[ei])")  # Squalli, Guessous
_SILENT_H = re.compile("(?<=[aeiou])h$")
_ABD = re.compile("^abd[aeou]*l?(?=.)")  # its article is not always heard: Abdelhak, Abderrahim
_DOUBLED = re.compile(r"(.)\1+")
# A short vowel may be left out or written: Mhamed, Dghoughi, Rkia. The i that Arabic writes may not: Salma, Salima.
_LEFT_OUT = frozenset(("", "a", "e", "u"))


class Spelt(NamedTuple):
    """A word apart: its consonants, and the vowels before the first, between them and after the last."""

    consonants: str
    vowels: tuple[str, ...]


@lru_cache(1 << 15)
def spelt(word: str) -> Spelt:
    """A folded Latin word apart."""
    plain = _in_one_way(word)
    consonants = re.sub("[aeiu]", "", plain)
    runs = re.split("[^aeiu]", plain)
    return Spelt(consonants, tuple(_run(run, consonants, at) for at, run in enumerate(runs)))


def _in_one_way(word: str) -> str:
    """A word with one letter for each sound, where French and English have several."""
    word = _FRENCH_U.sub("", _SILENT_H.sub("", word)).replace("rh", "gh")
    plain = hard(_ABD.sub("abd", word)).replace("g", "k")
    for spelling, letter in _SPELLINGS:
        plain = plain.replace(spelling, letter)
    for vowel, consonant in _BEFORE_A_VOWEL:
        plain = re.sub(vowel, consonant, plain)
    return _DOUBLED.sub(r"\1", plain)


def _run(run: str, consonants: str, at: int) -> str:
    """Some vowels together as they are heard: ai as i and au as u, but not in the beginning; no e in the end."""
    run = run.replace("ae", "a").replace("ea", "a")
    if at == len(consonants):
        return "" if run == "e" and at else run
    if at:
        run = re.sub("[ae](?=[iu])", "", run)
    return run.removesuffix({"y": "i", "w": "u"}.get(consonants[at], ""))  # Zakariya, Zakaria


def agree(one: str, other: str) -> bool:
    """Whether two folded Latin words of the same consonants can be one name by their vowels."""
    first, second = spelt(one), spelt(other)
    if first.consonants != second.consonants:
        if first.consonants.replace("h", "") != second.consonants.replace("h", ""):
            return False  # Hanane, Hanaa: what sounds alike without vowels is not the same with them
        return SequenceMatcher(None, one, other).ratio() >= LIKE
    pairs = list(zip(first.vowels, second.vowels, strict=True))
    return all(_heard_alike(pairs, at) for at in range(len(pairs)))


def _heard_alike(pairs: list[tuple[str, str]], at: int) -> bool:
    """Whether two words say alike what stands before, between or after their consonants at one place."""
    (mine, theirs), last = pairs[at], len(pairs) - 1
    if mine == theirs:
        return True
    if not (mine and theirs):
        if at == last:
            return False  # Karim, Karima
        if at == 0:  # Driss, Smail, Brahim: it is left out before two consonants; not Hassan, Ihsane
            return pairs[1][0 if not mine else 1] == ""
        return (mine or theirs) in _LEFT_OUT
    if {mine, theirs} == {"a", "i"} and 0 < at < last - 1 and pairs[at + 1] == ("", ""):
        return True  # a short one before two consonants: Ridouane, Radouane
    return all(_one_vowel(a, b) for a, b in zip_longest(mine, theirs, fillvalue=""))


def _one_vowel(one: str, other: str) -> bool:
    return one == other or (bool(one and other) and "e" in (one, other))  # e is written for each: Salem, Nezha, Meriem
