"""The sentences about rows of workplaces, headcounts, declared days and election results."""

from union.law.sources.sentence import Sentence

LISTS: dict[str, Sentence] = {
    "rows_differ": Sentence(
        "Rows {first} and {row} speak of the same thing but contradict each other. Keep the right one."
    ),
    "site_missing": Sentence("The site is missing. Add its name."),
    "day_missing": Sentence("The date is missing. Add it."),
    "people_missing": Sentence("The headcount is missing. Add the number of people."),
    "source_missing": Sentence(
        "The source is missing. Say who gives this number: the delegates, the CNSS, the social report."
    ),
    "count_incomplete": Sentence("A headcount needs its date and its source. Add them, or take the number out."),
    "day_to_come": Sentence("“{shown}”: this day is to come. Correct the date."),
    "month_as_day": Sentence("“{shown}” is a month: the headcount is taken for its last day, {day}."),
    "looks_like_members": Sentence("This looks like a list of people. Bring it in under “Members and contacts”."),
    "looks_like_workplaces": Sentence(
        "This looks like a list of sites and employers. Bring it in under “Workplaces and employers”."
    ),
    "looks_like_headcounts": Sentence("This looks like a list of headcounts. Bring it in under “Headcounts”."),
    "looks_like_declared_days": Sentence(
        "This looks like a statement of declared days: who stands in it is no member by that. Bring it "
        "in under “Days declared to the CNSS”."
    ),
    "looks_like_elections": Sentence(
        "These look like election results: a candidate is no member by that. Bring them in under "
        "“Elections of staff delegates”."
    ),
    "employer_missing": Sentence("The row names neither an employer nor a site. Add one of them, or delete the row."),
    "employer_unknown": Sentence("“{shown}”: no known site bears this name. Add the employer to the row."),
    "site_several": Sentence("“{shown}”: several sites bear this name. Add the employer to the row."),
    "ice": Sentence("“{shown}”: an ICE has 15 digits. Copy it from a payslip or an invoice."),
    "affiliation": Sentence("“{shown}”: a CNSS affiliation number has 5 to 9 digits. Copy it from a payslip."),
    "ice_other": Sentence("This ICE and this name belong to two different employers. Check both."),
    "zeros_twice": Sentence(
        "An earlier row gives this month already under “{other}”, the same number but for the zeros in "
        "front. Keep the right one."
    ),
    "contradicts_row": Sentence("An earlier row says something else: “{other}”. Keep the right value."),
    "activities_unknown": Sentence("“{shown}” is no known kind of work: calls, back office, moderation. Left out."),
    "markets_unknown": Sentence("“{shown}” is no known market: France, Canada, Spain, Morocco, other. Left out."),
    "fund_number": Sentence("“{shown}”: a CNSS registration number has 9 digits. Copy it from a payslip."),
    "number_missing": Sentence(
        "Neither an employee number nor a CNSS number: a name alone is not enough. Add one of the two numbers."
    ),
    "month_missing": Sentence("The month is missing. Add it."),
    "month": Sentence("“{shown}” cannot be read: write the month and the year, for example 03/2026."),
    "months_in_columns": Sentence(
        "Each of the columns {headers} is read as a month: each filled cell counts as a row."
    ),
    "wages_in_months": Sentence(
        "Each of the columns {headers} is read as the gross wage of its month. An empty cell changes nothing."
    ),
    "month_twice": Sentence(
        "“{shown}”: another column gives another wage for the same month. Leave one of the two out."
    ),
    "month_without_year": Sentence("“{shown}”: the month has no year. Write it, or say which column holds the years."),
    "days_missing": Sentence("The number of days is missing. Add it, zero included."),
    "college_missing": Sentence("The electoral college is missing. Add it: employees or executives."),
    "college": Sentence("“{shown}” is no known college: write employees or executives."),
    "list_missing": Sentence("The list is missing. Write the union, or “unaffiliated”."),
    "seat_kind": Sentence("“{shown}” cannot be read: write full or alternate."),
    "ballot_sum": Sentence(
        "“{shown}” exceeds {more}: no more voters than registered, no more votes than voters. Check."
    ),
    "person_unknown": Sentence(
        "Nobody within reach has this number at this workplace. Bring in the list of people first."
    ),
    "number_other_name": Sentence("This number belongs to {known}, the row gives another name. Check the number."),
    "offers_several": Sentence(
        "The offer is read from the column “{read}” alone; these columns speak of an offer too: "
        "{others}. If they are its parts, add a column with their total; otherwise take out those that "
        "no longer hold."
    ),
    "columns_alike": Sentence(
        "Columns not read, for another already says the same: {headers}. If one of them is the right "
        "one, take the other out."
    ),
}
