"""The languages of the pages, the papers and the commands: catalogues, how each writes figures, and sentences said
in one."""
