"""The sentences about one row or one column: what keeps a row out, and what is only said."""

from union.law.sources.sentence import Sentence

CELLS: dict[str, Sentence] = {
    # --- problems of a whole row ---
    "row_short": Sentence("The row has {found} cells instead of {expected}. Complete it in the file."),
    "row_long": Sentence("The row has {found} cells instead of {expected}. Remove the extra cells."),
    "empty_person": Sentence("The row names nobody. Add the name, or delete the row."),
    "born_in_future": Sentence("“{shown}”: the date of birth lies in the future. Correct it."),
    "hired_before_born": Sentence(
        "The date of hire ({hired}) comes before the date of birth ({born}). Correct one of them."
    ),
    "hired_young": Sentence("Hired at the age of {age} (date of birth: {born}). Check both dates."),
    "offer_too_small": Sentence(
        "“{shown}” dirhams offered: less than a day at the minimum wage. Check the column, or whether it "
        "is days or months."
    ),
    "pay_too_small": Sentence(
        "“{shown}” dirhams of pay: less than a day at the minimum wage. Write the pay of a month."
    ),
    "left_before_hired": Sentence(
        "The date of leaving ({left}) comes before the date of hire ({hired}). Correct one of them."
    ),
    "site_unknown": Sentence("The site “{shown}” is not known. Choose an existing site, or create it first."),
    "duplicate_row": Sentence("Rows {first} and {row} are the same. The first is enough: delete the other."),
    "duplicate_differs": Sentence(
        "Rows {first} and {row} are about the same person but contradict each other. Keep the right one."
    ),
    "person_twice": Sentence(
        "Another row has this name and this day of hiring, and no number tells them apart: see whether "
        "it is one person, then correct it."
    ),
    "maybe_twins": Sentence(
        "Rows {first} and {row} may be the same person, written in two ways. Say which counts, or keep both."
    ),
    "number_shared": Sentence(
        "“{shown}” stands for two different people, rows {first} and {row}. Correct one of them."
    ),
    "number_zeros": Sentence(
        "“{shown}”: rows {first} and {row} have the same number but for the zeros in front. See whether "
        "it is one person and which row counts, or keep both."
    ),
    "number_known": Sentence(
        "“{shown}” already belongs to somebody else of this workplace. Check the number, or correct their file."
    ),
    "file_damaged": Sentence(
        "“{name}” seems to be known already, and their file cannot be read. Have it restored from the "
        "backup, then bring this row in again."
    ),
    # --- problems of one cell ---
    "formula": Sentence("“{shown}” is a formula. Write the value itself."),
    "too_long": Sentence("The text is longer than {limit} characters. Shorten it."),
    "number_kind": Sentence("“{shown}” is not a number of this kind. Check the column."),
    "email": Sentence("“{shown}” is not an e-mail address. Correct it, or leave the cell blank."),
    "yes_or_no": Sentence("“{shown}” cannot be read: write yes or no."),
    "mandate": Sentence(
        "“{shown}” cannot be read: write yes, no, or the mandate (staff delegate, alternate, union "
        "representative, candidate, former delegate)."
    ),
    "count": Sentence("“{shown}” cannot be read: write a number from 0 to {most}."),
    "date_hijri": Sentence("“{shown}” is a Hijri date. Write the date of the Gregorian calendar."),
    "date_impossible": Sentence("The date “{shown}” does not exist. Correct the day or the month."),
    "date_ambiguous": Sentence(
        "“{shown}”: the day and the month cannot be told apart. Say the order of the dates in this column."
    ),
    "date_range": Sentence("“{shown}” lies outside the years {first} to {last}. Correct the year."),
    "date_serial": Sentence("“{shown}” is a number, not a date. Give the cell the date format."),
    "date_unreadable": Sentence("“{shown}” cannot be read as a date. Write day/month/year."),
    "money_ambiguous": Sentence(
        "“{shown}” can mean {thousand} or {unit} dirhams. Say the decimal sign of this column."
    ),
    "money_negative": Sentence("“{shown}” is a negative amount. Correct it."),
    "money_unit": Sentence(
        "“{shown}” is counted for another time than the other wages. Write it as they are, for the month "
        "or for the hour."
    ),
    "money_range": Sentence("“{shown}” is too large an amount. Check it."),
    "money_scientific": Sentence("“{shown}”: the spreadsheet rounded the amount. Write it in full."),
    "money_unreadable": Sentence("“{shown}” cannot be read as an amount. Write for example 4200.50."),
    "number_float": Sentence("“{shown}”: the spreadsheet lost digits of this number. Type it again as text."),
    "phone_float": Sentence(
        "“{shown}”: the column was a number and the spreadsheet lost digits. Type the telephone number again as text."
    ),
    "phone_short": Sentence("Digits are missing from the number “{shown}”. Complete it."),
    "phone_long": Sentence("The number “{shown}” has too many digits. Correct it."),
    "phone_unreadable": Sentence("“{shown}” is not a telephone number. Correct it, or leave the cell blank."),
    # --- remarks: the row is taken all the same ---
    "phone_two": Sentence(
        "“{shown}”: two numbers. The first ({first}) is kept, the second ({second}) noted beside it."
    ),
    "email_two": Sentence(
        "“{shown}”: two addresses. The first ({first}) is kept, the second ({second}) noted beside it."
    ),
    "set_aside": Sentence(
        "“{shown}”: {kept} is taken, {aside} is set aside. If it should be the other way round, correct "
        "the cell in the file."
    ),
    "phone_zero": Sentence("“{shown}”: the lost zero was put back ({number})."),
    "phone_unlisted": Sentence(
        "{number}: no operator is known for this range of numbers. The number is kept; check it."
    ),
    "money_rounded": Sentence("“{shown}” was rounded to the centime."),
    "sex_unknown": Sentence("“{shown}” is not recognised: the sex is left blank."),
    "category_unknown": Sentence(
        "“{shown}” is not recognised (manager, employee, worker): the category is left blank."
    ),
    "contract_unknown": Sentence(
        "“{shown}” is not recognised (CDI, CDD, ANAPEC, agency): the kind of contract is left blank."
    ),
    "cin_unusual": Sentence(
        "“{shown}” does not look like an identity card number (one or two letters, five or six digits). Check it."
    ),
    "read_as_blank": Sentence("“{shown}”: read as a blank cell."),
    "date_two_digits": Sentence(
        "Column “{header}”: years of two digits ({count}), read as {last} at the latest. Check them."
    ),
    "date_order_turned": Sentence(
        "Column “{header}”: a program may have taken the day for the month (dates that it converted: "
        "{count}): other dates stayed text, or the cells show the month first. Compare with the original "
        "list."
    ),
    "serial_days": Sentence(
        "Column “{header}”: {count} dates are a spreadsheet's numbers of days, read as it counts them "
        "from 1900: {shown} is {day}. Check one of them."
    ),
    "zeros_lost": Sentence(
        "“{shown}” in the list, “{known}” in the register: employee numbers are compared without the "
        "zeros in front, which spreadsheets take away, and the longer one stays."
    ),
    "date_order_mixed": Sentence(
        "Column “{header}”: the dates contradict one another, day/month and month/day. Say which order to follow."
    ),
    "date_order_assumed": Sentence(
        "Column “{header}”: nothing tells the day from the month. Read as day/month, the country's habit: confirm it."
    ),
    "date_order_month_first": Sentence(
        "Column “{header}”: the month comes before the day, as {count} dates show. Confirm it."
    ),
    "wages_hourly": Sentence(
        "Column “{header}”: pay for an hour, counted for a month of 191 hours (article 238). Correct "
        "whoever works less."
    ),
    "wages_yearly": Sentence("Column “{header}”: pay for a year, divided by twelve."),
    "gross_from_base": Sentence("The gross pay is the sum of the columns “{base}” and “{bonus}”."),
    "delegate_blank": Sentence("Column “{header}”: a blank cell is read as no."),
}
