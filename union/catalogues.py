"""Translations: one PO file a feature and language, compiled together; run in set-up."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import config


def parts(language: str, folder: Path | None = None) -> list[tuple[Path, Catalog]]:
    """The catalogues of one language, by file. Raises `ValueError` for a file that cannot be read."""
    found = []
    for path in sorted(((folder or config.HERE / "translations") / language).glob("*.po")):
        with path.open("rb") as file:
            found.append((path, read_po(file, locale=language, abort_invalid=True)))
    return found


def compile_all() -> None:
    """Write `translations/<language>/LC_MESSAGES/messages.mo` for French and Arabic; English is what the code says."""
    for language in ("fr", "ar"):
        whole = Catalog(locale=language, charset="utf-8")
        for path, catalogue in parts(language):
            for message in catalogue:
                if not message.id:
                    continue
                known = whole.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
                if known is not None and known.string != message.string:
                    raise ValueError(f"{path.name}: {message.id!r} is translated in two ways")
                whole[message.id] = message
        target = config.HERE / "translations" / language / "LC_MESSAGES" / "messages.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            write_mo(file, whole)


if __name__ == "__main__":
    compile_all()
