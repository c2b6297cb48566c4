"""The union section or bureau: what is filed, where, by whom, and who may be its officer (arts 396-429)."""
