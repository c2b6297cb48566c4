"""What French and Arabic type ask of a sentence: unbreakable spaces, curved apostrophes, runs from left to right
kept whole."""

import re

# Left-to-right isolate and its end: without them "66–71" or "8/26" is reordered inside an Arabic sentence.
_LRI, _PDI = "\u2066", "\u2069"
_ALREADY = f"{_LRI}[^{_PDI}]*{_PDI}"
# A colon belongs to a run between digits only (09:30), two hyphens at its start (--from), a place in a list after its
# name
# (months[1].first). The signs × and ÷ lie among the accented letters: they are named apart, for no run begins with one.
_RUN = (
    r"(?:--)?[0-9A-Za-zÀ-ÖØ-öø-ÿ]"
    r"(?:(?:[0-9A-Za-zÀ-ÖØ-öø-ÿ.,/×÷=+−–\-\u2011%°§_'’\u00a0\u202f ]|(?<=[0-9HM]):(?=[0-9HM])|\[[0-9]+\])*"
    r"(?:[0-9A-Za-zÀ-ÖØ-öø-ÿ%]|\[[0-9]+\]))?"
)
_HYPHEN, _UNBROKEN = re.compile(r"(?<=[0-9])-(?=[0-9])"), "\u2011"  # a law's number stays on one line
_SIGN, _SIGNED = re.compile(r"( [×÷+=−] )"), re.compile(r"[×÷+=−] ?$")
_LEFT_TO_RIGHT = re.compile(f"{_ALREADY}|{_RUN}")

# What French type asks for: the curved apostrophe, and no line broken before a sign or inside guillemets.
_FRENCH_SIGNS = re.compile(r"(?<=\w)'(?=\w)| (?=[:;?!»]|%(?!\())|(?<=«) ")


def isolate(arabic: str) -> str:
    """Wrap each left-to-right run (article numbers, formulas, ranges, codes) of an Arabic sentence; idempotent.

    A formula of figures alone is one run. Where words stand in it (pay ÷ 191 × 2) it reads from right to left, and each
    figure is a run.
    """

    def wrap(found: re.Match[str]) -> str:
        run = found[0]
        if run.startswith(_LRI):
            return run
        before, after = arabic[: found.start()], arabic[found.end() :].lstrip()
        parts = _SIGN.split(run) if _SIGNED.search(before) or after[:1] in {"×", "÷", "+", "=", "−"} else [run]
        return "".join(one if _SIGN.fullmatch(one) else _wrapped(one) for one in parts)

    return _LEFT_TO_RIGHT.sub(wrap, arabic)


def _wrapped(text: str) -> str:
    return f"{_LRI}{_HYPHEN.sub(_UNBROKEN, text)}{_PDI}"


def isolate_whole(formula: str) -> str:
    """Wrap a whole left-to-right formula, so that its signs and brackets stay in order in an Arabic page."""
    return f"{_LRI}{formula}{_PDI}"


def typeset(french: str) -> str:
    """The sentence with the apostrophes and the unbreakable spaces of French; idempotent."""
    return _FRENCH_SIGNS.sub(lambda found: "\u2019" if found[0] == "'" else "\u00a0", french)
