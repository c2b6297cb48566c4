"""The lines of a contact, whatever telephone folded and quoted them (RFC 6350, RFC 2426, vCard 2.1)."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from union.tables.files import charsets

_PROPERTY = re.compile(r'(?:[\w-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*")*)')
_UNESCAPED = re.compile(r"(?<!\\);")
_ESCAPE = re.compile(r"\\([nN,;:\\])")
_CUT_LETTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]*)\r?\n[ \t](?=[\x80-\xbf])")  # some fold lines inside a letter


def whole_letters(data: bytes) -> bytes:
    """The bytes without the folds inside a letter."""
    return _CUT_LETTER.sub(rb"\1", data)


def unfolded(text: str) -> Iterator[str]:
    """Whole lines: a line that begins with a space goes on, and so does quoted-printable that ends in =."""
    waiting: str | None = None
    for line in re.split(r"\r\n|\r|\n", text):
        if waiting is not None and waiting.endswith("=") and _is_quoted(waiting):
            waiting = waiting[:-1] + line.lstrip(" \t")
        elif waiting is not None and line[:1] in (" ", "\t"):
            waiting += line[1:]
        else:
            if waiting is not None:
                yield waiting
            waiting = line
    if waiting is not None:
        yield waiting


def _is_quoted(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line.partition(":")[0].upper()


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a contact: its name in capitals, its types, its value as written, and as a text."""

    name: str
    types: frozenset[str]
    value: str
    charset: str
    quoted: bool

    @property
    def text(self) -> str:
        """The value without its quoting. Raises `Untrusted` where it cannot be read in any encoding."""
        return _decoded(self.value, self.charset) if self.quoted else self.value


def property_of(line: str) -> Property | None:
    """What a line says, None where it cannot be read."""
    found = _PROPERTY.fullmatch(line)
    if not found:
        return None
    types, charset, quoted = _parameters(found[2])
    return Property(found[1].upper(), types, found[3], charset, quoted)


def _parameters(text: str) -> tuple[frozenset[str], str, bool]:
    """The types, the character set and whether the value is quoted-printable."""
    types: set[str] = set()
    charset, quoted = "utf-8", False
    for one in _PARAMETER.findall(text):
        name, equal, value = one.partition("=")
        value = (value if equal else name).strip('"').upper()
        name = name.upper() if equal else "TYPE"
        if name == "CHARSET":
            charset = value
        elif value == "QUOTED-PRINTABLE":
            quoted = True
        elif name in ("TYPE", "PREF"):
            types.update(value.split(",") if name == "TYPE" else ("PREF",))
    return frozenset(types), charset, quoted


def _decoded(value: str, charset: str) -> str:
    """Quoted-printable, in the character set that it names, else by evidence: no letter is replaced."""
    data = quopri.decodestring(value.encode("utf-8"))
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return charsets.decode(data)[0]


def plain(value: str) -> str:
    """A value without its escapes, on one line."""
    return " ".join(_ESCAPE.sub(lambda one: "\n" if one[1] in "nN" else one[1], value).split())


def parts(value: str) -> tuple[str, ...]:
    """The parts of a value between semicolons, each as a text."""
    return tuple(map(plain, _UNESCAPED.split(value)))
