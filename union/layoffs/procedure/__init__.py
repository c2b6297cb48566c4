"""The employer's procedure: of the whole dispute, and of one person where the law asks it of each."""
