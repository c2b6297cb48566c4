"""The sentences about a whole file: why it is not read, and what was noticed in it."""

from union.law.sources.sentence import Sentence

FILES: dict[str, Sentence] = {
    # --- refusals ---
    "empty": Sentence("The file is empty. Choose the one that holds the list."),
    "too_big": Sentence("The file is larger than {limit} MB. Split the list into several files."),
    "header_only": Sentence("The file holds only the row of headers. Add at least one person."),
    "no_rows": Sentence("The file holds no row of data. Check that the list was saved."),
    "not_a_table": Sentence("This file is not a list. Send a CSV, XLSX, XLS or ODS file."),
    "prose": Sentence(
        "This file is a text, not a list. Put one person a line under a row of headers (Name, Given "
        "name, Telephone), then send it again."
    ),
    "markup": Sentence("This file is a web page. Open it in the spreadsheet program and save it as XLSX or CSV."),
    "transposed": Sentence(
        "The headers stand one below the other, in the first column. Copy the list and paste it with "
        "“Paste special, Transpose”: one person a row."
    ),
    "unknown_kind": Sentence("“.{extension}” files are not read. Save the list as XLSX or CSV."),
    "macros": Sentence("The workbook holds macros. Save it as XLSX, without macros."),
    "encrypted": Sentence("The workbook is protected by a password. Remove the password, then send it again."),
    "zip_bomb": Sentence(
        "The workbook grows too large once opened. Copy the list into a new workbook and send that one."
    ),
    "entities": Sentence(
        "The workbook holds forbidden declarations. Copy the list into a new workbook and send that one."
    ),
    "damaged": Sentence("The workbook is damaged or incomplete. Save it again, then send it once more."),
    "too_heavy": Sentence(
        "The workbook asks for too much memory or time. Copy the list alone into a new workbook, or save it as CSV."
    ),
    "too_many_rows": Sentence("The list has more than {limit} rows. Split it into several files."),
    "too_many_columns": Sentence(
        "The file reaches column {found}; the limit is {limit}. Keep only the columns that are needed."
    ),
    "too_many_blank_rows": Sentence(
        "The file holds more than {limit} blank rows. Copy the list alone into a new file and send that one."
    ),
    "line_too_long": Sentence(
        "Line {line} is longer than {limit} characters: this is not a list. Save the list again from the "
        "spreadsheet program, one person a line."
    ),
    "field_too_long": Sentence("Line {line}: a cell is longer than {limit} characters. Shorten it."),
    "quote": Sentence("Line {line}: a quotation mark is not closed, or stands inside a cell. Correct this line."),
    "nul": Sentence("Line {line}: the file holds a null character. Save the list again from the spreadsheet program."),
    "encoding": Sentence("Line {line}: the text cannot be read as {encoding}. Choose another encoding."),
    "unknown_encoding": Sentence("The encoding “{encoding}” is not offered. Choose one from the list."),
    "unknown_delimiter": Sentence("The delimiter “{delimiter}” is not offered. Choose semicolon, comma, tab or bar."),
    "no_such_sheet": Sentence("The sheet “{sheet}” is not in this workbook. Choose one from the list."),
    "no_such_header": Sentence("Row {row} is blank or does not exist: it cannot give the headers. Choose another row."),
    # --- remarks about the table ---
    "named_otherwise": Sentence("The file's name ends in “.{extension}”, but it holds {kind}: it is read as that."),
    "employers_list": Sentence(
        "This looks like an employer’s list of departures: bring it in under a layoff dispute. Here, the "
        "people that it names would become members."
    ),
    "no_header": Sentence("No row of headers was recognised: the first row is read as a person. Check the columns."),
    "encoding_unsettled": Sentence(
        "The encoding is not certain: read as {encoding} a word is “{shown}”, read as {other} it is "
        "“{otherwise}”. Check the lines shown, and choose the other encoding if they are wrong."
    ),
    "encoding_twice": Sentence(
        "The file was encoded twice over: “{shown}” was read as “{otherwise}”. Check the lines shown, "
        "and choose another encoding if they are wrong."
    ),
    "aligned": Sentence(
        "The text has no separator: its columns, aligned by blanks, were found again. Check some rows."
    ),
    "encoding_mixed": Sentence(
        "The file mixes two encodings: almost all of it is UTF-8, but line {line} is not. It is read as "
        "{encoding}, which spoils letters: correct that line and save the list as UTF-8."
    ),
    "two_header_rows": Sentence("The headers stand in two rows, read together: {rows}."),
    "repeated_headers": Sentence("Rows that repeat the headers, not read: {rows}."),
    "tables_below": Sentence("Another table begins below, with its own headers, which are followed: {rows}."),
    "tables_below_left": Sentence("Columns that only a table below has, not read: {headers}."),
    "lone_cells": Sentence(
        "Rows of which only the first cell is filled, read as people: {rows}. If they head groups, "
        "delete them from the file."
    ),
    "group_rows": Sentence("Rows that name a group or a list and nobody, not read: {rows} ({text})."),
    "title_rows": Sentence("Title rows above the table, not read: {rows} ({text})."),
    "foot_rows": Sentence("Rows of a signature, a date or a page number, not read: {rows}."),
    "cut_short": Sentence(
        "The file stops in the middle of a letter, on line {line}: it may be cut short. Compare its end "
        "with the original."
    ),
    "totals_row": Sentence("Rows of totals, not read: {rows}."),
    "empty_rows": Sentence("Blank rows, skipped: no. {rows}."),
    "short_rows": Sentence("Rows with fewer cells than the headers: no. {rows}."),
    "long_rows": Sentence("Rows with more cells than the headers: no. {rows}."),
    "duplicate_headers": Sentence("Columns bear the same header: {headers}. Check which one is read."),
    "empty_headers": Sentence("Columns without a header: {count}. Say what they hold, or leave them out."),
    "damaged_text": Sentence(
        "Texts spoilt before they were sent: {count}, for example “{shown}” (row {row}). They are not "
        "repaired: correct them in the file."
    ),
    "other_sheets": Sentence("Sheet read: “{sheet}”. Other sheets, not read: {sheets}."),
    "hidden_sheets": Sentence("Hidden sheets: {sheets}."),
    "hidden_unknown": Sentence(
        "In an XLS workbook rows hidden or struck through, and zeros shown before a number, cannot be "
        "seen: all is read alike. Save it as XLSX if yours has any."
    ),
    "hidden_rows": Sentence("Rows hidden in the workbook, read and marked: {where}."),
    "hidden_columns": Sentence("Columns hidden in the workbook: {where}."),
    "struck_rows": Sentence(
        "Rows struck through in the workbook: {count} (no. {where}). They are read like the others. "
        "Where one means “has left”, take it out of the file or add the leaving date, and send it again."
    ),
    "struck_cells": Sentence(
        "Cells struck through in the workbook, read like the others: {where}. Check whether their values still hold."
    ),
    "uncomputed_formulas": Sentence(
        "Formulas without a stored value, read as blank: {where}. Open the workbook, save it and send it again."
    ),
    "cells_in_error": Sentence("Cells in error (#REF!, #N/A…), read as blank: {where}."),
    "merged_cells": Sentence("Merged cells: {where}. Only the first keeps its value."),
}
