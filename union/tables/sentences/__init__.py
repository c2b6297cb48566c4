"""Every refusal, problem and remark of the readers by its code, in English; a code and its values are what a reader
gives."""

from union.law.sources.sentence import Sentence
from union.tables.sentences.cells import CELLS
from union.tables.sentences.contacts import CONTACTS
from union.tables.sentences.files import FILES
from union.tables.sentences.lists import LISTS
from union.tables.sentences.names import NAMES

SENTENCES: dict[str, Sentence] = {**FILES, **CONTACTS, **CELLS, **NAMES, **LISTS}
