"""Meetings and assemblies of the union at a site: invitation without content, attendance by team, decisions."""
