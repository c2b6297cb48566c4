"""The pages of the imports, their forms and their words."""
