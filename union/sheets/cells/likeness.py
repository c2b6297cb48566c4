"""Whether two names can be one person's, across scripts and spellings: محمد, Mohamed, Mhamed; not Hassan and Hussein."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from union.sheets.cells.names import ABD, ARTICLES, COMPOUND_ENDS, PARTICLES, fold, search_key

NEAR = 0.66  # of the letters in common, two Latin words of the same consonants are one name: Youssef and Yusuf are
SLIP = 0.7  # of the letters in common: one is left out, doubled, swapped or another in a word of five
OPENING = (PARTICLES - ARTICLES) | ABD  # written to the next word, or apart from it
_OPENING_WITH_ARTICLE = re.compile("^(ai?t|ayt|ben|bou|ould)([ae]l)(?=$|[^aeiouy])")  # Aitel Haj, Aitelhaj
_NO_ARTICLE = ("elia", "elya", "elham", "elhem", "elis", "elyn", "elin", "elen", "eloi", "eleo")  # names that begin so
_ARABIC = re.compile("[\u0621-\u064a]")
_CLOSED_U = re.compile("ou[^aeiouy]+$")  # the long u that Arabic writes: Mahmoud, but not Mounir
_CLOSED_I = re.compile("(?:ei|ai|ay|i)ne?$")  # Hussein, but not Lahcen
_ENDS_IN_A = ("a", "ah", "ae", "ا", "ه", "ي")  # folded: ة is ه, ى is ي


class Heard(NamedTuple):
    """A word of a name: folded, its sounds alike in both scripts, and how an Arabic word is also heard."""

    word: str
    sound: str
    also: str

    def sounds_as(self, other: Heard) -> bool:
        return self.sound == other.sound or self.also == other.sound or self.sound == other.also


@lru_cache(1 << 15)
def heard(name: str) -> tuple[Heard, ...]:
    """The words of a name without articles, those that are written as one joined: Ben Jelloun, نور الدين, Abd El Kader."""
    glued: list[str] = []
    open_ = False
    for written in fold(name.replace("-", " ").replace("'", " ")).split():
        if written in ARTICLES:
            continue
        word = _OPENING_WITH_ARTICLE.sub(r"\1e" if len(written) > 6 else r"\1", written)
        bare = _bare(word)
        if open_ or (glued and word.replace("y", "i") in COMPOUND_ENDS):
            before = glued[-1] if open_ else re.sub("[هa]$", "", glued[-1])
            glued[-1] = before + ("e" if before.endswith("t") and bare.startswith("h") else "") + bare  # Ait Haj: no th
        else:
            glued.append(word if word in OPENING else bare)
        open_ = word in OPENING
    return tuple(Heard(word, _sound(word), _sound(_also(word))) for word in glued)


def _also(word: str) -> str:
    """ظ is a d or a z (Hafida, Hafiza), and ت before ه is one letter to who reads th (Thami)."""
    return word.replace("ظ", "ز").replace("ته", "ت")


def _bare(word: str) -> str:
    """A word without the article that is written to it."""
    if word.startswith("ال") and len(word) > 4 and not word.startswith("اليا"):
        return word[2:]
    joined_to = word.startswith("el") and len(word) > 5 and not word.startswith(_NO_ARTICLE)
    return word[2:] if joined_to else word  # Elfassi, Elalaoui; not Elias


@lru_cache(1 << 15)
def _sound(word: str) -> str:
    """The consonants; g and k are one (كسوس is Guessous), rh is gh (Rhazi), and the l of Abdel is not always heard."""
    kept = [piece for piece in search_key(word.replace("rh", "gh")).split() if piece.isupper()]
    sound = kept[-1] if kept else word
    if len(sound) > 3 and sound.endswith("I"):
        sound = sound[:-1]  # a short name of vowels: ليلى is Leila
    return re.sub("^BDL(?=.)", "BD", sound).replace("G", "K")


@lru_cache(1 << 15)
def joined(name: str) -> str:
    """What all spellings of a name have in common, whatever the order of its words."""
    return " ".join(sorted(one.sound for one in heard(name)))


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


def nearly(one: str, other: str) -> bool:
    """Whether one word of two names is the same and one other is a slip of the fingers away: Khalid Hajji, Khaild Hajji."""
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
    if one.endswith(_ENDS_IN_A) != other.endswith(_ENDS_IN_A):
        return _ends_weakly(one) and _ends_weakly(other)  # Said and Saida are brother and sister
    scripts = bool(_ARABIC.search(one)), bool(_ARABIC.search(other))
    if scripts == (False, False):
        return _near(one, other)
    if scripts == (True, True):
        return _long(one) == _long(other)
    arabic, latin = (one, other) if scripts[0] else (other, one)
    return _spelt_alike(arabic, latin)


def _ends_weakly(word: str) -> bool:
    return word.endswith((*_ENDS_IN_A, "i", "y", "e"))


def _near(one: str, other: str) -> bool:
    plain = [_plainly(word) for word in (one, other)]
    return SequenceMatcher(None, plain[0], plain[1]).ratio() >= NEAR


def _plainly(word: str) -> str:
    """One spelling for what French writes in several ways: ou and u, y and i, ai and ei, a soft c, doubled letters."""
    for spelling, letter in (("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("ai", "ei"), ("rh", "gh"), ("q", "k")):
        word = word.replace(spelling, letter)
    return re.sub(r"(.)\1+", r"\1", re.sub("c(?=[ei])", "s", re.sub("h$", "", word)))


def _long(word: str) -> str:
    return "".join(letter for letter in word[1:-1] if letter in "وي")


def _spelt_alike(arabic: str, latin: str) -> bool:
    """The long vowels that Arabic writes are heard in the Latin spelling, and the other way round."""
    inner, closed = arabic[1:-1], arabic[-1] not in "اويه"
    if closed and inner.endswith("و") and not re.search("[ouw][^aeiouy]*$", latin):
        return False
    if "و" in inner and not re.search("[ouw]", latin):
        return False
    if "ي" in inner and not re.search("[iye]", latin):
        return False
    if _CLOSED_U.search(latin) and "و" not in inner:
        return False
    return not (_CLOSED_I.search(latin) and "ي" not in arabic)
