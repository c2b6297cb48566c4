"""Work in the background: its rows, its queue, its worker, what it tidies once a day."""
