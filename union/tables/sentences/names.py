"""The sentences about the names of a list."""

from union.law.sources.sentence import Sentence

NAMES: dict[str, Sentence] = {
    "name_missing": Sentence("The family name is missing. Add it."),
    "name_number": Sentence("“{shown}” is not a name. Check the column."),
    "name_doubtful": Sentence("“{shown}” holds an address or a telephone number. Check that it is a name."),
    "name_two": Sentence("“{shown}” names several people. Put each on a row of their own."),
    "name_direction": Sentence("“{shown}” holds hidden direction marks. Type the text again."),
    "name_signs": Sentence("“{shown}” holds signs that are not written in a name. Type it again."),
    "name_marks": Sentence("“{shown}” piles too many accents on one letter. Type it again."),
    "name_addressed": Sentence("“{shown}”: the title before the name is not kept in the name."),
    "name_signs_off": Sentence("“{shown}”: the number or the sign beside the name is not kept in the name."),
    "name_not_arabic": Sentence("“{shown}” is not in Arabic letters: this Arabic name is left aside."),
    "name_scripts": Sentence("“{shown}” mixes two scripts in one word. Check it."),
    "names_split": Sentence("Column “{header}”: full names are split into given and family names. Check the preview."),
}
