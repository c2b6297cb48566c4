"""A label beside a number agrees with it, in the three languages: "1 conflits" is read by nobody as a count."""

from __future__ import annotations

import re

import config

COUNTED = re.compile(
    r"\{[^{}]*\"number\":[^{}]*\"label\": _\(\"([^\"]+)\"\)|\{\"label\": _\(\"([^\"]+)\"\), \"number\":"
)
# Adjectives and phrases that are the same beside one and beside many, in French, Arabic and English.
SAME_FOR_ALL = {
    "still to come",
    "safe date passed",
    "on the list",
    "under the minimum",
    "protected",
    "signed",
    "not computed",
    "cannot be computed yet",
    "to decide",
    "not in the list: perhaps left",
    "left out by hand",
    "lapsed",
    "kept as others made it since",
    "known: something changes",
    "known: nothing changes",
    "twice in the file",
    "cannot be read",
    "taken back",
    "to be removed",
    "to be put back as before",
    "new people",
    "changed since",
    "to be claimed from the other side",
}


def test_a_counted_noun_agrees_with_its_number() -> None:
    for path in sorted((config.HERE / "templates").rglob("*.html")):
        for found in COUNTED.findall(path.read_text()):
            label = found[0] or found[1]
            assert label in SAME_FOR_ALL, f"{path.name} counts “{label}” in one form: use ngettext."
