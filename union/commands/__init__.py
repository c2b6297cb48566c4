"""The commands that belong to no feature's own: installing, serving, accounts, the record."""
