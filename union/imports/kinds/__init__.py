"""Lists of other things than people: each kind says how its rows are found again, written and taken back."""
