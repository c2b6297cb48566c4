"""The sentences about the contacts of a telephone."""

from union.law.sources.sentence import Sentence

CONTACTS: dict[str, Sentence] = {
    "cards_cut": Sentence("The file of contacts stops in the middle of contact {row}. Export the contacts again."),
    "cards_more": Sentence(
        "Contacts with more than two numbers or more than one address: {count} ({rows}). The others "
        "stand in a column of their own, which is left out."
    ),
    "cards_names": Sentence(
        "Contacts whose shown name says something else than their name: {count} ({rows}). The name is kept."
    ),
    "cards_groups": Sentence("Groups of contacts, not read: {count}."),
    "cards_lines": Sentence("Contacts with lines that cannot be read, skipped: {count} ({rows})."),
    "cards_photos": Sentence("Photos and sounds of contacts: {count}, not read."),
    "cards_ignored": Sentence("Other details of contacts, not read: {names}."),
}
