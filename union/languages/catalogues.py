"""Translations: one PO file a feature and language, compiled together; run in set-up."""

from __future__ import annotations

from gettext import c2py
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import config
from union.languages.typography import typeset


def parts(language: str, folder: Path | None = None) -> list[tuple[Path, Catalog]]:
    """The catalogues of one language, by file. Raises `ValueError` for a file that cannot be read."""
    found = []
    for path in sorted(((folder or config.HERE / "translations") / language).glob("*.po")):
        with path.open("rb") as file:
            found.append((path, read_po(file, locale=language, abort_invalid=True)))
    return found


# A number of each Arabic form, in CLDR's order: zero, one, two, few (3-10), many (11-99), other (100).
SAMPLES = {"fr": (1, 2), "ar": (0, 1, 2, 3, 11, 100)}
FORMS = {
    "fr": "nplurals=2; plural=(n > 1)",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
}


def compile_all() -> None:
    """Write `translations/<language>/LC_MESSAGES/messages.mo` for French and Arabic; English is what the code says.

    Raises `ValueError` for a message that two files translate in two ways.
    """
    for language in SAMPLES:
        target = config.HERE / "translations" / language / "LC_MESSAGES" / "messages.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            write_mo(file, whole(language))


def whole(language: str) -> Catalog:
    """The catalogues of one language as one: French typeset, plurals in one order whatever each file's header says."""
    merged = Catalog(locale=language, charset="utf-8")
    merged.mime_headers = [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", FORMS[language])]
    for path, catalogue in parts(language):
        for message in catalogue:
            if not message.id:
                continue
            string = _ordered(message.string, catalogue, language)
            if language == "fr":  # whoever writes a sentence writes plain spaces
                string = typeset(string) if isinstance(string, str) else tuple(map(typeset, string))
            known = merged.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
            if known is not None and known.string != string:
                raise ValueError(f"{path.name}: {message.id!r} is translated in two ways")
            merged.add(message.id, string, flags=message.flags, context=message.context)
    return merged


def _ordered(string: Any, catalogue: Catalog, language: str) -> Any:
    """The forms of a plural in the order of SAMPLES: Babel's own order of the last two Arabic ones is the other way."""
    if not isinstance(string, tuple | list):
        return string
    form = c2py(catalogue.plural_expr)
    return tuple(string[form(number)] for number in SAMPLES[language])


if __name__ == "__main__":
    compile_all()
