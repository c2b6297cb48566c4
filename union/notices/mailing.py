"""A mail on its way: by the server of the setting, under TLS unless it is on this machine, from a neutral sender."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import unquote, urlsplit

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
PATIENCE = 20.0  # seconds for a server that does not answer
FAULTS = (smtplib.SMTPException, OSError)  # what a server or the way to it may do; a certificate that is not theirs too


@dataclass(frozen=True)
class Way:
    """Where mails leave from, and in whose name: both told by settings."""

    server: str  # smtp://, or smtps:// where it is under TLS from the first byte
    sender: str

    @property
    def known(self) -> bool:
        """Whether this installation sends mails at all."""
        return bool(self.server and self.sender)


def message(way: Way, to: str, subject: str, words: str) -> EmailMessage:
    """A mail of plain words: no link, no picture, and a sender without a name."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = way.sender, to, subject
    made["Date"] = formatdate(localtime=False)
    made["Message-ID"] = make_msgid(domain=way.sender.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(words)
    return made


def send(way: Way, made: EmailMessage) -> None:
    """Hand one mail to the server. Raises what `FAULTS` names."""
    asked = urlsplit(way.server)
    host, here = asked.hostname or "", (asked.hostname or "") in HERE
    context = ssl.create_default_context()
    name = way.sender.rpartition("@")[2]  # else the greeting, which relays write into the mail, names this machine
    if asked.scheme == "smtps":
        line: smtplib.SMTP = smtplib.SMTP_SSL(host, asked.port or 465, name, timeout=PATIENCE, context=context)
    else:
        line = smtplib.SMTP(host, asked.port or 587, name, timeout=PATIENCE)
    with line:
        if asked.scheme == "smtp" and not here:
            line.starttls(context=context)  # raises where the server offers none: nothing leaves in clear
        if asked.username:
            line.login(unquote(asked.username), unquote(asked.password or ""))
        line.send_message(made)
