"""One person of the list: the facts, their correction, the payslips, the dates; and people outside the union."""
