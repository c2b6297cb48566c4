"""Trainings of the union: what was held, who came, and whose office asks for one that they have not had."""
