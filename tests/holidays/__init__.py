"""The announced holidays: their page, and the dates that they move."""
